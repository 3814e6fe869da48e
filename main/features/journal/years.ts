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
  for (const day of writtenDayNames(handle)) {
    run =
      run.days > 0 && addDays(run.last, 1) === day
        ? { ...run, last: day, days: run.days + 1 }
        : { first: day, last: day, days: 1 };
    if (run.days > longest.days) longest = run;
    if (day === today || day === addDays(today, -1)) current = run.days;
  }
  return {
    current,
    longest: longest.days === 0 ? null : longest,
    isTodayWritten: run.last === today,
    ...journalTotals(handle),
  };
}
