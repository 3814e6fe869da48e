import type { Backup, Status, Working } from '#contract/system';
import type { Settings } from '#contract/settings';
import type { Clock } from '#main/ports/clock';
import type { Feeds } from '#main/ports/feeds';
import type { Mailer } from '#main/ports/mailer';
import type { Secrets } from '#main/ports/secrets';
import type { Desktop } from '#main/ports/desktop';
import type { Log } from '#main/ports/log';
import type { Notifier } from '#main/ports/notifier';
import { asStorageError } from '#db/store/storage-error';
import type { CommitWords } from '#main/ledger/commit-words';
import type { Ledger, Reaction } from '#main/ledger/ledger';
import type { Consumer } from '#main/ledger/outbox';
import { type ErrorMap, ORPCError, os } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** What every use case may use. */
export interface Services {
  /** @throws StorageError while the database can't be opened */
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly desktop: Desktop;
  readonly log: Log;
  readonly feeds: Feeds;
  readonly mailer: Mailer;
  readonly secrets: Secrets;
  /** Heavy pure work, off the thread that answers the window. */
  readonly worker: { run<T>(job: string, input: unknown, signal?: AbortSignal): Promise<T> };
  /**
   * The same for work of many seconds on the data itself, on another thread with a connection of its own. Until it ends,
   * calls that write wait for it without holding up those that read.
   */
  readonly dataWorker: { run<T>(job: string, input: object): Promise<T>; isRunning(): boolean };
  settings(): Settings;
  /** The user's zone: the one set, else the machine's. */
  zone(): string;
  /** How the user writes dates: the machine's locale, and the language set, else the locale's own. */
  writing(): { readonly locale: string; readonly languages?: string[] };
  /** The user's day at this moment, by zone and day start. */
  today(): string;
  readonly words: CommitWords;
  readonly storage: {
    status(): Pick<Status, 'version' | 'dataDir' | 'isDemo' | 'storage'>;
    backups(): readonly Backup[];
    backUp(): Promise<Backup>;
    /** @returns false when there is no such backup */
    restore(name: string): boolean;
  };
  /** Tells the window how far long work is that it did not ask to watch; null when it is over. */
  readonly work: {
    tell(progress: Working | null): void;
    subscribe(listener: (progress: Working | null) => void): () => void;
  };
  /** Asks the window to go somewhere. */
  readonly routes: { subscribe(listener: (route: string) => void): () => void };
}

export interface FeatureContext {
  readonly services: Services;
}

/** One folder of use cases. The registry in core/features.ts lists them; nothing else knows a feature by name. */
export interface Feature<R> {
  readonly name: string;
  readonly router: R;
  /** How its commands read in the history. */
  readonly words?: CommitWords;
  readonly reactions?: readonly Reaction[];
  /** Served after the commit, at least once and in order. */
  readonly consumers?: readonly ((services: Services) => Consumer)[];
  /** Begins what it does by itself (alarms); called when the database is open. @returns ends it */
  readonly start?: (services: Services) => (() => void) | Started;
}

/** What a feature does by itself, where it takes time. */
export interface Started {
  stop(): void;
  /** Resolves when nothing of it is on its way. */
  idle(): Promise<void>;
}

const BUG = 'Something went wrong in Braindump. Nothing was lost.';

/**
 * Every feature's implementer uses this first. Failures leave in one shape: declared refusals and storage failures with
 * their sentence from the contract, bugs as one fixed sentence with a reference that the log explains.
 *
 * @example `const os = implement(tasksContract).$context<FeatureContext>().use(mapFailures);`
 */
export const mapFailures = os.$context<FeatureContext>().middleware(async ({ context, next, path, procedure }) => {
  try {
    return await patiently(context.services, async () => next());
  } catch (error) {
    if (error instanceof ORPCError) throw error;
    const errors: ErrorMap = procedure['~orpc'].errorMap;
    const storage = asStorageError(error);
    const refusal = storage ? new Refusal(`STORAGE_${storage.reason}`) : error;
    if (refusal instanceof Refusal && errors[refusal.reason]) {
      if (storage) context.services.log.error(`${path.join('.')}: ${storage.message}`, storage.cause);
      const { message, status } = errors[refusal.reason]!;
      throw new ORPCError(refusal.reason, {
        defined: true,
        ...(status === undefined ? {} : { status }),
        ...(message === undefined ? {} : { message }),
        data: refusal.data,
      });
    }
    const reference = randomUUID().slice(0, 8);
    context.services.log.error(`${path.join('.')} failed, reference ${reference}`, error);
    throw new ORPCError('INTERNAL_SERVER_ERROR', { defined: true, status: 500, message: BUG, data: { reference } });
  }
});

const AGAIN_MS = 50;

/** Tries a call again while the data worker holds the database: nothing of it has happened yet. */
async function patiently<T>(services: Services, run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (asStorageError(error)?.reason !== 'BUSY' || !services.dataWorker.isRunning()) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
