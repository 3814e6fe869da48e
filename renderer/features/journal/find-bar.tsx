import { formatCount } from '#renderer/ui/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { CaseSensitive, ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './find-bar.module.css';
import { openEntry } from './open-entries.ts';

/** A match: the entry it is in and its number there. */
interface Place {
  readonly id: string;
  readonly index: number;
}

export interface FindBarProps {
  /** The entries of the page, from top to bottom. */
  readonly ids: readonly string[];
  readonly readOnly: boolean;
  /** What is looked for at first. */
  readonly initial: string;
  /** Another value is another wish to look for something. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Finds and replaces in all entries of a day at once. */
export function FindBar({ ids, readOnly, initial, asked, onClose }: FindBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [isCaseSensitive, setIsCaseSensitive] = useState(false);
  const [isReplacing, setIsReplacing] = useState(false);
  const [replacement, setReplacement] = useState('');
  const [counts, setCounts] = useState<readonly number[]>([]);
  const [place, setPlace] = useState<Place | null>(null);

  const count = (): readonly number[] => ids.map((id) => openEntry(id)?.find({ text, isCaseSensitive }) ?? 0);
  const show = (next: Place | null): void => {
    for (const id of ids) openEntry(id)?.showMatch(next?.id === id ? next.index : null);
    setPlace(next);
  };

  useEffect(() => {
    field.current?.select();
  }, [asked]);
  const idsKey = ids.join();
  useEffect(() => {
    const next = count();
    setCounts(next);
    const first = next.findIndex((one) => one > 0);
    const id = ids[first];
    show(id === undefined ? null : { id, index: openEntry(id)?.matchFrom() ?? 0 });
    // oxlint-disable-next-line react/exhaustive-deps -- looked for anew when the words or the entries change
  }, [text, isCaseSensitive, idsKey]);
  useEffect(
    () => () => {
      for (const id of idsKey.split(',')) openEntry(id)?.find(null);
    },
    [idsKey],
  );

  const total = counts.reduce((sum, one) => sum + one, 0);
  const before = place === null ? 0 : counts.slice(0, ids.indexOf(place.id)).reduce((sum, one) => sum + one, 0);
  /** The match `step` further, round the end of the page. */
  function go(step: 1 | -1): void {
    const now = count();
    setCounts(now);
    const all = ids.flatMap((id, at) => Array.from({ length: now[at] ?? 0 }, (_, index) => ({ id, index })));
    if (all.length === 0) return show(null);
    const at = place === null ? -1 : all.findIndex(({ id, index }) => id === place.id && index === place.index);
    show(all[(at + step + all.length) % all.length] ?? null);
  }
  function replace(): void {
    if (place === null) return;
    openEntry(place.id)?.replaceMatches(place.index, replacement);
    const now = count();
    setCounts(now);
    const rest = ids.slice(ids.indexOf(place.id));
    const next = rest.find((id) => (now[ids.indexOf(id)] ?? 0) > (id === place.id ? place.index : 0));
    if (next !== undefined) return show({ id: next, index: next === place.id ? place.index : 0 });
    const first = ids.find((_, at) => (now[at] ?? 0) > 0);
    show(first === undefined ? null : { id: first, index: 0 });
  }
  function replaceAll(): void {
    for (const id of ids) openEntry(id)?.replaceMatches('all', replacement);
    setCounts(count());
    setPlace(null);
  }
  function close(): void {
    const found = place === null ? undefined : openEntry(place.id);
    onClose();
    found?.focus();
  }
  useShortcuts([
    {
      keys: 'Escape',
      inFields: true,
      when: () => bar.current?.contains(document.activeElement) === true,
      run: close,
    },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  };

  return (
    <div className={styles.place}>
      <div ref={bar} role="search" aria-label="Find on this page" className={styles.bar}>
        <div className={styles.line}>
          <TextField
            ref={field}
            label="Find on this page"
            hidesLabel
            placeholder="Find"
            dir="auto"
            className={styles.field}
            value={text}
            onChange={setText}
            onKeyDown={onKeyDown}
          />
          <span role="status" className={styles.count}>
            {text === ''
              ? ''
              : total === 0
                ? 'Not found'
                : place === null
                  ? formatCount(total, { one: 'match', other: 'matches' })
                  : `${before + place.index + 1} of ${total}`}
          </span>
          <IconButton icon={ChevronUp} label="Match before" keys="Shift+Enter" onClick={() => go(-1)} />
          <IconButton icon={ChevronDown} label="Next match" keys="Enter" onClick={() => go(1)} />
          <IconButton
            icon={CaseSensitive}
            label="Capitals count"
            aria-pressed={isCaseSensitive}
            onClick={() => setIsCaseSensitive(!isCaseSensitive)}
          />
          {!readOnly && (
            <IconButton
              icon={Replace}
              label="Replace"
              aria-pressed={isReplacing}
              onClick={() => setIsReplacing(!isReplacing)}
            />
          )}
          <IconButton icon={X} label="Close" keys="Escape" onClick={close} />
        </div>
        {isReplacing && !readOnly && (
          <div className={styles.line}>
            <TextField
              label="Replace with"
              hidesLabel
              placeholder="Replace with"
              dir="auto"
              className={styles.field}
              value={replacement}
              onChange={setReplacement}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                replace();
              }}
            />
            <Button size="small" disabled={place === null} onClick={replace}>
              Replace
            </Button>
            <Button size="small" disabled={total === 0} onClick={replaceAll}>
              Replace all
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
