import type { PlanRule, Remedy, Weekday } from '#contract/plan';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatDay, formatDuration, weekdayNames } from '#renderer/ui/format.ts';
import { PaneSection } from '#renderer/ui/pane.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import styles from './does-not-fit.module.css';
import { OverdueList } from './overdue-list.tsx';
import type { Planning } from './use-plan.ts';

const TASKS = { one: 'task', other: 'tasks' };
const LIFTING: Readonly<Record<PlanRule, string>> = {
  limits: 'Lift the daily limit',
  lunch: 'Skip lunch',
  buffer: 'No time around events',
  travel: 'Leave out travel',
  refusals: 'Forget what I refused',
};
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Beside a plan in hand: what was overdue, and what found no place. */
export function DoesNotFit({ planning }: { readonly planning: Planning }) {
  return (
    <>
      <OverdueList planning={planning} />
      <Unplaced planning={planning} />
    </>
  );
}

/** Tasks that found no place, why, and what would make room; nothing of that happens by itself. */
function Unplaced({ planning }: { readonly planning: Planning }) {
  const proposal = planning.session?.proposal;
  if (!proposal || proposal.unplaced.length + proposal.waiting === 0) return null;
  const { unplaced, waiting } = proposal;
  return (
    <PaneSection>
      <SectionLabel end={formatCount(unplaced.length, TASKS)}>Does not fit</SectionLabel>
      <ul className={styles.list}>
        {unplaced.map(({ taskId, title, durationMin, reason, remedies }) => (
          <li key={taskId} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.title} dir="auto">
                {title}
              </span>
              <span className={styles.length}>{formatDuration(durationMin)}</span>
            </div>
            <p className={styles.reason}>{reason}.</p>
            {remedies.length > 0 && (
              <div className={styles.remedies}>
                {remedies.map((remedy) => (
                  <Button
                    key={wordsOf(remedy)}
                    variant="link"
                    size="small"
                    aria-label={`${wordsOf(remedy)}: ${title}`}
                    onClick={() => planning.again({ taskId, remedy })}
                  >
                    {wordsOf(remedy)}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {waiting > 0 && <p className={styles.waiting}>{formatCount(waiting, TASKS)} more can wait.</p>}
    </PaneSection>
  );
}

function wordsOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'split':
      return 'Split it';
    case 'allow':
      return `Allow ${weekdayNames('long')[WEEKDAYS.indexOf(remedy.weekday)] ?? ''}`;
    case 'further':
      return `Plan until ${formatDay(remedy.untilDay, 'short')}`;
    case 'lift':
      return LIFTING[remedy.rule];
  }
}
