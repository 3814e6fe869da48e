import type { Settings } from '#contract/settings';
import type { Status, Working } from '#contract/system';
import { logicalDay } from '#main/domain/time/zoned';
import type { Services, Started } from '#main/features/feature';
import { readSettings } from '#main/features/settings/index';
import type { CommitWords } from '#main/ledger/commit-words';
import { type Ledger, createLedger } from '#main/ledger/ledger';
import { type Relay, createRelay } from '#main/ledger/outbox';
import type { Clock } from '#main/ports/clock';
import type { Feeds } from '#main/ports/feeds';
import type { Desktop } from '#main/ports/desktop';
import type { Log } from '#main/ports/log';
import type { Mailer } from '#main/ports/mailer';
import type { Notifier } from '#main/ports/notifier';
import type { Secrets } from '#main/ports/secrets';
import { PATIENCE_MS, type Store, openStore } from '#db/store/open-store';
import { StorageError, asStorageError } from '#db/store/storage-error';
import { createBackups } from './backups.ts';
import { features } from './features.ts';
import { fileSecrets } from './file-secrets.ts';
import { httpFeeds } from './http-feeds.ts';
import { networkMailer } from './network-mailer.ts';
import { reactions } from './reactions.ts';
import { createWorkerThread } from './worker-thread.ts';

export interface CoreOptions {
  readonly version: string;
  readonly dataDir: string;
  readonly isDemo: boolean;
  /**
   * True for a short stay, such as a command of the command line, on data that a running window may be serving: it begins
   * nothing by itself and delivers nothing. Its events wait for the resident program.
   */
  readonly isVisit: boolean;
  readonly migrationsDir: string;
  /** The bundle (or source) of core/worker.ts. */
  readonly workerEntry: URL;
  readonly clock: Clock;
  /** The machine's locale (BCP 47); asked of the runtime unless said. */
  readonly locale?: string;
  readonly notifier: Notifier;
  readonly desktop: Desktop;
  readonly log: Log;
  /** Reads subscribed calendars; by HTTP unless said. */
  readonly feeds?: Feeds;
  /** Sends e-mail; by SMTP and HTTP unless said. */
  readonly mailer?: Mailer;
  /** Seals passwords; with a key file in the data folder unless said. */
  readonly secrets?: Secrets;
}

/** The program without its surroundings: what both hosts and the command line stand on. */
export interface Core {
  readonly services: Services;
  /** Another process wrote to the same data: show it. */
  refresh(): void;
  /** Sends the window to a route, as a clicked notification does. */
  goTo(route: string): void;
  /** Resolves when every consequence outside the database was delivered or waits for its next try. */
  settled(): Promise<void>;
  /** Ends it; a second call does nothing. */
  close(): Promise<void>;
}

/** While the data worker writes, a call that is held up is asked again rather than waited for. */
const PATIENCE_BESIDE_WORKER_MS = 20;

/** A program that is asked to end waits this long for what is on its way. */
const LAST_WORDS_MS = 3_000;

interface Open {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly relay: Relay;
  readonly started: readonly Started[];
}

/**
 * Opens the data and starts the features. A database that can't be opened doesn't stop the program: every call then answers
 * with the reason, and the window offers the backups.
 */
export function createCore(options: CoreOptions): Core {
  const { clock, log } = options;
  let state: Open | StorageError;
  let isClosed = false;
  let settings: Settings | null = null;
  const workListeners = new Set<(progress: Working | null) => void>();
  const routeListeners = new Set<(route: string) => void>();
  const worker = createWorkerThread(options.workerEntry);
  const dataThread = createWorkerThread(options.workerEntry);
  let dataJobs = 0;
  const words: CommitWords = Object.assign({}, ...features.map((feature) => feature.words));

  const opened = (): Open => {
    if (state instanceof StorageError) throw state;
    return state;
  };
  const services: Services = {
    get ledger() {
      return opened().ledger;
    },
    clock,
    notifier: options.notifier,
    desktop: options.desktop,
    log,
    feeds: options.feeds ?? httpFeeds(),
    mailer: options.mailer ?? networkMailer(),
    secrets: options.secrets ?? fileSecrets(options.dataDir),
    worker,
    dataWorker: { run: runAtData, isRunning: () => dataJobs > 0 },
    settings: () => (settings ??= readSettings(opened().store.read)),
    zone: () => (state instanceof StorageError ? null : services.settings().zone) ?? clock.zone(),
    writing() {
      const locale = options.locale ?? new Intl.DateTimeFormat().resolvedOptions().locale;
      const language = services.settings().writingLanguage;
      return { locale, ...(language === null ? {} : { languages: [language] }) };
    },
    today: () => logicalDay(clock.nowMs(), services.zone(), services.settings().dayStartMin),
    words,
    storage: {
      status: () => ({
        version: options.version,
        dataDir: options.dataDir,
        isDemo: options.isDemo,
        storage: storageState(),
      }),
      ...createBackups({
        dataDir: options.dataDir,
        clock,
        worker,
        reopen(replace) {
          closeStore();
          replace();
          state = open();
          if (!(state instanceof StorageError)) start(state);
        },
      }),
    },
    work: {
      tell(progress) {
        for (const listener of workListeners) listener(progress);
      },
      subscribe(listener) {
        workListeners.add(listener);
        return () => workListeners.delete(listener);
      },
    },
    routes: {
      subscribe(listener) {
        routeListeners.add(listener);
        return () => routeListeners.delete(listener);
      },
    },
  };

  async function runAtData<T>(job: string, input: object): Promise<T> {
    const { store, ledger } = opened();
    dataJobs += 1;
    store.waitForOthers(PATIENCE_BESIDE_WORKER_MS);
    try {
      const place = { dataDir: options.dataDir, migrationsDir: options.migrationsDir, nowMs: clock.nowMs() };
      return await dataThread.run<T>(job, { ...input, store: place });
    } finally {
      dataJobs -= 1;
      if (!isClosed) {
        if (dataJobs === 0) store.waitForOthers(PATIENCE_MS);
        ledger.announceForeignCommits();
      }
    }
  }

  function storageState(): Status['storage'] {
    if (state instanceof StorageError) return { state: 'failed', reason: state.reason };
    return state.store.isReadOnly ? { state: 'read-only', reason: 'READ_ONLY' } : { state: 'open' };
  }

  function open(): Open | StorageError {
    try {
      const store = openStore({ dataDir: options.dataDir, migrationsDir: options.migrationsDir, nowMs: clock.nowMs() });
      const ledger = createLedger(store, clock, reactions);
      const consumers =
        options.isVisit || store.isReadOnly ? [] : features.flatMap((feature) => feature.consumers ?? []);
      const relay = createRelay(
        ledger,
        clock,
        log,
        consumers.map((consumer) => consumer(services)),
      );
      return { store, ledger, relay, started: [] };
    } catch (error) {
      const failure = asStorageError(error);
      if (!failure) throw error;
      log.error(`the data can't be opened: ${failure.message}`, failure.cause);
      return failure;
    }
  }

  function start(current: Open): void {
    // First of all listeners: the others read the settings.
    const heard = current.ledger.subscribe(({ rows }) => {
      if (rows.some(({ table }) => table === 'setting')) settings = null;
      current.relay.wake();
    });
    const begun = options.isVisit ? [] : features.flatMap((feature) => feature.start?.(services) ?? []);
    const started = [...begun, heard].map((one) =>
      typeof one === 'function' ? { stop: one, idle: () => Promise.resolve() } : one,
    );
    state = { ...current, started };
    current.relay.wake();
  }

  /** Lets what is on its way arrive, for so long: what is cut off there may have arrived or not. */
  async function settledAtMost(ms: number): Promise<void> {
    if (state instanceof StorageError) return;
    for (const one of state.started) one.stop();
    const idle = Promise.all(state.started.map((one) => one.idle()));
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await Promise.race([idle, promise]);
    clearTimeout(timer);
  }

  function closeStore(): void {
    settings = null;
    if (state instanceof StorageError) return;
    for (const one of state.started) one.stop();
    state.relay.stop();
    state.store.close();
  }

  state = open();
  if (!(state instanceof StorageError)) start(state);

  return {
    services,
    refresh() {
      if (!(state instanceof StorageError)) state.ledger.announceForeignCommits();
    },
    goTo(route) {
      for (const listener of routeListeners) listener(route);
    },
    async settled() {
      if (state instanceof StorageError) return;
      await Promise.all([state.relay.idle(), ...state.started.map((one) => one.idle())]);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([worker.stop(), dataThread.stop(), settledAtMost(LAST_WORDS_MS)]);
      closeStore();
    },
  };
}
