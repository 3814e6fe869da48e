import type { PlanCheck, PlanQuestion } from '#contract/plan';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { addDays } from '#renderer/ui/days.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './decision-bar.module.css';
import type { Planning } from './use-plan.ts';

const DAYS_OF_A_NEW_PLAN = 6;

/** What has come in the way of the plan, in a few words; null when nothing has. */
export function lookInWords({ collisions, missedTaskIds, overdue, isStale }: PlanCheck): string | null {
  if (isStale) {
    const parts = [
      missedTaskIds.length > 0
        ? `${formatCount(missedTaskIds.length, { one: 'block', other: 'blocks' })} passed by`
        : '',
      overdue > 0 ? `${formatCount(overdue, { one: 'task', other: 'tasks' })} overdue` : '',
    ].filter(Boolean);
    return parts.join(', ');
  }
  if (collisions.length === 0) return null;
  const late = collisions.filter(({ cause }) => cause === 'late').length;
  const overlapping = collisions.length - late;
  if (overlapping === 0) return `${formatCount(late, { one: 'block', other: 'blocks' })} after the due day`;
  return formatCount(overlapping, { one: 'block collides', other: 'blocks collide' });
}

/** The plan needs a look: offered in passing, and put away with one press until something else comes up. */
export function PlanLook({ planning }: { readonly planning: Planning }) {
  const check = useQuery(api.plan.check.queryOptions()).data;
  const today = useQuery(api.today.now.queryOptions()).data?.day;
  const [putAway, setPutAway] = useState<string | null>(null);
  const goTo = useGoTo();
  const asked = useSearchParam('plan');
  const { propose } = planning;
  useEffect(() => {
    if (check === undefined || today === undefined || (asked !== 'mend' && asked !== 'anew')) return;
    goTo('/calendar', { replace: true });
    propose(asked === 'anew' || check.collisions.length === 0 ? anew(today) : mending(check, today));
    // Asked once: `propose` is another function at each render.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, check, today, goTo]);
  const words = check === undefined ? null : lookInWords(check);
  if (check === undefined || today === undefined || words === null || words === putAway) return null;
  return (
    <section className={styles.bar} aria-label="Plan check">
      <span className={styles.words}>
        Plan needs a look: <span className={styles.detail}>{words}</span>
      </span>
      <div className={styles.actions}>
        <Button size="small" onClick={() => propose(check.isStale ? anew(today) : mending(check, today))}>
          {check.isStale ? 'Make a new plan' : 'Mend it'}
        </Button>
        <IconButton icon={X} label="Put away" onClick={() => setPutAway(words)} />
      </div>
    </section>
  );
}

/** A plan for the days to come that owes nothing to the blocks that stand, with all that is overdue in it. */
function anew(today: Day): PlanQuestion {
  return { scope: 'until', untilDay: addDays(today, DAYS_OF_A_NEW_PLAN), anew: true };
}

/** Only what collides is planned again; all else stands. */
function mending({ collisions }: PlanCheck, today: Day): PlanQuestion {
  return {
    scope: 'until',
    untilDay: addDays(today, 13),
    taskIds: [...new Set(collisions.map(({ taskId }) => taskId))],
  };
}
