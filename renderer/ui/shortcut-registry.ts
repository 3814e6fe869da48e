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
  return () => {
    registrations.delete(registration);
    if (registrations.size === 0) window.removeEventListener('keydown', handleKeyDown);
  };
}

function handleKeyDown(event: KeyboardEvent): void {
  // AltGr types characters and an input method composes them: neither is ever a command.
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return;
  if (event.getModifierState('AltGraph')) return;
  matcher ??= createShortcutMatcher();
  const match = matcher.press(event, focusPlace(event.target), activeShortcuts());
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
