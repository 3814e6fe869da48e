import { MAX_FRAME_BYTES, callByPath, serveSocket } from '#main/core/bridge';
import { type Core, createCore } from '#main/core/create-core';
import { dataDir as dataDirOf } from '#main/core/data-dir';
import { fillDemo } from '#main/core/demo';
import { becomeInstance, tellInstance } from '#main/core/instance';
import { stderrLog } from '#main/core/stderr-log';
import { systemClock } from '#main/core/system-clock';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type AppWindow, findChromium, openAppWindow } from './chromium.ts';
import { desktopNotifier } from './desktop-notifier.ts';
import { type PageServer, startPageServer } from './page-server.ts';

// The host without Electron: the same core under Node, its window in Chromium's app mode. No tray, no global hotkey.

const HELP = `Usage: npm start -- [options]
  --demo          open the sample profile instead of your own data
  --data-dir DIR  keep the data in DIR (a portable profile)
  --no-window     print the address instead of opening a window
  --verbose       say more on stderr
  --help          this text`;

/** A window that reloads drops its connection for a moment; one that is gone stays gone. */
const GONE_AFTER_MS = 2_500;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * Starts the host without Electron.
 *
 * @param dist the built program's folder
 */
export async function runBrowser(dist: string): Promise<void> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      'data-dir': { type: 'string' },
      'no-window': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(HELP);

  const isDemo = values.demo;
  const dataDir = dataDirOf({ chosen: values['data-dir'], isDemo });
  if (await tellInstance(dataDir, 'show'))
    return say('Braindump is already running on this data; its window is in front now.');

  const resources = path.resolve(dist, '..', 'resources');
  const log = stderrLog(values.verbose);
  let core: Core | undefined;
  let server: PageServer | undefined;
  let window: AppWindow | null = null;
  let goneTimer: NodeJS.Timeout | undefined;
  const executable = values['no-window'] || !hasDisplay() ? null : findChromium();

  const showWindow = (route?: string): void => {
    if (!server || !executable) return;
    if (route) core?.goTo(route);
    if (window && server.pages() > 0) return void window.bringForward();
    window = openAppWindow({
      executable,
      url: server.address('once', route),
      profileDir: path.join(dataDir, 'window'),
      bounds: { x: 80, y: 60, width: 1280, height: 860 },
      name: 'Braindump',
    });
    void window.closed.then((end) => {
      if (end === 'failed' && server?.pages() === 0)
        say(`The window could not be opened. Open this address instead: ${server.address('always')}`);
    });
  };
  const stop = async (): Promise<void> => {
    clearTimeout(goneTimer);
    leave?.();
    await server?.close();
    await core?.close();
    process.exit(0);
  };
  const leave = await becomeInstance(dataDir, (message) => {
    if (message === 'changed') core?.refresh();
    else showWindow(message === 'capture' ? '/capture' : undefined);
  });
  if (!leave) return say('Braindump is already running on this data.');

  core = createCore({
    version: process.env['npm_package_version'] ?? 'dev',
    dataDir,
    isDemo,
    isVisit: false,
    migrationsDir: path.join(dist, 'migrations'),
    workerEntry: pathToFileURL(path.join(dist, 'main', 'worker.js')),
    clock: systemClock,
    notifier: desktopNotifier(path.join(resources, 'icons', 'png', '256x256.png'), (route) => showWindow(route)),
    desktop: {
      capabilities: {
        host: 'browser',
        tray: 'none',
        globalHotkey: 'none',
        notifications: process.platform === 'linux' ? 'degraded' : 'full',
        windowControls: 'degraded',
      },
      showWindow,
      showTray: () => {},
      openLink: openOutside,
      openFile: openOutside,
    },
    log,
  });
  const { services } = core;
  if (isDemo) await fillDemo(services);
  server = await startPageServer({
    root: path.join(dist, 'renderer'),
    dataDir,
    maxFrameBytes: MAX_FRAME_BYTES,
    call: (called, input) => callByPath(services, called, input),
    serve(socket) {
      clearTimeout(goneTimer);
      serveSocket(services, socket);
    },
    onEmpty() {
      if (executable) goneTimer = setTimeout(() => void stop(), GONE_AFTER_MS);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  if (executable) {
    showWindow();
    say(
      'Braindump is open in a Chromium app window (without Electron: no tray, no global hotkey). Close the window to stop.',
    );
  } else {
    const reason = values['no-window']
      ? ''
      : hasDisplay()
        ? ' (no Chromium, Chrome or Edge was found)'
        : ' (there is no display)';
    say(
      `Braindump is running${reason}. Open this address in a browser on this machine, and press Ctrl+C to stop:\n${server.address('always')}`,
    );
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Hands an address or a file to the platform's opener; never through a shell. */
function openOutside(what: string): Promise<void> {
  const [program, args] =
    process.platform === 'darwin'
      ? (['open', [what]] as const)
      : process.platform === 'win32'
        ? (['rundll32', ['url.dll,FileProtocolHandler', what]] as const)
        : (['xdg-open', [what]] as const);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', reject);
  child.on('spawn', () => {
    child.unref();
    resolve();
  });
  return promise;
}
