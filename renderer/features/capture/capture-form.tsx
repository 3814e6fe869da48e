import type { ReadItem, TextRange } from '#contract/capture';
import { Button } from '#renderer/ui/button.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { parseKeys } from '#renderer/ui/keys.ts';
import { matchesStroke } from '#renderer/ui/shortcut-matcher.ts';
import { clsx } from 'clsx';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useId, useState } from 'react';
import { capture, fileCapture, useCapture } from './capture.ts';
import { CaptureField, LONGEST_EDITED } from './capture-field.tsx';
import styles from './capture-form.module.css';
import type { FilingAs } from './capture-session.ts';
import { spanAt } from './ranges.ts';
import { Reading, Receipt } from './reading.tsx';

interface CaptureFormProps {
  /** `line` is docked in a page, `bar` floats. */
  readonly look: 'line' | 'bar';
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly onFiled?: () => void;
  readonly onEscape?: () => void;
}

/** Readers are told what was understood once the typing pauses. */
const TELL_PAUSE_MS = 900;
const AS_WORDS = 'Alt+W';

/** What is on one's mind, and beneath it what it will become. Enter files it, Escape keeps it as a draft. */
export function CaptureForm({ look, fieldRef, onFiled, onEscape }: CaptureFormProps) {
  const { text, ignored, items, failure, filed } = useCapture();
  const [caret, setCaret] = useState<number>();
  const failureId = useId();
  const isEmpty = text.trim() === '';
  const isLong = text.length > LONGEST_EDITED;
  const span = caret === undefined ? undefined : spanAt(items, caret);

  async function file(as: FilingAs): Promise<void> {
    if (await fileCapture(as)) onFiled?.();
  }

  function leaveAsWords(range: TextRange): void {
    setCaret(undefined);
    capture.ignore(range);
    fieldRef.current?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (isStroke('Enter', nativeEvent) || isStroke('Mod+Enter', nativeEvent)) {
      event.preventDefault();
      if (!event.repeat) void file(isStroke('Enter', nativeEvent) ? 'items' : 'entry');
    } else if (isStroke(AS_WORDS, nativeEvent)) {
      event.preventDefault();
      const written = spanAt(items, event.currentTarget.selectionStart);
      if (written) leaveAsWords(written);
    } else if (event.key === 'Escape') {
      void capture.flush();
      onEscape?.();
    }
  }

  /** Offers what the caret was put in, not what is just being typed: the form would jump at every word. */
  function handleCaret(field: HTMLTextAreaElement): void {
    setCaret(field.selectionStart === field.selectionEnd ? field.selectionStart : undefined);
  }

  function handleClick(event: MouseEvent<HTMLTextAreaElement>): void {
    const clicked = event.altKey ? spanAt(items, event.currentTarget.selectionStart) : undefined;
    if (clicked) leaveAsWords(clicked);
    else handleCaret(event.currentTarget);
  }

  return (
    <form
      className={clsx(styles.form, look === 'line' ? styles.docked : styles.floating)}
      aria-label="Capture"
      onSubmit={(event) => {
        event.preventDefault();
        void file('items');
      }}
    >
      <div className={styles.line}>
        <Icon icon={Plus} size={look === 'bar' ? 20 : 16} className={styles.plus} />
        <CaptureField
          ref={fieldRef}
          text={text}
          items={items}
          onText={(next) => {
            setCaret(undefined);
            capture.change(next);
          }}
          aria-label="Capture"
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? undefined : failureId}
          placeholder="What is on your mind?"
          onKeyDown={handleKey}
          onClick={handleClick}
          onKeyUp={(event) => {
            if (/^(Arrow|Home|End)/.test(event.key)) handleCaret(event.currentTarget);
          }}
          onBlur={() => {
            setCaret(undefined);
            void capture.flush();
          }}
        />
      </div>
      {failure !== null && (
        <p id={failureId} role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {!isEmpty && (
        <div className={styles.below}>
          <Reading items={items} onRefuse={leaveAsWords} />
          {look === 'line' && (
            <Button type="submit" variant="quiet" size="small" keys="Enter" className={styles.file}>
              File
            </Button>
          )}
        </div>
      )}
      {look === 'line' && isEmpty && filed.length > 0 && (
        <div className={styles.below}>
          <Receipt filed={filed} />
        </div>
      )}
      {!isEmpty && (span !== undefined || ignored.length > 0 || isLong) && (
        <div className={styles.choices}>
          {span !== undefined && (
            // The caret, by which the span is known, would leave the field with the focus.
            <Button
              variant="quiet"
              size="small"
              keys={AS_WORDS}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => leaveAsWords(span)}
            >
              Leave “{text.slice(span.from, span.to)}” as words
            </Button>
          )}
          {ignored.length > 0 && (
            <Button variant="quiet" size="small" onClick={() => capture.readAll()}>
              Read everything again
            </Button>
          )}
          {isLong && (
            <Button variant="quiet" size="small" onClick={() => capture.change('')}>
              Take these {formatNumber(text.length)} characters out again
            </Button>
          )}
        </div>
      )}
      {look === 'bar' && (
        <footer className={styles.keys}>
          <Button type="submit" variant="quiet" size="small" keys="Enter">
            {items.length > 1 ? `File all ${items.length}` : 'File'}
          </Button>
          <Button variant="quiet" size="small" keys="Mod+Enter" onClick={() => void file('entry')}>
            To the journal
          </Button>
          <span className={styles.hint}>
            <Kbd keys="Shift+Enter" />
            New line
          </span>
          <span className={clsx(styles.hint, styles.end)}>
            <Kbd keys="Escape" />
            Keep as a draft
          </span>
        </footer>
      )}
      <Told items={items} />
    </form>
  );
}

/** Says to readers what was understood, once it stands. */
function Told({ items }: { readonly items: readonly ReadItem[] }) {
  const words = items.map((item) => item.words).join('. ');
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), TELL_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return <output className="visually-hidden">{told}</output>;
}

function isStroke(keys: string, event: globalThis.KeyboardEvent): boolean {
  const [stroke] = parseKeys(keys);
  return stroke !== undefined && matchesStroke(stroke, event);
}
