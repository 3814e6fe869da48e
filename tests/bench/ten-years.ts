import { localClient } from '#main/core/bridge';
import { addDays } from '#main/domain/time/zoned';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GENERATED_UNTIL_MS, tenYearProfile } from '../support/generate/generated-profile.ts';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, report, timed, timedAsync } from './figures.ts';

// A profile with ten years in it (100,000 entries, 50,000 tasks, 30,000 events, 20,000 focus sessions) beside an empty one:
// what each main screen asks, in turns, in one run.

const ROUNDS = 15;
const DAY = new Date(GENERATED_UNTIL_MS).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

type Client = ReturnType<typeof localClient>;

const range = (days: number) => ({
  fromMs: GENERATED_UNTIL_MS - (days / 2) * DAY_MS,
  toMs: GENERATED_UNTIL_MS + (days / 2) * DAY_MS,
});

const QUESTIONS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  'Today: its page': (client) => client.journal.day({ day: DAY }),
  'Today: tasks due': (client) => client.tasks.list({ list: 'today' }),
  'Tasks: counts of the lists': (client) => client.tasks.counts(),
  'Tasks: inbox': (client) => client.tasks.list({ list: 'inbox' }),
  'Tasks: upcoming': (client) => client.tasks.list({ list: 'upcoming' }),
  'Tasks: anytime': (client) => client.tasks.list({ list: 'anytime' }),
  'Tasks: done': (client) => client.tasks.list({ list: 'done' }),
  'Tasks: tags': (client) => client.tasks.tags(),
  'Tasks: projects': (client) => client.projects.list(),
  'Journal: days': (client) => client.journal.days({}),
  'Journal: month': (client) => client.journal.month({ month: DAY.slice(0, 7) }),
  'Journal: on this day': (client) => client.journal.onThisDay({ day: DAY }),
  'Journal: completing a link': (client) => client.journal.names({ kind: 'links', query: 'mo' }),
  'Calendar: week': (client) => client.calendar.range(range(7)),
  'Calendar: month': (client) => client.calendar.range(range(42)),
  'Focus: log': (client) => client.focus.log({ fromDay: addDays(DAY, -30), toDay: DAY }),
  'Search: a common word': (client) => client.search.asYouType({ query: 'the' }),
  'Search: two words': (client) => client.search.asYouType({ query: 'work today' }),
  'Search: a rare word': (client) => client.search.asYouType({ query: 'zürich' }),
  'Search: ranked': (client) => client.search.ranked({ query: 'morning people' }),
  'Plan: free time of a day': (client) => client.plan.freeTime({ day: addDays(DAY, 1) }),
  'History: newest': (client) => client.history.list({ limit: 50 }),
};

export async function benchTenYears(): Promise<void> {
  const making = timed(() => void tenYearProfile());
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-years-'));
  fs.cpSync(tenYearProfile(), path.join(folder, 'years'), { recursive: true });
  process.stdout.write('Ten years of data beside none (100k entries, 50k tasks, 30k events, 20k focus sessions)\n');
  report('making the profile, or finding it made', ms(making));
  const opening = { empty: [] as number[], years: [] as number[] };
  for (let round = 0; round < 5; round += 1)
    for (const kind of ['empty', 'years'] as const) {
      const start = performance.now();
      const core = openQuietCore(path.join(folder, kind));
      await localClient(core.services).tasks.list({ list: 'today', limit: 1 });
      opening[kind].push(performance.now() - start);
      await core.close();
    }
  const [openEmpty, openYears] = [figuresOf(opening.empty).median, figuresOf(opening.years).median];
  report(
    'open and answer once',
    ms(openYears),
    `${ratio(openYears / openEmpty)} of an empty profile (${ms(openEmpty)})`,
  );
  const cores = { empty: openQuietCore(path.join(folder, 'empty')), years: openQuietCore(path.join(folder, 'years')) };
  const clients = { empty: localClient(cores.empty.services), years: localClient(cores.years.services) };
  for (const [what, ask] of Object.entries(QUESTIONS)) {
    const samples = { empty: [] as number[], years: [] as number[] };
    try {
      for (let round = 0; round < ROUNDS; round += 1)
        for (const kind of ['empty', 'years'] as const) samples[kind].push(await timedAsync(() => ask(clients[kind])));
    } catch (error) {
      report(what, 'could not be asked', error instanceof Error ? error.message : String(error));
      continue;
    }
    const [empty, years] = [figuresOf(samples.empty), figuresOf(samples.years)];
    report(
      what,
      `${ms(years.median)}, p95 ${ms(years.p95)}`,
      `empty ${ms(empty.median)}`,
      ratio(years.median / empty.median),
    );
  }
  await Promise.all([cores.empty.close(), cores.years.close()]);
  fs.rmSync(folder, { recursive: true, force: true });
}
