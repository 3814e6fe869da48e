import type { PlanInstance, PlanRule, PlanTask, UnplacedTask, WorkingHours } from '#contract/plan';
import { DEFAULT_GRID_MIN, freeStretches, freeTimeBesideLunch } from './free-time.ts';
import { findsPlace, rulesInTheWay } from './lifting.ts';
import { fitsInPieces, pieceRule, shortestPieceMin } from './pieces.ts';
import type { PieceRule } from './pieces.ts';
import { remainingMinOf } from './problem.ts';
import { without } from './reasons.ts';
import type { PlacedBlock } from './reasons.ts';
import { lengthInWords, Spoken, upperFirst } from './words.ts';
import { workingDays } from './working-time.ts';
import type { Stretch } from './working-time.ts';

/** Finding out which rule is in the way takes a millisecond or two; nobody reads more reasons than this. */
const MOST_EXAMINED = 24;

/** What a person can do about a rule that is in the way. */
const LIFTING: Readonly<Record<PlanRule, string>> = {
  limits: 'raise the daily limit',
  lunch: 'skip lunch',
  buffer: 'keep less time free around events',
  travel: 'leave out the travel',
  refusals: 'take a refusal back',
};

/** Says of each task that did not fit why, and what would change it. */
export class UnplacedReasons {
  readonly #instance: PlanInstance;
  readonly #blocks: readonly PlacedBlock[];
  readonly #circular: ReadonlySet<PlanTask>;
  readonly #missing: ReadonlyMap<string, number>;
  readonly #free: readonly Stretch[];
  readonly #leftFree: readonly Stretch[];
  /** The longest stretch that Saturdays would add; 0 where they are worked already. */
  readonly #longestSaturdayMin: number;
  readonly #spoken: Spoken;
  #examined = 0;

  /**
   * @param blocks the whole plan in order of time
   * @param circular tasks that wait for themselves or for one that does
   * @param missing minutes that found no place, by task
   */
  constructor(
    instance: PlanInstance,
    blocks: readonly PlacedBlock[],
    circular: readonly PlanTask[],
    missing: ReadonlyMap<string, number>,
  ) {
    this.#instance = instance;
    this.#blocks = blocks;
    this.#circular = new Set(circular);
    this.#missing = missing;
    const days = workingDays(instance.zone, instance.fromMs, instance.toMs, instance.workingHours);
    this.#leftFree = without(freeTimeBesideLunch(instance, days, blocks), blocks);
    this.#free = freeTimeBesideLunch(instance, days, []);
    this.#longestSaturdayMin = longestSaturdayMin(instance);
    this.#spoken = new Spoken(instance.zone, instance.nowMs);
  }

  /** The entry for a task of which `missingMin` found no place. */
  unplaced(task: PlanTask, missingMin: number): UnplacedTask {
    return { task: task.id, missingMin, reason: this.#reasonFor(task, missingMin) };
  }

  #reasonFor(task: PlanTask, missingMin: number): string {
    if (this.#circular.has(task)) return this.#whyCircular(task);
    const awaited = this.#instance.tasks.find((other) => task.after?.includes(other.id) && this.#missing.has(other.id));
    if (awaited) return `Waits for “${awaited.title}”, which has no full place itself; make room for that first`;
    if (this.#free.length === 0) return this.#whyNoTime(missingMin);
    const { nowMs, fromMs, toMs } = this.#instance;
    const startMs = Math.max(nowMs, fromMs, task.earliestMs ?? fromMs);
    if (startMs >= toMs) {
      return `Can’t start before ${this.#spoken.moment(startMs)}, and this plan ends before; plan further ahead`;
    }
    const rule = pieceRule(task, remainingMinOf(task), this.#instance.gridMin ?? DEFAULT_GRID_MIN);
    const neededMin = rule.isSplit ? rule.minMin : rule.totalMin;
    const longestMin = longest(this.#free, startMs);
    const rules = this.#rulesInTheWay(task);
    const cut = [...this.#cutAdvice(task, rule, missingMin, startMs), ...rules.map((name) => LIFTING[name])];
    if (longestMin < neededMin) return this.#whyTooShort(startMs, neededMin, longestMin, cut);
    if (rule.isSplit && rule.totalMin < remainingMinOf(task) && missingMin <= remainingMinOf(task) - rule.totalMin) {
      const pieces = `pieces of ${lengthInWords(rule.minMin)} to ${lengthInWords(rule.maxMin)}`;
      return `${upperFirst(lengthInWords(missingMin))} can’t be made of ${pieces}; allow shorter or longer ones`;
    }
    const isHeldBack = longest(this.#leftFree, startMs) >= neededMin;
    if (isHeldBack && rules.includes('limits')) return this.#whyLimited(task, cut, neededMin);
    if (isHeldBack && rules.includes('refusals')) {
      return `All the time it would fit in is time you refused for it; ${this.#advice(cut, neededMin)}`;
    }
    if (isHeldBack && !rule.isSplit && task.deadlineMs !== undefined) {
      return 'It would only be done so long after its deadline that leaving it out is better; move the deadline or drop it';
    }
    const missing = missingMin < task.durationMin ? `; ${lengthInWords(missingMin)} missing` : '';
    const advice = this.#advice([...cut, 'shorten something'], neededMin);
    return `Other tasks take the free time until ${this.#spoken.lastDay(toMs)}, and no stretch of ${lengthInWords(neededMin)} is left${missing}; ${advice}`;
  }

  #rulesInTheWay(task: PlanTask): PlanRule[] {
    this.#examined += 1;
    return this.#examined > MOST_EXAMINED ? [] : rulesInTheWay(this.#instance, this.#blocks, task);
  }

  #whyLimited(task: PlanTask, advice: readonly string[], neededMin: number): string {
    const { plannedMin, demandingMin, freeShare } = this.#instance.daily ?? {};
    const limits = [
      ...(task.energy === 'high' && demandingMin !== undefined
        ? [`${lengthInWords(demandingMin)} of demanding work`]
        : []),
      ...(plannedMin === undefined ? [] : [`${lengthInWords(plannedMin)} of planned work`]),
      ...(freeShare === undefined || freeShare === 0 ? [] : [`${Math.round(freeShare * 100)} % kept free`]),
    ];
    const last = this.#spoken.lastDay(this.#instance.toMs);
    return `Your limit for a day (${limits.join(', ')}) is reached until ${last}; ${this.#advice(advice, neededMin)}`;
  }

  #whyCircular(task: PlanTask): string {
    const byId = new Map(this.#instance.tasks.map((other) => [other.id, other]));
    const next = (task.after ?? []).map((id) => byId.get(id)).find((other) => other && this.#circular.has(other));
    if (next === task || !next) return 'Waits for itself; remove that dependency';
    return `Waits for “${next.title}”, and the waiting goes round in a circle; remove one of the dependencies`;
  }

  #whyNoTime(neededMin: number): string {
    const { nowMs, toMs, workingHours } = this.#instance;
    if (toMs <= nowMs) return 'This plan ends in the past; plan further ahead';
    const hasHours = Object.values(workingHours).some((hours) => hours !== undefined && hours.length > 0);
    if (!hasHours) return 'There are no working hours; set some first';
    return `No working time is free until ${this.#spoken.lastDay(toMs)}; ${this.#advice(['free some'], neededMin)}`;
  }

  #whyTooShort(startMs: number, neededMin: number, longestMin: number, cut: readonly string[]): string {
    const longestWords = longestMin > 0 ? ` (the longest is ${lengthInWords(longestMin)})` : '';
    const advice = this.#advice(cut, neededMin);
    return `No free stretch of ${lengthInWords(neededMin)} ${this.#span(startMs)}${longestWords}; ${advice}`;
  }

  /** Where the task might have lain: `before the end of Friday`, `tomorrow`, `between Monday and Friday`. */
  #span(startMs: number): string {
    const last = this.#spoken.lastDay(this.#instance.toMs);
    if (startMs <= this.#instance.nowMs) return `before the end of ${last}`;
    const first = this.#spoken.day(startMs);
    return first === last ? this.#spoken.onDay(startMs) : `between ${first} and ${last}`;
  }

  /** Cutting is only advised where the pieces would find their place. */
  #cutAdvice(task: PlanTask, rule: PieceRule, missingMin: number, startMs: number): string[] {
    if (rule.isSplit && rule.minMin <= shortestPieceMin(task.durationMin)) return [];
    const free = this.#leftFree.map((stretch) => ({ ...stretch, startMs: Math.max(stretch.startMs, startMs) }));
    if (!fitsInPieces(task.durationMin, missingMin, free)) return [];
    const asPieces = { ...task, minChunkMin: shortestPieceMin(task.durationMin), maxChunkMin: undefined };
    const tasks = this.#instance.tasks.map((other) => (other === task ? asPieces : other));
    if (this.#examined < MOST_EXAMINED && !findsPlace({ ...this.#instance, tasks }, this.#blocks, task)) return [];
    return [rule.isSplit ? 'allow shorter pieces' : 'split it'];
  }

  /** What the user could do: Saturday is offered where it would make room for the piece. */
  #advice(first: readonly string[], neededMin: number): string {
    const others = [...first, ...(this.#longestSaturdayMin >= neededMin ? ['allow Saturday'] : [])];
    return others.length === 0 ? 'plan further ahead' : `${others.join(', ')} or plan further ahead`;
  }
}

function longest(stretches: readonly Stretch[], fromMs: number): number {
  const lengths = stretches.map(({ startMs, endMs }) => Math.floor((endMs - Math.max(startMs, fromMs)) / 60_000));
  return Math.max(0, ...lengths);
}

function longestSaturdayMin(instance: PlanInstance): number {
  if ((instance.workingHours.sat ?? []).length > 0) return 0;
  const workingHours: WorkingHours = { sat: [['09:00', '17:00']] };
  const fromMs = Math.max(instance.nowMs, instance.fromMs);
  return longest(freeStretches({ ...instance, fromMs, workingHours }), fromMs);
}
