import type { NewRepeat } from '#contract/recurrence';
import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import type { TaskRow } from '#db/queries/tasks';
import { ruleText } from '#main/domain/recurrence/rule-text';
import { type TaskSeries, dayAfter, firstDay } from '#main/domain/recurrence/task-series';
import { Refusal } from '../refusal.ts';

/** The columns that say how a task repeats. */
export type RepeatColumns = Pick<
  TaskRow,
  | 'recurrence'
  | 'seriesId'
  | 'recurrenceAnchor'
  | 'recurrenceStart'
  | 'occurrence'
  | 'recurrenceMissed'
  | 'recurrenceExcept'
>;

export const NO_REPEAT = {
  recurrence: null,
  recurrenceAnchor: null,
  recurrenceStart: null,
  recurrenceMissed: null,
  recurrenceExcept: '',
  recurrenceKept: null,
} as const;

type Dated = Pick<TaskRow, 'dueDay' | 'doDay'>;

/** The day a task stands on. */
export const ownDay = ({ dueDay, doDay }: Dated): Day | null => dueDay ?? doDay;

/** The rule that a row carries; null when it does not repeat, or a later occurrence carries it. */
export function seriesOf(row: RepeatColumns & Dated): (TaskSeries & { readonly occurrence: Day }) | null {
  const day = row.occurrence ?? row.recurrenceStart ?? ownDay(row);
  if (row.recurrence === null || day === null) return null;
  return {
    rule: row.recurrence,
    anchor: row.recurrenceAnchor ?? 'due',
    start: row.recurrenceStart ?? day,
    except: row.recurrenceExcept === '' ? [] : row.recurrenceExcept.split(' '),
    occurrence: day,
  };
}

/** How a row repeats, as the contract shows it. A rule that can't be read any more is shown as none, and kept. */
export function repeatOf(row: RepeatColumns & Dated): Task['repeat'] {
  const series = seriesOf(row);
  if (series === null) return null;
  const { rule, anchor, start, occurrence } = series;
  try {
    const nextDay = anchor === 'due' ? (dayAfter(series, occurrence, occurrence) ?? null) : null;
    const except = [...series.except];
    const words = ruleText(rule, anchor);
    return { rule, anchor, start, except, missed: row.recurrenceMissed, words, occurrence, nextDay };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * What a row that is to repeat holds. Days that were taken out stay out when only the rule changes.
 *
 * @throws Refusal NO_SUCH_RULE when the rule can't be read or never happens
 */
export function repeatColumns(
  repeat: NewRepeat,
  row: Pick<TaskRow, 'id' | 'seriesId' | 'recurrenceExcept' | 'recurrenceMissed'> & Dated,
): RepeatColumns & Partial<Pick<TaskRow, 'dueDay'>> {
  const { rule, anchor = 'due', except, missed } = repeat;
  const outDays = except ?? (row.recurrenceExcept === '' ? [] : row.recurrenceExcept.split(' '));
  // "Every other Friday", said on a Saturday, begins with the next Friday: the interval counts from the first one.
  const start = firstOf({
    rule: rule.replace(/;INTERVAL=\d+|INTERVAL=\d+;/i, ''),
    anchor,
    start: repeat.start,
    except: [],
  });
  const occurrence = firstOf({ rule, anchor, start, except: outDays });
  return {
    recurrence: rule.replace(/^RRULE:/i, ''),
    seriesId: row.seriesId ?? row.id,
    recurrenceAnchor: anchor,
    recurrenceStart: start,
    occurrence,
    recurrenceMissed: missed === undefined ? row.recurrenceMissed : missed,
    recurrenceExcept: [...new Set(outDays)].toSorted().join(' '),
    ...(ownDay(row) === null ? { dueDay: occurrence } : {}),
  };
}

function firstOf(series: TaskSeries): Day {
  try {
    const day = firstDay(series);
    if (day !== undefined) return day;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Refusal('NO_SUCH_RULE', { field: 'repeat' });
}
