import type { OverdueTask } from '#contract/plan';
import { formatCount, formatDay } from '#renderer/ui/format.ts';
import { PaneSection } from '#renderer/ui/pane.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { Select } from '#renderer/ui/select.tsx';
import styles from './does-not-fit.module.css';
import { type OverdueAct, overdueAct } from './plan-session.ts';
import type { Planning } from './use-plan.ts';

/** What was overdue when a plan was made anew, each with a day of its own again; accepting the plan makes it so. */
export function OverdueList({ planning }: { readonly planning: Planning }) {
  const { session } = planning;
  const overdue = session?.proposal.overdue ?? [];
  if (session === null || overdue.length === 0) return null;
  return (
    <PaneSection>
      <SectionLabel end={formatCount(overdue.length, { one: 'task', other: 'tasks' })}>Days that passed</SectionLabel>
      <ul className={styles.list}>
        {overdue.map((task) => (
          <li key={task.taskId} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.title} dir="auto">
                {task.title}
              </span>
              <span className={styles.length}>{formatDay(task.wasDay, 'short')}</span>
            </div>
            <Select<OverdueAct>
              label={`What becomes of ${task.title}`}
              hidesLabel
              value={overdueAct(session, task.taskId)}
              options={actsOf(task)}
              onChange={(act) => planning.setOverdue(task.taskId, act)}
            />
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function actsOf({ act, doDay }: OverdueTask): readonly { readonly value: OverdueAct; readonly label: string }[] {
  const onDay = formatDay(doDay, 'medium');
  return [
    ...(act === 'plan' ? [{ value: 'plan' as const, label: `Do it ${onDay}` }] : []),
    ...(act === 'plan' ? [] : [{ value: 'defer' as const, label: `Put it off to ${onDay}` }]),
    { value: 'drop', label: 'Let it go' },
    { value: 'leave', label: 'Leave it as it is' },
  ];
}
