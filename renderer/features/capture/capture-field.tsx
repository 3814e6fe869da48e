import { MAX_READ_LENGTH, type ReadItem } from '#contract/capture';
import { colorClass } from '#renderer/ui/colors.ts';
import { clsx } from 'clsx';
import { type ClipboardEvent, type ComponentPropsWithRef, memo } from 'react';
import styles from './capture-field.module.css';
import { colorOfItem } from './item-looks.ts';
import { stretchesOf } from './ranges.ts';

/** A longer text is shown by its beginning and not edited here: laying out megabytes stops the window, or ends it. */
export const LONGEST_EDITED = 50_000;
const BEGINNING = 400;

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
  const isEdited = text.length <= LONGEST_EDITED;

  function handlePaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text/plain');
    if (!isEdited || pasted.length + text.length <= LONGEST_EDITED) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    onText(text.slice(0, selectionStart) + pasted.replaceAll('\r\n', '\n') + text.slice(selectionEnd));
  }

  return (
    <div className={styles.field}>
      {text.length <= MAX_READ_LENGTH && <Tints text={text} items={items} />}
      <textarea
        {...rest}
        rows={1}
        dir="auto"
        autoComplete="off"
        className={styles.text}
        readOnly={!isEdited}
        value={isEdited ? text : `${text.slice(0, BEGINNING).toWellFormed()}…`}
        onChange={(event) => onText(event.currentTarget.value)}
        onPaste={handlePaste}
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
