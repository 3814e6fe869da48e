import { BrowserWindow, screen } from 'electron';
import { keepInside, pagePreferences } from './main-window.ts';
import { APP_ORIGIN } from './trusted-sender.ts';

const WIDTH = 680;
const HEIGHT = 220;

/** The quick-capture bar: floats over whatever the user does, hides when it loses the focus, keeps its draft. */
export function createCaptureWindow(preload: string): { toggle(): void } {
  let window: BrowserWindow | null = null;
  const create = (): BrowserWindow => {
    const bar = new BrowserWindow({
      width: WIDTH,
      height: HEIGHT,
      show: false,
      frame: false,
      resizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      transparent: true,
      hasShadow: false,
      webPreferences: pagePreferences(preload),
    });
    keepInside(bar);
    bar.on('blur', () => bar.hide());
    bar.on('closed', () => (window = null));
    void bar.loadURL(`${APP_ORIGIN}/capture`);
    return bar;
  };
  return {
    toggle() {
      window ??= create();
      if (window.isVisible()) return window.hide();
      const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      window.setPosition(
        Math.round(workArea.x + (workArea.width - WIDTH) / 2),
        Math.round(workArea.y + workArea.height * 0.22),
      );
      window.show();
      window.focus();
    },
  };
}
