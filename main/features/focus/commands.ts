import type { FocusMode, FocusNote } from '#contract/focus';
import type { Settings } from '#contract/settings';
import {
  type FocusPartRow,
  type LoggedSessionRow,
  activeSessionIds,
  deleteFocusSession,
  findLoggedSession,
  insertFocusNote,
  insertFocusPart,
  insertFocusSession,
  updateFocusPart,
  updateFocusSession,
} from '#db/queries/focus';
import { countsFromMs, elapsedMs, endsAtMs, resumed } from '#main/domain/focus/timer';
import type { DomainEvent, LedgerTx, Reaction } from '#main/ledger/ledger';
import { requireBlock } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { createTask, requireTasks } from '../tasks/index.ts';
import { type ActiveSession, asFocusNote, endedWorkMs, findActive, nameOf, nextOf, requireActive } from './session.ts';

const MINUTE_MS = 60_000;

/** Where a session that moved on by itself has come to. */
export type MovedTo = 'break' | 'long-break' | 'ready' | 'finished';

interface StartInput {
  readonly taskId?: string | undefined;
  readonly blockId?: string | undefined;
  readonly intention?: string | undefined;
  readonly mode: FocusMode;
  readonly minutes?: number | undefined;
  readonly breakMinutes?: number | undefined;
}

/**
 * Starts a session with a part of work.
 *
 * @throws Refusal SESSION_ON while another is on, NOT_FOUND for the task or block
 */
export function startSession(tx: LedgerTx, input: StartInput, settings: Settings): void {
  const other = findActive(tx);
  if (other) throw new Refusal('SESSION_ON', { id: other.row.id, name: nameOf(tx, other.row) });
  const taskId = input.blockId === undefined ? input.taskId : requireBlock(tx, input.blockId).taskId;
  const intention = taskId === undefined ? (input.intention ?? '') : requireTasks(tx, [taskId])[0]!.title;
  const workMin = input.minutes ?? settings.focusWorkMin;
  const breakMin = input.breakMinutes ?? settings.focusBreakMin;
  const id = tx.newId();
  insertFocusSession(tx, {
    id,
    taskId: taskId ?? null,
    blockId: input.blockId ?? null,
    intention,
    mode: input.mode,
    state: 'running',
    workMin,
    breakMin,
    longBreakMin: Math.max(breakMin, settings.focusLongBreakMin),
    rounds: settings.focusRoundsBeforeLongBreak,
    startedAtMs: tx.nowMs,
    endedAtMs: null,
    workMs: null,
    loggedAs: null,
  });
  const plannedMs = input.mode === 'open' ? null : workMin * MINUTE_MS;
  beginPart(tx, { sessionId: id, number: 1, kind: 'work', plannedMs, startedAtMs: tx.nowMs });
  tell(tx, id, 'started');
}

/** Stops the time. What is paused or waits already stays so. @throws Refusal NO_SESSION */
export function pauseSession(tx: LedgerTx): void {
  const { row, part } = requireActive(tx);
  if (!part || part.pausedAtMs !== null) return;
  updateFocusPart(tx, part.id, { pausedAtMs: tx.nowMs });
  updateFocusSession(tx, row.id, { state: 'paused' });
  tell(tx, row.id, 'paused');
}

/** Goes on after a pause, or begins the work that waits. What runs stays as it is. @throws Refusal NO_SESSION */
export function resumeSession(tx: LedgerTx): void {
  const session = requireActive(tx);
  const { row, part } = session;
  if (row.state === 'running') return;
  if (part) {
    const { pausedMs, pausedAtMs } = resumed(part, tx.nowMs);
    updateFocusPart(tx, part.id, { pausedMs, pausedAtMs });
  } else beginNext(tx, session, tx.nowMs);
  updateFocusSession(tx, row.id, { state: 'running' });
  tell(tx, row.id, 'resumed');
}

/** Gives what is on more time; after a break it begins a break of that length. @throws Refusal NO_SESSION, NO_END */
export function extendPart(tx: LedgerTx, minutes: number): void {
  const { row, parts, part } = requireActive(tx);
  const moreMs = minutes * MINUTE_MS;
  if (part) {
    if (part.plannedMs === null) throw new Refusal('NO_END');
    updateFocusPart(tx, part.id, { plannedMs: part.plannedMs + moreMs });
  } else {
    const { number, kind } = parts.at(-1)!;
    beginPart(tx, { sessionId: row.id, number: number + 1, kind, plannedMs: moreMs, startedAtMs: tx.nowMs });
    updateFocusSession(tx, row.id, { state: 'running' });
  }
  tell(tx, row.id, 'extended');
}

/** Ends what is on and begins what comes next; nobody waits, since a person asked. @throws Refusal NO_SESSION, NOTHING_NEXT */
export function skipPart(tx: LedgerTx): void {
  const session = requireActive(tx);
  const { row, part } = session;
  if (!nextOf(session)) throw new Refusal('NOTHING_NEXT');
  if (part) endPart(tx, part, tx.nowMs);
  beginNext(tx, session, tx.nowMs);
  updateFocusSession(tx, row.id, { state: 'running' });
  tell(tx, row.id, 'skipped');
}

/** Ends the session and writes it into the log. @throws Refusal NO_SESSION */
export function finishSession(tx: LedgerTx): LoggedSessionRow {
  const session = requireActive(tx);
  close(tx, session, tx.nowMs);
  tell(tx, session.row.id, 'finished');
  return findLoggedSession(tx, session.row.id)!;
}

/**
 * Takes the session as far as its time has come: ended work gives way to a break, a break to work that waits, and where
 * nothing comes next the session ends. Each at its planned instant, however late this runs, so that hours with the program
 * closed or the machine asleep are never counted. Tells once, of where it came to.
 */
export function moveOn(tx: LedgerTx): void {
  let movedTo: MovedTo | null = null;
  let sessionId = '';
  for (;;) {
    const session = findActive(tx);
    const endMs = session?.part ? endsAtMs(session.part) : null;
    if (!session?.part || endMs === null || endMs > tx.nowMs) break;
    sessionId = session.row.id;
    const next = nextOf(session);
    if (!next) {
      close(tx, session, endMs);
      movedTo = 'finished';
    } else if (next.kind === 'work') {
      endPart(tx, session.part, endMs);
      updateFocusSession(tx, sessionId, { state: 'ready' });
      movedTo = 'ready';
    } else {
      endPart(tx, session.part, endMs);
      beginNext(tx, session, endMs);
      movedTo = next.kind;
    }
  }
  if (movedTo) tell(tx, sessionId, 'moved-on', { to: movedTo });
}

/** Keeps a thought: a task in the inbox, and the record of when it came. @throws Refusal NO_SESSION */
export function takeNote(tx: LedgerTx, text: string): FocusNote {
  const { row } = requireActive(tx);
  const task = createTask(tx, { title: text, inInbox: true });
  const note = { id: tx.newId(), sessionId: row.id, taskId: task.id, atMs: tx.nowMs, text: task.title };
  insertFocusNote(tx, note);
  return asFocusNote(note);
}

/** Takes a finished session out of the log. @throws Refusal NOT_FOUND */
export function removeSession(tx: LedgerTx, id: string): void {
  if (!findLoggedSession(tx, id)) throw new Refusal('NOT_FOUND', { what: 'focus session' });
  deleteFocusSession(tx, id);
  tell(tx, id, 'deleted');
}

/** Two sessions never run at once: an undo that would set a finished one going beside another is refused. */
export const focusReactions: readonly Reaction[] = (['history.undone', 'history.redone'] as const).map((on) => ({
  on,
  run(tx) {
    const [, older] = activeSessionIds(tx);
    if (older === undefined) return;
    throw new Refusal('CHANGED_SINCE', { conflicts: [{ table: 'focus_session', id: older, columns: ['state'] }] });
  },
}));

type NewPart = Pick<FocusPartRow, 'sessionId' | 'number' | 'kind' | 'plannedMs' | 'startedAtMs'>;

function beginPart(tx: LedgerTx, part: NewPart): void {
  insertFocusPart(tx, { ...part, id: tx.newId(), endedAtMs: null, pausedMs: 0, pausedAtMs: null });
}

function beginNext(tx: LedgerTx, session: ActiveSession, atMs: number): void {
  const next = nextOf(session);
  if (next) beginPart(tx, { ...next, sessionId: session.row.id, number: session.parts.length + 1, startedAtMs: atMs });
}

/** A paused part ended when its pause began. @returns when it ended */
function endPart(tx: LedgerTx, part: FocusPartRow, atMs: number): number {
  const endedAtMs = Math.max(countsFromMs(part), part.pausedAtMs ?? atMs);
  updateFocusPart(tx, part.id, { endedAtMs, pausedAtMs: null });
  return endedAtMs;
}

function close(tx: LedgerTx, { row, parts, part }: ActiveSession, atMs: number): void {
  const endedAtMs = part ? endPart(tx, part, atMs) : parts.at(-1)!.endedAtMs!;
  const ended = part?.kind === 'work' ? elapsedMs({ ...part, endedAtMs }, endedAtMs) : 0;
  updateFocusSession(tx, row.id, {
    state: 'finished',
    endedAtMs,
    workMs: endedWorkMs(parts) + ended,
    loggedAs: nameOf(tx, row),
  });
}

function tell(tx: LedgerTx, sessionId: string, what: string, more: DomainEvent['payload'] = {}): void {
  tx.emit({ type: `focus-session.${what}`, version: 1, payload: { sessionId, ...more } });
}
