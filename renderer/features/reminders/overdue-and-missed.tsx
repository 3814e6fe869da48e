import type { Task } from '#contract/tasks';
import { api, client } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { formatCount, formatDay, formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import styles from './overdue-and-missed.module.css';
import { useTold } from './use-told.ts';

const MOST = 8;

/**
 * What is past its day and what was told too late, on Today's side, each with one key: `1` today, `2` tomorrow, `3` next
 * week, `d` done, `x` let it go. Everything at once is one change.
 */
export function OverdueAndMissed() {
  const goTo = useGoTo();
  const told = useTold();
  const today = useQuery(api.today.now.queryOptions()).data?.day;
  const overdue = useQuery(api.tasks.list.queryOptions({ input: { list: 'today', query: 'is:overdue' } })).data ?? [];
  const move = useCommand(client.tasks.update, {
    done: (tasks) => `${formatCount(tasks.length, { one: 'task', other: 'tasks' })} moved`,
  });
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const drop = useCommand(client.tasks.drop, { done: () => 'Let go' });
  const overdueIds = new Set(overdue.map(({ id }) => id));
  const missed = told.items.filter(
    ({ isLate, snoozedUntilMs, taskId }) => isLate && snoozedUntilMs === null && !overdueIds.has(taskId ?? ''),
  );
  if (today === undefined || overdue.length + missed.length === 0) return null;

  const days = { today, tomorrow: addDays(today, 1), nextWeek: addDays(today, 7) };
  const to = (tasks: readonly Task[], day: string): void =>
    move.mutate({ ids: tasks.map(({ id }) => id), change: { dueDay: day } });

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-thing]')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const key = rows[at]?.dataset['thing'];
    const task = overdue.find(({ id }) => id === key);
    const reminder = missed.find(({ alarmId }) => alarmId === key);
    const alarmIds = reminder ? [reminder.alarmId] : [];
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => rows[Math.min(at + 1, rows.length - 1)]?.querySelector('button')?.focus(),
      ArrowUp: () => rows[Math.max(at - 1, 0)]?.querySelector('button')?.focus(),
      1: task
        ? () => to([task], days.today)
        : reminder && (() => told.snooze.mutate({ alarmIds, until: { minutes: 10 } })),
      2: task
        ? () => to([task], days.tomorrow)
        : reminder && (() => told.snooze.mutate({ alarmIds, until: { preset: 'tomorrow' } })),
      3: task
        ? () => to([task], days.nextWeek)
        : reminder && (() => told.snooze.mutate({ alarmIds, until: { minutes: 7 * 1_440 } })),
      d: task
        ? () => complete.mutate({ ids: [task.id] })
        : reminder && (() => (reminder.taskId === null ? told.dismiss : told.done).mutate({ alarmIds })),
      x: task ? () => drop.mutate({ ids: [task.id] }) : reminder && (() => told.dismiss.mutate({ alarmIds })),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key.length === 1) (rows[at + 1] ?? rows[at - 1])?.querySelector('button')?.focus();
    act();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside it
    <section aria-labelledby="overdue-and-missed" onKeyDown={handleKey}>
      <SectionLabel
        id="overdue-and-missed"
        end={
          overdue.length > 0 && (
            <Button size="small" variant="quiet" onClick={() => to(overdue, days.today)}>
              All to today
            </Button>
          )
        }
      >
        Overdue and missed
      </SectionLabel>
      <ul className={styles.rows}>
        {overdue.slice(0, MOST).map((task) => (
          <li key={task.id} data-thing={task.id}>
            <Row
              leading={
                <span className={styles.when}>{task.dueDay === null ? '' : formatDay(task.dueDay, 'short')}</span>
              }
              title={
                <span className={styles.title} dir="auto">
                  {task.title}
                </span>
              }
              onOpen={() => goTo(`/tasks?list=today&task=${task.id}`)}
              end={
                <Menu
                  align="end"
                  trigger={<IconButton icon={CalendarClock} label={`What becomes of ${task.title}`} />}
                  entries={[
                    { label: 'Today', keys: '1', onSelect: () => to([task], days.today) },
                    { label: 'Tomorrow', keys: '2', onSelect: () => to([task], days.tomorrow) },
                    { label: 'In a week', keys: '3', onSelect: () => to([task], days.nextWeek) },
                    { label: 'Another day', onSelect: () => goTo(`/tasks?list=today&task=${task.id}`) },
                    { kind: 'separator', label: 'or' },
                    { label: 'Done', keys: 'd', onSelect: () => complete.mutate({ ids: [task.id] }) },
                    { label: 'Let it go', keys: 'x', onSelect: () => drop.mutate({ ids: [task.id] }) },
                  ]}
                />
              }
            />
          </li>
        ))}
        {missed.slice(0, MOST).map((item) => (
          <li key={item.alarmId} data-thing={item.alarmId}>
            <Row
              leading={<span className={styles.when}>{formatTime(item.dueMs, told.zone)}</span>}
              title={
                <span className={styles.title} dir="auto">
                  {item.title}
                </span>
              }
              onOpen={() => goTo(item.route)}
              end={
                <Menu
                  align="end"
                  trigger={<IconButton icon={CalendarClock} label={`What becomes of the reminder of ${item.title}`} />}
                  entries={[
                    {
                      label: 'Again in 10 minutes',
                      keys: '1',
                      onSelect: () => told.snooze.mutate({ alarmIds: [item.alarmId], until: { minutes: 10 } }),
                    },
                    {
                      label: 'Tomorrow',
                      keys: '2',
                      onSelect: () => told.snooze.mutate({ alarmIds: [item.alarmId], until: { preset: 'tomorrow' } }),
                    },
                    {
                      label: 'Clear',
                      keys: 'x',
                      onSelect: () => told.dismiss.mutate({ alarmIds: [item.alarmId] }),
                    },
                  ]}
                />
              }
            />
          </li>
        ))}
      </ul>
      {(overdue.length > MOST || missed.length > MOST) && (
        <Button variant="link" onClick={() => goTo(overdue.length > MOST ? '/tasks?list=today' : '/reminders')}>
          Show all {overdue.length + missed.length}
        </Button>
      )}
    </section>
  );
}
