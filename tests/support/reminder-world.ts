import { type Core, createCore } from '#main/core/create-core';
import type { Notice } from '#main/ports/notifier';
import type Database from 'better-sqlite3';
import { FakeClock } from './fake-clock.ts';
import { migrationsDir, workerEntry } from './test-core.ts';

/** Where the program is killed next: before it notes what is due, before it claims a notice, before it is shown, after. */
export type KillPoint = 'before-telling' | 'before-claiming' | 'before-showing' | 'after-showing';

/** A moment that was told, as the database knows it. */
export interface ToldRow {
  readonly id: string;
  readonly reminderId: string;
  readonly occurrence: string | null;
  readonly dueMs: number;
  readonly toldAtMs: number;
}

/**
 * The real core on a real database, on a machine that sleeps, is switched off, has its clock set and travels, and under a
 * program that is killed where it hurts most. Only the clock and the system's notifications are played.
 */
export class ReminderWorld {
  readonly clock: FakeClock;
  /** How often each moment was shown by the system. */
  readonly shown = new Map<string, number>();
  /** How many moments a killed program had claimed and not shown. */
  lostToKills = 0;
  /** The last moment from which on nobody can be late: a start, a waking, a clock that was set. */
  awakeSinceMs: number;
  movedAtMs = Number.NEGATIVE_INFINITY;
  readonly dataDir: string;
  core: Core;
  #isAlive = true;
  #killAt: KillPoint | null = null;
  #killed = Promise.withResolvers<void>();

  constructor(dataDir: string, start: string, zone: string) {
    this.dataDir = dataDir;
    this.clock = new FakeClock(start, zone);
    this.awakeSinceMs = this.clock.nowMs();
    this.core = this.#open();
  }

  #open(): Core {
    this.#isAlive = true;
    this.#killed = Promise.withResolvers();
    this.awakeSinceMs = this.clock.nowMs();
    return createCore({
      version: 'test',
      dataDir: this.dataDir,
      isDemo: false,
      isVisit: false,
      migrationsDir,
      workerEntry,
      clock: this.clock,
      notifier: { show: (notice) => this.#show(notice) },
      desktop: {
        capabilities: {
          host: 'browser',
          tray: 'none',
          globalHotkey: 'none',
          notifications: 'full',
          windowControls: 'none',
        },
        showWindow: () => {},
        showTray: () => {},
        openLink: async () => {},
        openFile: async () => {},
      },
      log: {
        info: () => {},
        error: (message, error) => {
          if (this.#isAlive) throw new Error(message, { cause: error });
        },
      },
    });
  }

  get sqlite(): Database.Database {
    return this.core.services.ledger.read.sqlite as Database.Database;
  }

  async #show({ tag }: Notice): Promise<void> {
    const claimed = this.sqlite
      .prepare<[string], { id: string }>(
        `SELECT alarm_id AS id FROM reminder_delivery WHERE batch_id = ? AND channel = 'native' AND state = 'sending'`,
      )
      .all(tag.replace('reminder-', ''));
    if (this.#killAt === 'before-showing') this.lostToKills += claimed.length;
    else for (const { id } of claimed) this.shown.set(id, (this.shown.get(id) ?? 0) + 1);
    if (this.#killAt === 'before-showing' || this.#killAt === 'after-showing') {
      this.#die();
      // A dead program goes on nowhere.
      await new Promise(() => {});
    }
  }

  /** As SIGKILL does it: nothing is said goodbye to. */
  #die(): void {
    this.#isAlive = false;
    this.#killAt = null;
    this.clock.dropAlarms();
    this.sqlite.close();
    this.#killed.resolve();
  }

  async #settle(): Promise<void> {
    await Promise.race([this.core.settled(), this.#killed.promise]);
  }

  /** Lets time pass while the machine is awake; a killed program is started again at once. */
  async run(minutes: number): Promise<void> {
    await this.#settle();
    let left = minutes;
    // Deliveries come to rest as often as they would: after each alarm, not after a week of them.
    while (left > 0) {
      const step = Math.min(left, 60);
      left -= step;
      this.clock.advance({ minutes: step });
      if (this.#killAt === 'before-claiming') this.#die();
      await this.#settle();
      if (!this.#isAlive) this.core = this.#open();
    }
    this.#killAt = null;
    await this.#settle();
  }

  async sleep(minutes: number): Promise<void> {
    await this.#settle();
    this.clock.pass({ minutes });
    this.awakeSinceMs = this.clock.nowMs();
    this.clock.ringDue();
    await this.#settle();
  }

  /** Ends the program, and starts it again after a while. */
  async restart(minutes: number): Promise<void> {
    await this.#settle();
    await this.core.close();
    this.clock.dropAlarms();
    this.clock.pass({ minutes });
    this.core = this.#open();
    await this.#settle();
  }

  /** Kills it at a point, the next time it comes by; a machine that is switched off stays so for a while. */
  async kill(at: KillPoint, minutes: number): Promise<void> {
    await this.#settle();
    if (at === 'before-telling') {
      this.#die();
      this.clock.pass({ minutes });
      this.core = this.#open();
      await this.#settle();
    } else {
      this.#killAt = at;
      await this.run(minutes);
    }
  }

  /** Sets the machine's clock. */
  async setClock(minutes: number): Promise<void> {
    await this.#settle();
    this.clock.pass({ minutes });
    this.awakeSinceMs = this.clock.nowMs();
    this.clock.ringDue();
    await this.#settle();
  }

  travel(zone: string): void {
    this.clock.setZone(zone);
    this.movedAtMs = this.clock.nowMs();
  }

  /** What was told in the last days. */
  toldLately(): ToldRow[] {
    return this.sqlite
      .prepare<[number], ToldRow>(
        `SELECT id, reminder_id AS reminderId, occurrence, due_ms AS dueMs, told_at_ms AS toldAtMs FROM reminder_alarm
         WHERE state = 'told' AND told_at_ms > ?`,
      )
      .all(this.clock.nowMs() - 40 * 86_400_000);
  }

  async close(): Promise<void> {
    if (this.#isAlive) await this.core.close();
  }
}
