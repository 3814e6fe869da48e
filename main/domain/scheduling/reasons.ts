import type { PlanInstance, PlanTask } from '#contract/plan';
import { dailyRoom } from './daily-room.ts';
import type { DailyRoom } from './daily-room.ts';
import { DEFAULT_GRID_MIN, freeTimeBesideLunch, freeTimeOf } from './free-time.ts';
import { lunchBreaks } from './lunch.ts';
import { endsTired } from './objective.ts';
import { freeLengthInWords, lowerFirst, Spoken, upperFirst } from './words.ts';
import { workingDays } from './working-time.ts';
import type { Stretch, WorkingDay } from './working-time.ts';

/** A block of a finished plan. */
export interface PlacedBlock extends Stretch {
  readonly task: string;
}

/** What must have passed before a block can start, and what sets that moment. */
interface Gate {
  readonly atMs: number;
  readonly cause: 'now' | 'earliest' | 'after' | 'part';
  readonly waitsFor?: PlanTask;
}

/**
 * Says of each block of a finished plan why it lies where it lies. The sentence is read off the plan itself, never off
 * the way the search came to it, so that it stays true whatever the search does.
 */
export class BlockReasons {
  readonly #instance: PlanInstance;
  readonly #blocks: readonly PlacedBlock[];
  readonly #tasks: ReadonlyMap<string, PlanTask>;
  readonly #blocksOf: ReadonlyMap<string, PlacedBlock[]>;
  readonly #free: readonly Stretch[];
  readonly #leftFree: readonly Stretch[];
  readonly #days: readonly WorkingDay[];
  readonly #lunches: readonly Stretch[];
  /** What each day may still take when the whole plan is in it. */
  readonly #room: DailyRoom;
  readonly #spoken: Spoken;

  /** @param blocks the whole plan in order of time, pinned blocks included */
  constructor(instance: PlanInstance, blocks: readonly PlacedBlock[]) {
    this.#instance = instance;
    this.#blocks = blocks;
    this.#tasks = new Map(instance.tasks.map((task) => [task.id, task]));
    this.#blocksOf = Map.groupBy(blocks, (block) => block.task);
    this.#free = freeTimeOf(instance);
    this.#days = workingDays(instance.zone, instance.fromMs, instance.toMs, instance.workingHours);
    this.#lunches = lunchBreaks(instance, this.#days, blocks);
    this.#leftFree = without(freeTimeBesideLunch(instance, this.#days, blocks), blocks);
    this.#room = dailyRoom(instanceOfAll(instance, this.#blocksOf), this.#days);
    this.#spoken = new Spoken(instance.zone, instance.nowMs);
  }

  /** One sentence without a full stop. */
  reasonFor(block: PlacedBlock, task: PlanTask): string {
    if ((task.pinned ?? []).some((pinned) => pinned.startMs === block.startMs && pinned.endMs === block.endMs)) {
      return 'You pinned it here';
    }
    const own = this.#blocksOf.get(task.id) ?? [];
    if (own.length === 1) return this.#because(block, task);
    return `Part ${own.indexOf(block) + 1} of ${own.length}: ${lowerFirst(this.#because(block, task))}`;
  }

  #because(block: PlacedBlock, task: PlanTask): string {
    const lengthMs = block.endMs - block.startMs;
    const gate = this.#gateOf(block, task);
    const isFirstPossible = !fits(this.#free, gate.atMs, block.startMs, lengthMs);
    const due = task.deadlineMs;
    if (due !== undefined && block.endMs > due) return this.#whyLate(block, task, due);
    const heldBack = isFirstPossible ? undefined : this.#whyHeldBack(block, task, gate);
    if (heldBack !== undefined) return `${heldBack}${this.#inTime(task)}`;
    if (gate.waitsFor && isFirstPossible) {
      return `Waits for “${gate.waitsFor.title}”, done by then${this.#inTime(task)}`;
    }
    if (gate.cause === 'earliest' && isFirstPossible) {
      return `Not before ${this.#spoken.moment(gate.atMs)}; ${this.#firstFree(block)} from then${this.#inTime(task)}`;
    }
    if (gate.cause === 'part' && isFirstPossible) {
      return `Goes on in ${this.#firstFree(block)}${this.#inTime(task)}`;
    }
    if (due !== undefined && !fits(this.#leftFree, block.endMs, due, lengthMs) && !isFirstPossible) {
      return `Due ${this.#spoken.deadline(due)}, and this is the last free ${this.#length(block)} before it`;
    }
    if (task.energy === 'high' && !endsTired(block, this.#days) && !isFirstPossible) {
      return `Needs high energy, so it goes early in the day${this.#inTime(task)}`;
    }
    if (isFirstPossible) return `${upperFirst(this.#firstFree(block))}${this.#inTime(task)}`;
    return `${this.#nextInLine(block, task)}${this.#inTime(task)}`;
  }

  #whyLate(block: PlacedBlock, task: PlanTask, due: number): string {
    const where = this.#afterOthers(block, task);
    const isByChoice = fits(this.#leftFree, this.#gateOf(block, task).atMs, due, block.endMs - block.startMs);
    if (isByChoice && task.energy === 'high') {
      return `Due ${this.#spoken.deadline(due)}, but it needs high energy, so it waits for the fresh part of a day`;
    }
    if (due <= this.#instance.nowMs) return `Overdue since ${this.#spoken.deadline(due)}; ${where}`;
    return `Due ${this.#spoken.deadline(due)}, but there was no room before it; ${where}`;
  }

  #afterOthers(block: PlacedBlock, task: PlanTask): string {
    const gate = this.#gateOf(block, task);
    if (gate.waitsFor) return `it waits for “${gate.waitsFor.title}”`;
    return fits(this.#free, gate.atMs, block.startMs, block.endMs - block.startMs)
      ? lowerFirst(this.#nextInLine(block, task))
      : this.#firstFree(block);
  }

  #firstFree(block: PlacedBlock): string {
    const bufferMs = (this.#instance.bufferMin ?? 0) * 60_000;
    const gridMs = (this.#instance.gridMin ?? DEFAULT_GRID_MIN) * 60_000;
    const meeting = this.#instance.busy.find(
      ({ endMs }) => endMs + bufferMs <= block.startMs && block.startMs < endMs + bufferMs + gridMs,
    );
    const what = meeting?.isTravel === true ? 'travel' : 'appointment';
    const afterLunch = this.#lunches.some((lunch) => lunch.endMs === block.startMs) ? ' after lunch' : '';
    const after = meeting ? ` after the ${what} that ends at ${this.#spoken.time(meeting.endMs)}` : afterLunch;
    return `the first free ${this.#length(block)}${after}`;
  }

  /** Earlier time is free even now, but a rule of the person's keeps the block from it. */
  #whyHeldBack(block: PlacedBlock, task: PlanTask, gate: Gate): string | undefined {
    const lengthMs = block.endMs - block.startMs;
    const lengthMin = lengthMs / 60_000;
    const earlier = this.#leftFree.filter(
      ({ startMs, endMs }) => Math.min(endMs, block.startMs) - Math.max(startMs, gate.atMs) >= lengthMs,
    );
    const avoid = (task.avoid ?? []).toSorted((one, other) => one.startMs - other.startMs);
    for (const { startMs, endMs } of earlier) {
      const possible = { startMs: Math.max(startMs, gate.atMs), endMs: Math.min(endMs, block.startMs) };
      if (avoid.length > 0 && !fits(without([possible], avoid), possible.startMs, possible.endMs, lengthMs)) {
        return `You refused ${this.#spoken.moment(possible.startMs)}; this is the next free ${this.#length(block)}`;
      }
      const day = this.#days.findIndex(({ stretches }) => stretches.some((own) => overlaps(own, possible)));
      if (day === -1 || this.#room.planned.length === 0) continue;
      if (task.energy === 'high' && (this.#room.demanding[day] ?? 0) < lengthMin) {
        return `${upperFirst(this.#spoken.day(startMs))} has its share of demanding work already, so it goes to the next day with room`;
      }
      if ((this.#room.planned[day] ?? 0) < lengthMin) {
        return `${upperFirst(this.#spoken.day(startMs))} holds as much planned work as you allow, so it goes to the next day with room`;
      }
    }
    return undefined;
  }

  /** Earlier time was free for it: name what lies there, and why that goes first. */
  #nextInLine(block: PlacedBlock, task: PlanTask): string {
    const { atMs } = this.#gateOf(block, task);
    const earlier = this.#blocks.findLast(
      ({ task: id, startMs, endMs }) =>
        id !== task.id && endMs <= block.startMs && endMs > atMs && fits(this.#free, startMs, endMs, 1),
    );
    const other = earlier && this.#tasks.get(earlier.task);
    if (!other) return `The free ${this.#length(block)} that suits the whole plan best`;
    const ahead = `The next free ${this.#length(block)} after “${other.title}”`;
    if (other.priority < task.priority) return `${ahead}, which has a higher priority`;
    const otherDue = other.deadlineMs ?? Number.POSITIVE_INFINITY;
    if (otherDue < (task.deadlineMs ?? Number.POSITIVE_INFINITY)) return `${ahead}, which is due sooner`;
    if (other.durationMin < task.durationMin) return `${ahead}, which is shorter`;
    return ahead;
  }

  #inTime(task: PlanTask): string {
    const { deadlineMs } = task;
    const doneMs = Math.max(...(this.#blocksOf.get(task.id) ?? []).map((block) => block.endMs));
    if (deadlineMs === undefined || doneMs > deadlineMs) return '';
    return `; due ${this.#spoken.deadline(deadlineMs)}`;
  }

  #length(block: Stretch): string {
    return freeLengthInWords(Math.round((block.endMs - block.startMs) / 60_000));
  }

  #gateOf(block: PlacedBlock, task: PlanTask): Gate {
    const startMs = Math.max(this.#instance.nowMs, this.#instance.fromMs);
    let gate: Gate = { atMs: startMs, cause: 'now' };
    if (task.earliestMs !== undefined && task.earliestMs > startMs) gate = { atMs: task.earliestMs, cause: 'earliest' };
    for (const id of task.after ?? []) {
      const waitsFor = this.#tasks.get(id);
      for (const { endMs } of this.#blocksOf.get(id) ?? []) {
        if (waitsFor && endMs > gate.atMs) gate = { atMs: endMs, cause: 'after', waitsFor };
      }
    }
    for (const { endMs } of this.#blocksOf.get(task.id) ?? []) {
      if (endMs <= block.startMs && endMs > gate.atMs) gate = { atMs: endMs, cause: 'part' };
    }
    return gate;
  }
}

/** Whether one of the stretches offers `lengthMs` between two moments. */
function fits(stretches: readonly Stretch[], fromMs: number, toMs: number, lengthMs: number): boolean {
  return stretches.some(({ startMs, endMs }) => Math.min(endMs, toMs) - Math.max(startMs, fromMs) >= lengthMs);
}

const overlaps = (one: Stretch, other: Stretch): boolean => one.startMs < other.endMs && other.startMs < one.endMs;

/** The instance with every block of the plan in the place of the pinned ones. */
function instanceOfAll(instance: PlanInstance, blocksOf: ReadonlyMap<string, readonly PlacedBlock[]>): PlanInstance {
  return {
    ...instance,
    tasks: instance.tasks.map((task) => ({ ...task, pinned: [...(blocksOf.get(task.id) ?? [])] })),
  };
}

/** What is left of stretches when others are taken out; both in order of time. */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let first = 0;
  for (const stretch of stretches) {
    let { startMs } = stretch;
    while ((taken[first]?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) first += 1;
    for (let index = first; startMs < stretch.endMs; index += 1) {
      const next = taken[index];
      const endMs = Math.min(next?.startMs ?? stretch.endMs, stretch.endMs);
      if (startMs < endMs) left.push({ startMs, endMs });
      startMs = Math.max(startMs, next?.endMs ?? stretch.endMs);
    }
  }
  return left;
}
