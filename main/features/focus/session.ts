import type { FocusNote, FocusSession } from '#contract/focus';
import {
  type FocusNoteRow,
  type FocusPartRow,
  type FocusSessionRow,
  activeSessionIds,
  findFocusSession,
  notesOfSession,
  partsOfSession,
} from '#db/queries/focus';
import { tasksByIds } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import { type NextPart, countsFromMs, elapsedMs, partAfter, roundOf } from '#main/domain/focus/timer';
import { Refusal } from '../refusal.ts';

/** A session that is on, with its parts. */
export interface ActiveSession {
  readonly row: FocusSessionRow;
  readonly parts: readonly FocusPartRow[];
  /** The part that runs or is paused; null while the next work waits. */
  readonly part: FocusPartRow | null;
  /** How many work parts have begun. */
  readonly works: number;
}

/** The session that is not finished. */
export function findActive(handle: ReadHandle): ActiveSession | null {
  const id = activeSessionIds(handle)[0];
  const row = id === undefined ? undefined : findFocusSession(handle, id);
  if (!row) return null;
  const parts = partsOfSession(handle, row.id);
  const last = parts.at(-1);
  return {
    row,
    parts,
    part: last?.endedAtMs === null ? last : null,
    works: parts.filter(({ kind }) => kind === 'work').length,
  };
}

/** @throws Refusal NO_SESSION */
export function requireActive(handle: ReadHandle): ActiveSession {
  const session = findActive(handle);
  if (!session) throw new Refusal('NO_SESSION');
  return session;
}

/** What comes after what is on now; null when the session is over then. */
export function nextOf({ row, parts, part, works }: ActiveSession): NextPart | null {
  return partAfter(row, (part ?? parts.at(-1)!).kind, works);
}

/** The ended work of a session. */
export function endedWorkMs(parts: readonly FocusPartRow[]): number {
  return parts.reduce(
    (sum, part) => (part.kind === 'work' && part.endedAtMs !== null ? sum + elapsedMs(part, part.endedAtMs) : sum),
    0,
  );
}

/** What a session is called: its task's title while there is one, else what was meant at the start. */
export function nameOf(handle: ReadHandle, row: FocusSessionRow): string {
  return taskOf(handle, row)?.title ?? row.intention;
}

function taskOf(handle: ReadHandle, row: FocusSessionRow) {
  return row.taskId === null ? undefined : tasksByIds(handle, [row.taskId])[0];
}

/** An active session as the contract shows it. */
export function asFocusSession(handle: ReadHandle, session: ActiveSession): FocusSession {
  const { row, parts, part, works } = session;
  const task = taskOf(handle, row);
  return {
    id: row.id,
    mode: row.mode,
    state: row.state as FocusSession['state'],
    name: task?.title ?? row.intention,
    taskId: row.taskId,
    task: task ? { title: task.title, status: task.status, project: task.project } : null,
    blockId: row.blockId,
    workMin: row.workMin,
    breakMin: row.breakMin,
    longBreakMin: row.longBreakMin,
    rounds: row.rounds,
    startedAtMs: row.startedAtMs,
    part: part && {
      kind: part.kind,
      plannedMs: part.plannedMs,
      startedAtMs: part.startedAtMs,
      countsFromMs: countsFromMs(part),
      pausedAtMs: part.pausedAtMs,
    },
    round: roundOf(part ? works : works + 1, row.rounds),
    next: nextOf(session),
    workMs: endedWorkMs(parts),
    notes: notesOfSession(handle, row.id).map(asFocusNote),
  };
}

/** A row as the contract shows it. */
export const asFocusNote = ({ id, atMs, text, taskId }: FocusNoteRow): FocusNote => ({ id, atMs, text, taskId });
