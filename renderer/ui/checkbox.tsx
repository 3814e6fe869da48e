import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';

import styles from './checkbox.module.css';
import { Icon } from './icon.tsx';

export interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is checked; read out, and shown beside it with `showsLabel`. */
  readonly label: string;
  readonly showsLabel?: boolean;
  /** Round for tasks: done or not. Square for options. */
  readonly shape?: 'round' | 'square';
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  /** -1 inside lists that have a key of their own for it. */
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
}

/** The check of a task, or of an option. 16 px to see, 28 to hit. */
export function Checkbox({
  checked,
  onChange,
  label,
  showsLabel = false,
  shape = 'round',
  indeterminate = false,
  disabled = false,
  tabIndex,
  className,
}: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      checked={checked}
      onCheckedChange={onChange}
      indeterminate={indeterminate}
      disabled={disabled}
      tabIndex={tabIndex}
      {...(showsLabel ? {} : { 'aria-label': label })}
      className={clsx(styles.box, shape === 'square' && styles.square, className)}
    >
      <BaseCheckbox.Indicator className={styles.mark}>
        <Icon icon={indeterminate ? Minus : Check} size={12} />
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!showsLabel) return box;
  return (
    <label className={styles.label}>
      {box}
      <span>{label}</span>
    </label>
  );
}
