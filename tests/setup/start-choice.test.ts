import { describe, expect, test } from 'vitest';
import { chooseHost } from '../../resources/scripts/start-choice.mjs';

describe('which host a start uses', () => {
  test('Electron where there is a display and nobody said otherwise', () => {
    expect(chooseHost({ wanted: undefined, args: ['--demo'], hasDisplay: true })).toEqual({
      host: 'electron',
      isForced: false,
      hasWindow: true,
    });
  });

  test('the browser host without a window where there is no display', () => {
    expect(chooseHost({ wanted: undefined, args: [], hasDisplay: false })).toEqual({
      host: 'browser',
      isForced: false,
      hasWindow: false,
    });
  });

  test.each(['--help', '--no-window'])('%s needs no window, so Electron is not fetched for it', (arg) => {
    expect(chooseHost({ wanted: '', args: [arg], hasDisplay: true })).toEqual({
      host: 'browser',
      isForced: false,
      hasWindow: false,
    });
  });

  test('the host that was asked for', () => {
    expect(chooseHost({ wanted: 'browser', args: [], hasDisplay: true }).host).toBe('browser');
    expect(chooseHost({ wanted: 'electron', args: [], hasDisplay: true })).toEqual({
      host: 'electron',
      isForced: true,
      hasWindow: true,
    });
  });

  test('a host that does not exist is named in the refusal', () => {
    expect(() => chooseHost({ wanted: 'firefox', args: [], hasDisplay: true })).toThrow(
      'BRAINDUMP_HOST can be "electron" or "browser", not "firefox".',
    );
  });
});
