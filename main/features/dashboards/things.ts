import type { CountedThing, Measure } from '#contract/dashboards';
import { entriesWritten } from '#db/queries/dashboards';
import type { ReadHandle } from '#db/store/handles';
import { firstLineOf } from '../journal/index.ts';
import { tagsIn } from './figures.ts';
import type { DayRange } from './range.ts';
import { type Share, readFacts } from './read-facts.ts';

const MOST_LISTED = 500;

interface ThingsQuestion {
  readonly measure: Measure;
  /** Undefined: of any; null: of none. */
  readonly project?: string | null | undefined;
  readonly tag?: string | null | undefined;
}

/** What a number counts, newest first: the sum of the amounts is the number. */
export function thingsBehind(
  handle: ReadHandle,
  range: DayRange,
  question: ThingsQuestion,
): { things: CountedThing[]; more: number } {
  const all = everyThing(handle, range, question);
  return { things: all.slice(0, MOST_LISTED), more: Math.max(0, all.length - MOST_LISTED) };
}

function everyThing(handle: ReadHandle, range: DayRange, { measure, project, tag }: ThingsQuestion): CountedThing[] {
  if (measure === 'words' || measure === 'mood') {
    return entriesWritten(handle, { from: range.fromDay, to: range.toDay })
      .filter((entry) => (measure === 'mood' ? entry.mood !== null : entry.words > 0))
      .map(({ id, day, words, mood, opening }) => ({
        kind: 'entry' as const,
        id,
        title: firstLineOf(opening),
        day,
        amount: measure === 'mood' ? mood : words,
        route: `/journal/${day}?entry=${id}`,
      }))
      .toReversed();
  }
  const facts = readFacts(handle, range);
  const { namesOf } = tagsIn(handle, facts);
  const isMeant = (row: { readonly taskId: string | null; readonly project: string | null }): boolean =>
    (project === undefined || row.project === project) && (tag === undefined || namesOf(row.taskId).includes(tag));
  const dayAt = (at: number): string => range.days[at]!.day;
  const spent = (rows: readonly Share[], kind: 'block' | 'session'): CountedThing[] =>
    rows.filter(isMeant).map(({ id, title, taskId, at, ms }) => ({
      kind,
      id,
      title,
      day: dayAt(at),
      amount: Math.round(ms / 60_000),
      route:
        kind === 'block' || taskId === null ? `/calendar?view=day&day=${dayAt(at)}` : `/tasks?list=all&task=${taskId}`,
    }));
  const task = (id: string, title: string, at: number): CountedThing => ({
    kind: 'task',
    id,
    title,
    day: dayAt(at),
    amount: null,
    route: `/tasks?list=all&task=${id}`,
  });
  switch (measure) {
    case 'planned':
      return spent(facts.blocks, 'block').toReversed();
    case 'worked':
      return spent(facts.work, 'session').toReversed();
    case 'done':
      return facts.done
        .filter((row) => isMeant({ ...row, taskId: row.id }))
        .map(({ id, title, at }) => task(id, title, at))
        .toReversed();
    case 'tasksPlanned':
    case 'tasksKept':
      return facts.planned
        .filter((row) => isMeant(row) && (measure === 'tasksPlanned' || row.isKept))
        .map(({ taskId, title, at }) => task(taskId, title, at))
        .toReversed();
  }
}
