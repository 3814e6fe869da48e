import type { AcceptedBlock, PlannedBlock, PlanQuestion, Proposal, Remedy } from '#contract/plan';

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
}

export function sessionOf(question: PlanQuestion, proposal: Proposal): PlanSession {
  const entries = proposal.blocks.flatMap((planned, index): PlanEntry[] =>
    planned.change === 'kept' ? [] : [{ key: `plan:${index}`, planned, decision: 'open', isMoved: false }],
  );
  return { question, proposal, entries, currentKey: null };
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
  return { ...session, entries, currentKey: later?.key ?? null };
}

/** Puts a proposed block elsewhere. */
export function placed(session: PlanSession, key: string, to: { startMs: number; endMs: number }): PlanSession {
  const entries = session.entries.map((entry) =>
    entry.key === key ? { ...entry, planned: { ...entry.planned, ...to }, isMoved: true } : entry,
  );
  return { ...session, entries, currentKey: key };
}

/** What accepting writes: everything that was not refused, or only what was kept. */
export function acceptable(session: PlanSession, which: 'all' | 'kept'): { blocks: AcceptedBlock[]; remove: string[] } {
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
  return { blocks, remove: which === 'all' ? session.proposal.removed.map((block) => block.id) : [] };
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
  }
}

/** Minutes the changes take together, without what was refused. */
export function plannedMinutes(session: PlanSession): number {
  return session.entries
    .filter((entry) => entry.decision !== 'refuse')
    .reduce((sum, { planned }) => sum + (planned.endMs - planned.startMs) / 60_000, 0);
}
