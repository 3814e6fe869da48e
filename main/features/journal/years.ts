import type { JournalStreaks } from '#contract/journal';
import { journalTotals, writtenDayNames } from '#db/queries/journal';
import type { ReadHandle } from '#db/store/handles';
import { addDays } from '#main/domain/time/zoned';

/**
 * Runs of days with words. The one that goes on counts up to yesterday until today is written: an unfinished day breaks
 * nothing.
 */
export function readStreaks(handle: ReadHandle, today: string): JournalStreaks {
  let run = { first: '', last: '', days: 0 };
  let longest = run;
  let current = 0;
  const yesterday = addDays(today, -1);
  for (const day of writtenDayNames(handle)) {
    run =
      run.days > 0 && dayNumber(day) - dayNumber(run.last) === 1
        ? { ...run, last: day, days: run.days + 1 }
        : { first: day, last: day, days: 1 };
    if (run.days > longest.days) longest = run;
    if (day === today || day === yesterday) current = run.days;
  }
  return {
    current,
    longest: longest.days === 0 ? null : longest,
    isTodayWritten: run.last === today,
    ...journalTotals(handle),
  };
}

/** Thousands of days are stepped through: a calendar's arithmetic would take a hundred times as long. */
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
