import type { RefusalReason } from '#contract/plan';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatDay, formatDuration } from '#renderer/ui/format.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import styles from './decision-bar.module.css';
import { PlanLook } from './plan-look.tsx';
import { type PlanSession, acceptable, isEmpty, plannedMinutes } from './plan-session.ts';
import type { Planning } from './use-plan.ts';
import { useWhatIfs } from './use-what-ifs.ts';
import { differenceInWords } from './what-ifs.ts';

const REASONS: readonly { readonly why: RefusalReason; readonly keys: string; readonly words: string }[] = [
  { why: 'morning', keys: '1', words: 'Not in the morning' },
  { why: 'afternoon', keys: '2', words: 'Not in the afternoon' },
  { why: 'day', keys: '3', words: 'Not this day' },
  { why: 'later', keys: '4', words: 'Later' },
  { why: 'here', keys: '5', words: 'Just not here' },
];

/** The plan in hand as a sentence, and what can be done with it; without one, what has come in the way of the plan. */
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
    ) : (
      <PlanLook planning={planning} />
    );
  if (session.whatIf !== null) return <WhatIfBar planning={planning} session={session} whatIf={session.whatIf} />;
  return <Decisions planning={planning} session={session} />;
}

interface InHand {
  readonly planning: Planning;
  readonly session: PlanSession;
}

function Decisions({ planning, session }: InHand) {
  const whatIfButton = useRef<HTMLButtonElement>(null);
  const whatIfs = useWhatIfs(session);
  const zone = useQuery(api.today.now.queryOptions()).data;
  const current = session.entries.find((entry) => entry.key === session.currentKey);
  const refused = session.entries.find((entry) => entry.key === session.refusedKey);
  const keepDay = (): void => {
    if (!current || !zone) return;
    const fromNow = current.planned.startMs - zone.startMs;
    const days = Math.floor(fromNow / DAY_MS);
    planning.keepDay({ startMs: zone.startMs + days * DAY_MS, endMs: zone.startMs + (days + 1) * DAY_MS });
  };
  useShortcuts([
    { keys: 'a', when: () => current !== undefined, run: () => current && planning.decide(current.key, 'keep') },
    { keys: 'r', when: () => current !== undefined, run: () => current && planning.decide(current.key, 'refuse') },
    { keys: 'Shift+A', when: () => current !== undefined, run: keepDay },
    { keys: 'Space', run: () => whatIfButton.current?.click() },
    ...REASONS.map(({ why, keys }) => ({
      keys,
      when: () => refused !== undefined,
      run: () => planning.giveReason(why),
    })),
  ]);
  const wanted = session.entries.filter((entry) => entry.decision !== 'refuse');
  const hasNothing = isEmpty(acceptable(session, 'all'));
  const hasKept = wanted.some((entry) => entry.decision === 'keep');
  return (
    <section className={styles.bar} aria-label="Plan">
      <output className={styles.words}>
        <strong>{titleOf(session)}</strong> <span className={styles.detail}>{detailOf(session, wanted.length)}</span>
      </output>
      {refused !== undefined && (
        <div className={styles.reasons} role="group" aria-label={`Why not ${refused.planned.title}`}>
          <span className={styles.detail}>Why not?</span>
          {REASONS.map(({ why, keys, words }) => (
            <Button key={why} variant="quiet" size="small" keys={keys} onClick={() => planning.giveReason(why)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.actions}>
        {wanted.length > 0 && (
          <>
            <Button variant="quiet" keys="j" onClick={() => planning.step(1)}>
              Step through
            </Button>
            <Menu
              align="center"
              trigger={
                <Button ref={whatIfButton} variant="quiet" keys="Space">
                  What if
                </Button>
              }
              entries={whatIfs.map((whatIf) => ({
                label: `${whatIf.words.charAt(0).toUpperCase()}${whatIf.words.slice(1)}`,
                onSelect: () => planning.suppose(whatIf),
              }))}
            />
          </>
        )}
        <Button keys="Escape" onClick={() => planning.refuseRest()}>
          {hasNothing ? 'Close' : hasKept ? 'Refuse the rest' : 'Refuse'}
        </Button>
        {!hasNothing && (
          <Button variant="primary" keys="Mod+Enter" onClick={() => planning.accept()}>
            {wanted.length === 0
              ? 'Accept'
              : wanted.length < session.entries.length
                ? `Accept ${wanted.length}`
                : 'Accept all'}
          </Button>
        )}
      </div>
    </section>
  );
}

function WhatIfBar({ planning, session, whatIf }: InHand & { readonly whatIf: NonNullable<PlanSession['whatIf']> }) {
  const isMakeable = (session.question.withoutEventIds ?? []).length === 0;
  useShortcuts([
    { keys: 'Escape', run: () => planning.endWhatIf('back') },
    { keys: 'Space', run: () => planning.endWhatIf('back') },
    { keys: 'Mod+Enter', when: () => isMakeable, run: () => planning.endWhatIf('take'), inFields: true },
    { keys: 'Mod+Enter', when: () => !isMakeable, run: () => undefined, inFields: true },
  ]);
  return (
    <section className={styles.bar} aria-label="Plan">
      <output className={styles.words}>
        <strong>What if {whatIf.words}?</strong>{' '}
        <span className={styles.detail}>{differenceInWords(whatIf.before.proposal, session.proposal)}</span>
      </output>
      <div className={styles.actions}>
        <Button keys="Escape" onClick={() => planning.endWhatIf('back')}>
          Back
        </Button>
        {isMakeable ? (
          <Button variant="primary" keys="Mod+Enter" onClick={() => planning.endWhatIf('take')}>
            Plan it so
          </Button>
        ) : (
          <span className={styles.detail}>Delete the event to plan it so</span>
        )}
      </div>
    </section>
  );
}

const DAY_MS = 86_400_000;

function titleOf({ proposal, question }: PlanSession): string {
  const { scope, fromDay, toDay } = proposal;
  if (question.anew === true) return 'A new plan';
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
