import type { IcsPreview, IcsReport } from '#contract/calendar';
import { type KnownPart, knownEvents, knownItems } from '#db/queries/calendar-files';
import type { ReadHandle } from '#db/store/handles';
import type { ReadJournal, ReadTodo } from '#main/domain/icalendar/other-lines';
import type { ReadCalendar, ReadEvent, Skipped } from '#main/domain/icalendar/read-calendar';
import { hashIn } from '#main/domain/icalendar/event-lines';

type Part = ReadEvent | ReadTodo | ReadJournal;

/** A part of a file, and what is here of it already. */
export interface Planned<P extends Part> {
  readonly part: P;
  readonly becomes: 'added' | 'changed' | 'there';
  /** The row that an older version of it became. */
  readonly known: KnownPart | null;
}

export interface ImportPlan {
  readonly file: ReadCalendar;
  /** Series before their changed occurrences. */
  readonly events: readonly Planned<ReadEvent>[];
  readonly todos: readonly Planned<ReadTodo>[];
  readonly journals: readonly Planned<ReadJournal>[];
}

/**
 * Finds out what of a file is new: parts are known by their UID and the occurrence they change, the second of the same name as
 * the second. A part that reads as it did when it was taken in is left alone, whatever was done with it here since.
 *
 * @param calendarId only what lies in this calendar counts; without it all calendars that are not subscribed to
 */
export function planImport(handle: ReadHandle, file: ReadCalendar, calendarId: string | null): ImportPlan {
  const uids = (parts: readonly Part[]): string[] => [...new Set(parts.map(({ uid }) => uid))];
  const byOccurrence = file.events.toSorted(
    (one, other) => Number(one.occurrence !== null) - Number(other.occurrence !== null),
  );
  return {
    file,
    events: matched(byOccurrence, knownEvents(handle, uids(file.events), calendarId)),
    todos: matched(file.todos, knownItems(handle, uids(file.todos), calendarId)),
    journals: matched(file.journals, knownItems(handle, uids(file.journals), calendarId)),
  };
}

const keyOf = ({ uid, occurrence }: { uid: string; occurrence: string | null }): string => `${occurrence ?? ''} ${uid}`;

function matched<P extends Part>(parts: readonly P[], known: readonly KnownPart[]): Planned<P>[] {
  const left = Map.groupBy(known, keyOf);
  return parts.map((part) => {
    const row = left.get(keyOf(part))?.shift() ?? null;
    if (row === null) return { part, becomes: 'added', known: null };
    // What was made here has no mark: a file that holds it is an export of ours.
    const isSame = row.mark === '' || row.mark === hashIn(part.rest);
    return { part, becomes: isSame ? 'there' : 'changed', known: row };
  });
}

const MOST_FIRST = 20;
const MOST_SKIPPED = 100;

export function reportOf({ file, events, todos, journals }: ImportPlan): IcsReport {
  const starts = events.map(({ part }) => part.fields.startLocal.slice(0, 10)).toSorted();
  return {
    name: file.name,
    events: countsOf(events),
    tasks: countsOf(todos),
    entries: countsOf(journals),
    series: events.filter(({ part }) => part.untilMs !== null).length,
    days: starts.length === 0 ? null : { first: starts[0]!, last: starts.at(-1)! },
    kept: file.components.length,
    skipped: file.skipped.slice(0, MOST_SKIPPED).map(named),
    remarks: file.remarks.map(({ text, count }) => ({ text, count })),
  };
}

export function previewOf(plan: ImportPlan): IcsPreview {
  const first: IcsPreview['first'] = [];
  const show = <P extends Part>(
    planned: readonly Planned<P>[],
    shown: (part: P) => Omit<IcsPreview['first'][number], 'becomes'>,
  ): void => {
    for (const { part, becomes } of planned)
      if (becomes !== 'there' && first.length < MOST_FIRST) first.push({ ...shown(part), becomes });
  };
  show(plan.events, ({ fields, untilMs }) => ({
    kind: 'event',
    title: fields.title,
    startLocal: fields.startLocal,
    zone: fields.zone,
    recurring: untilMs !== null,
  }));
  show(plan.todos, ({ fields }) => ({
    kind: 'task',
    title: fields.title,
    startLocal: fields.dueDay,
    zone: null,
    recurring: false,
  }));
  show(plan.journals, ({ body, day }) => ({
    kind: 'entry',
    title: body.split('\n', 1)[0]!.replace(/^# /, '').slice(0, 200),
    startLocal: day,
    zone: null,
    recurring: false,
  }));
  return { ...reportOf(plan), first };
}

function countsOf(planned: readonly Planned<Part>[]): IcsReport['events'] {
  const count = (becomes: Planned<Part>['becomes']): number => planned.filter((one) => one.becomes === becomes).length;
  return { added: count('added'), changed: count('changed'), there: count('there') };
}

const NAMES: Readonly<Record<string, string>> = {
  VEVENT: 'event',
  VTODO: 'task',
  VJOURNAL: 'journal entry',
  line: 'line',
};

const named = ({ component, line, why }: Skipped): Skipped => ({ component: NAMES[component] ?? component, line, why });
