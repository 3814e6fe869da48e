import type { Feature } from '#main/features/feature';
import { attachmentsFeature } from '#main/features/attachments/index';
import { calendarFeature } from '#main/features/calendar/index';
import { captureFeature } from '#main/features/capture/index';
import { dashboardsFeature } from '#main/features/dashboards/index';
import { dataFeature } from '#main/features/data/index';
import { expensesFeature } from '#main/features/expenses/index';
import { focusFeature } from '#main/features/focus/index';
import { historyFeature } from '#main/features/history/index';
import { importsFeature } from '#main/features/imports/index';
import { insightsFeature } from '#main/features/insights/index';
import { journalFeature } from '#main/features/journal/index';
import { planFeature } from '#main/features/plan/index';
import { projectsFeature } from '#main/features/projects/index';
import { remindersFeature } from '#main/features/reminders/index';
import { recurrenceFeature } from '#main/features/recurrence/index';
import { samplesFeature } from '#main/features/samples/index';
import { searchFeature } from '#main/features/search/index';
import { settingsFeature } from '#main/features/settings/index';
import { systemFeature } from '#main/features/system/index';
import { tasksFeature } from '#main/features/tasks/index';
import { templatesFeature } from '#main/features/templates/index';
import { todayFeature } from '#main/features/today/index';

/** Every feature of the core, one line each. */
export const features: readonly Feature<unknown>[] = [
  systemFeature,
  settingsFeature,
  historyFeature,
  tasksFeature,
  projectsFeature,
  todayFeature,
  calendarFeature,
  captureFeature,
  planFeature,
  journalFeature,
  attachmentsFeature,
  templatesFeature,
  insightsFeature,
  focusFeature,
  expensesFeature,
  dashboardsFeature,
  dataFeature,
  importsFeature,
  remindersFeature,
  recurrenceFeature,
  samplesFeature,
  searchFeature,
];

/** The handlers of the whole contract. */
export const router = {
  system: systemFeature.router,
  settings: settingsFeature.router,
  history: historyFeature.router,
  tasks: tasksFeature.router,
  projects: projectsFeature.router,
  today: todayFeature.router,
  calendar: calendarFeature.router,
  capture: captureFeature.router,
  plan: planFeature.router,
  journal: journalFeature.router,
  attachments: attachmentsFeature.router,
  templates: templatesFeature.router,
  insights: insightsFeature.router,
  focus: focusFeature.router,
  expenses: expensesFeature.router,
  dashboards: dashboardsFeature.router,
  data: dataFeature.router,
  imports: importsFeature.router,
  reminders: remindersFeature.router,
  recurrence: recurrenceFeature.router,
  samples: samplesFeature.router,
  search: searchFeature.router,
};
