import { attachmentsContract } from './attachments.ts';
import { calendarContract } from './calendar.ts';
import { captureContract } from './capture.ts';
import { dashboardsContract } from './dashboards.ts';
import { dataContract } from './data.ts';
import { expensesContract } from './expenses.ts';
import { focusContract } from './focus.ts';
import { historyContract } from './history.ts';
import { importsContract } from './imports.ts';
import { insightsContract } from './insights.ts';
import { journalContract } from './journal.ts';
import { planContract } from './plan.ts';
import { projectsContract } from './projects.ts';
import { remindersContract } from './reminders.ts';
import { recurrenceContract } from './recurrence.ts';
import { samplesContract } from './samples.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { systemContract } from './system.ts';
import { templatesContract } from './templates.ts';
import { tasksContract } from './tasks.ts';
import { todayContract } from './today.ts';

/** Everything the window may ask for, feature by feature; both directions are parsed. */
export const contract = {
  system: systemContract,
  settings: settingsContract,
  history: historyContract,
  tasks: tasksContract,
  projects: projectsContract,
  today: todayContract,
  calendar: calendarContract,
  capture: captureContract,
  plan: planContract,
  journal: journalContract,
  attachments: attachmentsContract,
  templates: templatesContract,
  insights: insightsContract,
  expenses: expensesContract,
  focus: focusContract,
  dashboards: dashboardsContract,
  data: dataContract,
  imports: importsContract,
  reminders: remindersContract,
  recurrence: recurrenceContract,
  samples: samplesContract,
  search: searchContract,
};

export type Contract = typeof contract;
