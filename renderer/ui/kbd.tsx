import { clsx } from 'clsx';

import styles from './kbd.module.css';
import { keyCaps } from './keys.ts';

export interface KbdProps {
  /** A shortcut in the notation of keys.ts: `Mod+K`, `g t`, `?`. */
  readonly keys: string;
  readonly className?: string | undefined;
}

/** Key caps, written the way this machine's keyboard is labelled. */
export function Kbd({ keys, className }: KbdProps) {
  return (
    <span className={clsx(styles.keys, className)}>
      {keyCaps(keys).map((cap, index) => (
        // A sequence may hold the same cap twice; its place is its identity.
        <kbd key={`${index}${cap}`} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
