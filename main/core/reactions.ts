import { calendarReactions } from '#main/features/calendar/index';
import { focusReactions } from '#main/features/focus/index';
import { journalReactions } from '#main/features/journal/index';
import { reminderReactions } from '#main/features/reminders/index';
import { tasksReactions } from '#main/features/tasks/index';
import type { Reaction } from '#main/ledger/ledger';

/**
 * The whole chain of consequences inside the database, in the order they run. Each is an ordinary command of a feature,
 * run in the transaction that told the event.
 */
export const reactions: readonly Reaction[] = [
  ...tasksReactions,
  ...calendarReactions,
  ...focusReactions,
  ...journalReactions,
  ...reminderReactions,
];
