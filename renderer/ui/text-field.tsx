import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentPropsWithRef, ReactNode } from 'react';

import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { Icon, type LucideIcon } from './icon.tsx';

export interface TextFieldProps
  extends
    FieldProps,
    Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'defaultValue' | 'className' | 'disabled'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: LucideIcon | undefined;
  /** A control inside the field, at its end. */
  readonly trailing?: ReactNode;
}

/** A line of text. */
export function TextField({
  label,
  hidesLabel,
  hint,
  error,
  disabled,
  className,
  value,
  onChange,
  icon,
  trailing,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hidesLabel, hint, error, disabled, className }}>
      <div className={styles.box}>
        {icon !== undefined && <Icon icon={icon} />}
        <BaseField.Control
          render={<input {...rest} />}
          className={styles.input}
          value={value}
          onValueChange={(next) => onChange(next)}
        />
        {trailing !== undefined && <div className={styles.trailing}>{trailing}</div>}
      </div>
    </Field>
  );
}
