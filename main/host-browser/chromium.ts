import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';

/** What the search for a browser looks at; the machine itself unless a test says otherwise. */
export interface ChromiumSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isProgram: (path: string) => boolean;
}

/** Where and how large the app window is, in screen pixels. */
export interface AppWindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface AppWindowOptions {
  readonly executable: string;
  /** What the window shows; on loopback. */
  readonly url: string;
  /** The window's own browser profile; created when missing. One Chromium process serves all windows of a profile. */
  readonly profileDir: string;
  readonly bounds: AppWindowBounds;
  /** The window class, by which Linux desktops tell the app from the browser. */
  readonly name: string;
}

/**
 * How our Chromium process ended.
 * - `closed`: it served the window, and its last window is gone.
 * - `handed-over`: the profile was open already; the window appeared in that other process and may still be there.
 * - `failed`: it could not show a window (no program, no display, a broken profile).
 *
 * Only the dropped connection tells that a window which was handed over is closed.
 */
export type AppWindowEnd = 'closed' | 'handed-over' | 'failed';

export interface AppWindow {
  readonly process: ChildProcess;
  /** Settles when our process has ended; never rejects. */
  readonly closed: Promise<AppWindowEnd>;
  /** Raises the window that is open; does nothing when the process has ended. */
  bringForward(): void;
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/**
 * The browser the app window opens in: BRAINDUMP_CHROMIUM if it is set, else the first Chromium, Chrome or Edge
 * installed where each system puts them.
 *
 * @returns an executable path, or null when there is none (also when BRAINDUMP_CHROMIUM names no program)
 */
export function findChromium(
  surroundings: ChromiumSurroundings = { platform: process.platform, env: process.env, isProgram },
): string | null {
  const chosen = surroundings.env['BRAINDUMP_CHROMIUM'];
  const candidates = chosen ? [chosen] : candidatesFor(surroundings);
  return candidates.find((candidate) => surroundings.isProgram(candidate)) ?? null;
}

function candidatesFor({ platform, env }: ChromiumSurroundings): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) => macPrograms.map((program) => path.posix.join(folder, program)));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(isFilled);
    return windowsPrograms.flatMap((parts) => folders.map((folder) => path.win32.join(folder, ...parts)));
  }
  const onPath = (env['PATH'] ?? '').split(':').filter(isFilled);
  // A snap may not write into hidden folders, and the profile lies in one: any other browser comes first.
  const folders = [...onPath.filter((folder) => !isSnap(folder)), ...onPath.filter(isSnap)];
  return folders.flatMap((folder) => linuxNames.map((name) => path.posix.join(folder, name)));
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function isSnap(folder: string): boolean {
  return folder.startsWith('/snap/');
}

function isProgram(candidate: string): boolean {
  try {
    accessSync(candidate, constants.X_OK);
    return statSync(candidate).isFile();
  } catch {
    return false;
  }
}

/**
 * Opens a window of its own, without tabs and address bar. A program that cannot be started ends as `failed`; nothing
 * is thrown.
 */
export function openAppWindow(options: AppWindowOptions): AppWindow {
  const child = spawn(options.executable, appWindowArguments(options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<AppWindowEnd>((resolve) => {
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => {
      if (isProfileServedByAnother(options.profileDir, child.pid)) resolve('handed-over');
      // Ended by a signal counts as closed: somebody ended it, it did not fail to start.
      else resolve(code === 0 || code === null ? 'closed' : 'failed');
    });
  });
  return { process: child, closed, bringForward: windowRaiser(child) };
}

/**
 * A page can't raise its own window, so Chromium is asked to over its DevTools pipe: two inherited descriptors that no
 * other process can reach. https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
function windowRaiser(child: ChildProcess): () => void {
  const [, , , commands, answers] = child.stdio;
  if (!(commands instanceof Writable) || !(answers instanceof Readable)) return () => {};
  commands.on('error', () => {});
  const send = (message: object): void => {
    if (child.exitCode === null && commands.writable) commands.write(`${JSON.stringify(message)}\0`);
  };
  let waiting = '';
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (waiting + chunk).split('\0');
    waiting = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as {
        id?: number;
        result?: { targetInfos?: { targetId: string; type: string }[] };
      };
      const page = message.result?.targetInfos?.find((target) => target.type === 'page');
      if (message.id === 1 && page)
        send({ id: 2, method: 'Target.activateTarget', params: { targetId: page.targetId } });
    }
  });
  return () => send({ id: 1, method: 'Target.getTargets' });
}

/** Chromium's arguments for an app window that asks nothing, remembers its own profile and starts without network. */
export function appWindowArguments({ url, profileDir, bounds, name }: AppWindowOptions): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    `--class=${name}`,
    `--window-size=${bounds.width},${bounds.height}`,
    `--window-position=${bounds.x},${bounds.y}`,
    '--remote-debugging-pipe',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--hide-crash-restore-bubble',
    '--disable-features=Translate',
    // Without these Chromium tries the network at start.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // The profile holds no passwords; without these the desktop's keyring may ask for one.
    '--password-store=basic',
    '--use-mock-keychain',
    // Chromium refuses to be sandboxed as root; --test-type hides the banner that says so.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/**
 * Whether another living process serves the profile. Chromium marks a profile in use with a link `host-pid`; Windows
 * has none, there a hand-over is told as `closed` and the connection, which appears, says better.
 */
function isProfileServedByAnother(profileDir: string, ownPid: number | undefined): boolean {
  try {
    const pid = Number(/-(\d+)$/u.exec(readlinkSync(path.join(profileDir, 'SingletonLock')))?.[1]);
    if (!Number.isInteger(pid) || pid === ownPid) return false;
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
