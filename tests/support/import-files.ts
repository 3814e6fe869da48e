import type { ColumnMap, ImportOptions, ImportPreview, ImportRefused, ImportReport } from '#contract/imports';
import { MAX_PIECE_BYTES } from '#contract/imports';
import type { localClient } from '#main/core/bridge';

type Client = ReturnType<typeof localClient>;

/** Files by their paths; a text is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Hands files over as the window does, all of one moment. @returns the import's id */
export async function handOver(client: Client, files: Files, modifiedMs = Date.UTC(2024, 2, 5, 10)): Promise<string> {
  const { id } = await client.imports.begin({ name: Object.keys(files)[0]?.split('/')[0] ?? 'nothing' });
  for (const [path, contents] of Object.entries(files)) {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    let from = 0;
    do {
      const piece = bytes.subarray(from, from + MAX_PIECE_BYTES);
      from += piece.length;
      await client.imports.add({
        id,
        files: [{ path, modifiedMs, bytes: piece.length, isPart: from < bytes.length }],
        data: new File([new Uint8Array(piece)], 'piece'),
      });
    } while (from < bytes.length);
  }
  return id;
}

/** What would be made of what was handed over. */
export async function previewOf(
  client: Client,
  id: string,
  columns?: ColumnMap,
): Promise<ImportPreview | ImportRefused> {
  for await (const told of await client.imports.preview({ id, ...(columns ? { columns } : {}) }))
    if (told.outcome === 'ready' || told.outcome === 'refused') return told;
  throw new Error('the reading was stopped');
}

/** Makes it. @throws Error when it was stopped */
export async function runImport(
  client: Client,
  id: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  const all = { project: null, withDone: true, updateChanged: false, calendarId: null, ...options };
  for await (const told of await client.imports.run({ id, options: all }))
    if (told.outcome === 'done') return told.report;
  throw new Error('the import was stopped');
}

/** Hands over, looks and makes. */
export async function importFiles(
  client: Client,
  files: Files,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  const id = await handOver(client, files);
  const preview = await previewOf(client, id);
  if (preview.outcome === 'refused') throw new Error(preview.message);
  return runImport(client, id, options);
}
