import { type ImportPreview, type ImportReport, importsContract } from '#contract/imports';
import { allCalendars } from '#db/queries/calendar';
import { type ImportRunRow, importRun, importRuns } from '#db/queries/imports';
import { isCommitUndone } from '#db/queries/ledger';
import type { ReadHandle } from '#db/store/handles';
import { newId } from '#main/ledger/new-id';
import { implement } from '@orpc/server';
import fs from 'node:fs';
import path from 'node:path';
import { keepAttachment } from '../attachments/index.ts';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { JobCounter } from '../job-counter.ts';
import { READ_NOTE, type ReadImportInput, type ReadingNote } from './read-import.ts';
import { openSource } from './source.ts';
import { type Staging, createStaging, sweepStaging } from './staging.ts';
import { importsWords } from './words.ts';
import type { WriteImportInput, WrittenReport } from './write-import.ts';

const os = implement(importsContract).$context<FeatureContext>().use(mapFailures);

/** The files held for imports that are being looked at. Of one program there are few; the oldest goes when there are more. */
const held = new Map<string, Staging>();
const MAX_HELD = 4;

const PROGRESS_MS = 120;

function stagingOf(id: string): Staging {
  const staging = held.get(id);
  if (!staging) throw new Refusal('GONE');
  return staging;
}

function letGo(id: string): void {
  held.get(id)?.remove();
  held.delete(id);
}

/** Tells how far a job is until it is over; whoever stops listening stops the job. */
async function* watched<T>(counter: JobCounter, signal: AbortSignal | undefined, job: Promise<T>) {
  let isOver = false;
  const stop = (): void => counter.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const end = job.then(
    () => void (isOver = true),
    () => void (isOver = true),
  );
  let [phase, fromMs] = ['', performance.now()];
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([end, new Promise((resolve) => (timer = setTimeout(resolve, PROGRESS_MS)))]);
      clearTimeout(timer);
      if (isOver) return await job;
      const state = counter.state;
      if (state.phase !== phase) [phase, fromMs] = [state.phase, performance.now()];
      const seconds = (performance.now() - fromMs) / 1_000;
      yield { outcome: 'working' as const, ...state, perSecond: seconds > 0.2 ? Math.round(state.done / seconds) : 0 };
    }
  } finally {
    if (!isOver) {
      counter.stop();
      await end;
    }
    signal?.removeEventListener('abort', stop);
  }
}

/** Keeps the files that go along. @returns where one was kept under another name than its texts say; null when stopped */
async function keepFiles(
  services: Services,
  folder: string,
  counter: JobCounter,
): Promise<Record<string, string> | null> {
  const { attached } = JSON.parse(fs.readFileSync(path.join(folder, READ_NOTE), 'utf8')) as ReadingNote;
  counter.begin('files', attached.length);
  if (attached.length === 0) return {};
  const links: Record<string, string> = {};
  const source = openSource(folder);
  try {
    const files = new Map(source.files.map((file) => [file.path, file]));
    for (const { link, path: given } of attached) {
      if (counter.isStopped) return null;
      const file = files.get(given);
      const kept = file && (await keepAttachment(services, { name: file.name, contents: new Uint8Array(file.read()) }));
      if (kept && kept.path !== link) links[link] = kept.path;
      counter.step();
    }
    return links;
  } finally {
    source.close();
  }
}

/** Looked at before the files are touched: the data worker can't tell a refusal. */
function requireOwnCalendar(services: Services, id: string | null): void {
  if (id === null) return;
  const calendar = allCalendars(services.ledger.read).find((one) => one.id === id);
  if (!calendar) throw new Refusal('NOT_FOUND', { what: 'calendar' });
  if (calendar.feedUrl !== null) throw new Refusal('READ_ONLY_CALENDAR');
}

async function write(
  services: Services,
  staging: Staging,
  options: WriteImportInput['options'],
  counter: JobCounter,
): Promise<string | null> {
  const links = await keepFiles(services, staging.folder, counter);
  if (links === null || counter.isStopped) return null;
  const runId = newId(services.clock.nowMs());
  const input: WriteImportInput = {
    folder: staging.folder,
    runId,
    source: staging.name,
    zone: services.zone(),
    today: services.today(),
    options,
    links,
    counter: counter.shared,
  };
  return (await services.dataWorker.run<boolean>('writeImport', input)) ? runId : null;
}

async function* written(
  services: Services,
  staging: Staging,
  options: WriteImportInput['options'],
  signal: AbortSignal | undefined,
) {
  const counter = new JobCounter();
  const runId = yield* watched(counter, signal, write(services, staging, options, counter));
  if (runId === null) yield { outcome: 'stopped' as const };
  else {
    letGo(staging.id);
    const report = asReport(services.ledger.read, importRun(services.ledger.read, runId)!);
    yield { outcome: 'done' as const, report };
  }
}

function asReport(handle: ReadHandle, { report, ...row }: ImportRunRow): ImportReport {
  const written = JSON.parse(report) as WrittenReport;
  return {
    ...row,
    format: row.format as ImportReport['format'],
    ...written,
    skipped: [...written.skipped],
    isUndone: row.seq !== null && isCommitUndone(handle, row.seq),
  };
}

const router = os.router({
  begin: os.begin.handler(({ input: { name }, context: { services } }) => {
    const [oldest] = held.keys();
    if (held.size >= MAX_HELD && oldest !== undefined) letGo(oldest);
    const id = newId(services.clock.nowMs());
    held.set(id, createStaging(services.storage.status().dataDir, id, name));
    return { id };
  }),
  add: os.add.handler(async ({ input: { id, files, data } }) => {
    const bytes = new Uint8Array(await data.arrayBuffer());
    stagingOf(id).add(files, bytes);
  }),
  preview: os.preview.handler(async function* ({ input: { id, columns }, context: { services }, signal }) {
    const staging = stagingOf(id);
    staging.seal();
    const counter = new JobCounter();
    const frame = {
      zone: services.zone(),
      dayStartMin: services.settings().dayStartMin,
      nowMs: services.clock.nowMs(),
      today: services.today(),
    };
    const input: ReadImportInput = { folder: staging.folder, frame, columns, counter: counter.shared };
    type Outcome =
      ImportPreview | { readonly outcome: 'refused'; readonly message: string } | { readonly outcome: 'stopped' };
    yield yield* watched(counter, signal, services.dataWorker.run<Outcome>('readImport', input));
  }),
  // What is refused is refused before the stream begins: a stream's failure has no sentence.
  run: os.run.handler(({ input: { id, options }, context: { services }, signal }) => {
    const staging = stagingOf(id);
    if (!fs.existsSync(path.join(staging.folder, READ_NOTE))) throw new Refusal('NOT_READ');
    requireOwnCalendar(services, options.calendarId);
    return written(services, staging, options, signal);
  }),
  end: os.end.handler(({ input: { id } }) => letGo(id)),
  list: os.list.handler(({ context: { services } }) =>
    importRuns(services.ledger.read).map((row) => asReport(services.ledger.read, row)),
  ),
  report: os.report.handler(({ input: { id }, context: { services } }) => {
    const row = importRun(services.ledger.read, id);
    if (!row) throw new Refusal('NOT_FOUND', { what: 'import' });
    return asReport(services.ledger.read, row);
  }),
});

export const importsFeature = {
  name: 'imports',
  router,
  words: importsWords,
  start(services) {
    if (services.storage.status().storage.state === 'open') sweepStaging(services.storage.status().dataDir);
    return () => {
      for (const id of held.keys()) letGo(id);
    };
  },
} satisfies Feature<typeof router>;
