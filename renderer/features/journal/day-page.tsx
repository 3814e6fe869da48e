import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { fillTemplate, useDailyTemplate } from '#renderer/features/templates/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { DayHeading } from './day-heading.tsx';
import styles from './day-page.module.css';
import { DeletedEntries } from './deleted-entries.tsx';
import { desk, useDeskVersion } from './desk.ts';
import { EntryPage } from './entry-page.tsx';
import { FindBar } from './find-bar.tsx';
import { FIND, findOnPage } from './journal-acts.ts';
import { MentionedIn } from './mentioned-in.tsx';
import { newEntryId } from './new-entry-id.ts';
import { OnThisDay } from './on-this-day.tsx';
import { entryInHand } from './open-entries.ts';
import { printPages } from './pages/print-pages.ts';
import { SaveFailure } from './saved-state.tsx';
import { type Now, useNow } from './use-now.ts';
import { useElementWidth } from './use-element-width.ts';

/** Text, time and notes side by side need this much; below it the notes are behind a button. */
const MARGIN_WIDTH = 940;

export interface DayPageProps {
  readonly day: Day;
  /** Begins a new entry at once. */
  readonly startsWriting?: boolean;
  /** Leaves out the earlier years, where they are shown elsewhere. */
  readonly hidesEarlierYears?: boolean;
}

/** The page of a day: its name and mood, its entries to read and write, the notes in their margin. */
export function DayPage(props: DayPageProps) {
  const now = useNow();
  // Another day is another page: what was begun on the last one is not carried over.
  return now === null ? null : <Page key={props.day} {...props} now={now} />;
}

function Page({ day, startsWriting = false, hidesEarlierYears = false, now }: DayPageProps & { readonly now: Now }) {
  const sheet = useRef<HTMLDivElement>(null);
  const hasMargin = useElementWidth(sheet) >= MARGIN_WIDTH;
  const journal = useQuery(api.journal.day.queryOptions({ input: { day } }));
  const status = useQuery(api.system.status.queryOptions());
  const isReadOnly = status.data?.storage.state === 'read-only';
  useDeskVersion();
  useLayoutEffect(() => {
    if (journal.data) desk.receive(day, journal.data.entries);
  }, [day, journal.data]);

  /** The entry that is not begun yet: always there on an empty day, else when asked for. */
  const [blank, setBlank] = useState(() => ({ id: newEntryId(Date.now()), isWanted: startsWriting }));
  const begin = (): void => {
    if (isReadOnly) return;
    if ((desk.textOf(blank.id) ?? '').trim() === '' && blank.isWanted) focusText(sheet.current, blank.id);
    else setBlank({ id: newEntryId(Date.now()), isWanted: true });
  };
  useShortcuts([
    { keys: 'n', run: begin },
    { keys: 'i', run: () => focusText(sheet.current) },
    { keys: 'm', run: () => focusNextNote(sheet.current), repeats: true },
    { keys: 'Mod+F', run: findOnPage, inFields: true },
    { keys: 'Mod+P', run: () => void printPages({ first: day, last: day }, now.zone), inFields: true },
    { keys: 'Mod+.', run: () => focusNextNote(sheet.current), inFields: true },
  ]);

  const [finding, setFinding] = useState<{ readonly initial: string; readonly asked: number } | null>(null);
  useEffect(() => {
    const find = (): void =>
      setFinding((current) => ({
        initial: current?.initial ?? entryInHand()?.selectedText() ?? '',
        asked: (current?.asked ?? 0) + 1,
      }));
    window.addEventListener(FIND, find);
    return () => window.removeEventListener(FIND, find);
  }, []);
  // The time a template tells is the one when the page was opened.
  const [openedAtMs] = useState(() => Date.now());
  const daily = useDailyTemplate();
  const template = useMemo(
    () =>
      daily !== undefined && (day === now.today || blank.isWanted)
        ? fillTemplate(daily.body, { day, nowMs: openedAtMs, zone: now.zone }).text
        : undefined,
    [daily, day, now.today, now.zone, blank.isWanted, openedAtMs],
  );

  const entries = journal.data?.entries ?? [];
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const ids = [...new Set([...known.keys(), ...desk.begunOn(day)])].filter((id) => id !== blank.id);
  const showsBlank =
    blank.isWanted || known.has(blank.id) || (desk.textOf(blank.id) ?? '') !== '' || (ids.length === 0 && !isReadOnly);

  return (
    <div ref={sheet} className={styles.sheet}>
      {journal.isError && (
        <ErrorNotice
          title="This day could not be read"
          advice={failureOf(journal.error).message}
          reference={failureOf(journal.error).reference}
          action={
            <Button size="small" onClick={() => void journal.refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {journal.isPending && <Skeleton label="Reading the day" rows={4} />}
      {journal.data && (
        <>
          {finding !== null && (
            <FindBar
              {...finding}
              ids={[...ids, ...(showsBlank ? [blank.id] : [])]}
              readOnly={isReadOnly}
              onClose={() => setFinding(null)}
            />
          )}
          <DayHeading journal={journal.data} today={now.today} newId={blank.id} />
          <SaveFailure day={day} />
          {/* The entry being begun stays last: a text that moves while it is written would lose the focus. */}
          {[...ids, ...(showsBlank ? [blank.id] : [])].map((id) => (
            <EntryPage
              key={id}
              id={id}
              day={day}
              entry={known.get(id) ?? null}
              now={now}
              hasMargin={hasMargin}
              {...(ids.length === 0 && known.size === 0 && template !== undefined && { template })}
              placeholder={day === now.today ? 'What is on your mind?' : 'Write about this day'}
              startsFocused={id === blank.id && blank.isWanted}
              readOnly={isReadOnly}
              onLeave={() => {
                if (id === blank.id && (desk.textOf(id) ?? '').trim() === '') setBlank({ id, isWanted: false });
              }}
            />
          ))}
          {isReadOnly && ids.length === 0 && <p className={styles.hint}>Nothing was written on this day.</p>}
          {!isReadOnly && ids.length + known.size > 0 && (
            <div className={styles.foot}>
              <Button variant="quiet" size="small" icon={Plus} keys="n" onClick={begin}>
                New entry
              </Button>
            </div>
          )}
          <div className={styles.foot}>
            <DeletedEntries day={day} now={now} />
          </div>
          <div className={styles.foot}>
            <MentionedIn day={day} today={now.today} />
          </div>
          {!hidesEarlierYears && (
            <div className={styles.foot}>
              <OnThisDay day={day} />
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Puts the focus into an entry's text; the last one's if none is named. */
function focusText(sheet: HTMLElement | null, id?: string): void {
  const texts = [...(sheet?.querySelectorAll<HTMLElement>('[data-entry] [role="textbox"]') ?? [])];
  (texts.find((text) => text.closest<HTMLElement>('[data-entry]')?.dataset['entry'] === id) ?? texts.at(-1))?.focus();
}

/** From note to note, round; where they are behind a button, opens them. */
function focusNextNote(sheet: HTMLElement | null): void {
  const notes = [...(sheet?.querySelectorAll<HTMLElement>('[data-note]') ?? [])];
  const at = notes.findIndex((note) => note.contains(document.activeElement));
  const next = notes[(at + 1) % Math.max(1, notes.length)];
  if (next) next.querySelector<HTMLElement>('[data-first], button, [role="checkbox"]')?.focus();
  else sheet?.querySelector<HTMLElement>('[data-notes]')?.click();
}
