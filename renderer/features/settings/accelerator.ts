/** What of a key press makes a shortcut. */
interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};

/**
 * A press as Electron writes it (https://www.electronjs.org/docs/latest/api/accelerator); null while only modifiers are
 * held, or when the key would be taken from everyday typing.
 */
export function acceleratorOf(press: Press, isMac: boolean): string | null {
  const letter = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1];
  const key =
    letter ?? NAMED[press.key] ?? (/^(F\d{1,2}|Insert|Home|End|PageUp|PageDown)$/.test(press.key) ? press.key : null);
  if (key === null) return null;
  const hasCommand = isMac ? press.metaKey : press.ctrlKey;
  const parts = [
    hasCommand && 'CommandOrControl',
    isMac && press.ctrlKey && 'Control',
    !isMac && press.metaKey && 'Super',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ].filter((part) => part !== false);
  const isFunctionKey = /^F\d/.test(key);
  const isHeld = press.ctrlKey || press.metaKey || press.altKey;
  return isHeld || isFunctionKey ? [...parts, key].join('+') : null;
}

/** The same in the notation of the window's own shortcuts, to be drawn as key caps. */
export function keysOf(accelerator: string): string {
  return accelerator
    .split('+')
    .map((part) => ({ CommandOrControl: 'Mod', Control: 'Ctrl', Super: 'Ctrl' })[part] ?? part)
    .join('+');
}
