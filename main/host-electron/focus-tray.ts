import type { Clock } from '#main/ports/clock';
import type { TrayState } from '#main/ports/desktop';
import { Menu, Tray, nativeImage } from 'electron';
import path from 'node:path';

export type TrayAction = 'start' | 'pause' | 'resume' | 'skip' | 'finish' | 'capture' | 'show' | 'quit';

const OFFERS: Readonly<Record<TrayState['kind'], readonly (readonly [TrayAction, string])[]>> = {
  idle: [['start', 'Start focusing']],
  running: [
    ['pause', 'Pause'],
    ['skip', 'Skip to the next part'],
    ['finish', 'Finish'],
  ],
  paused: [
    ['resume', 'Go on'],
    ['finish', 'Finish'],
  ],
};

/** The tray icon: the running time, and what can be done about it. */
export function createFocusTray(iconsDir: string, clock: Clock, act: (action: TrayAction) => void) {
  const image = (kind: TrayState['kind']) => {
    const icon = nativeImage.createFromPath(path.join(iconsDir, `${kind}Template.png`));
    icon.setTemplateImage(true);
    return icon;
  };
  const tray = new Tray(image('idle'));
  tray.on('click', () => act('show'));
  let cancel = (): void => {};

  function tell(state: TrayState): void {
    cancel();
    if (state.kind === 'idle' || state.endsAtMs === null) {
      const text = state.kind === 'idle' ? 'Braindump' : state.label;
      tray.setToolTip(text);
      tray.setTitle(state.kind === 'paused' ? 'paused' : '');
      return;
    }
    const leftMs = Math.max(0, state.endsAtMs - clock.nowMs());
    const minutes = Math.ceil(leftMs / 60_000);
    tray.setToolTip(`${state.label}, ${minutes} min left`);
    tray.setTitle(`${minutes} min`);
    // Minutes are shown, so a wake-up a minute is enough.
    if (leftMs > 0) cancel = clock.alarm(state.endsAtMs - (minutes - 1) * 60_000, () => tell(state));
  }

  return {
    show(state: TrayState): void {
      tray.setImage(image(state.kind));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...OFFERS[state.kind].map(([action, label]) => ({ label, click: () => act(action) })),
          { type: 'separator' },
          { label: 'Quick capture', click: () => act('capture') },
          { label: 'Show Braindump', click: () => act('show') },
          { type: 'separator' },
          { label: 'Quit', click: () => act('quit') },
        ]),
      );
      tell(state);
    },
  };
}
