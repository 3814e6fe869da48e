/**
 * How far plans are from the proven optimum.
 *
 *   node tests/bench/plan-quality.ts [--instances 20] [--tasks 12] [--days 5] [--slot 30] [--load 0.8] [--budget 100] [--seed 1]
 *   node tests/bench/plan-quality.ts --tasks 50 --days 10
 *   node tests/bench/plan-quality.ts --tasks 1000 --days 260 --no-optimum
 *
 * `--cpu` ends the search by the processor's time instead of the wall's: on a machine that is busy with other things the wall
 * clock says little about it. `--no-clock` counts steps only.
 *
 * `--optima FILE` keeps proven optima, so that a changed search is measured against them without proving them again.
 *
 * The optimum is the time-indexed integer programme over the same grid, solved by HiGHS: one yes-or-no per task and
 * start, one unit of capacity per slot, precedence as sums over earlier starts. A gap below zero would be a bug.
 */
import { freeStretches } from '#main/domain/scheduling/free-time';
import { DEFAULT_OBJECTIVE, planCost } from '#main/domain/scheduling/objective';
import { seededRandom } from '#main/domain/scheduling/random';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import type { PlanInstance, PlanTask } from '#contract/plan';
import loadHighs from 'highs';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const DAY_MS = 86_400_000;
const MONDAY_MS = Date.UTC(2026, 10, 23);
const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '20' },
    tasks: { type: 'string', default: '12' },
    days: { type: 'string', default: '5' },
    slot: { type: 'string', default: '30' },
    load: { type: 'string', default: '0.8' },
    budget: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '120' },
    'no-optimum': { type: 'boolean', default: false },
    'no-clock': { type: 'boolean', default: false },
    cpu: { type: 'boolean', default: false },
    optima: { type: 'string' },
  },
});

/** Working days 09:00 to 17:00 UTC, a few meetings, and tasks that fill `load` of what the meetings leave. */
function seededInstance(seed: number): PlanInstance {
  const random = seededRandom(seed);
  const slotMin = Number(values.slot);
  const days = Number(values.days);
  const pick = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const at = (workingDay: number, minute: number): number =>
    MONDAY_MS + (Math.floor(workingDay / 5) * 7 + (workingDay % 5)) * DAY_MS + (540 + minute) * 60_000;
  const busy = Array.from({ length: days * 2 }, () => {
    const startMs = at(pick(0, days - 1), pick(0, 14) * 30);
    return { startMs, endMs: startMs + pick(1, 3) * 30 * 60_000 };
  });
  const frame = {
    zone: 'UTC',
    nowMs: MONDAY_MS,
    fromMs: MONDAY_MS,
    toMs: at(days - 1, 480),
    workingHours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
    busy,
    gridMin: slotMin,
  } satisfies Partial<PlanInstance>;
  const freeMin = freeStretches(frame).reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
  const count = Number(values.tasks);
  const lengths = Array.from({ length: count }, () => 1 + random() * 5);
  const scale = (Number(values.load) * freeMin) / lengths.reduce((sum, length) => sum + length, 0);
  const tasks = lengths.map((length, index): PlanTask => {
    const durationMin =
      Math.max(1, Math.min(Math.floor(180 / slotMin), Math.round((length * scale) / slotMin))) * slotMin;
    const earliest = random() < 0.15 ? { earliestMs: at(pick(0, Math.ceil(days / 2)), pick(0, 8) * 30) } : {};
    const deadline = random() < 0.6 ? { deadlineMs: at(pick(0, days - 1), pick(4, 16) * 30) } : {};
    const after = index > 0 && random() < 0.2 ? { after: [`t${pick(0, index - 1)}`] } : {};
    const energy = random() < 0.3 ? { energy: 'high' as const } : {};
    const title = `Task ${index}`;
    const priority = pick(1, 4);
    return {
      id: `t${index}`,
      title,
      durationMin,
      maxChunkMin: durationMin,
      priority,
      ...earliest,
      ...deadline,
      ...after,
      ...energy,
    };
  });
  return { ...frame, tasks, budgetMs: Number(values.budget) };
}

interface Start {
  readonly startMs: number;
  readonly endMs: number;
  readonly cost: number;
  readonly name: string;
}

/** The integer programme in LP format, and what each variable means. */
function integerProgramme(instance: PlanInstance): { text: string; starts: readonly (readonly Start[])[] } {
  const slotMs = (instance.gridMin ?? 5) * 60_000;
  const free = freeStretches(instance);
  const starts = instance.tasks.map((task, index) => startsOf(task, index, free, slotMs));
  const weights = instance.tasks.map(
    (task) => (DEFAULT_OBJECTIVE.priority[task.priority - 1] ?? 1) * DEFAULT_OBJECTIVE.unplaced,
  );
  const cost = [
    ...starts.flat().map((start) => `${start.cost} ${start.name}`),
    ...weights.map((weight, index) => `${weight} u${index}`),
  ];
  const rows = starts.map((own, index) => `${[...own.map((start) => start.name), `u${index}`].join(' + ')} = 1`);
  const slots = free.flatMap(({ startMs, endMs }) =>
    Array.from({ length: (endMs - startMs) / slotMs }, (_, slot) => startMs + slot * slotMs),
  );
  for (const slotAt of slots) {
    const using = starts.flat().filter((start) => start.startMs <= slotAt && slotAt < start.endMs);
    if (using.length > 1) rows.push(`${using.map((start) => start.name).join(' + ')} <= 1`);
  }
  for (const [index, task] of instance.tasks.entries()) {
    for (const id of task.after ?? []) {
      const before = starts[instance.tasks.findIndex((other) => other.id === id)] ?? [];
      for (const slotAt of slots) {
        const begun = (starts[index] ?? []).filter((start) => start.startMs <= slotAt).map((start) => start.name);
        const done = before.filter((start) => start.endMs <= slotAt).map((start) => start.name);
        if (begun.length > 0) rows.push(`${begun.join(' + ')}${done.map((name) => ` - ${name}`).join('')} <= 0`);
      }
    }
  }
  const names = [...starts.flat().map((start) => start.name), ...weights.map((_, index) => `u${index}`)];
  const text = [
    'Minimize',
    ` cost: ${wrapped(cost)}`,
    'Subject To',
    ...rows.map((row, index) => ` r${index}: ${wrapRow(row)}`),
  ];
  return { text: [...text, 'Binary', ...names.map((name) => ` ${name}`), 'End', ''].join('\n'), starts };
}

/** Working half-hours since the first Monday, for the hours of these instances. */
function halfHours(instantMs: number): number {
  const dayIndex = Math.floor((instantMs - MONDAY_MS) / DAY_MS);
  const workingDays = Math.floor(dayIndex / 7) * 5 + Math.min(5, dayIndex % 7);
  const isWeekend = dayIndex % 7 > 4;
  const minute = (instantMs - MONDAY_MS - dayIndex * DAY_MS) / 60_000 - 540;
  return workingDays * 16 + (isWeekend ? 0 : Math.min(480, Math.max(0, minute)) / 30);
}

/** Where a task can go, and its cost there: written apart from the judge on purpose, so that they check each other. */
function startsOf(
  task: PlanTask,
  index: number,
  free: readonly { startMs: number; endMs: number }[],
  slotMs: number,
): Start[] {
  const { wait, late, energy, priority } = DEFAULT_OBJECTIVE;
  const weight = priority[task.priority - 1] ?? 1;
  const found: Start[] = [];
  for (const stretch of free) {
    for (let { startMs } = stretch; startMs + task.durationMin * 60_000 <= stretch.endMs; startMs += slotMs) {
      if (startMs < (task.earliestMs ?? startMs)) continue;
      const endMs = startMs + task.durationMin * 60_000;
      const completed = halfHours(endMs);
      const overdue = task.deadlineMs === undefined ? 0 : Math.max(0, completed - halfHours(task.deadlineMs));
      const isTired = task.energy === 'high' && (endMs % DAY_MS) / 60_000 - 540 > 0.45 * 480;
      const cost = weight * (wait * completed + late * overdue + (isTired ? energy : 0));
      found.push({ startMs, endMs, cost, name: `x${index}_${found.length}` });
    }
  }
  return found;
}

function wrapped(terms: readonly string[]): string {
  return terms.map((term, index) => (index % 20 === 19 ? `${term}\n` : term)).join(' + ');
}

function wrapRow(row: string): string {
  return row.replaceAll(/((?:\S+ ){40})/gu, '$1\n ');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

/** Proven optima by instance; each line of the file is a name and a cost. */
const proven = new Map<string, number>(
  values.optima !== undefined && existsSync(values.optima)
    ? readFileSync(values.optima, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])])
    : [],
);

function nameOf(index: number): string {
  const { tasks, days, slot, load, seed } = values;
  return `${tasks}-${days}-${slot}-${load}-${Number(seed) + index}`;
}

/** Milliseconds of this thread's processor time, or of the wall clock. */
function now(): number {
  if (!values.cpu) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

const highs = values['no-optimum'] ? undefined : await loadHighs();
const gaps: number[] = [];
const times: number[] = [];
const optimumTimes: number[] = [];
let unproven = 0;
for (let index = 0; index < Number(values.instances); index += 1) {
  const instance = seededInstance(Number(values.seed) + index);
  const started = now();
  const plan = solvePlan(instance, values['no-clock'] ? {} : { now });
  times.push(now() - started);
  if (!highs) {
    process.stdout.write(
      `${index}: cost ${plan.cost.toFixed(2)}, unplaced ${plan.unplaced.length}, ${times.at(-1)?.toFixed(0)} ms\n`,
    );
    continue;
  }
  const known = proven.get(nameOf(index));
  if (known !== undefined) {
    gaps.push(plan.cost / known - 1);
    process.stdout.write(
      `${index}: plan ${plan.cost.toFixed(2)} optimum ${known.toFixed(2)} gap ${percent(plan.cost / known - 1)} ${times.at(-1)?.toFixed(0)} ms\n`,
    );
    continue;
  }
  const { text, starts } = integerProgramme(instance);
  const optimumStarted = performance.now();
  const solution = highs.solve(text, { output_flag: false, mip_rel_gap: 0, time_limit: Number(values.limit) });
  optimumTimes.push(performance.now() - optimumStarted);
  if (solution.Status !== 'Optimal') {
    unproven += 1;
    process.stdout.write(`${index}: no proof in ${values.limit} s; plan ${plan.cost.toFixed(2)}\n`);
    continue;
  }
  const columns: Readonly<Record<string, { readonly Primal?: number }>> = solution.Columns;
  const blocks = starts.flatMap((own, task) =>
    own
      .filter((start) => (columns[start.name]?.Primal ?? 0) > 0.5)
      .map(({ startMs, endMs }) => ({ task: `t${task}`, startMs, endMs })),
  );
  const optimum = planCost(instance, blocks);
  if (Math.abs(optimum - solution.ObjectiveValue) > 1e-4 * optimum) {
    throw new Error(`The judge says ${optimum}, the programme ${solution.ObjectiveValue}`);
  }
  if (values.optima !== undefined) appendFileSync(values.optima, `${nameOf(index)} ${optimum}\n`);
  const gap = plan.cost / optimum - 1;
  if (gap < -1e-6) throw new Error(`Instance ${index}: the plan (${plan.cost}) is below the optimum (${optimum})`);
  gaps.push(gap);
  process.stdout.write(
    `${index}: plan ${plan.cost.toFixed(2)} optimum ${optimum.toFixed(2)} gap ${percent(gap)} ` +
      `${times.at(-1)?.toFixed(0)} ms, HiGHS ${optimumTimes.at(-1)?.toFixed(0)} ms\n`,
  );
}
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
process.stdout.write(`plan time mean ${mean(times).toFixed(0)} ms, max ${Math.max(...times).toFixed(0)} ms\n`);
if (gaps.length > 0) {
  process.stdout.write(
    `gap mean ${percent(mean(gaps))}, max ${percent(Math.max(...gaps))}; optimum proven for ${gaps.length}, unproven ${unproven}; ` +
      `time ratio plan / HiGHS ${optimumTimes.length > 0 ? (mean(times) / mean(optimumTimes)).toFixed(3) : 'not measured'}\n`,
  );
}
