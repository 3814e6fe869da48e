import type { Command } from './command.ts';

/** A command by name; its code is loaded when it is called, so that each starts with no more than it needs. */
export interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map([
  [
    'capture',
    {
      summary: 'file a text as the capture bar would',
      load: async () => (await import('./commands/capture.ts')).capture,
    },
  ],
  [
    'today',
    {
      summary: 'show the day: events, planned time, what is due',
      load: async () => (await import('./commands/today.ts')).today,
    },
  ],
  [
    'tasks',
    { summary: 'list tasks, add one, complete some', load: async () => (await import('./commands/tasks.ts')).tasks },
  ],
  [
    'search',
    { summary: 'find anything by its words', load: async () => (await import('./commands/search.ts')).search },
  ],
  [
    'focus',
    { summary: 'start, stop or show a focus session', load: async () => (await import('./commands/focus.ts')).focus },
  ],
  [
    'parse',
    {
      summary: 'say what a text would become; writes nothing',
      load: async () => (await import('./commands/parse.ts')).parse,
    },
  ],
  [
    'expand',
    {
      summary: 'list the occurrences of a recurrence; writes nothing',
      load: async () => (await import('./commands/expand.ts')).expand,
    },
  ],
  [
    'plan',
    { summary: 'plan a JSON instance; writes nothing', load: async () => (await import('./commands/plan.ts')).plan },
  ],
  [
    'insights',
    {
      summary: 'show what the built-in engine finds in a text; writes nothing',
      load: async () => (await import('./commands/insights.ts')).insights,
    },
  ],
  [
    'import',
    {
      summary: 'bring in what other programs exported',
      load: async () => (await import('./commands/import.ts')).importData,
    },
  ],
  [
    'export',
    {
      summary: 'write everything into a folder, in open formats',
      load: async () => (await import('./commands/export.ts')).exportData,
    },
  ],
  [
    'backup',
    {
      summary: 'write a checked backup of the data file, or list the backups',
      load: async () => (await import('./commands/backup.ts')).backup,
    },
  ],
  [
    'restore',
    {
      summary: 'put a backup in the place of the data file',
      load: async () => (await import('./commands/restore.ts')).restore,
    },
  ],
  [
    'doctor',
    {
      summary: 'check the data and its surroundings; writes nothing',
      load: async () => (await import('./commands/doctor.ts')).doctor,
    },
  ],
]);
