import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packIcns, packIco } from '../../resources/scripts/icon-files.mjs';

const png = (text: string) => Buffer.from(text);

describe('icon containers', () => {
  test('a Windows icon lists each picture with its place, 256 pixels written as 0', () => {
    const ico = packIco([
      { size: 16, png: png('aa') },
      { size: 256, png: png('bbb') },
    ]);
    expect(ico.toString('hex').match(/.{1,32}/gu)).toEqual([
      '00000100020010100000010020000200',
      '00002600000000000000010020000300',
      '0000280000006161626262',
    ]);
  });

  test('a macOS icon holds a picture under every name its size has', () => {
    expect(packIcns([{ size: 32, png: png('a') }]).toString('latin1')).toBe(
      'icns\0\0\0\u001Aicp5\0\0\0\taic11\0\0\0\ta',
    );
  });

  test('a size macOS does not know is refused', () => {
    expect(() => packIcns([{ size: 48, png: png('a') }])).toThrow('macOS has no icon of 48 pixels.');
  });

  test('the committed icons are what their names say', () => {
    expect(readFileSync('resources/icons/icon.ico').subarray(0, 6).toString('hex')).toBe('000001000700');
    expect(readFileSync('resources/icons/icon.icns').subarray(0, 4).toString('latin1')).toBe('icns');
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const file = readFileSync(`resources/icons/png/${size}x${size}.png`);
      expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});
