import { describe, expect, test } from 'vitest';
import { appWindowArguments, findChromium } from '../../main/host-browser/chromium.ts';

const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...programs: string[]) =>
  findChromium({ platform, env, isProgram: (path) => programs.includes(path) });

describe('the browser for the app window', () => {
  test('is the one that was chosen, and no other when that is missing', () => {
    const env = { BRAINDUMP_CHROMIUM: '/opt/mine/chrome', PATH: '/usr/bin' };
    expect(on('linux', env, '/usr/bin/chromium', '/opt/mine/chrome')).toBe('/opt/mine/chrome');
    expect(on('linux', env, '/usr/bin/chromium')).toBeNull();
  });

  test('is found on the PATH of Linux, a snap last', () => {
    const env = { PATH: '/snap/bin:/usr/bin' };
    expect(on('linux', env, '/snap/bin/chromium', '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
    expect(on('linux', env, '/snap/bin/chromium')).toBe('/snap/bin/chromium');
  });

  test("is found among the Mac's and the user's applications", () => {
    const chrome = 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(on('darwin', { HOME: '/Users/ana' }, `/Users/ana/${chrome}`)).toBe(`/Users/ana/${chrome}`);
    expect(on('darwin', { HOME: '/Users/ana' }, `/Users/ana/${chrome}`, `/${chrome}`)).toBe(`/${chrome}`);
  });

  test('is Edge on a Windows that has nothing else', () => {
    const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
    const env = { PROGRAMFILES: String.raw`C:\Program Files`, 'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)` };
    expect(on('win32', env, edge)).toBe(edge);
  });

  test('is nothing on an empty machine', () => {
    expect(on('linux', {})).toBeNull();
    expect(on('win32', {})).toBeNull();
  });
});

test('the app window has its own profile and bounds, and starts without network', () => {
  const args = appWindowArguments({
    executable: '/usr/bin/chromium',
    url: 'http://127.0.0.1:4100/#token',
    profileDir: '/home/ana/.local/share/braindump/window',
    bounds: { x: 40, y: 20, width: 1200, height: 800 },
    name: 'Braindump',
  });
  expect(args.slice(0, 5)).toEqual([
    '--app=http://127.0.0.1:4100/#token',
    '--user-data-dir=/home/ana/.local/share/braindump/window',
    '--class=Braindump',
    '--window-size=1200,800',
    '--window-position=40,20',
  ]);
  expect(args).toContain('--disable-background-networking');
  expect(args).toContain('--disable-component-update');
  expect(args).toContain('--disable-sync');
  expect(args).toContain('--disable-quic');
});
