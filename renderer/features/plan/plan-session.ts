import type { AcceptedPlan, PlannedBlock, PlanQuestion, Proposal, RefusalReason, Remedy } from '#contract/plan';

export type Decision = 'open' | 'keep' | 'refuse';

/** A change the plan asks for, and what the person said to it. */
export interface PlanEntry {
  /** `plan:` and its place in the proposal. */
  readonly key: string;
  readonly planned: Exclude<PlannedBlock, { change: 'kept' }>;
  readonly decision: Decision;
  /** Put somewhere else by the person, before anything was accepted. */
  readonly isMoved: boolean;
}

/** A plan in hand: nothing of it is written yet. */
export interface PlanSession {
  readonly question: PlanQuestion;
  readonly proposal: Proposal;
  readonly entries: readonly PlanEntry[];
  /** The entry looked at. */
  readonly currentKey: string | null;
  /** The entry refused just now, while a reason for it may still be given. */
  readonly refusedKey: string | null;
  /** Set while a supposition is shown: what it is, and the plan without it. */
  readonly whatIf: { readonly words: string; readonly before: PlanSession } | null;
  /** Overdue tasks that the person decided about themselves. */
  readonly overdueActs: Readonly<Record<string, OverdueAct>>;
}

/** What becomes of an overdue task; `leave` changes nothing. */
export type OverdueAct = 'plan' | 'defer' | 'drop' | 'leave';

/** A plan just proposed. What the question kept is decided already. */
export function sessionOf(question: PlanQuestion, proposal: Proposal): PlanSession {
  const isKept = ({ taskId, startMs, endMs }: PlannedBlock): boolean =>
    question.keep?.some((place) => place.taskId === taskId && place.startMs === startMs && place.endMs === endMs) ===
    true;
  const entries = proposal.blocks.flatMap((planned, index): PlanEntry[] =>
    planned.change === 'kept'
      ? []
      : [{ key: `plan:${index}`, planned, decision: isKept(planned) ? 'keep' : 'open', isMoved: false }],
  );
  return { question, proposal, entries, currentKey: null, refusedKey: null, whatIf: null, overdueActs: {} };
}

/** Looks at the entry after or before the current one, round and round; refused ones are passed over. */
export function stepped(session: PlanSession, direction: 1 | -1): PlanSession {
  const keys = session.entries.filter((entry) => entry.decision !== 'refuse').map((entry) => entry.key);
  if (keys.length === 0) return { ...session, currentKey: null };
  const at = session.currentKey === null ? -1 : keys.indexOf(session.currentKey);
  const next = at === -1 ? (direction === 1 ? 0 : keys.length - 1) : (at + direction + keys.length) % keys.length;
  return { ...session, currentKey: keys[next] ?? null };
}

/** Notes a decision and looks at the next undecided entry, if there is one. */
export function decided(session: PlanSession, key: string, decision: Decision): PlanSession {
  const entries = session.entries.map((entry) => (entry.key === key ? { ...entry, decision } : entry));
  const at = entries.findIndex((entry) => entry.key === key);
  const later = [...entries.slice(at + 1), ...entries.slice(0, at)].find((entry) => entry.decision === 'open');
  return {
    ...session,
    entries,
    currentKey: later?.key ?? null,
    refusedKey: decision === 'refuse' ? key : null,
  };
}

/** Keeps every open block of the day that an entry lies on, by the instants between which the day lies. */
export function keptDay(session: PlanSession, day: { readonly startMs: number; readonly endMs: number }): PlanSession {
  const entries = session.entries.map((entry) =>
    entry.decision === 'open' && entry.planned.startMs >= day.startMs && entry.planned.startMs < day.endMs
      ? { ...entry, decision: 'keep' as const }
      : entry,
  );
  const next = entries.find((entry) => entry.decision === 'open');
  return { ...session, entries, currentKey: next?.key ?? null, refusedKey: null };
}

/** The question asked again round what was kept, with a refusal and its reason remembered. */
export function refusedFor(session: PlanSession, key: string, why: RefusalReason): PlanQuestion {
  const refused = session.entries.find((entry) => entry.key === key);
  if (!refused) return session.question;
  const { taskId, startMs, endMs } = refused.planned;
  return {
    ...session.question,
    refused: [
      ...(session.question.refused ?? []),
      ...session.entries
        .filter((entry) => entry.decision === 'refuse' && entry.key !== key)
        .map(({ planned }) => ({ ...placeOf(planned), why: 'here' as const })),
      { taskId, startMs, endMs, why },
    ],
    keep: session.entries.filter((entry) => entry.decision === 'keep').map(({ planned }) => placeOf(planned)),
  };
}

const placeOf = ({ taskId, startMs, endMs }: PlannedBlock): { taskId: string; startMs: number; endMs: number } => ({
  taskId,
  startMs,
  endMs,
});

/** The plan as it was before the supposition; the same when there is none. */
export function withoutWhatIf(session: PlanSession): PlanSession {
  return session.whatIf?.before ?? session;
}

/** The supposition taken: from now on it is the plan. */
export function withWhatIf(session: PlanSession): PlanSession {
  return { ...session, whatIf: null };
}

/** What is to become of an overdue task: what the person said, else what was proposed. */
export function overdueAct(session: PlanSession, taskId: string): OverdueAct {
  return session.overdueActs[taskId] ?? session.proposal.overdue.find((task) => task.taskId === taskId)?.act ?? 'leave';
}

/** Puts a proposed block elsewhere. */
export function placed(session: PlanSession, key: string, to: { startMs: number; endMs: number }): PlanSession {
  const entries = session.entries.map((entry) =>
    entry.key === key ? { ...entry, planned: { ...entry.planned, ...to }, isMoved: true } : entry,
  );
  return { ...session, entries, currentKey: key };
}

/** What accepting writes: everything that was not refused, or only what was kept. */
export function acceptable(session: PlanSession, which: 'all' | 'kept'): AcceptedPlan {
  const wanted = session.entries.filter(({ decision }) =>
    which === 'all' ? decision !== 'refuse' : decision === 'keep',
  );
  const blocks = wanted.map(({ planned: { taskId, startMs, endMs, reason, ...planned }, isMoved }) => ({
    taskId,
    startMs,
    endMs,
    reason: isMoved ? '' : reason,
    ...(planned.change === 'moved' ? { id: planned.id } : {}),
  }));
  if (which === 'kept') return { blocks, remove: [] };
  const { question, proposal } = session;
  const overdue = proposal.overdue.map((task) => ({ ...task, act: overdueAct(session, task.taskId) }));
  return {
    blocks,
    remove: proposal.removed.map((block) => block.id),
    ...(question.lengths ? { lengths: question.lengths } : {}),
    ...(question.dueDays ? { dueDays: question.dueDays } : {}),
    ...(overdue.length > 0
      ? {
          doDays: overdue
            .filter(({ act }) => act === 'plan' || act === 'defer')
            .map(({ taskId, doDay }) => ({ taskId, doDay })),
          dropTaskIds: overdue.filter(({ act }) => act === 'drop').map(({ taskId }) => taskId),
        }
      : {}),
  };
}

/** Whether accepting would change anything. */
export function isEmpty({ blocks, remove, doDays = [], dropTaskIds = [] }: AcceptedPlan): boolean {
  return blocks.length + remove.length + doDays.length + dropTaskIds.length === 0;
}

/** The question asked again with a remedy: only what the person chose is allowed, and only this once. */
export function remedied(question: PlanQuestion, taskId: string, remedy: Remedy): PlanQuestion {
  switch (remedy.kind) {
    case 'split':
      return { ...question, splitTaskIds: [...(question.splitTaskIds ?? []), taskId] };
    case 'allow':
      return { ...question, allowWeekdays: [...(question.allowWeekdays ?? []), remedy.weekday] };
    case 'further':
      return { ...question, scope: 'until', untilDay: remedy.untilDay };
    case 'lift':
      return { ...question, lift: [...new Set([...(question.lift ?? []), remedy.rule])] };
  }
}

/** Minutes the changes take together, without what was refused. */
export function plannedMinutes(session: PlanSession): number {
  return session.entries
    .filter((entry) => entry.decision !== 'refuse')
    .reduce((sum, { planned }) => sum + (planned.endMs - planned.startMs) / 60_000, 0);
}
