/**
 * The notation of keyboard shortcuts, one for what is shown and what is listened to.
 *
 * A shortcut is one stroke (`Mod+K`, `Shift+J`, `?`, `Escape`) or several in a row parted by spaces (`g t`). `Mod` is
 * the command key on a Mac and Ctrl elsewhere.
 */

export interface Stroke {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Lower-case `KeyboardEvent.key`: `k`, `?`, `enter`, `arrowup`, ` `. */
  readonly key: string;
}

const aliases: Readonly<Record<string, string>> = {
  esc: 'escape',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  plus: '+',
  del: 'delete',
  return: 'enter',
};

/** Whether this is a Mac, where `Mod` is the command key. */
export function isMacPlatform(platform: string = typeof navigator === 'undefined' ? '' : navigator.platform): boolean {
  return /^(Mac|iPhone|iPad)/.test(platform);
}

/**
 * Reads a shortcut.
 *
 * @throws {Error} if a stroke has no key or an unknown modifier: a mistake in the code, not of the user.
 */
export function parseKeys(keys: string): readonly Stroke[] {
  return keys.trim().split(/\s+/).map(parseStroke);
}

function parseStroke(text: string): Stroke {
  // `Mod++` binds the plus key: the last plus is the key, not a joint.
  const parts = text === '+' ? ['+'] : text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+');
  const key = parts.at(-1)?.toLowerCase() ?? '';
  if (key === '') throw new Error(`A shortcut needs a key: "${text}"`);
  const stroke = { mod: false, ctrl: false, alt: false, shift: false, key: aliases[key] ?? key };
  for (const part of parts.slice(0, -1)) {
    const modifier = part.toLowerCase();
    if (modifier !== 'mod' && modifier !== 'ctrl' && modifier !== 'alt' && modifier !== 'shift') {
      throw new Error(`Unknown modifier "${part}" in shortcut "${text}"`);
    }
    stroke[modifier] = true;
  }
  return stroke;
}

const symbols: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  delete: 'Del',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  ' ': 'Space',
};

/** How each stroke of a shortcut is written on its key cap: `⌘K` on a Mac, `Ctrl+K` elsewhere. */
export function keyCaps(keys: string, isMac: boolean = isMacPlatform()): readonly string[] {
  return parseKeys(keys).map((stroke) => {
    const key = symbols[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : capitalise(stroke.key));
    const modifiers = isMac
      ? [stroke.ctrl && '⌃', stroke.alt && '⌥', stroke.shift && '⇧', stroke.mod && '⌘']
      : [(stroke.mod || stroke.ctrl) && 'Ctrl', stroke.alt && 'Alt', stroke.shift && 'Shift'];
    return [...modifiers.filter((part) => part !== false), key].join(isMac ? '' : '+');
  });
}

const spoken: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus' };

/** The value of `aria-keyshortcuts`; a sequence has none, because the attribute can't say it. */
export function ariaKeyShortcuts(keys: string, isMac: boolean = isMacPlatform()): string | undefined {
  const [stroke, ...rest] = parseKeys(keys);
  if (stroke === undefined || rest.length > 0) return undefined;
  const key = spoken[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : capitalise(stroke.key));
  const modifiers = [
    stroke.mod && (isMac ? 'Meta' : 'Control'),
    stroke.ctrl && !(stroke.mod && !isMac) && 'Control',
    stroke.alt && 'Alt',
    stroke.shift && 'Shift',
  ];
  return [...modifiers.filter((part) => part !== false), key].join('+');
}

function capitalise(key: string): string {
  return key.startsWith('arrow') ? `Arrow${capitalise(key.slice(5))}` : key.charAt(0).toUpperCase() + key.slice(1);
}
