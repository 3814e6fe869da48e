import { setting } from '../schema/settings.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

const all = prepared((orm: ReadHandle['orm']) => orm.select().from(setting).prepare());
const upsert = preparedSql<[string, string], never>(
  'INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
);

/** What was set, by name, as parsed JSON. */
export function storedSettings(handle: ReadHandle): Record<string, unknown> {
  return Object.fromEntries(
    all(handle)
      .all()
      .map((row) => [row.id, JSON.parse(row.value) as unknown]),
  );
}

export function saveSetting(handle: WriteHandle, id: string, value: unknown): void {
  upsert(handle).run(id, JSON.stringify(value));
}
