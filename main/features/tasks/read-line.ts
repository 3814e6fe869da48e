import type { Item, ReadingContext } from '#contract/capture';
import type { NewTask } from '#contract/tasks';
import type { When } from '#contract/time';
import { describeItem } from '#main/domain/grammar/describe';
import { localOf } from '#main/domain/time/zoned';
import { readText } from '#main/domain/grammar/read';

/** A line as a task, and what beside its title was understood. */
export interface ReadLine {
  readonly task: NewTask;
  /** "Due tomorrow, high priority, #home"; null when the whole line is the title. */
  readonly words: string | null;
  /** When it is to be told of: so many minutes before it is due, or at a time, or on a day. */
  readonly reminders: readonly ({ readonly offsetMin: number } | { readonly atLocal: string })[];
}

/** Reads one line as one task, whatever else it might be: who writes into a list of tasks means one. */
export function readLine(line: string, context: ReadingContext): ReadLine {
  const { items } = readText(line, context);
  const [item] = items;
  const asWritten = { task: { title: line }, words: null, reminders: [] };
  // Two things in one line are left for the person to part.
  if (item === undefined || items.length > 1 || item.kind === 'entry' || item.title.trim() === '') return asWritten;
  const due = item.due ?? item.start;
  const task: NewTask = {
    title: item.title,
    // What a task can't hold yet stays readable.
    notes: item.remindersMin === undefined || due ? '' : line,
    ...(due ? { dueDay: dayOf(due), ...(isTimed(due) ? { dueTime: due.local.slice(11, 16) } : {}) } : {}),
    ...(item.start ? { doDay: dayOf(item.start) } : {}),
    ...(item.durationMin === undefined ? {} : { estimateMin: item.durationMin }),
    ...(item.priority === undefined ? {} : { priority: item.priority }),
    ...(item.project === undefined ? {} : { project: item.project }),
    ...(item.tags.length === 0 ? {} : { tags: item.tags }),
    ...(item.recurrence === undefined
      ? {}
      : {
          repeat: {
            rule: item.recurrence,
            anchor: item.anchor ?? 'due',
            start: due ? dayOf(due) : localOf(context.nowMs, context.zone).slice(0, 10),
          },
        }),
  };
  return item.title === line
    ? asWritten
    : {
        task,
        words: wordsOf(item, context),
        reminders: [
          ...(due ? (item.remindersMin ?? []).map((offsetMin) => ({ offsetMin })) : []),
          ...(item.remindAt ?? []).map((when) => ({ atLocal: isTimed(when) ? when.local.slice(0, 16) : dayOf(when) })),
        ],
      };
}

/** Without the kind it was taken for, which is not asked here. */
function wordsOf(item: Item, context: ReadingContext): string | null {
  const { start, end: _end, amount: _amount, ...rest } = item;
  const due = rest.due ?? start;
  const words = describeItem({ ...rest, kind: 'task', ...(due ? { due } : {}) }, context).replace(/^Task,? ?/u, '');
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1);
}

const dayOf = (when: When): string => when.local.slice(0, 10);
const isTimed = ({ grain }: When): boolean => grain === 'hour' || grain === 'minute' || grain === 'second';
