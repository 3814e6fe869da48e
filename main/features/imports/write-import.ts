import type { ImportCounts, ImportOptions, Skipped } from '#contract/imports';
import {
  entryBodiesOfDay,
  importItemByKey,
  importItemsByHash,
  insertImportItem,
  keepImportRun,
  updateImportItem,
} from '#db/queries/imports';
import { indexInBulk } from '#db/store/index-in-bulk';
import { entryById, updateEntry } from '#db/queries/journal';
import { positionAtEnd } from '#db/queries/task-order';
import { insertTag, insertTask, findTag, setTaskTags, tasksByIds, updateTasks } from '#db/queries/tasks';
import type { Ledger, LedgerTx } from '#main/ledger/ledger';
import fs from 'node:fs';
import path from 'node:path';
import { writeEntry } from '../journal/index.ts';
import { colorOf, projectNamed } from '../tasks/index.ts';
import { CalendarsStopped, writeCalendars } from './calendar-files.ts';
import { type Found, type FoundEntry, type FoundTask, hashOf } from './found.ts';
import { JobCounter } from '../job-counter.ts';
import { MAX_SKIPPED, READ_NOTE, type ReadingNote } from './read-import.ts';
import { readThings } from './things-file.ts';

/** What the writing of an import is told; it can be handed to another thread. */
export interface WriteImportInput {
  readonly folder: string;
  readonly runId: string;
  /** What was chosen, by name. */
  readonly source: string;
  readonly zone: string;
  /** The person's day, for what has none. */
  readonly today: string;
  readonly options: ImportOptions;
  /** Where files were kept that were to lie elsewhere. */
  readonly links: Readonly<Record<string, string>>;
  readonly counter: SharedArrayBuffer;
}

/** The lasting part of a report. */
export interface WrittenReport {
  readonly made: ImportCounts;
  readonly updated: number;
  readonly known: number;
  readonly skipped: readonly Skipped[];
  readonly skippedCount: number;
}

class Stopped extends Error {}

/** Makes everything that was read, in one commit. @returns false when it was stopped: then nothing happened */
export function writeImport(ledger: Ledger, input: WriteImportInput): boolean {
  const note = JSON.parse(fs.readFileSync(path.join(input.folder, READ_NOTE), 'utf8')) as ReadingNote;
  const counter = new JobCounter(input.counter);
  counter.begin('writing', note.things);
  try {
    if (note.format === 'ics') {
      writeCalendars(ledger, note, input, counter);
      return true;
    }
    ledger.write({ actor: `import:${note.format}`, command: 'imports.run' }, (tx) => {
      const writer = new Writer(tx, note, input);
      indexInBulk(tx, true);
      for (const found of readThings(input.folder)) {
        if (counter.isStopped) throw new Stopped();
        writer.take(found);
        counter.step();
      }
      if (counter.isStopped) throw new Stopped();
      writer.finish();
      indexInBulk(tx, false);
    });
    return true;
  } catch (error) {
    if (error instanceof Stopped || error instanceof CalendarsStopped) return false;
    throw error;
  }
}

class Writer {
  readonly #tx: LedgerTx;
  readonly #note: ReadingNote;
  readonly #input: WriteImportInput;
  readonly #made = { entries: 0, tasks: 0, events: 0 };
  readonly #skipped: Skipped[];
  #skippedCount: number;
  #updated = 0;
  #known = 0;
  readonly #projects = new Map<string, string | null>();
  readonly #tags = new Map<string, string>();
  readonly #tasks = new Map<string, { id: string; projectId: string | null }>();
  #position: number | null = null;
  /** Things of this import by their contents: two of the same kind are two. */
  readonly #own = new Set<string>();

  constructor(tx: LedgerTx, note: ReadingNote, input: WriteImportInput) {
    this.#tx = tx;
    this.#note = note;
    this.#input = input;
    this.#skipped = [...note.skipped];
    this.#skippedCount = note.skippedCount;
  }

  take(found: Found): void {
    const { format } = this.#note;
    const item = importItemByKey(this.#tx, format, found.key);
    if (item) {
      this.#remember(found, item.targetId);
      if (item.sourceHash === found.hash) this.#known += 1;
      else if (!this.#input.options.updateChanged)
        this.#skip(found, 'It changed at its source since; changes were not asked for.');
      else if (this.#update(found, item.targetId, item.madeHash)) {
        updateImportItem(this.#tx, item.id, { sourceHash: found.hash, madeHash: this.#madeHash(found) });
        this.#updated += 1;
      } else this.#skip(found, 'It changed at its source and here too; what is here was kept.');
      return;
    }
    const moved = importItemsByHash(this.#tx, format, found.hash).find(({ id }) => !this.#own.has(id));
    if (moved) {
      this.#remember(found, moved.targetId);
      this.#known += 1;
      return;
    }
    if (found.kind === 'task' && found.isDone && !this.#input.options.withDone)
      return this.#skip(found, 'It is done; done tasks were not asked for.');
    const targetId = found.kind === 'entry' ? this.#makeEntry(found) : this.#makeTask(found);
    if (targetId === null) return;
    const id = this.#tx.newId();
    this.#own.add(id);
    insertImportItem(this.#tx, {
      id,
      runId: this.#input.runId,
      format,
      sourceKey: found.key,
      sourceHash: found.hash,
      targetTable: found.kind,
      targetId,
      madeHash: this.#madeHash(found),
    });
  }

  /** Keeps the report. */
  finish(): void {
    const attachments = this.#made.entries + this.#updated > 0 ? this.#note.attached.length : 0;
    const report: WrittenReport = {
      made: { ...this.#made, attachments },
      updated: this.#updated,
      known: this.#known,
      skipped: this.#skipped,
      skippedCount: this.#skippedCount,
    };
    const hasMade = this.#made.entries + this.#made.tasks + this.#updated > 0;
    const { runId, source } = this.#input;
    const { format, label } = this.#note;
    keepImportRun(this.#tx, {
      id: runId,
      atMs: this.#tx.nowMs,
      format,
      label,
      source,
      seq: hasMade ? this.#tx.seq : null,
      report: JSON.stringify(report),
    });
  }

  #skip({ title }: Found, why: string): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < MAX_SKIPPED) this.#skipped.push({ what: title.slice(0, 300).toWellFormed(), why });
  }

  #remember(found: Found, id: string): void {
    if (found.kind !== 'task') return;
    const [row] = tasksByIds(this.#tx, [id]);
    if (row) this.#tasks.set(found.key, { id, projectId: row.projectId });
  }

  /** The text with its files where they were kept. */
  #bodyOf({ body }: FoundEntry): string {
    const moved = Object.entries(this.#input.links).filter(([link]) => body.includes(link));
    return moved.reduce((text, [link, now]) => text.replaceAll(link, now), body);
  }

  #makeEntry(found: FoundEntry): string | null {
    const body = this.#bodyOf(found);
    if (entryBodiesOfDay(this.#tx, found.day).some((standing) => standing.body === body)) {
      this.#skip(found, 'An entry with this very text is on its day already.');
      return null;
    }
    const id = this.#tx.newId();
    const writing = { id, day: found.day, body, zone: this.#input.zone };
    if (!writeEntry(this.#tx, writing, found.atMs)) return null;
    if (found.mood !== null) updateEntry(this.#tx, id, { mood: found.mood });
    this.#made.entries += 1;
    return id;
  }

  #makeTask(found: FoundTask): string {
    const id = this.#tx.newId();
    const parent = found.parentKey === null ? undefined : this.#tasks.get(found.parentKey);
    const projectId = parent?.projectId ?? this.#projectOf(found);
    this.#position = (this.#position ?? positionAtEnd(this.#tx) - 1) + 1;
    insertTask(this.#tx, {
      id,
      ...fieldsOf(found),
      status: found.isDone ? 'done' : 'open',
      projectId,
      parentId: parent?.id ?? null,
      recurrence: found.recurrence,
      position: this.#position,
      createdAtMs: found.createdAtMs ?? this.#tx.nowMs,
      closedAtMs: found.isDone ? (found.closedAtMs ?? this.#tx.nowMs) : null,
    });
    if (found.tags.length > 0)
      setTaskTags(
        this.#tx,
        id,
        found.tags.map((name) => this.#tagOf(name)),
      );
    this.#tx.emit({ type: 'task.created', version: 1, payload: { taskId: id } });
    this.#tasks.set(found.key, { id, projectId });
    this.#made.tasks += 1;
    return id;
  }

  /** @returns false when it was changed or deleted here: then it is left alone */
  #update(found: Found, id: string, madeHash: string): boolean {
    if (found.kind === 'entry') {
      const row = entryById(this.#tx, id);
      if (!row || hashOf(row.body) !== madeHash) return false;
      const writing = { id, day: row.day, body: this.#bodyOf(found), zone: this.#input.zone };
      writeEntry(this.#tx, writing, row.atMs);
      if (found.mood !== null && found.mood !== row.mood) updateEntry(this.#tx, id, { mood: found.mood });
      return true;
    }
    const [row] = tasksByIds(this.#tx, [id]);
    if (!row || hashOfTask(row) !== madeHash) return false;
    const isOpen = !found.isDone;
    updateTasks(this.#tx, [id], {
      ...fieldsOf(found),
      status: isOpen ? 'open' : 'done',
      closedAtMs: isOpen ? null : (found.closedAtMs ?? row.closedAtMs ?? this.#tx.nowMs),
    });
    setTaskTags(
      this.#tx,
      id,
      found.tags.map((name) => this.#tagOf(name)),
    );
    this.#tx.emit({ type: 'task.updated', version: 1, payload: { taskId: id } });
    return true;
  }

  #madeHash(found: Found): string {
    return found.kind === 'entry'
      ? hashOf(this.#bodyOf(found))
      : hashOfTask({ ...fieldsOf(found), status: found.isDone ? 'done' : 'open' });
  }

  #projectOf({ project }: FoundTask): string | null {
    const name = project ?? this.#input.options.project;
    if (name === null) return null;
    const known = this.#projects.get(name);
    if (known !== undefined) return known;
    const id = projectNamed(this.#tx, name.slice(0, 200).toWellFormed());
    this.#projects.set(name, id);
    return id;
  }

  #tagOf(name: string): string {
    const key = name.toLowerCase();
    const known = this.#tags.get(key) ?? findTag(this.#tx, name)?.id;
    const id = known ?? this.#tx.newId();
    if (known === undefined) insertTag(this.#tx, { id, name, color: colorOf(name) });
    this.#tags.set(key, id);
    return id;
  }
}

const LONGEST_NOTES = 200_000;

/** What a task is made of, whoever made it. */
function fieldsOf(found: FoundTask) {
  return {
    title: found.title,
    notes: found.notes.slice(0, LONGEST_NOTES).toWellFormed(),
    priority: found.priority ?? 3,
    dueDay: found.dueDay,
    dueTime: found.dueDay === null ? null : found.dueTime,
    doDay: found.doDay,
    estimateMin: found.estimateMin,
  };
}

function hashOfTask(task: ReturnType<typeof fieldsOf> & { readonly status: string }): string {
  return hashOf(
    task.title,
    task.notes,
    task.priority,
    task.dueDay,
    task.dueTime,
    task.doDay,
    task.estimateMin,
    task.status,
  );
}
