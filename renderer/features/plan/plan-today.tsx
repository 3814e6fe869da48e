import { api } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './does-not-fit.module.css';
import { lookInWords } from './plan-look.tsx';

/** On Today: the plan needs a look. Nothing when it does not. */
export function PlanToday() {
  const goTo = useGoTo();
  const check = useQuery(api.plan.check.queryOptions()).data;
  const words = check === undefined ? null : lookInWords(check);
  if (check === undefined || words === null) return null;
  return (
    <section aria-label="Plan check">
      <SectionLabel>Plan</SectionLabel>
      <p className={styles.reason}>Plan needs a look: {words}.</p>
      <div className={styles.remedies}>
        <Button variant="link" size="small" onClick={() => goTo(`/calendar?plan=${check.isStale ? 'anew' : 'mend'}`)}>
          {check.isStale ? 'Make a realistic new plan' : 'Mend it'}
        </Button>
      </div>
    </section>
  );
}
