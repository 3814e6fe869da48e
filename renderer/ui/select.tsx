import { Select as BaseSelect } from '@base-ui/react/select';
import { clsx } from 'clsx';
import { Check, ChevronsUpDown } from 'lucide-react';

import { colorClass, type ColorName } from './colors.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { useFloatingRoot } from './floating-scope.tsx';
import { Icon, type LucideIcon } from './icon.tsx';
import popup from './popup.module.css';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly color?: ColorName | undefined;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string;
}

/** One of several, in a list that opens; typing jumps to a name. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  placeholder = 'Choose',
  ...field
}: SelectProps<Value>) {
  const root = useFloatingRoot();
  return (
    <Field {...field}>
      <BaseSelect.Root<Value>
        value={value}
        items={options}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
      >
        <BaseSelect.Trigger className={clsx(fieldStyles.box, styles.trigger)}>
          <BaseSelect.Value placeholder={placeholder} className={styles.value} />
          <BaseSelect.Icon>
            <Icon icon={ChevronsUpDown} size={14} className={styles.arrows} />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal container={root}>
          <BaseSelect.Positioner
            className={popup.positioner}
            positionMethod="fixed"
            sideOffset={4}
            alignItemWithTrigger={false}
            collisionPadding={8}
          >
            <BaseSelect.Popup className={popup.popup}>
              <BaseSelect.List className={popup.list}>
                {options.map((option) => (
                  <BaseSelect.Item key={option.value} value={option.value} className={popup.item}>
                    {option.icon !== undefined && <Icon icon={option.icon} />}
                    {option.color !== undefined && <span className={clsx(styles.dot, colorClass(option.color))} />}
                    <BaseSelect.ItemText className={popup.itemText}>{option.label}</BaseSelect.ItemText>
                    <span className={popup.mark}>
                      <BaseSelect.ItemIndicator>
                        <Icon icon={Check} />
                      </BaseSelect.ItemIndicator>
                    </span>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  );
}
