import { describe, expect, it } from 'vitest';

import {
  createShortcutMatcher,
  matchesStroke,
  type FocusPlace,
  type Press,
  type Shortcut,
} from '#renderer/ui/shortcut-matcher.ts';
import { parseKeys } from '#renderer/ui/keys.ts';

function press(key: string, more: Partial<Press> = {}): Press {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    timeStamp: 0,
    ...more,
  };
}

function shortcut(keys: string, more: Partial<Shortcut> = {}): Shortcut {
  return { keys, run: () => undefined, ...more };
}

/** Presses keys one after the other and names what each did. */
function play(
  presses: readonly Press[],
  shortcuts: readonly Shortcut[],
  { place = 'page', isMac = false }: { place?: FocusPlace; isMac?: boolean } = {},
): string[] {
  const matcher = createShortcutMatcher(isMac);
  return presses.map((one) => {
    const match = matcher.press(one, place, shortcuts);
    return match.kind === 'run' ? match.shortcut.keys : match.kind;
  });
}

function matches(keys: string, one: Press, isMac = false): boolean {
  const [stroke] = parseKeys(keys);
  if (stroke === undefined) throw new Error('no stroke');
  return matchesStroke(stroke, one, isMac);
}

describe('matchesStroke', () => {
  it('takes Mod as the command key on a Mac and Ctrl elsewhere', () => {
    expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
  });

  it('leaves a plain key alone when a modifier is held', () => {
    expect(matches('k', press('k'))).toBe(true);
    expect(matches('k', press('k', { ctrlKey: true }))).toBe(false);
    expect(matches('k', press('k', { altKey: true }))).toBe(false);
    expect(matches('k', press('K', { shiftKey: true }))).toBe(false);
  });

  it('hears ? and + whatever shift they need on this keyboard', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('?', press('?'))).toBe(true);
    expect(matches('+', press('+', { shiftKey: true }))).toBe(true);
  });

  it('finds letters by their place on a keyboard of another script', () => {
    expect(matches('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }))).toBe(true);
    expect(matches('j', press('о', { code: 'KeyJ' }))).toBe(true);
    expect(matches('Alt+K', press('˚', { code: 'KeyK', altKey: true }), true)).toBe(true);
  });

  it('goes by the letter, not the place, on another Latin layout', () => {
    expect(matches('z', press('y', { code: 'KeyZ' }))).toBe(false);
    expect(matches('y', press('y', { code: 'KeyZ' }))).toBe(true);
  });
});

describe('a sequence', () => {
  const shortcuts = [shortcut('g t'), shortcut('g c'), shortcut('t')];

  it('runs when its keys follow each other', () => {
    expect(play([press('g'), press('t', { timeStamp: 400 })], shortcuts)).toEqual(['started', 'g t']);
    expect(play([press('g'), press('c', { timeStamp: 400 })], shortcuts)).toEqual(['started', 'g c']);
  });

  it('is forgotten after two seconds', () => {
    expect(play([press('g'), press('t', { timeStamp: 2001 })], shortcuts)).toEqual(['started', 't']);
  });

  it('gives way to another shortcut, then starts anew', () => {
    const presses = [press('g'), press('x', { timeStamp: 100 }), press('t', { timeStamp: 200 })];
    expect(play(presses, shortcuts)).toEqual(['started', 'none', 't']);
  });

  it('survives the shift key of its second stroke', () => {
    const presses = [press('g'), press('Shift', { timeStamp: 100 }), press('T', { shiftKey: true, timeStamp: 150 })];
    expect(play(presses, [shortcut('g Shift+T')])).toEqual(['started', 'none', 'g Shift+T']);
  });
});

describe('while writing', () => {
  it('leaves plain keys and editing keys to the text', () => {
    const shortcuts = [shortcut('j'), shortcut('Mod+Z'), shortcut('Escape'), shortcut('Alt+Up'), shortcut('g t')];
    const presses = [
      press('j'),
      press('z', { ctrlKey: true }),
      press('Escape'),
      press('ArrowUp', { altKey: true }),
      press('g'),
    ];
    expect(play(presses, shortcuts, { place: 'field' })).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  it('hears commands and what asks to be heard', () => {
    const shortcuts = [shortcut('Mod+K'), shortcut('Escape', { inFields: true })];
    expect(play([press('k', { ctrlKey: true }), press('Escape')], shortcuts, { place: 'field' })).toEqual([
      'Mod+K',
      'Escape',
    ]);
  });

  it('hears only commands in a menu, and nothing in a question that must be answered', () => {
    const shortcuts = [shortcut('Mod+K'), shortcut('j')];
    const presses = [press('k', { ctrlKey: true }), press('j')];
    expect(play(presses, shortcuts, { place: 'popup' })).toEqual(['Mod+K', 'none']);
    expect(play(presses, shortcuts, { place: 'alert' })).toEqual(['none', 'none']);
  });
});

it('Space and Enter press the button that has the focus, other keys stay commands', () => {
  const shortcuts = [shortcut('Space'), shortcut('Enter'), shortcut('j'), shortcut('Mod+Enter')];
  const presses = [press(' '), press('Enter'), press('j'), press('Enter', { ctrlKey: true })];
  expect(play(presses, shortcuts, { place: 'control' })).toEqual(['none', 'none', 'j', 'Mod+Enter']);
  expect(play(presses, shortcuts)).toEqual(['Space', 'Enter', 'j', 'Mod+Enter']);
});

describe('several shortcuts on one key', () => {
  it('the last one registered wins, unless its condition says no', () => {
    const first = shortcut('e');
    const second = shortcut('e', { when: () => false });
    const third = shortcut('e', { when: () => true });
    expect(createShortcutMatcher(false).press(press('e'), 'page', [first, third])).toEqual({
      kind: 'run',
      shortcut: third,
    });
    expect(createShortcutMatcher(false).press(press('e'), 'page', [first, second])).toEqual({
      kind: 'run',
      shortcut: first,
    });
  });
});

it('a held key runs once unless it repeats', () => {
  const presses = [press('x'), press('x', { repeat: true }), press('j'), press('j', { repeat: true })];
  expect(play(presses, [shortcut('x'), shortcut('j', { repeats: true })])).toEqual(['x', 'started', 'j', 'j']);
});
