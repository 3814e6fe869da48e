import { expensesTables } from './expenses.ts';
import { focusTables } from './focus.ts';
import { importsTables } from './imports.ts';
import { insightsTables } from './insights.ts';
import { journalTables } from './journal.ts';
import { calendarTables } from './calendar.ts';
import type { LedgeredTable } from './ledgered.ts';
import { projectsTables } from './projects.ts';
import { remindersTables } from './reminders.ts';
import { searchTables } from './search.ts';
import { settingsTables } from './settings.ts';
import { tasksTables } from './tasks.ts';
import { templatesTables } from './templates.ts';

/** Every table of the user's data, feature by feature. */
export const ledgeredTables: readonly LedgeredTable[] = [
  ...settingsTables,
  ...projectsTables,
  ...tasksTables,
  ...calendarTables,
  ...journalTables,
  ...templatesTables,
  ...insightsTables,
  ...focusTables,
  ...remindersTables,
  ...expensesTables,
  ...importsTables,
  ...searchTables,
];
