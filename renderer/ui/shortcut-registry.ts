import { createShortcutMatcher, type FocusPlace, type Shortcut, type ShortcutMatcher } from './shortcut-matcher.ts';

/** `app` shortcuts work everywhere; a `view` may take their key while it is shown. */
export type ShortcutScope = 'app' | 'view';

interface Registration {
  readonly scope: ShortcutScope;
  readonly shortcuts: () => readonly Shortcut[];
}

const registrations = new Set<Registration>();
let matcher: ShortcutMatcher | undefined;

/**
 * Listens to shortcuts until the returned function is called.
 *
 * One listener serves the whole window, at the end of the event's way up: an editor or list that used a key has
 * prevented its default by then, and the key is not used twice.
 */
export function registerShortcuts(scope: ShortcutScope, shortcuts: () => readonly Shortcut[]): () => void {
  const registration = { scope, shortcuts };
  if (registrations.size === 0) window.addEventListener('keydown', handleKeyDown);
  registrations.add(registration);
  if (scope === 'view') releaseSoon();
  return () => {
    registrations.delete(registration);
    if (registrations.size === 0) window.removeEventListener('keydown', handleKeyDown);
  };
}

/** Keys pressed while a page opens, in order; null while none does. */
let held: KeyboardEvent[] | null = null;
let patience: ReturnType<typeof setTimeout> | undefined;

/** A page that is there and still has no keys of its own is as ready as it will be after this long. */
const LONGEST_HOLD_MS = 700;
/** However slow the page is in coming, keys are not swallowed for good. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Keeps single keys for the page that is being opened: `g c d` is one thought, and must not reach the page before or fall
 * between. They are given out when the page listens, that is when a view's shortcuts are registered.
 */
export function holdKeys(): void {
  held ??= [];
  clearTimeout(patience);
  patience = setTimeout(release, LONGEST_WAIT_MS);
}

/** The page that was opened is shown; what it shows may still be on its way. */
export function keysMayGo(): void {
  if (held === null) return;
  clearTimeout(patience);
  patience = setTimeout(release, LONGEST_HOLD_MS);
}

/** The page may still be registering: it is whole before the next task. */
function releaseSoon(): void {
  if (held === null) return;
  clearTimeout(patience);
  patience = setTimeout(release);
}

function release(): void {
  clearTimeout(patience);
  const keys = held ?? [];
  held = null;
  // One of them may open the next page; what follows is meant for that one.
  for (const key of keys)
    if (held === null) press(key, document.activeElement);
    else (held as KeyboardEvent[]).push(key);
}

function handleKeyDown(event: KeyboardEvent): void {
  if (held !== null && isHeld(event)) {
    event.preventDefault();
    held.push(event);
  } else if (!event.defaultPrevented) press(event, event.target);
}

/** Single letters and signs outside of fields; everything else is at once what it always is. */
function isHeld(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const place = focusPlace(event.target);
  return /^\S$/u.test(event.key) && (place === 'page' || place === 'control');
}

function press(event: KeyboardEvent, target: EventTarget | null): void {
  // AltGr types characters and an input method composes them: neither is ever a command.
  if (event.isComposing || event.key === 'Process' || event.getModifierState('AltGraph')) return;
  matcher ??= createShortcutMatcher();
  const match = matcher.press(event, focusPlace(target), activeShortcuts());
  if (match.kind === 'none') return;
  event.preventDefault();
  if (match.kind === 'run') match.shortcut.run(event);
}

/** App shortcuts first, views after: the later one wins, in whatever order React mounted them. */
function activeShortcuts(): readonly Shortcut[] {
  const all = [...registrations];
  return (['app', 'view'] as const).flatMap((scope) =>
    all.filter((one) => one.scope === scope).flatMap((one) => one.shortcuts()),
  );
}

const textInputs = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range], [type=color])';

/** What the focus stands in, as far as keys are concerned. */
export function focusPlace(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="alertdialog"]') !== null) return 'alert';
  const isEditable = target instanceof HTMLElement && target.isContentEditable;
  if (isEditable || target.matches(`${textInputs}, textarea, select, [role="textbox"], [role="combobox"]`))
    return 'field';
  // Floating parts carry the side they opened on; menus and lists in them jump to a name as one types.
  if (target.closest('[role="dialog"], [role="menu"], [data-side]') !== null) return 'popup';
  return target.closest('button, a[href], summary, [role="checkbox"], [role="switch"], [role="radio"]') === null
    ? 'page'
    : 'control';
}
