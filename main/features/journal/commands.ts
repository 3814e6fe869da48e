import type { Entry } from '#contract/journal';
import type { TaskStatus } from '#contract/tasks';
import { boxesOfTask, updateBox } from '#db/queries/entry-boxes';
import {
  deleteDraft,
  deleteEntry,
  entryById,
  idsWithDraft,
  insertEntry,
  saveDraft,
  updateEntry,
} from '#db/queries/journal';
import { tasksByIds } from '#db/queries/tasks';
import { StorageError } from '#db/store/storage-error';
import { dayBounds, instantOf, logicalDay } from '#main/domain/time/zoned';
import type { DomainEvent, LedgerTx, Reaction } from '#main/ledger/ledger';
import type { Services } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { carryStates, settleBoxes, withToldStates } from './boxes.ts';
import { countWords } from './entry-text.ts';
import { liveDraft, readEntry } from './read-journal.ts';

/** A text on its way to its entry. */
export interface Writing {
  readonly id: string;
  readonly day: string;
  readonly body: string;
  /** The {@link Entry.baseMs} the writer knows: a box ticked elsewhere after it is not cleared by this text. Undefined: the newest. */
  readonly seenMs?: number | null | undefined;
  /** The zone that "tomorrow" in a checkbox line counts in; UTC where nobody said. */
  readonly zone?: string | undefined;
}

/** The moment on `day` that has the time of day it is now: entries of any day keep the order they were begun in. */
export function momentOn(services: Services, day: string): number {
  const nowMs = services.clock.nowMs();
  const zone = services.zone();
  const { dayStartMin } = services.settings();
  const today = dayBounds(logicalDay(nowMs, zone, dayStartMin), zone, dayStartMin);
  const { startMs, endMs } = dayBounds(day, zone, dayStartMin);
  return Math.min(startMs + nowMs - today.startMs, endMs - 1);
}

/** The moment a day's clock shows a time of day; the early hours before the day's start are the end of that day. */
export function momentAt(services: Services, day: string, time: string): number {
  const zone = services.zone();
  const { dayStartMin } = services.settings();
  const { startMs, endMs } = dayBounds(day, zone, dayStartMin);
  const atMs = instantOf(`${day}T${time}`, zone);
  return Math.min(Math.max(atMs < startMs ? atMs + DAY_MS : atMs, startMs), endMs - 1);
}

const DAY_MS = 86_400_000;

/**
 * Keeps a draft durably, outside the ledger.
 *
 * @returns when, in epoch milliseconds, and the text as it was kept where that is another one: boxes were ticked elsewhere
 */
export function keepDraft(
  services: Services,
  { id, day, body, seenMs }: Writing,
): { savedAtMs: number; body: string | null; baseMs: number | null } {
  const nowMs = services.clock.nowMs();
  const atMs = momentOn(services, day);
  return services.ledger.writeUnrecorded((handle) => {
    const row = entryById(handle, id);
    const change = { entryId: id, before: row?.body ?? '', body, seenMs: seenMs ?? undefined };
    const kept = row ? withToldStates(handle, change) : body;
    saveDraft(handle, { id, day, body: kept, atMs, nowMs });
    return { savedAtMs: nowMs, body: kept === body ? null : kept, baseMs: row?.updatedAtMs ?? null };
  });
}

/**
 * Gives an entry its text and lets go of its draft.
 *
 * @param atMs the moment of a new entry
 * @returns null when there was no entry and the text has no words: nothing was begun
 */
export function writeEntry(tx: LedgerTx, writing: Writing, atMs: number): Entry | null {
  const { id, day, seenMs, zone = 'UTC' } = writing;
  const row = entryById(tx, id);
  const begunAtMs = liveDraft(tx, id, row)?.atMs ?? atMs;
  deleteDraft(tx, id);
  if (!row && writing.body.trim() === '') return null;
  if (row?.body === writing.body) return readEntry(tx, id)!;
  const body = settleBoxes(tx, {
    entryId: id,
    before: row?.body ?? '',
    body: writing.body,
    atMs: row?.atMs ?? begunAtMs,
    zone,
    seenMs: seenMs ?? undefined,
  });
  if (row?.body === body) return readEntry(tx, id)!;
  const wordCount = countWords(body);
  if (row) {
    // Two changes within a millisecond must differ: the moment is what a draft knows its base by.
    updateEntry(tx, id, { body, wordCount, updatedAtMs: Math.max(tx.nowMs, row.updatedAtMs + 1) });
    tx.emit({ type: 'entry.updated', version: 1, payload: { entryId: id, day: row.day } });
  } else {
    insertEntry(tx, {
      id,
      day,
      body,
      mood: null,
      atMs: begunAtMs,
      wordCount,
      createdAtMs: tx.nowMs,
      updatedAtMs: tx.nowMs,
    });
    tx.emit({ type: 'entry.created', version: 1, payload: { entryId: id, day } });
  }
  return readEntry(tx, id)!;
}

/** Writes in one commit of its own. */
export function commitWriting(services: Services, writing: Writing): Entry | null {
  const atMs = momentOn(services, writing.day);
  return services.ledger.write({ actor: 'user', command: 'journal.write' }, (tx) =>
    writeEntry(tx, { ...writing, zone: services.zone() }, atMs),
  );
}

/** Makes the draft of an entry history, if it has one that still stands. */
export function commitDraft(services: Services, id: string): void {
  const draft = liveDraft(services.ledger.read, id, entryById(services.ledger.read, id));
  if (draft) commitWriting(services, { id, day: draft.day, body: draft.body });
}

/** Makes every draft that still stands history. */
export function commitDrafts(services: Services): void {
  for (const id of idsWithDraft(services.ledger.read)) commitDraft(services, id);
}

/**
 * After a crash: makes every draft that still stands history and drops the others. A disk that refuses changes nothing: the
 * drafts stay, and are read in their entries' place.
 */
export function commitLeftDrafts(services: Services): void {
  if (services.storage.status().storage.state !== 'open') return;
  try {
    for (const id of idsWithDraft(services.ledger.read)) {
      commitDraft(services, id);
      services.ledger.writeUnrecorded((handle) => deleteDraft(handle, id));
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    services.log.error(`drafts stay drafts: ${error.message}`, error.cause);
  }
}

export function setMood(
  tx: LedgerTx,
  { id, day, mood }: { id: string; day: string; mood: number | null },
  atMs: number,
): Entry {
  if (updateEntry(tx, id, { mood }) === 0) {
    insertEntry(tx, { id, day, body: '', mood, atMs, wordCount: 0, createdAtMs: tx.nowMs, updatedAtMs: tx.nowMs });
    tx.emit({ type: 'entry.created', version: 1, payload: { entryId: id, day } });
  }
  tx.emit({ type: 'entry.mood-set', version: 1, payload: { entryId: id, mood } });
  return readEntry(tx, id)!;
}

/** @throws Refusal NOT_FOUND */
export function moveEntry(tx: LedgerTx, id: string, day: string, atMs: number): Entry {
  if (updateEntry(tx, id, { day, atMs }) === 0) throw new Refusal('NOT_FOUND', { what: 'entry' });
  tx.emit({ type: 'entry.moved', version: 1, payload: { entryId: id, day } });
  return readEntry(tx, id)!;
}

/** Its checkbox lines go as if they were deleted one by one. Undo brings all of it back whole. @throws Refusal NOT_FOUND */
export function removeEntry(tx: LedgerTx, id: string, zone: string): number {
  const row = entryById(tx, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'entry' });
  settleBoxes(tx, { entryId: id, before: row.body, body: '', atMs: row.atMs, zone, seenMs: undefined });
  const removed = deleteEntry(tx, id);
  tx.emit({ type: 'entry.deleted', version: 1, payload: { entryId: id } });
  return removed;
}

/**
 * Of each transaction the entries whose lines were told, with the states told: five hundred tasks of one entry that are
 * completed at once are told once.
 */
const toldIn = new WeakMap<LedgerTx, Map<string, ReadonlyMap<string, TaskStatus>>>();

/** A task was completed or reopened somewhere: its line says so too, in the entry and in what is being written of it. */
function tellLines(tx: LedgerTx, taskId: string): void {
  const told = toldIn.get(tx) ?? new Map<string, ReadonlyMap<string, TaskStatus>>();
  toldIn.set(tx, told);
  for (const { entryId } of boxesOfTask(tx, taskId)) {
    if (told.get(entryId)?.get(taskId) === tasksByIds(tx, [taskId])[0]?.status) continue;
    const row = entryById(tx, entryId);
    if (!row) continue;
    const draft = liveDraft(tx, entryId, row);
    const { body, rowIds, statuses } = carryStates(tx, entryId, row.body, row.body);
    told.set(entryId, statuses);
    if (rowIds.length === 0) continue;
    const carried = draft && carryStates(tx, entryId, row.body, draft.body, ({ id }) => rowIds.includes(id)).body;
    const updatedAtMs = Math.max(tx.nowMs, row.updatedAtMs + 1);
    updateEntry(tx, entryId, { body, wordCount: countWords(body), updatedAtMs });
    for (const id of rowIds) updateBox(tx, id, { toldMs: updatedAtMs });
    if (draft)
      saveDraft(tx, { id: entryId, day: draft.day, body: carried ?? draft.body, atMs: draft.atMs, nowMs: tx.nowMs });
    tx.emit({ type: 'entry.updated', version: 1, payload: { entryId, day: row.day } });
  }
}

/** A task was deleted on its own: its line stays, and is only a line. */
function releaseLines(tx: LedgerTx, taskId: string): void {
  for (const { id } of boxesOfTask(tx, taskId)) updateBox(tx, id, { taskId: null });
}

/** The journal's share in what happens to tasks. */
export const journalReactions: readonly Reaction[] = [
  ...(['task.completed', 'task.reopened'] as const).map((on) => ({
    on,
    run: (tx: LedgerTx, event: DomainEvent) => tellLines(tx, String(event.payload['taskId'])),
  })),
  { on: 'task.deleted', run: (tx, event) => releaseLines(tx, String(event.payload['taskId'])) },
];
