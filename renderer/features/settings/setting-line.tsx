import type { ReactNode } from 'react';
import styles from './settings-screen.module.css';

interface SettingLineProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** A control that names itself: its own label is hidden, since the line shows it. */
  readonly children: ReactNode;
}

/** One setting: its name and what it means on the left, its control on the right. */
export function SettingLine({ label, hint, error, children }: SettingLineProps) {
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <p className={styles.label} aria-hidden>
          {label}
        </p>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.control}>
        {children}
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
