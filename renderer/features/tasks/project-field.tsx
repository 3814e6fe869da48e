import { api } from '#renderer/data/api.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './project-field.module.css';
import { useDraft } from './use-draft.ts';

interface ProjectFieldProps {
  readonly value: string | null;
  readonly error: string | undefined;
  /** Resolves to whether it was saved. */
  readonly onSave: (project: string | null) => Promise<boolean>;
}

/** The project of a task: completes to those there are; another name makes a new one. */
export function ProjectField({ value, error, onSave }: ProjectFieldProps) {
  const draft = useDraft(value ?? '', (text) => onSave(text.trim() || null));
  const [active, setActive] = useState(-1);
  const [isFocused, setFocused] = useState(false);
  const listId = useId();
  const projects = useQuery(api.projects.list.queryOptions()).data ?? [];
  const wanted = draft.text.trim().toLowerCase();
  const options = projects
    .filter(
      ({ status, name }) =>
        status === 'open' && name !== value && name.toLowerCase().includes(draft.isDirty ? wanted : ''),
    )
    .slice(0, 6);
  const isOpen = isFocused && options.length > 0;

  function pick(name: string): void {
    draft.revert();
    void onSave(name);
    setFocused(false);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = options[active];
    if (step !== 0 && isOpen) setActive((active + step + options.length) % options.length);
    else if (event.key === 'Enter' && chosen) pick(chosen.name);
    else if (event.key === 'Enter') draft.commit();
    else return;
    event.preventDefault();
  }

  return (
    <div
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        setFocused(event.currentTarget.contains(event.relatedTarget));
        draft.commit();
      }}
    >
      <TextField
        label="Project"
        placeholder="No project"
        dir="auto"
        value={draft.text}
        error={error}
        onChange={(text) => {
          draft.onChange(text);
          setActive(-1);
          setFocused(true);
        }}
        onKeyDown={handleKey}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div id={listId} role="listbox" aria-label="Projects there are" hidden={!isOpen} className={styles.list}>
        {options.map(({ id, name }, index) => (
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            dir="auto"
            onPointerDown={(event) => {
              event.preventDefault();
              pick(name);
            }}
          >
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}
