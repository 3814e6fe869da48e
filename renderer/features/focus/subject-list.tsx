import type { BlockOfTask } from '#contract/calendar';
import type { Task } from '#contract/tasks';
import { api } from '#renderer/data/api.ts';
import type { Today } from '#renderer/features/today/index.ts';
import { formatCount, formatDuration, formatTime } from '#renderer/ui/format.ts';
import { listMove } from '#renderer/ui/list-move.ts';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import styles from './start-session.module.css';
import { useSeconds } from './ticker.ts';

/** What one can focus on: a task, perhaps in the time planned for it. */
export interface FocusSubject {
  readonly key: string;
  readonly title: string;
  readonly taskId: string;
  readonly blockId?: string;
  /** When it is planned. */
  readonly startMs?: number;
  readonly minutes: number | null;
}

/** More than this is no choice; typing narrows it. */
const SHOWN = 30;
const MOST_TASKS = 5_000;

/**
 * What is planned for the rest of today and what is due; with words typed, every open task that has them.
 *
 * @returns undefined while it is loading
 */
export function useSubjects(today: Today, filter: string): readonly FocusSubject[] | undefined {
  const words = filter.trim().toLowerCase();
  const nowMs = useSeconds(false);
  const range = useQuery(api.calendar.range.queryOptions({ input: { fromMs: today.startMs, toMs: today.endMs } })).data;
  const due = useQuery(api.tasks.list.queryOptions({ input: { list: 'today', limit: MOST_TASKS } })).data;
  const open = useQuery({
    ...api.tasks.list.queryOptions({ input: { list: 'all', limit: MOST_TASKS } }),
    enabled: words !== '',
  }).data;
  if (range === undefined || due === undefined) return undefined;
  const planned = range.blocks.filter(({ task, endMs }) => task.status === 'open' && endMs > nowMs).map(ofBlock);
  const taken = new Set(planned.map(({ taskId }) => taskId));
  const tasks = (words === '' ? due : (open ?? due)).filter(({ id }) => !taken.has(id)).map(ofTask);
  return [...planned, ...tasks].filter(({ title }) => title.toLowerCase().includes(words));
}

const ofBlock = (block: BlockOfTask): FocusSubject => ({
  key: block.id,
  title: block.task.title,
  taskId: block.taskId,
  blockId: block.id,
  startMs: block.startMs,
  minutes: Math.round((block.endMs - block.startMs) / 60_000),
});

const ofTask = (task: Task): FocusSubject => ({
  key: task.id,
  title: task.title,
  taskId: task.id,
  minutes: task.estimateMin,
});

interface SubjectListProps {
  readonly subjects: readonly FocusSubject[] | undefined;
  readonly zone: string;
  readonly filter: string;
  readonly listRef: RefObject<HTMLUListElement | null>;
  onStart(subject: FocusSubject): void;
}

/** Starts on what is chosen; arrow keys move along it. */
export function SubjectList({ subjects, zone, filter, listRef, onStart }: SubjectListProps) {
  if (subjects === undefined) return null;
  const shown = subjects.slice(0, SHOWN);

  function handleKey(event: KeyboardEvent): void {
    const buttons = [...(listRef.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = at < 0 ? undefined : listMove(event, at, buttons.length, 10);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <section className={styles.subjects} aria-labelledby="focus-subjects">
      <SectionLabel id="focus-subjects">{filter.trim() === '' ? 'Planned and due today' : 'Open tasks'}</SectionLabel>
      {shown.length === 0 && (
        <p className={styles.quiet}>
          {filter.trim() === ''
            ? 'Nothing is planned or due today. Write above what you will do, or type the name of any task.'
            : 'No open task has these words. Start with them as they are.'}
        </p>
      )}
      {/* The keys move among the buttons in it, which do the work. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={listRef} className={styles.rows} onKeyDown={handleKey}>
        {shown.map((subject) => (
          <li key={subject.key}>
            <Row
              leading={
                <span className={styles.time}>
                  {subject.startMs === undefined ? 'Task' : formatTime(subject.startMs, zone)}
                </span>
              }
              title={
                <>
                  <span className="visually-hidden">Focus on </span>
                  <bdi>{subject.title}</bdi>
                </>
              }
              end={subject.minutes === null ? undefined : formatDuration(subject.minutes)}
              onOpen={() => onStart(subject)}
            />
          </li>
        ))}
      </ul>
      {subjects.length > SHOWN && (
        <p className={styles.quiet}>
          {formatCount(subjects.length - SHOWN, { one: 'more task', other: 'more tasks' })}: type a word above to find
          one.
        </p>
      )}
    </section>
  );
}
