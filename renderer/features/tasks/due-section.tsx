import { api } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useToday } from '#renderer/features/today/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './due-section.module.css';
import { tasksRoute, withLingering } from './lists.ts';
import { dueOf } from './task-row.tsx';
import { useLingering } from './use-lingering.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** As many as a glance takes in; the rest is a link away. */
const MAX_SHOWN = 12;

/** What is late, due or chosen for today, to check off beside the day's page. */
export function DueSection() {
  const today = useToday()?.day;
  const goTo = useGoTo();
  const commands = useTaskCommands();
  const { lingering, linger } = useLingering();
  const counts = useQuery(api.tasks.counts.queryOptions()).data;
  const list = useQuery(api.tasks.list.queryOptions({ input: { list: 'today', limit: MAX_SHOWN } })).data;
  if (today === undefined || list === undefined) return null;
  const tasks = withLingering(list, lingering);
  const total = counts?.today ?? tasks.length;
  return (
    <section aria-labelledby="today-due">
      <SectionLabel id="today-due" end={total === 0 ? undefined : formatNumber(total)}>
        Due
      </SectionLabel>
      <ul className={styles.rows}>
        {tasks.map((task) => {
          const due = dueOf(task, today);
          const isDone = task.status !== 'open';
          return (
            <li key={task.id}>
              <Row
                leading={
                  <Checkbox
                    checked={isDone}
                    label={`Complete: ${task.title}`}
                    onChange={() => {
                      if (!isDone) void linger([task], tasks, 'done', commands.complete.mutateAsync({ tasks: [task] }));
                    }}
                  />
                }
                title={
                  <span className={styles.title} dir="auto" data-done={isDone || undefined}>
                    {task.title}
                  </span>
                }
                end={due && <span className={due.isLate ? styles.late : undefined}>{due.words}</span>}
                tone={isDone ? 'quiet' : 'plain'}
                onOpen={() => goTo(tasksRoute({ list: 'today', task: task.id }))}
              />
            </li>
          );
        })}
      </ul>
      {tasks.length === 0 && <p className={styles.quiet}>Nothing is due today.</p>}
      {total > MAX_SHOWN && (
        <Button variant="link" onClick={() => goTo(tasksRoute({ list: 'today' }))}>
          All {formatNumber(total)}
        </Button>
      )}
    </section>
  );
}
