import { isMacPlatform, parseKeys, type Stroke } from './keys.ts';

export interface Shortcut {
  /** `Mod+K`, `g t` (one after the other), `j`; the notation of ui/keys.ts. */
  readonly keys: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Asked at each press; while it says no, the key is somebody else's. */
  readonly when?: () => boolean;
  /** Also heard while the person types in a field. Never set it on a key that writes or edits text. */
  readonly inFields?: boolean;
  /** Runs again while the key is held: moving through things, not doing things. */
  readonly repeats?: boolean;
}

/** What of a key event decides; a part of KeyboardEvent, so that rules are tested without a window. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  /** Milliseconds of one steady clock (`event.timeStamp`). */
  readonly timeStamp: number;
}

/** Where the focus stands: writing, in a floating part that has keys of its own, on a control, or on none of them. */
export type FocusPlace = 'page' | 'control' | 'field' | 'popup' | 'alert';

/** How long a started sequence (`g` of `g t`) waits for its next key. */
const sequencePatienceMs = 2000;

/** Mod with these belongs to the text while one writes: undo, clipboard, marks, moving by words. */
const editingKeys = new Set(['z', 'y', 'a', 'c', 'x', 'v', 'b', 'i', 'u', 'backspace', 'delete', 'home', 'end']);

/** Whether a stroke could write or edit text, and so is left alone in a field. */
export function isTextStroke(stroke: Stroke): boolean {
  if (!stroke.mod && !stroke.ctrl) return true;
  return editingKeys.has(stroke.key) || stroke.key.startsWith('arrow');
}

/** Whether a press is this stroke. */
export function matchesStroke(stroke: Stroke, press: Press, isMac: boolean = isMacPlatform()): boolean {
  const wantsCtrl = stroke.ctrl || (stroke.mod && !isMac);
  if (press.metaKey !== (stroke.mod && isMac) || press.ctrlKey !== wantsCtrl || press.altKey !== stroke.alt)
    return false;
  const key = press.key.toLowerCase();
  const isMatch = key === stroke.key || latinKey(press) === stroke.key;
  if (!isMatch) return false;
  // Shift is part of how `?` or `+` is typed, on which keyboards differ; for letters and named keys it must agree.
  const isSymbol = stroke.key.length === 1 && !/[\p{L} ]/u.test(stroke.key);
  return isSymbol || press.shiftKey === stroke.shift;
}

/** The Latin letter at a key's place, for layouts that write another script there and for Option-letters on a Mac. */
function latinKey(press: Press): string | undefined {
  if (/^[\x20-\x7e]$/.test(press.key) || press.key.length > 1) return undefined;
  return /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
}

export type Match =
  | { readonly kind: 'run'; readonly shortcut: Shortcut }
  /** The beginning of a sequence: the press is taken, the next one decides. */
  | { readonly kind: 'started' }
  | { readonly kind: 'none' };

export interface ShortcutMatcher {
  /** Decides a press; of two shortcuts on the same key the later one in the list wins. */
  readonly press: (press: Press, place: FocusPlace, shortcuts: readonly Shortcut[]) => Match;
}

/** A matcher remembers the sequence that was begun, nothing else. */
export function createShortcutMatcher(isMac: boolean = isMacPlatform()): ShortcutMatcher {
  let begun: readonly Press[] = [];

  function find(presses: readonly Press[], place: FocusPlace, shortcuts: readonly Shortcut[]): Match {
    let isStart = false;
    for (const shortcut of shortcuts.toReversed()) {
      const strokes = parseKeys(shortcut.keys);
      if (!isHeard(strokes, shortcut, place)) continue;
      const isPrefix = presses.every((press, index) => {
        const stroke = strokes[index];
        return stroke !== undefined && matchesStroke(stroke, press, isMac);
      });
      if (!isPrefix || shortcut.when?.() === false) continue;
      if (strokes.length === presses.length) {
        return presses.at(-1)?.repeat === true && shortcut.repeats !== true
          ? { kind: 'started' }
          : { kind: 'run', shortcut };
      }
      isStart = true;
    }
    return isStart ? { kind: 'started' } : { kind: 'none' };
  }

  return {
    press(press, place, shortcuts) {
      if (isModifierAlone(press.key)) return { kind: 'none' };
      const last = begun.at(-1);
      const isInTime = last !== undefined && press.timeStamp - last.timeStamp <= sequencePatienceMs;
      for (const presses of isInTime ? [[...begun, press], [press]] : [[press]]) {
        const match = find(presses, place, shortcuts);
        if (match.kind === 'none') continue;
        begun = match.kind === 'started' && !press.repeat ? presses : [];
        return match;
      }
      begun = [];
      return { kind: 'none' };
    },
  };
}

function isHeard(strokes: readonly Stroke[], shortcut: Shortcut, place: FocusPlace): boolean {
  const [first] = strokes;
  if (first === undefined || place === 'alert') return false;
  if (place === 'page' || shortcut.inFields === true) return true;
  // Space and Enter press the button that has the focus.
  if (place === 'control') return first.mod || first.ctrl || (first.key !== ' ' && first.key !== 'enter');
  return !isTextStroke(first);
}

function isModifierAlone(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'AltGraph';
}
