import type { Task } from '#contract/tasks';

/** Ids share their beginning, which is the time; their last characters tell tasks apart. */
const SHORT_ID_LENGTH = 6;

/** The end of a task's id, enough to name it with. */
export const shortId = (id: string): string => id.slice(-SHORT_ID_LENGTH);

/** `3f9a1c  [ ] Call the bank  due 2026-11-20 (late)  !1  #home` */
export function taskLine(task: Task, today: string): string {
  const mark = { open: ' ', done: 'x', dropped: '-' }[task.status];
  const isLate = task.status === 'open' && task.dueDay !== null && task.dueDay < today;
  const parts = [
    `${shortId(task.id)}  [${mark}] ${task.title}`,
    ...(task.dueDay === null
      ? []
      : [`due ${task.dueDay}${task.dueTime === null ? '' : ` ${task.dueTime}`}${isLate ? ' (late)' : ''}`]),
    ...(task.priority < 3 ? [`!${task.priority}`] : []),
    ...task.tags.map((tag) => `#${tag.name}`),
  ];
  return parts.join('  ');
}
