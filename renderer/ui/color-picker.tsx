import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';

import styles from './color-picker.module.css';
import { colorClass, colorNames, type ColorName } from './colors.ts';
import { Icon } from './icon.tsx';

export interface ColorPickerProps {
  readonly label: string;
  readonly value: ColorName;
  readonly onChange: (color: ColorName) => void;
}

/** One of the twelve colours; arrow keys move among them. */
export function ColorPicker({ label, value, onChange }: ColorPickerProps) {
  return (
    <RadioGroup<ColorName>
      aria-label={label}
      className={styles.colors}
      value={value}
      onValueChange={(color) => onChange(color)}
    >
      {colorNames.map((color) => (
        <Radio.Root key={color} value={color} aria-label={color} className={clsx(styles.color, colorClass(color))}>
          <Radio.Indicator className={styles.mark}>
            <Icon icon={Check} />
          </Radio.Indicator>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
