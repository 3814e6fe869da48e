import type { TaskToPlan } from '#contract/calendar';
import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly TaskToPlan[];
}

/** "Due soon" is the week ahead. */
const SOON_DAYS = 7;

/**
 * What is to plan under headings, in the order it came: what today asks for, the week ahead, and the rest. Groups without
 * tasks are left out.
 *
 * @param words each must be in the title or project
 */
export function toPlanGroups(tasks: readonly TaskToPlan[], today: Day, words: string): readonly TaskGroup[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const soon = addDays(today, SOON_DAYS);
  const groups = new Map<string, TaskToPlan[]>([
    ['Today', []],
    ['Due soon', []],
    ['Anytime', []],
  ]);
  for (const task of tasks) {
    const text = `${task.title} ${task.project ?? ''}`.toLocaleLowerCase();
    if (!wanted.every((word) => text.includes(word))) continue;
    const day = [task.dueDay, task.doDay].reduce((one, other) => (one === null || (other ?? one) < one ? other : one));
    const title = day === null || day > soon ? 'Anytime' : day > today ? 'Due soon' : 'Today';
    groups.get(title)!.push(task);
  }
  return [...groups].flatMap(([title, own]) => (own.length === 0 ? [] : [{ title, tasks: own }]));
}
