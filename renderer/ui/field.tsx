import { Field as BaseField } from '@base-ui/react/field';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import styles from './field.module.css';

/** What every field has: a name, perhaps a hint, and what is wrong with what was entered. */
export interface FieldProps {
  readonly label: string;
  /** The label stays for readers and is not drawn; the place must say it then. */
  readonly hidesLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What was wrong and what to do, in the user's words. The input is kept. */
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The frame of a field: label above, then the control, then the error or the hint. */
export function Field({
  label,
  hidesLabel = false,
  hint,
  error,
  disabled = false,
  className,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <BaseField.Root invalid={error !== undefined} disabled={disabled} className={clsx(styles.field, className)}>
      <BaseField.Label className={hidesLabel ? 'visually-hidden' : styles.label}>{label}</BaseField.Label>
      {children}
      {error !== undefined ? (
        <BaseField.Error match className={styles.error} role="alert">
          {error}
        </BaseField.Error>
      ) : (
        hint !== undefined && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>
      )}
    </BaseField.Root>
  );
}
