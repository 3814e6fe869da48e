import type { ReadItem } from '#contract/capture';
import { MAX_READ_LENGTH } from '#contract/capture';
import { colorClass } from '#renderer/ui/colors.ts';
import { clsx } from 'clsx';
import { type ComponentPropsWithRef, memo } from 'react';
import styles from './capture-field.module.css';
import { colorOfItem } from './item-looks.ts';
import { stretchesOf } from './ranges.ts';

interface CaptureFieldProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'className'> {
  readonly text: string;
  readonly items: readonly ReadItem[];
  readonly onText: (text: string) => void;
}

/**
 * The field: a plain text area, so that input methods and readers find what they know, over a drawing of the same text
 * that tints what was understood.
 */
export function CaptureField({ text, items, onText, ...rest }: CaptureFieldProps) {
  return (
    <div className={styles.field}>
      {text.length <= MAX_READ_LENGTH && <Tints text={text} items={items} />}
      <textarea
        {...rest}
        rows={1}
        dir="auto"
        autoComplete="off"
        className={styles.text}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}

const Tints = memo(function Tints({ text, items }: { readonly text: string; readonly items: readonly ReadItem[] }) {
  return (
    <div className={styles.tints} dir="auto" aria-hidden="true">
      {stretchesOf(text, items).map(({ from, item, parts }) => (
        <span key={from} className={clsx(item && [styles.item, colorClass(colorOfItem(item))])}>
          {parts.map((part) => (
            <span key={part.from} className={clsx(part.isSpan && styles.span)}>
              {part.text}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
});
