import type { Entry } from '#contract/journal';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatTime } from '#renderer/ui/format.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { PictureDialog } from '#renderer/features/attachments/index.ts';
import { AlsoNoticed } from './also-noticed.tsx';
import { desk } from './desk.ts';
import type { MarkdownEditorHandle } from './editor/editor-props.ts';
import type { InsightMark } from './editor/insight-marks.ts';
import { MarkdownEditor } from './editor/markdown-editor.tsx';
import { entryFiles } from './entry-files.ts';
import { EntryMenu } from './entry-menu.tsx';
import styles from './entry-page.module.css';
import { MarginNotes, NoteList, type NotesProps } from './margin-notes.tsx';
import { nameOffers } from './name-offers.ts';
import { isOffered, type Note } from './notes.ts';
import { enterEntry, noteWriting } from './open-entries.ts';
import { referenceRoute } from './reference-route.ts';
import type { Now } from './use-now.ts';
import { useEntryInsights } from './use-entry-insights.ts';
import { useNoteDecisions } from './use-note-decisions.ts';
import { useSlashItems } from './use-slash-items.ts';

export interface EntryPageProps {
  readonly id: string;
  readonly day: Day;
  /** Null until the core knows of it. */
  readonly entry: Entry | null;
  readonly now: Now;
  /** Whether there is room for notes beside the text. */
  readonly hasMargin: boolean;
  readonly placeholder: string;
  /** What an entry that is not begun yet starts with; nothing of it is kept until something is typed. */
  readonly template?: string;
  readonly startsFocused: boolean;
  readonly readOnly: boolean;
  /** The writer left the text. */
  readonly onLeave: () => void;
}

const NO_NOTES: readonly Note[] = [];

/** One entry: its time, its text, and beside it what was noticed in its words. */
export function EntryPage({
  id,
  day,
  entry,
  now,
  hasMargin,
  placeholder,
  template,
  startsFocused,
  readOnly,
  onLeave,
}: EntryPageProps) {
  const editor = useRef<MarkdownEditorHandle>(null);
  const [, setLayout] = useState(0);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isListOpen, setIsListOpen] = useState(false);
  const [begunWith, setBegunWith] = useState(template);
  const goTo = useGoTo();
  const [enlarged, setEnlarged] = useState<{ readonly path: string; readonly words: string } | null>(null);
  const { mutate: noteMood } = useCommand(client.journal.setMood, { done: () => 'Mood noted' });
  const onMood = useCallback((mood: number) => noteMood({ id, day, mood }), [noteMood, id, day]);
  const slashItems = useSlashItems({ day, zone: now.zone, onMood });
  const files = useMemo(() => entryFiles((path, words) => setEnlarged({ path, words })), []);

  const reading = useEntryInsights(id, entry === null ? undefined : desk.savedTextOf(id));
  const notes = reading?.notes ?? NO_NOTES;
  const marks = useMemo(() => notes.map((note) => markOf(note, selectedId)), [notes, selectedId]);

  // When a note is decided the next one is in hand at once, so that several are decided with one key each and none of the
  // keys falls between; the last one keeps the focus while it becomes what it was accepted as.
  const toFocus = useRef<string>(null);
  const lastDecided = useRef<string>(null);
  const decisions = useNoteDecisions(id, (noteId, pending) => {
    const waiting = notes.filter((note) => note.id === noteId || (isOffered(note) && !pending.has(note.id)));
    const at = waiting.findIndex((note) => note.id === noteId);
    const next = waiting[at + 1] ?? waiting[at - 1];
    lastDecided.current = next === undefined ? noteId : null;
    toFocus.current = next?.id ?? null;
    if (next !== undefined) setSelectedId(next.id);
  });
  useLayoutEffect(() => {
    if (toFocus.current !== null) focusNote(toFocus.current);
    toFocus.current = null;
  });
  const { failures } = decisions;
  useLayoutEffect(() => {
    const last = lastDecided.current;
    if (last === null || failures.has(last)) return;
    if (notes.some((note) => note.id === last && isOffered(note))) return;
    lastDecided.current = null;
    setSelectedId(null);
    focusNote(last);
  }, [notes, failures]);
  useEffect(() => {
    if (startsFocused) editor.current?.focus();
  }, [startsFocused]);
  useEffect(() => () => desk.settle(id), [id]);
  useEffect(() => (editor.current === null ? undefined : enterEntry(id, editor.current)), [id]);

  // A search hit leads to its passage: /journal/DAY?entry=ID&at=OFFSET
  const isSought = useSearchParam('entry') === id;
  const soughtAt = Number(useSearchParam('at') ?? 0);
  useEffect(() => {
    if (isSought) editor.current?.reveal(soughtAt, soughtAt);
  }, [isSought, soughtAt]);

  const topOf = useCallback((noteId: string) => editor.current?.markTop(noteId) ?? null, []);
  const noteProps: NotesProps = {
    ...decisions,
    notes,
    selectedId,
    today: now.today,
    onSelect: (note) => setSelectedId(note.id),
  };
  const openNote = (noteId: string): void => {
    setSelectedId(noteId);
    setIsListOpen(!hasMargin);
    requestAnimationFrame(() => focusNote(noteId));
  };
  // The template may be known only after the page was drawn.
  const isUntouched = template !== undefined && entry === null && desk.textOf(id) === undefined;
  if (isUntouched && begunWith !== template) setBegunWith(template);
  const offeredCount = notes.filter(isOffered).length;
  const time = entry === null ? null : formatTime(entry.atMs, now.zone);
  const name = time === null ? 'New entry' : `Entry of ${time}`;

  return (
    <article aria-label={name} data-entry={id} className={styles.entry} data-margin={hasMargin || undefined}>
      <div className={styles.gutter}>
        {entry !== null && <time dateTime={new Date(entry.atMs).toISOString()}>{time}</time>}
        {entry !== null && <EntryMenu entry={entry} now={now} />}
      </div>
      <div className={styles.text} onFocus={() => noteWriting(id)}>
        <MarkdownEditor
          ref={editor}
          documentId={`${id}:${begunWith ?? ''}`}
          revision={desk.revisionOf(id)}
          value={desk.textOf(id) ?? entry?.body ?? template ?? ''}
          ariaLabel={name}
          placeholder={placeholder}
          readOnly={readOnly}
          marks={marks}
          {...(reading && { marksText: reading.text })}
          completions={nameOffers}
          files={files}
          slashItems={slashItems}
          onChange={(text) => desk.type(id, day, text)}
          onBlur={() => {
            desk.settle(id);
            onLeave();
          }}
          onMarkClick={openNote}
          onOpenLink={(url) => void client.system.openLink({ url })}
          onOpenReference={(kind, name) => goTo(referenceRoute(kind, name))}
          // A tick is a deed: it completes its task at once.
          onToggleTask={() => desk.settle(id)}
          onLayoutChange={() => setLayout((count) => count + 1)}
        />
        {reading && entry !== null && (
          <AlsoNoticed
            entry={entry}
            insights={reading.insights}
            onReveal={(from, to) => editor.current?.reveal(from, to)}
          />
        )}
        {!hasMargin && notes.length > 0 && (
          <Popover
            label="Notes"
            open={isListOpen}
            onOpenChange={setIsListOpen}
            trigger={
              <Button size="small" className={styles.notesButton} data-notes>
                {offeredCount > 0 ? formatCount(offeredCount, { one: 'note', other: 'notes' }) : 'Notes'}
              </Button>
            }
          >
            <NoteList {...noteProps} />
          </Popover>
        )}
      </div>
      {hasMargin && <MarginNotes {...noteProps} topOf={topOf} />}
      {enlarged !== null && <PictureDialog {...enlarged} onClose={() => setEnlarged(null)} />}
    </article>
  );
}

/** Notes may stand in the margin or float in a list: wherever it is, there is one of each. */
function focusNote(noteId: string): void {
  const note = document.querySelector(`[data-note="${CSS.escape(noteId)}"]`);
  note?.querySelector<HTMLElement>('[data-first], [role="checkbox"]')?.focus();
}

function markOf({ id, kind, from, to }: Note, selectedId: string | null): InsightMark {
  return { id, from, to, tone: kind === 'todo' ? 'task' : kind, selected: id === selectedId };
}
