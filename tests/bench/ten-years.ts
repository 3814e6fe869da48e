import { localClient } from '#main/core/bridge';
import { addDays } from '#main/domain/time/zoned';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FakeClock } from '../support/fake-clock.ts';
import { GENERATED_UNTIL_MS, sixWeekProfile, tenYearProfile } from '../support/generate/generated-profile.ts';
import { openQuietCore } from '../support/quiet-core.ts';
import { figuresOf, ms, ratio, timed, timedAsync } from './figures.ts';

// A profile with ten years in it (100,000 entries, 50,000 tasks, 30,000 events, 20,000 focus sessions) beside two others: an
// empty one, and one that holds the same life's newest six weeks only. What the screens ask first is asked of all three in
// turns. An empty profile answers with nothing, so a page of a hundred tasks can't be as quick; the six weeks answer with
// as much and have no past: what ten years cost is the ratio to those.

const ROUNDS = 15;
/** Ten years take at most this much longer than six weeks, ... */
const AIM = 1.5;
/** ... and what they take longer than an empty profile by less than this, nobody feels (a frame has 16 ms). */
const FLOOR_MS = 1;
const DAY = new Date(GENERATED_UNTIL_MS).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
const PAGE = 100;

type Client = ReturnType<typeof localClient>;

const range = (days: number) => ({
  fromMs: GENERATED_UNTIL_MS - (days / 2) * DAY_MS,
  toMs: GENERATED_UNTIL_MS + (days / 2) * DAY_MS,
});

const QUESTIONS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  'Today: its page': (client) => client.journal.day({ day: DAY }),
  'Today: tasks due': (client) => client.tasks.list({ list: 'today', limit: 12 }),
  'Today: the evening': (client) => client.today.review(),
  'Tasks: counts of the lists': (client) => client.tasks.counts(),
  'Tasks: inbox': (client) => client.tasks.list({ list: 'inbox', limit: PAGE }),
  'Tasks: today': (client) => client.tasks.list({ list: 'today', limit: PAGE }),
  'Tasks: upcoming': (client) => client.tasks.list({ list: 'upcoming', limit: PAGE }),
  'Tasks: anytime': (client) => client.tasks.list({ list: 'anytime', limit: PAGE }),
  'Tasks: someday': (client) => client.tasks.list({ list: 'someday', limit: PAGE }),
  'Tasks: all': (client) => client.tasks.list({ list: 'all', limit: PAGE }),
  'Tasks: done': (client) => client.tasks.list({ list: 'done', limit: PAGE }),
  'Tasks: tags': (client) => client.tasks.tags(),
  'Tasks: projects': (client) => client.projects.list(),
  'Journal: days': (client) => client.journal.days({ limit: 30 }),
  'Journal: month': (client) => client.journal.month({ month: DAY.slice(0, 7) }),
  'Journal: year': (client) => client.journal.year({ year: Number(DAY.slice(0, 4)) }),
  'Journal: streaks': (client) => client.journal.streaks(),
  'Journal: on this day': (client) => client.journal.onThisDay({ day: DAY }),
  'Journal: completing a link': (client) => client.journal.names({ kind: 'links', query: 'mo' }),
  'Journal: completing a tag': (client) => client.journal.names({ kind: 'tags', query: 'mo' }),
  'Calendar: week': (client) => client.calendar.range(range(7)),
  'Calendar: month': (client) => client.calendar.range(range(42)),
  'Calendar: how full the days are': (client) =>
    client.calendar.loads({ fromDay: addDays(DAY, -21), toDay: addDays(DAY, 21) }),
  'Calendar: tasks to plan': (client) => client.calendar.toPlan({ limit: PAGE }),
  'Calendar: search': (client) => client.calendar.search({ text: 'morning' }),
  'Focus: log': (client) => client.focus.log({ fromDay: addDays(DAY, -30), toDay: DAY }),
  'Search: a common word': (client) => client.search.asYouType({ query: 'the' }),
  'Search: two words': (client) => client.search.asYouType({ query: 'work today' }),
  'Search: a rare word': (client) => client.search.asYouType({ query: 'zürich' }),
  'Search: ranked': (client) => client.search.ranked({ query: 'morning people' }),
  'Search: names': (client) => client.search.names({ query: 'mo' }),
  'Palette: recent things': (client) => client.search.recent({}),
  'Plan: free time of a day': (client) => client.plan.freeTime({ day: addDays(DAY, 1) }),
  'Plan: what was missed': (client) => client.plan.check(),
  'Insights: four weeks': (client) => client.dashboards.figures({ fromDay: addDays(DAY, -27), toDay: DAY }),
  'History: newest': (client) => client.history.list({ limit: PAGE }),
  'History: of one kind': (client) => client.history.list({ limit: PAGE, filter: { table: 'focus_session' } }),
  'History: kinds of things': (client) => client.history.tables(),
};

const KINDS = ['empty', 'weeks', 'years'] as const;
type Samples = Record<(typeof KINDS)[number], number[]>;
const noSamples = (): Samples => ({ empty: [], weeks: [], years: [] });

/** One line of the table: how long each takes, and whether ten years are within the aim. */
function line(what: string, samples: Samples): boolean {
  const [empty, weeks, years] = KINDS.map((kind) => figuresOf(samples[kind]).median) as [number, number, number];
  const isWithin = years <= AIM * Math.max(empty, weeks) || years - empty <= FLOOR_MS;
  const cells = [ms(years), ms(weeks), ms(empty), ratio(years / weeks), ratio(years / empty)];
  process.stdout.write(
    `  ${what.padEnd(34)}${cells.map((cell) => cell.padStart(11)).join('')}   ${isWithin ? '' : 'over the aim'}\n`,
  );
  return isWithin;
}

export async function benchTenYears(): Promise<void> {
  const making = timed(() => void [tenYearProfile(), sixWeekProfile()]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-years-'));
  fs.cpSync(tenYearProfile(), path.join(folder, 'years'), { recursive: true });
  fs.cpSync(sixWeekProfile(), path.join(folder, 'weeks'), { recursive: true });
  const open = (kind: string) =>
    openQuietCore(path.join(folder, kind), new FakeClock(new Date(GENERATED_UNTIL_MS).toISOString()));
  process.stdout.write(
    `Ten years of data (100k entries, 50k tasks, 30k events, 20k focus sessions), beside its last six weeks and beside none\n` +
      `  aim: at most ${AIM}x of the same page without the past (or of an empty profile), or ${FLOOR_MS} ms over an empty one\n` +
      `  making the profiles, or finding them made: ${ms(making)}\n` +
      `  ${''.padEnd(34)}${['ten years', 'six weeks', 'empty', 'of weeks', 'of empty'].map((head) => head.padStart(11)).join('')}\n`,
  );
  const opening = noSamples();
  for (let round = 0; round < 5; round += 1)
    for (const kind of KINDS) {
      const start = performance.now();
      const core = open(kind);
      await localClient(core.services).tasks.list({ list: 'today', limit: 1 });
      opening[kind].push(performance.now() - start);
      await core.close();
    }
  let over = line('open and answer once', opening) ? 0 : 1;
  const cores = KINDS.map((kind) => ({ kind, core: open(kind) }));
  for (const [what, ask] of Object.entries(QUESTIONS)) {
    const samples = noSamples();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { kind, core } of cores) samples[kind].push(await timedAsync(() => ask(localClient(core.services))));
    if (!line(what, samples)) over += 1;
  }
  process.stdout.write(`  over the aim: ${over} of ${Object.keys(QUESTIONS).length + 1}\n`);
  for (const { core } of cores) await core.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
