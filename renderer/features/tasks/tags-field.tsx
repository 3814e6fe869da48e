import { api } from '#renderer/data/api.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { colorClass } from '#renderer/ui/colors.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import styles from './tags-field.module.css';

interface TagsFieldProps {
  readonly label: string;
  readonly hidesLabel?: boolean;
  /** Names. */
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
  /** The line to type in. */
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

const MAX_OPTIONS = 8;

/** Tags as chips, and a line to add more: what is typed completes to the tags there are, Enter or a space adds. */
export function TagsField({ label, hidesLabel = false, value, onChange, inputRef }: TagsFieldProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [active, setActive] = useState<number>();
  const [isFocused, setFocused] = useState(false);
  const listId = useId();
  const known = useQuery(api.tasks.tags.queryOptions()).data ?? [];

  const wanted = text.trim().replace(/^#/u, '');
  const taken = new Set(value.map((name) => name.toLowerCase()));
  const options = known
    .filter((tag) => !taken.has(tag.name.toLowerCase()) && tag.name.toLowerCase().includes(wanted.toLowerCase()))
    .toSorted((one, other) => startsFirst(one.name, other.name, wanted) || other.openTasks - one.openTasks)
    .slice(0, MAX_OPTIONS);
  const isOpen = isFocused && options.length > 0;
  // Unless the arrows went elsewhere, Enter takes the first tag that begins with what is typed; a space never completes.
  const begun =
    wanted !== '' && options[0]?.name.toLowerCase().startsWith(wanted.toLowerCase()) ? options[0] : undefined;
  const chosen = active === undefined ? begun : options[active];

  function add(name: string): void {
    if (name === '') return;
    if (/[\s#,]/u.test(name) || name.length > 60) {
      setError('A tag is one word of 60 characters at most.');
      return;
    }
    if (!taken.has(name.toLowerCase())) onChange([...value, name]);
    setText('');
    setError(undefined);
    setActive(undefined);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || ((event.key === ' ' || event.key === ',') && wanted !== '')) {
      event.preventDefault();
      add(event.key === 'Enter' ? (chosen?.name ?? wanted) : wanted);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = chosen === undefined ? (step === 1 ? -1 : 0) : options.indexOf(chosen);
      setActive((from + step + options.length) % options.length);
    }
  }

  return (
    <div
      onFocus={() => setFocused(true)}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
    >
      {!hidesLabel && (
        <p className={styles.label} aria-hidden>
          {label}
        </p>
      )}
      <div className={styles.chips}>
        {value.map((name) => (
          <Chip
            key={name}
            color={known.find((tag) => tag.name.toLowerCase() === name.toLowerCase())?.color}
            onRemove={() => onChange(value.filter((other) => other !== name))}
          >
            {name}
          </Chip>
        ))}
      </div>
      <TextField
        ref={inputRef}
        label={label}
        hidesLabel
        value={text}
        onChange={(next) => {
          setText(next);
          setError(undefined);
          setActive(undefined);
        }}
        onKeyDown={handleKey}
        error={error}
        placeholder={value.length === 0 ? 'Add a tag' : 'Add another tag'}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen !== undefined ? `${listId}-${chosen.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div id={listId} role="listbox" aria-label="Tags there are" className={styles.list} hidden={!isOpen}>
        {options.map((tag) => (
          <div
            key={tag.id}
            id={`${listId}-${tag.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={tag === chosen}
            className={clsx(styles.option, colorClass(tag.color))}
            onPointerDown={(event) => {
              // The field keeps the focus: the next tag can be typed at once.
              event.preventDefault();
              add(tag.name);
            }}
          >
            <span className={styles.dot} />
            <span dir="auto">{tag.name}</span>
            <span className={styles.count}>{tag.openTasks}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

const startsFirst = (one: string, other: string, text: string): number =>
  Number(other.toLowerCase().startsWith(text.toLowerCase())) - Number(one.toLowerCase().startsWith(text.toLowerCase()));
