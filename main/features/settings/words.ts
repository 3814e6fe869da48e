import type { Settings } from '#contract/settings';
import type { CommitFacts, CommitWords } from '#main/ledger/commit-words';

const NAMES = {
  theme: 'the theme',
  density: 'the density',
  dayStartMin: 'the start of the day',
  zone: 'the time zone',
  secondZone: 'the second time zone',
  weekStart: 'the start of the week',
  workingHours: 'the working hours',
  bufferMin: 'the buffer between events and blocks',
  lunch: 'lunch',
  mostPlannedMin: 'the most planned work a day',
  mostDemandingMin: 'the most demanding work a day',
  keepFreePercent: 'the share of time kept free',
  missedTasks: 'what happens to missed tasks',
  defaultEstimateMin: 'the usual estimate',
  focusWorkMin: 'the length of a round',
  focusBreakMin: 'the length of a break',
  focusLongBreakMin: 'the length of a long break',
  focusRoundsBeforeLongBreak: 'the rounds before a long break',
  writingLanguage: 'the language you write in',
  currency: 'the currency',
  dailyTemplate: 'the daily template',
  reminderAllDayTime: 'the time for reminders of whole days',
  reminderQuiet: 'the quiet hours',
  reminderEventMin: 'the reminders of new events',
  reminderTaskMin: 'the reminders of new tasks',
  reminderNative: 'the system’s notifications',
  reminderEmail: 'where reminders are mailed',
  captureHotkey: 'the capture key',
} as const satisfies Record<keyof Settings, string>;

/** "Set the theme to dark", or only what was changed where the value is not a word. */
function changed({ rows }: CommitFacts): string {
  const [row, ...others] = rows('setting');
  if (!row) return 'Changed nothing';
  if (others.length > 0) return `Changed ${others.length + 1} settings`;
  const name = NAMES[row.id as keyof typeof NAMES] ?? 'a setting';
  const stored: unknown = typeof row.after['value'] === 'string' ? JSON.parse(row.after['value']) : undefined;
  if (row.id.endsWith('Min') && row.id !== 'dayStartMin' && typeof stored === 'number')
    return `Set ${name} to ${stored} min`;
  // A template's id is no word.
  return typeof stored === 'string' && row.id !== 'dailyTemplate' ? `Set ${name} to ${stored}` : `Changed ${name}`;
}

export const settingsWords: CommitWords = { 'settings.update': changed };
