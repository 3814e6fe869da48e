import { acceleratorOf, keysOf } from '#renderer/features/settings/accelerator.ts';
import { describe, expect, it } from 'vitest';

const press = (key: string, code: string, held: string = '') => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('a pressed key as Electron writes it', () => {
  it('names command, option and shift by platform', () => {
    expect(acceleratorOf(press(' ', 'Space', 'ctrl shift'), false)).toBe('CommandOrControl+Shift+Space');
    expect(acceleratorOf(press('k', 'KeyK', 'meta alt'), true)).toBe('CommandOrControl+Alt+K');
    expect(acceleratorOf(press('k', 'KeyK', 'ctrl'), true)).toBe('Control+K');
    expect(acceleratorOf(press('ArrowUp', 'ArrowUp', 'meta'), false)).toBe('Super+Up');
  });

  it('goes by the place of a letter, whatever script it writes', () => {
    expect(acceleratorOf(press('л', 'KeyK', 'ctrl'), false)).toBe('CommandOrControl+K');
    expect(acceleratorOf(press('¡', 'Digit1', 'alt'), false)).toBe('Alt+1');
  });

  it('waits while only modifiers are held and never takes a key from typing', () => {
    expect(acceleratorOf(press('Shift', 'ShiftLeft', 'shift'), false)).toBeNull();
    expect(acceleratorOf(press('a', 'KeyA'), false)).toBeNull();
    expect(acceleratorOf(press('A', 'KeyA', 'shift'), false)).toBeNull();
    expect(acceleratorOf(press('F9', 'F9'), false)).toBe('F9');
  });

  it('is drawn with the caps of this machine', () => {
    expect(keysOf('CommandOrControl+Shift+Space')).toBe('Mod+Shift+Space');
  });
});
