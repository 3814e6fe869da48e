import type { LearnedLength } from '#contract/plan';

/** A task that was done, and how long it took. */
export interface DoneTask {
  readonly title: string;
  readonly project: string | null;
  readonly tags: readonly string[];
  readonly tookMin: number;
  readonly estimateMin: number | null;
}

type Basis = NonNullable<LearnedLength['length']>['basis'];

/** What is known of a task when its length is asked for. */
export type TaskToLearn = Omit<DoneTask, 'tookMin'>;

/** Fewer say nothing. */
export const NEEDED = 5;
/** The same thing done again says more than things that share a tag. */
const NEEDED_OF_SAME = 3;
/** What all tasks say counts as much as so many tasks of the group. */
const SHRINKAGE = 3;
/** Four in five lie within so many deviations about the middle. */
const WITHIN = 1.2816;
/** Below this a spread of lengths is an accident of small numbers. */
const LEAST_DEVIATION = 0.15;

/**
 * How long a task will take, by those like it that were done: with the same title, else the same tags, else the same
 * project, else any. Lengths are spread as their logarithms are, evenly about the middle; a group of few is drawn
 * towards all tasks (partial pooling), so that two long ones do not make a rule.
 *
 * With an estimate of the person's own it is their ratio that is learned (they tend to take 1.4 times what was
 * estimated); without one, the length itself.
 */
export function learnedLength(task: TaskToLearn, done: readonly DoneTask[]): LearnedLength {
  const { estimateMin } = task;
  const usable = done.filter(({ tookMin }) => tookMin >= 1);
  const estimated = usable.filter((other) => other.estimateMin !== null && other.estimateMin > 0);
  const goesByRatio = estimateMin !== null && estimateMin > 0 && estimated.length >= NEEDED;
  const all = goesByRatio ? estimated : usable;
  const group = groupOf(task, all);
  if (!group) return { length: null, count: all.length, needed: NEEDED };
  const measure = ({ tookMin, estimateMin: planned }: DoneTask): number =>
    Math.log(goesByRatio ? tookMin / (planned ?? tookMin) : tookMin);
  const { middle, deviation } = pooled(group.members.map(measure), all.map(measure));
  const scale = goesByRatio ? estimateMin : 1;
  const minutes = (log: number): number => rounded(scale * Math.exp(log));
  return {
    length: {
      lowMin: minutes(middle - WITHIN * deviation),
      middleMin: minutes(middle),
      highMin: minutes(middle + WITHIN * deviation),
      basis: group.basis,
    },
    count: group.members.length,
    needed: NEEDED,
  };
}

function groupOf(
  task: TaskToLearn,
  done: readonly DoneTask[],
): { readonly basis: Basis; readonly members: readonly DoneTask[] } | undefined {
  const title = plain(task.title);
  const tags = new Set(task.tags);
  const bases: readonly (readonly [Basis, number, (other: DoneTask) => boolean])[] = [
    ['title', NEEDED_OF_SAME, (other) => plain(other.title) === title],
    ['tags', NEEDED, (other) => tags.size > 0 && [...tags].every((tag) => other.tags.includes(tag))],
    ['project', NEEDED, (other) => task.project !== null && other.project === task.project],
    ['all', NEEDED, () => true],
  ];
  for (const [basis, needed, isAlike] of bases) {
    const members = done.filter(isAlike);
    if (members.length >= needed) return { basis, members };
  }
  return undefined;
}

/** The middle and the deviation to expect of the next one of a group. */
function pooled(group: readonly number[], all: readonly number[]): { middle: number; deviation: number } {
  const share = group.length / (group.length + SHRINKAGE);
  const middle = share * meanOf(group) + (1 - share) * meanOf(all);
  const variance = share * varianceOf(group) + (1 - share) * varianceOf(all);
  // The middle itself is only known so well.
  const deviation = Math.sqrt(variance * (1 + 1 / (group.length + SHRINKAGE)));
  return { middle, deviation: Math.max(LEAST_DEVIATION, deviation) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function plain(title: string): string {
  return title.trim().toLocaleLowerCase().replaceAll(/\s+/gu, ' ');
}

/** To what a person would say: 5 minutes, from 2 hours on a quarter of an hour. */
function rounded(minutes: number): number {
  const step = minutes >= 120 ? 15 : 5;
  return Math.max(5, Math.round(minutes / step) * step);
}
