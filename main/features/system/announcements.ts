import type { ChangeHintMessage, Working } from '#contract/system';
import type { Services } from '../feature.ts';

type Announcement = ChangeHintMessage | { route: string } | { working: Working | null };

/** More rows than this are announced as their tables: who shows them asks again anyway. */
const MAX_ROWS = 500;

/**
 * What the window is told without asking: which rows changed, and where it is wanted. Ends when the reader stops; a reader
 * that lags gets the waiting hints merged, never an unbounded queue.
 */
export async function* announcements(
  services: Services,
  signal?: AbortSignal,
): AsyncGenerator<Announcement, void, void> {
  let waiting: Announcement[] = [];
  let wake: () => void = () => {};
  const push = (announcement: Announcement): void => {
    const last = waiting.at(-1);
    if (last && 'rows' in last && 'rows' in announcement) waiting[waiting.length - 1] = merged(last, announcement);
    else if (last && 'working' in last && 'working' in announcement) waiting[waiting.length - 1] = announcement;
    else waiting.push(announcement);
    wake();
  };
  const stops = [
    services.ledger.subscribe((hint) => push({ ...hint, rows: compact(hint.rows) })),
    services.routes.subscribe((route) => push({ route })),
    services.work.subscribe((working) => push({ working })),
  ];
  const abort = (): void => wake();
  signal?.addEventListener('abort', abort);
  try {
    yield { seq: 0, command: 'subscribed', rows: [] };
    while (!signal?.aborted) {
      const next = waiting;
      waiting = [];
      yield* next;
      if (waiting.length === 0 && !signal?.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
    }
  } finally {
    stops.forEach((stop) => stop());
    signal?.removeEventListener('abort', abort);
  }
}

function compact(
  rows: ChangeHintMessage['rows'] | readonly { table: string; id: string }[],
): ChangeHintMessage['rows'] {
  if (rows.length <= MAX_ROWS) return [...rows];
  return [...new Set(rows.map((row) => row.table))].map((table) => ({ table, id: '*' }));
}

function merged(one: ChangeHintMessage, other: ChangeHintMessage): ChangeHintMessage {
  return { seq: other.seq, command: other.command, rows: compact([...one.rows, ...other.rows]) };
}
