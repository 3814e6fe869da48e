import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatDay, formatDuration } from '#renderer/ui/format.ts';
import styles from './decision-bar.module.css';
import { type PlanSession, plannedMinutes } from './plan-session.ts';
import type { Planning } from './use-plan.ts';

/** The plan in hand as a sentence, and what can be done with it. */
export function DecisionBar({ planning }: { readonly planning: Planning }) {
  const { session, failure, isWorking } = planning;
  if (failure !== null)
    return (
      <section className={styles.bar} aria-label="Plan">
        <span className={styles.failure} role="alert">
          {failure.message}
        </span>
        <Button variant="quiet" size="small" keys="Escape" onClick={() => planning.refuseRest()}>
          Close
        </Button>
        <Button variant="primary" size="small" onClick={() => planning.again()}>
          Plan again
        </Button>
      </section>
    );
  if (session === null)
    return isWorking ? (
      <section className={styles.bar} aria-label="Plan">
        <output className={styles.detail}>Looking for free time</output>
      </section>
    ) : null;
  const wanted = session.entries.filter((entry) => entry.decision !== 'refuse');
  const isEmpty = wanted.length === 0 && session.proposal.removed.length === 0;
  const hasKept = wanted.some((entry) => entry.decision === 'keep');
  return (
    <section className={styles.bar} aria-label="Plan">
      <output className={styles.words}>
        <strong>{titleOf(session)}</strong> <span className={styles.detail}>{detailOf(session, wanted.length)}</span>
      </output>
      {wanted.length > 0 && (
        <>
          <span className={styles.rule} />
          <Button variant="quiet" keys="j" onClick={() => planning.step(1)}>
            Step through
          </Button>
        </>
      )}
      <Button keys="Escape" onClick={() => planning.refuseRest()}>
        {isEmpty ? 'Close' : hasKept ? 'Refuse the rest' : 'Refuse'}
      </Button>
      {!isEmpty && (
        <Button variant="primary" keys="Mod+Enter" onClick={() => planning.accept()}>
          {wanted.length < session.entries.length ? `Accept ${wanted.length}` : 'Accept all'}
        </Button>
      )}
    </section>
  );
}

function titleOf({ proposal }: PlanSession): string {
  const { scope, fromDay, toDay } = proposal;
  if (scope === 'day') return `Plan for ${formatDay(fromDay, 'medium')}`;
  if (scope === 'until') return `Plan until ${formatDay(toDay, 'medium')}`;
  return `Plan for ${formatDay(fromDay, 'short')} to ${formatDay(toDay, 'short')}`;
}

function detailOf(session: PlanSession, wanted: number): string {
  const { proposal, entries } = session;
  const removed = proposal.removed.length > 0 ? `, ${proposal.removed.length} removed` : '';
  if (wanted > 0) {
    const blocks = formatCount(wanted, { one: 'block', other: 'blocks' });
    return `${blocks}, ${formatDuration(plannedMinutes(session))}${removed}`;
  }
  if (entries.length > 0) return `all refused${removed}`;
  if (removed !== '') return removed.slice(2);
  if (proposal.unplaced.length > 0) return 'nothing fits; see why at the right';
  return proposal.blocks.length > 0 ? 'everything has its place already' : 'there is no open task to plan';
}
