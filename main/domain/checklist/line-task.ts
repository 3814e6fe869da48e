import type { When } from '#contract/time';
import { readText } from '../grammar/read.ts';

/** What the words behind a box ask of their task. */
export interface LineTask {
  readonly title: string;
  readonly dueDay: string | null;
  readonly dueTime: string | null;
  readonly doDay: string | null;
  readonly estimateMin: number | null;
  readonly priority: number;
  readonly project: string | null;
  readonly tags: readonly string[];
}

/** As capture is told that a line is to be done, whatever it sounds like. */
const TO_DO = 'todo: ';
/** `>2026-12-01`: the day to do it, apart from when it is due. */
const DO_DAY = /(?<=^|\s)>(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=$|\s)/u;
const ORDINARY = 3;
const LONGEST_TITLE = 500;

/**
 * Reads the words behind a box by the grammar of capture; the words themselves stay as they are.
 *
 * @param context when the words count from: the moment of their entry
 */
export function readLineTask(words: string, context: { readonly nowMs: number; readonly zone: string }): LineTask {
  const plain = withoutMarks(words);
  const doDay = DO_DAY.exec(plain)?.[1] ?? null;
  const { items } = readText(TO_DO + plain.replace(DO_DAY, ' ').trim(), context);
  const item = items.length === 1 ? items[0] : undefined;
  const due = item?.due ?? item?.start;
  const title = (item?.title.trim() ?? '') === '' ? plain : item!.title.trim();
  return {
    title: title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).toWellFormed()}…`,
    dueDay: due ? dayOf(due) : null,
    dueTime: due && isTimed(due) ? due.local.slice(11, 16) : null,
    doDay: doDay ?? (item?.due && item.start ? dayOf(item.start) : null),
    estimateMin: item?.durationMin ?? null,
    priority: item?.priority ?? ORDINARY,
    project: item?.project ?? null,
    tags: (item?.tags ?? []).filter((tag) => /^[^\s#,]{1,60}$/u.test(tag)).slice(0, 30),
  };
}

/** What the line asks for that it did not ask before; only that is the task's to change. */
export function changedAsks(before: LineTask, now: LineTask): Partial<LineTask> {
  const differs = (key: keyof LineTask): boolean => JSON.stringify(before[key]) !== JSON.stringify(now[key]);
  return Object.fromEntries((Object.keys(now) as (keyof LineTask)[]).filter(differs).map((key) => [key, now[key]]));
}

function withoutMarks(words: string): string {
  return words
    .replace(/\[\[(?:[^[\]|]+\|)?([^[\]|]+)\]\]/gu, '$1')
    .replace(/(?<!!)\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__|==)(\S(?:.*?\S)?)\1/gu, '$2')
    .trim();
}

const dayOf = (when: When): string => when.local.slice(0, 10);

const isTimed = ({ grain }: When): boolean => grain === 'hour' || grain === 'minute' || grain === 'second';
