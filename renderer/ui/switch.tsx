import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { useId } from 'react';

import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  /** What it means to have it on; one plain sentence. */
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A setting that takes effect at once, with its words on the left. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const hintId = useId();
  return (
    <label className={styles.line}>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {hint !== undefined && (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
      <BaseSwitch.Root
        className={styles.track}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : hintId}
      >
        <BaseSwitch.Thumb className={styles.thumb} />
      </BaseSwitch.Root>
    </label>
  );
}
