import type { LearnedLength } from '#contract/plan';
import { type DoneTaskRow, doneTasks, taskToLearn } from '#db/queries/plan';
import type { ReadHandle } from '#db/store/handles';
import { type DoneTask, learnedLength } from '#main/domain/scheduling/learned-lengths';

/** What was done longer ago says little about today. */
const REMEMBERED_MS = 400 * 86_400_000;

/** The learned length of each task that has one. */
export type Learning = ReadonlyMap<string, NonNullable<LearnedLength['length']> & { readonly count: number }>;

/** What is known of how long tasks will take that have no estimate. */
export function learningOf(handle: ReadHandle, tasks: readonly { readonly id: string }[], nowMs: number): Learning {
  if (tasks.length === 0) return new Map();
  const done = doneTasks(handle, nowMs - REMEMBERED_MS).map(asDone);
  return new Map(
    tasks.flatMap(({ id }) => {
      const task = taskToLearn(handle, id);
      const { length, count } = task
        ? learnedLength(asDone({ ...task, tookMin: 0 }), done)
        : { length: null, count: 0 };
      // What any task took says nothing about this one: the usual estimate is the person's own word.
      return length === null || length.basis === 'all' ? [] : [[id, { ...length, count }] as const];
    }),
  );
}

/** How long tasks like one took; undefined when there is no such task. */
export function learnedOf(handle: ReadHandle, taskId: string, nowMs: number): LearnedLength | undefined {
  const task = taskToLearn(handle, taskId);
  if (!task) return undefined;
  const done = doneTasks(handle, nowMs - REMEMBERED_MS).filter((other) => other.id !== taskId);
  return learnedLength(asDone({ ...task, tookMin: 0 }), done.map(asDone));
}

function asDone({ title, project, tags, tookMin, estimateMin }: DoneTaskRow): DoneTask {
  return { title, project, tags: tags === null ? [] : (JSON.parse(tags) as string[]), tookMin, estimateMin };
}
