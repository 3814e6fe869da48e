import type { Entry } from '#contract/journal';
import type { Failure } from '#renderer/data/failure.ts';

/** A pause in thought: after it what was written becomes history. */
export const COMMIT_PAUSE_MS = 4_000;
/** A save that takes longer than this is told. */
const SLOW_MS = 600;
/** A text longer than this is not sent at every pause in typing. */
const LONG_TEXT = 500_000;
const LONG_TEXT_PAUSE_MS = 2_000;
const RETRY_MS = [1_000, 3_000, 10_000] as const;

interface Writing {
  readonly id: string;
  readonly day: string;
  readonly body: string;
  /** The core's version of the entry that this text has seen; null: none. */
  readonly seenMs: number | null;
}

/** What the desk needs of its surroundings. */
export interface DeskPorts {
  saveDraft(
    writing: Writing,
  ): Promise<{ readonly savedAtMs: number; readonly body: string | null; readonly baseMs: number | null }>;
  /** The same while the window goes away: nobody waits for the answer. */
  saveLast(writing: Writing): void;
  write(writing: Writing): Promise<Entry | null>;
  failureOf(error: unknown): Failure;
  /** The core holds this text now, as a draft (`entry` undefined), as an entry, or not at all (null: it had no words). */
  onSaved(writing: Pick<Writing, 'id' | 'day' | 'body'>, entry: Entry | null | undefined): void;
}

/** How safe a text is. */
export interface SaveState {
  readonly status: 'saved' | 'saving' | 'failed';
  /** When the core last said so, in this window. */
  readonly savedAtMs: number | null;
  readonly failure: Failure | null;
}

interface Page {
  readonly id: string;
  readonly day: string;
  text: string;
  /** The last text the core acknowledged; null when it knows of none. */
  savedText: string | null;
  committedText: string | null;
  seenMs: number | null;
  isSending: boolean;
  wantsCommit: boolean;
  isSlow: boolean;
  savedAtMs: number | null;
  failure: Failure | null;
  failures: number;
  commitTimer: ReturnType<typeof setTimeout> | undefined;
  sendTimer: ReturnType<typeof setTimeout> | undefined;
  slowTimer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Where unsaved text lies until the core has it, whatever screen is shown.
 *
 * Each text goes out as a draft at every pause in typing and as a commit once per pause in thought, one call at a time per
 * entry, newest text last. What could not be saved stays here and is tried again.
 */
export class WritingDesk {
  readonly #ports: DeskPorts;
  readonly #pages = new Map<string, Page>();
  /** For each entry how often its text came from elsewhere: undo, another window. Outlives its page. */
  readonly #revisions = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** For useSyncExternalStore: changes whenever something of a page but its text has. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The text as it stands on the desk; undefined when the entry was never here. */
  textOf(id: string): string | undefined {
    return this.#pages.get(id)?.text;
  }

  /** The text the core has; undefined while it has another one or none. */
  savedTextOf(id: string): string | undefined {
    const page = this.#pages.get(id);
    return page && isClean(page) && page.savedText !== null ? page.text : undefined;
  }

  revisionOf(id: string): number {
    return this.#revisions.get(id) ?? 0;
  }

  /** Entries of a day that have words and are not known to the core yet. */
  begunOn(day: string): readonly string[] {
    return [...this.#pages.values()]
      .filter((page) => page.day === day && page.savedText === null && !isBlank(page.text))
      .map((page) => page.id);
  }

  saveStateOf(day: string): SaveState {
    const pages = [...this.#pages.values()].filter((page) => page.day === day);
    const failed = pages.find((page) => page.failure !== null);
    const savedAtMs = pages.reduce<number | null>(
      (last, page) => (page.savedAtMs === null ? last : Math.max(last ?? 0, page.savedAtMs)),
      null,
    );
    return {
      status: failed ? 'failed' : pages.some((page) => page.isSlow) ? 'saving' : 'saved',
      savedAtMs,
      failure: failed?.failure ?? null,
    };
  }

  hasUnsaved(): boolean {
    return [...this.#pages.values()].some((page) => !isClean(page));
  }

  /** Whether something could not be saved although it was tried. */
  hasFailed(): boolean {
    return [...this.#pages.values()].some((page) => page.failure !== null);
  }

  /** What the core says a day holds. Text that is still on its way from here goes before it. */
  receive(day: string, entries: readonly Entry[]): void {
    const ids = new Set(entries.map((entry) => entry.id));
    for (const page of this.#pages.values())
      if (page.day === day && page.savedText !== null && isClean(page) && !ids.has(page.id)) this.#drop(page);
    for (const { id, body, isDraft, baseMs } of entries) {
      const known = this.#pages.get(id);
      if (!known) {
        const page = newPage(id, day, body);
        page.savedText = body;
        page.committedText = isDraft ? null : body;
        page.seenMs = baseMs;
        this.#pages.set(id, page);
        // Typed before a crash, or in another window: nobody else will make it history.
        if (isDraft) this.#commitAfterPause(page);
        // It was here before, went and came back: an open page may still show it empty.
        if (this.#revisions.has(id)) this.#revise(id);
      } else if (isClean(known)) {
        known.seenMs = baseMs;
        if (known.text === body) continue;
        known.text = body;
        known.savedText = body;
        known.committedText = isDraft ? null : body;
        this.#revise(id);
      }
    }
  }

  /** The person wrote: this is the whole text now. */
  type(id: string, day: string, text: string): void {
    let page = this.#pages.get(id);
    if (!page) this.#pages.set(id, (page = newPage(id, day, '')));
    if (page.text === text) return;
    page.text = text;
    page.failure = null;
    page.failures = 0;
    this.#commitAfterPause(page);
    if (text.length > LONG_TEXT) {
      page.sendTimer ??= setTimeout(() => this.#send(page), LONG_TEXT_PAUSE_MS);
    } else this.#send(page);
  }

  /** A pause in thought, known by other signs than time: the focus left, the screen changes. */
  settle(id: string): void {
    const page = this.#pages.get(id);
    if (!page) return;
    clearTimeout(page.commitTimer);
    page.wantsCommit = page.text !== page.committedText;
    this.#send(page);
  }

  settleAll(): void {
    for (const id of this.#pages.keys()) this.settle(id);
  }

  /** The window goes: what is not saved goes out at once, and once more in a way that outlives the page. */
  part(): void {
    this.settleAll();
    for (const { id, day, text, savedText, seenMs } of this.#pages.values())
      if (text !== savedText && !(savedText === null && isBlank(text)))
        this.#ports.saveLast({ id, day, body: text, seenMs });
  }

  /** Tries again what could not be saved. */
  retry(): void {
    for (const page of this.#pages.values()) if (page.failure) this.#send(page);
  }

  #commitAfterPause(page: Page): void {
    clearTimeout(page.commitTimer);
    page.commitTimer = setTimeout(() => this.settle(page.id), COMMIT_PAUSE_MS);
  }

  #send(page: Page): void {
    clearTimeout(page.sendTimer);
    page.sendTimer = undefined;
    if (page.isSending) return;
    const isNothing = page.savedText === null && isBlank(page.text);
    const isCommit = page.wantsCommit && page.text !== page.committedText && !isNothing;
    if (isNothing || (!isCommit && page.text === page.savedText)) {
      page.wantsCommit = false;
      return;
    }
    page.isSending = true;
    page.slowTimer ??= setTimeout(() => {
      page.isSlow = true;
      this.#changed();
    }, SLOW_MS);
    void this.#deliver(page, { id: page.id, day: page.day, body: page.text, seenMs: page.seenMs }, isCommit);
  }

  async #deliver(page: Page, writing: Writing, isCommit: boolean): Promise<void> {
    try {
      if (isCommit) {
        const entry = await this.#ports.write(writing);
        if (page.text === writing.body) page.wantsCommit = false;
        if (entry === null) page.savedText = null;
        else this.#takeOver(page, writing.body, entry.body, entry.baseMs);
        page.committedText = page.savedText;
        page.savedAtMs = entry?.updatedAtMs ?? page.savedAtMs;
        this.#ports.onSaved(writing, entry);
      } else {
        const { savedAtMs, body, baseMs } = await this.#ports.saveDraft(writing);
        const kept = body ?? writing.body;
        this.#takeOver(page, writing.body, kept, baseMs);
        page.savedAtMs = savedAtMs;
        this.#ports.onSaved({ ...writing, body: kept }, undefined);
      }
      page.failure = null;
      page.failures = 0;
    } catch (error) {
      page.failure = this.#ports.failureOf(error);
      // What is wrong with the text itself, time does not heal.
      if (page.failure.reason !== 'INVALID') {
        const pauseMs = RETRY_MS[Math.min(page.failures, RETRY_MS.length - 1)];
        page.sendTimer = setTimeout(() => this.#send(page), pauseMs);
      }
      page.failures += 1;
    }
    page.isSending = false;
    if (isClean(page) || page.failure) {
      clearTimeout(page.slowTimer);
      page.slowTimer = undefined;
      page.isSlow = false;
    }
    this.#changed();
    if (!page.failure) this.#send(page);
  }

  /**
   * The core kept `kept` where `sent` was sent: boxes were ticked elsewhere. Words typed since go out again as unaware of
   * that, until a pause lets the page take it over.
   */
  #takeOver(page: Page, sent: string, kept: string, baseMs: number | null): void {
    page.savedText = kept;
    if (kept !== sent && page.text !== sent) return;
    page.seenMs = baseMs;
    if (kept === sent) return;
    page.text = kept;
    this.#revise(page.id);
  }

  #drop(page: Page): void {
    clearTimeout(page.commitTimer);
    this.#pages.delete(page.id);
    this.#revise(page.id);
  }

  #revise(id: string): void {
    this.#revisions.set(id, this.revisionOf(id) + 1);
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function newPage(id: string, day: string, text: string): Page {
  return {
    id,
    day,
    text,
    savedText: null,
    committedText: null,
    seenMs: null,
    isSending: false,
    wantsCommit: false,
    isSlow: false,
    savedAtMs: null,
    failure: null,
    failures: 0,
    commitTimer: undefined,
    sendTimer: undefined,
    slowTimer: undefined,
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Whether the core has all of it. */
function isClean(page: Page): boolean {
  return (
    !page.isSending &&
    page.failure === null &&
    (page.savedText === null ? isBlank(page.text) : page.text === page.savedText)
  );
}
