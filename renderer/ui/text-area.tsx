import { Field as BaseField } from '@base-ui/react/field';
import { clsx } from 'clsx';
import type { ComponentPropsWithRef } from 'react';

import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export interface TextAreaProps
  extends
    FieldProps,
    Omit<ComponentPropsWithRef<'textarea'>, 'onChange' | 'value' | 'defaultValue' | 'className' | 'disabled'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of text; it grows with them (CSS `field-sizing`), so nothing is measured while one types. */
export function TextArea({
  label,
  hidesLabel,
  hint,
  error,
  disabled,
  className,
  value,
  onChange,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, hidesLabel, hint, error, disabled, className }}>
      <div className={styles.box}>
        <BaseField.Control
          render={<textarea {...rest} className={clsx(styles.input, styles.area)} />}
          value={value}
          onValueChange={(next) => onChange(next)}
        />
      </div>
    </Field>
  );
}
