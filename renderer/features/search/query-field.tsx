import type { Completion } from '#contract/search';
import { api } from '#renderer/data/api.ts';
import { Icon, type LucideIcon } from '#renderer/ui/icon.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AtSign, CornerDownLeft, Folder, Hash, Layers, Search, SlidersHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import styles from './query-field.module.css';

const ICONS: Readonly<Record<Completion['kind'], LucideIcon>> = {
  operator: SlidersHorizontal,
  value: CornerDownLeft,
  tag: Hash,
  person: AtSign,
  project: Folder,
  area: Layers,
};

interface QueryFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Keys that no completion takes. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly trailing?: ReactNode;
}

/** The line for a question, with what could be written there next: operators, tags, people, projects. */
export function QueryField({ field, query, onChange, onKey, trailing }: QueryFieldProps) {
  const listId = useId();
  const [caret, setCaret] = useState(query.length);
  const [isOpen, setIsOpen] = useState(false);
  /** -1: none is chosen, and the keys belong to the results. */
  const [chosen, setChosen] = useState(-1);
  const { data } = useQuery({
    ...api.search.complete.queryOptions({ input: { query, at: Math.min(caret, query.length) } }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const options = isOpen ? (data?.options ?? []) : [];

  function change(next: string): void {
    onChange(next);
    setCaret(field.current?.selectionStart ?? next.length);
    setIsOpen(next !== '');
    setChosen(-1);
  }

  function accept(option: Completion): void {
    if (!data) return;
    const next = `${query.slice(0, data.from)}${option.text}${query.slice(data.to).replace(/^ /u, '')}`;
    const at = data.from + option.text.length;
    onChange(next);
    setCaret(at);
    setChosen(-1);
    // An operator wants its value next; a value is whole.
    setIsOpen(option.kind === 'operator');
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const option = options[chosen];
    if (options.length > 0 && event.key === 'ArrowDown' && chosen < options.length - 1) setChosen(chosen + 1);
    else if (options.length > 0 && event.key === 'ArrowUp' && chosen >= 0) setChosen(chosen - 1);
    else if (options.length > 0 && event.key === 'Tab' && !event.shiftKey) accept(option ?? options[0]!);
    else if (option && event.key === 'Enter') accept(option);
    else if (options.length > 0 && event.key === 'Escape') setIsOpen(false);
    else return onKey(event);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.field}>
      <TextField
        label="Search everything"
        hidesLabel
        type="search"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        ref={field}
        // The page is for typing into, and is only reached by asking for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        icon={Search}
        value={query}
        onChange={change}
        onKeyDown={handleKey}
        onBlur={() => setIsOpen(false)}
        placeholder="Words, “a phrase”, -without, #tag, before:last month"
        trailing={trailing}
      />
      <div id={listId} role="listbox" aria-label="Completions" className={styles.options} hidden={options.length === 0}>
        {options.map((option, at) => (
          // The keys are the field's: it keeps the focus while a completion is chosen.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.text}
            id={`${listId}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => accept(option)}
          >
            <Icon icon={ICONS[option.kind]} />
            <span className={styles.label}>{option.label}</span>
            {option.detail !== null && <span className={styles.detail}>{option.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
