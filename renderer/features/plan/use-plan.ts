import type { PlanQuestion, Proposal, RefusalReason, Remedy } from '#contract/plan';
import { client } from '#renderer/data/api.ts';
import type { WhatIf } from './what-ifs.ts';
import { type Failure, failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { useCallback, useRef, useState } from 'react';
import {
  type Decision,
  type PlanEntry,
  type PlanSession,
  acceptable,
  decided,
  isEmpty,
  keptDay,
  placed,
  refusedFor,
  remedied,
  sessionOf,
  stepped,
  type OverdueAct,
  withWhatIf,
  withoutWhatIf,
} from './plan-session.ts';

/** Planning on a screen: ask, look, decide, write. */
export interface Planning {
  readonly session: PlanSession | null;
  readonly isWorking: boolean;
  readonly failure: Failure | null;
  propose(question: PlanQuestion): void;
  /** Asks the last question again, perhaps with a remedy for a task that did not fit. */
  again(remedy?: { readonly taskId: string; readonly remedy: Remedy }): void;
  look(key: string | null): void;
  /** Looks at the next or the last block. @returns it */
  step(direction: 1 | -1): PlanEntry | undefined;
  decide(key: string, decision: Decision): void;
  place(key: string, to: { startMs: number; endMs: number }): void;
  /** Keeps every open block of a day. */
  keepDay(day: { startMs: number; endMs: number }): void;
  /** Says why the block refused just now was refused, and plans the rest round what was kept. */
  giveReason(why: RefusalReason): void;
  /** Shows the plan as it would be; nothing is decided by that. */
  suppose(whatIf: WhatIf): void;
  /** Ends a supposition: the plan is as it was, or from now on it is so. */
  endWhatIf(how: 'back' | 'take'): void;
  setOverdue(taskId: string, act: OverdueAct): void;
  /** Writes everything that was not refused. */
  accept(): void;
  /** Writes what was kept, if anything, and lets go of the rest. */
  refuseRest(): void;
}

const BLOCKS = { one: 'block', other: 'blocks' };

/** @param onProposed told each new proposal's first moment, to bring it into view */
export function usePlan(onProposed: (firstMs: number) => void): Planning {
  const [session, setSession] = useState<PlanSession | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const question = useRef<PlanQuestion | null>(null);
  const accepting = useCommand(client.plan.accept, {
    done: ({ blocks, removed }) =>
      blocks > 0 ? `Planned ${formatCount(blocks, BLOCKS)}` : `Removed ${formatCount(removed, BLOCKS)}`,
    onDone: () => setSession(null),
    onFailure: setFailure,
  });

  const propose = useCallback(
    (next: PlanQuestion, whatIf: PlanSession['whatIf'] = null): void => {
      const turn = (asked.current += 1);
      question.current = next;
      setWorking(true);
      setFailure(null);
      const show = async (): Promise<void> => {
        const answer = await answerTo(next);
        // A later question has taken its place.
        if (turn !== asked.current) return;
        setWorking(false);
        if ('failure' in answer) return setFailure(answer.failure);
        const { proposal } = answer;
        setSession({ ...sessionOf(next, proposal), whatIf });
        onProposed(proposal.blocks.find((block) => block.change !== 'kept')?.startMs ?? proposal.fromMs);
      };
      void show();
    },
    [onProposed],
  );
  const change = (next: (session: PlanSession) => PlanSession): void => setSession((now) => now && next(now));
  const close = (): void => {
    asked.current += 1;
    setWorking(false);
    setFailure(null);
    setSession(null);
  };
  const write = (which: 'all' | 'kept'): void => {
    const part = session && acceptable(session, which);
    if (!part || isEmpty(part)) return close();
    setFailure(null);
    accepting.mutate(part);
  };

  return {
    session,
    isWorking: isWorking || accepting.isPending,
    failure,
    propose: (next) => propose(next),
    again(remedy) {
      const last = question.current;
      if (last) propose(remedy ? remedied(last, remedy.taskId, remedy.remedy) : last);
    },
    look: (currentKey) => change((now) => ({ ...now, currentKey })),
    step(direction) {
      const next = session && stepped(session, direction);
      if (next) setSession(next);
      return next?.entries.find((entry) => entry.key === next.currentKey);
    },
    decide: (key, decision) => change((now) => decided(now, key, decision)),
    place: (key, to) => change((now) => placed(now, key, to)),
    keepDay: (day) => change((now) => keptDay(now, day)),
    giveReason(why) {
      const key = session?.refusedKey ?? null;
      if (session && key !== null) propose(refusedFor(session, key, why), session.whatIf);
    },
    suppose({ words, change: supposed }) {
      if (session) propose(supposed(session.question), { words, before: withoutWhatIf(session) });
    },
    endWhatIf(how) {
      change(how === 'take' ? withWhatIf : withoutWhatIf);
      if (how === 'back') question.current = session?.whatIf?.before.question ?? question.current;
    },
    setOverdue: (taskId, act) => change((now) => ({ ...now, overdueActs: { ...now.overdueActs, [taskId]: act } })),
    accept: () => write('all'),
    refuseRest: () => write('kept'),
  };
}

async function answerTo(question: PlanQuestion): Promise<{ proposal: Proposal } | { failure: Failure }> {
  try {
    return { proposal: await client.plan.propose(question) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
