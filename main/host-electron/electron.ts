import { localClient, servePort } from '#main/core/bridge';
import { type Core, createCore } from '#main/core/create-core';
import { dataDir as dataDirOf } from '#main/core/data-dir';
import { fillDemo } from '#main/core/demo';
import { becomeInstance, tellInstance } from '#main/core/instance';
import { stderrLog } from '#main/core/stderr-log';
import { lookAtClock, systemClock } from '#main/core/system-clock';
import {
  type BrowserWindow,
  MessageChannelMain,
  app,
  globalShortcut,
  ipcMain,
  nativeTheme,
  powerMonitor,
  shell,
} from 'electron';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setAppMenu } from './app-menu.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { createCaptureWindow } from './capture-window.ts';
import { electronNotifier } from './electron-notifier.ts';
import { type TrayAction, createFocusTray } from './focus-tray.ts';
import { createMainWindow } from './main-window.ts';
import { APP_ORIGIN, isTrustedSender } from './trusted-sender.ts';

// The host with everything: the core in Electron's main process, its window, tray, global hotkey and notifications.

declareAppScheme();
app.enableSandbox();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      'data-dir': { type: 'string' },
      'quick-capture': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
    // Chromium's own switches pass through here too.
    strict: false,
  });
  const isDemo = values.demo === true;
  const chosen = typeof values['data-dir'] === 'string' ? values['data-dir'] : undefined;
  const dataDir = dataDirOf({ chosen, isDemo });
  if (await tellInstance(dataDir, values['quick-capture'] === true ? 'capture' : 'show')) return app.quit();

  app.setPath('userData', path.join(dataDir, 'window'));
  app.setAppUserModelId('app.braindump');
  await app.whenReady();

  const dist = path.resolve(import.meta.dirname, '..');
  const icons = path.resolve(dist, '..', 'resources', 'icons');
  const icon = path.join(icons, 'png', '256x256.png');
  const preload = path.join(dist, 'preload', 'bridge.cjs');
  let core: Core | undefined;
  let window: BrowserWindow | null = null;
  let isQuitting = false;

  const showWindow = (route?: string): void => {
    if (window === null) {
      const opened = createMainWindow({ preload, icon, stateDir: path.join(dataDir, 'window') });
      window = opened;
      opened.on('closed', () => (window = null));
      opened.on('close', (event) => {
        // With a tray the program stays where its timer and hotkey are.
        if (isQuitting) return;
        event.preventDefault();
        opened.hide();
      });
      void opened.loadURL(`${APP_ORIGIN}${route ?? '/'}`);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (route) core?.goTo(route);
  };

  const leave = await becomeInstance(dataDir, (message) => {
    if (message === 'changed') core?.refresh();
    else if (message === 'capture') captureWindow.toggle();
    else showWindow();
  });
  if (!leave) return app.quit();

  const captureWindow = createCaptureWindow(preload);
  const tray = createFocusTray(path.join(icons, 'tray'), systemClock, (action) => void act(action));
  core = createCore({
    version: app.getVersion(),
    dataDir,
    isDemo,
    isVisit: false,
    migrationsDir: path.join(dist, 'migrations'),
    workerEntry: new URL('./worker.js', import.meta.url),
    clock: systemClock,
    notifier: electronNotifier(icon, showWindow),
    desktop: {
      capabilities: {
        host: 'electron',
        tray: 'full',
        // Under Wayland registering succeeds before the user agreed and may never fire.
        globalHotkey: process.env['XDG_SESSION_TYPE'] === 'wayland' ? 'degraded' : 'full',
        notifications: 'full',
        windowControls: 'full',
      },
      showWindow,
      showTray: tray.show,
      openLink: (url) => shell.openExternal(url),
      async openFile(file) {
        const failure = await shell.openPath(file);
        if (failure !== '') throw new Error(failure);
      },
    },
    log: stderrLog(values.verbose === true),
  });
  const { services } = core;
  const client = localClient(services);
  if (isDemo) await fillDemo(services);

  async function act(action: TrayAction): Promise<void> {
    if (action === 'show') return showWindow();
    if (action === 'capture') return captureWindow.toggle();
    if (action === 'quit') return app.quit();
    if (action === 'start') return showWindow('/focus');
    try {
      await client.focus[action]();
    } catch (error) {
      services.log.error(`tray: ${action} was refused`, error);
      showWindow('/focus');
    }
  }

  serveApp(path.join(dist, 'renderer'), dataDir);
  ipcMain.on('braindump:connect', (event) => {
    const frame = event.senderFrame;
    if (frame === null || !isTrustedSender(frame)) return;
    const { port1, port2 } = new MessageChannelMain();
    servePort(services, port1);
    port1.start();
    frame.postMessage('braindump:port', null, [port2]);
  });

  const { captureHotkey } = services.settings();
  if (!globalShortcut.register(captureHotkey, captureWindow.toggle))
    services.log.info('the capture hotkey is taken by another program', { captureHotkey });
  powerMonitor.on('resume', lookAtClock);
  nativeTheme.themeSource = services.settings().theme;
  setAppMenu({ goTo: showWindow, capture: captureWindow.toggle });

  app.on('activate', () => showWindow());
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (isQuitting) return;
    // The core closes first: its last words must reach the disk.
    event.preventDefault();
    isQuitting = true;
    leave();
    void core?.close().finally(() => app.quit());
  });
  app.on('will-quit', () => globalShortcut.unregisterAll());
  if (values['quick-capture'] === true) captureWindow.toggle();
  else showWindow();
}

await main();
