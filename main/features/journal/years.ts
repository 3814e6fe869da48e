import type { Day } from '#contract/time';
import type { JournalStreaks } from '#contract/journal';
import { journalTotals, longestWritingRun, writingRunAt } from '#db/queries/journal';
import type { ReadHandle } from '#db/store/handles';
import { addDays } from '#main/domain/time/zoned';

/**
 * Runs of days with words. The one that goes on counts up to yesterday until today is written: an unfinished day breaks
 * nothing.
 */
export function readStreaks(handle: ReadHandle, today: Day): JournalStreaks {
  const longest = longestWritingRun(handle);
  const untilToday = writingStreak(handle, today);
  return {
    current: untilToday || writingStreak(handle, addDays(today, -1)),
    longest: longest ? { ...longest, days: daysFromTo(longest.first, longest.last) } : null,
    isTodayWritten: untilToday > 0,
    ...journalTotals(handle),
  };
}

/** How many days in a row up to and with `day` have words. */
export function writingStreak(handle: ReadHandle, day: Day): number {
  const run = writingRunAt(handle, day);
  return run ? daysFromTo(run.first, day) : 0;
}

const daysFromTo = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
