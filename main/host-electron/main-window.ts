import { BrowserWindow, type Rectangle, screen, shell } from 'electron';
import ElectronStore from 'electron-store';
import { APP_ORIGIN } from './trusted-sender.ts';

interface WindowState {
  bounds?: Rectangle;
  isMaximized?: boolean;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** A folder of the profile, so that two profiles keep two places on the screen. */
  readonly stateDir: string;
}

/** Sandboxed, isolated, without Node: the page has the bridge and nothing else. */
export const pagePreferences = (preload: string) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: true,
    backgroundThrottling: true,
  }) as const;

/** The one window of the app, where it was and as large as it was. */
export function createMainWindow({ preload, icon, stateDir }: MainWindowOptions): BrowserWindow {
  const store = new ElectronStore<WindowState>({ cwd: stateDir, name: 'window' });
  const bounds = store.get('bounds');
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...(bounds && isVisible(bounds) ? bounds : {}),
    minWidth: 720,
    minHeight: 480,
    show: false,
    icon,
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin'
      ? { trafficLightPosition: { x: 20, y: 20 } }
      : { titleBarOverlay: { height: 52 } }),
    webPreferences: pagePreferences(preload),
  });
  if (store.get('isMaximized') === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  const remember = (): void => store.set({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  window.on('close', remember);
  keepInside(window);
  return window;
}

/** The page never leaves its origin, opens no windows and gets no permissions but notifications. */
export function keepInside(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    if (/^(https?|mailto):/.test(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  const allowed = new Set(['notifications', 'clipboard-sanitized-write']);
  webContents.session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  webContents.session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
}

/** A monitor may be gone since. */
function isVisible(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = bounds.x + bounds.width < workArea.x + 80 || bounds.x > workArea.x + workArea.width - 80;
    const isAbove = bounds.y < workArea.y - 20 || bounds.y > workArea.y + workArea.height - 80;
    return !isBeside && !isAbove;
  });
}
