import type { Working } from '#contract/system';
import { client, queryClient } from './api.ts';
import { connection } from './connection.ts';

/** Which queries show rows of a table: paths in the contract, such as `['tasks']` or `['calendar', 'list']`. */
export type TableQueries = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * Listens to what changed and asks again for what is shown of it, for as long as the window lives. After a lost connection
 * everything shown is asked for again: hints may have been missed.
 *
 * @param showWork called while long work goes on that no screen has begun to watch, and with null at its end
 * @param goTo called with a route when the core wants the window somewhere (a clicked notification)
 */
export async function followChanges(
  tables: TableQueries,
  goTo: (route: string) => void,
  showWork: (working: Working | null) => void,
): Promise<never> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      const changes = await client.system.changes();
      if (!isFirst) void queryClient.invalidateQueries();
      for await (const change of changes) {
        if ('route' in change) goTo(change.route);
        else if ('working' in change) showWork(change.working);
        else invalidate(new Set(change.rows.map((row) => row.table)), tables);
      }
    } catch {
      // The stream ended with its connection; the next turn waits for the new one.
      showWork(null);
    }
    await untilOpen();
  }
}

function invalidate(changed: ReadonlySet<string>, tables: TableQueries): void {
  if (changed.size === 0) return;
  const paths = new Set([...changed].flatMap((table) => tables[table] ?? []));
  // Whatever shows the ledger itself is stale after every commit.
  for (const path of [...paths, ['history']]) void queryClient.invalidateQueries({ queryKey: [path] });
}

function untilOpen(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(() => {
    if (connection.state() === 'open') return resolve();
    const stop = connection.subscribe(() => {
      if (connection.state() !== 'open') return;
      stop();
      resolve();
    });
  }, 250);
  return promise;
}
