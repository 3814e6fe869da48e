import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { calendarWindow } from '#renderer/features/calendar/index.ts';
import { captureWindow } from '#renderer/features/capture/index.ts';
import { dashboardsWindow } from '#renderer/features/dashboards/index.ts';
import { expensesWindow } from '#renderer/features/expenses/index.ts';
import { focusWindow } from '#renderer/features/focus/index.ts';
import { historyWindow } from '#renderer/features/history/index.ts';
import { importsWindow } from '#renderer/features/imports/index.ts';
import { journalWindow } from '#renderer/features/journal/index.ts';
import { planWindow } from '#renderer/features/plan/index.ts';
import { remindersWindow } from '#renderer/features/reminders/index.ts';
import { samplesWindow } from '#renderer/features/samples/index.ts';
import { searchWindow } from '#renderer/features/search/index.ts';
import { settingsWindow } from '#renderer/features/settings/index.ts';
import { tasksWindow } from '#renderer/features/tasks/index.ts';
import { templatesWindow } from '#renderer/features/templates/index.ts';
import { todayWindow } from '#renderer/features/today/index.ts';

const places: readonly WindowFeature[] = [
  journalWindow,
  templatesWindow,
  calendarWindow,
  captureWindow,
  planWindow,
  tasksWindow,
  focusWindow,
  remindersWindow,
  expensesWindow,
  dashboardsWindow,
  historyWindow,
  searchWindow,
  settingsWindow,
  importsWindow,
  samplesWindow,
];

/** Every feature of the window, one line each; Today's side shows a part of the others. */
export const features: readonly WindowFeature[] = [todayWindow(places), ...places];
