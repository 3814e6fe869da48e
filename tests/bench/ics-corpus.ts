/**
 * Reads each calendar file of the corpus: its counts or its refusal, how long it took, and whether what an export gives back
 * reads the same, property by property.
 *
 * `node tests/bench/ics-corpus.ts` (BRAINDUMP_CORPORA, default ../shared/corpora)
 */
import { type Component, hasName, linesOf, readComponents } from '#main/domain/icalendar/components';
import { keptLines } from '#main/domain/icalendar/other-lines';
import { mergedProperties } from '#main/domain/icalendar/calendar-properties';
import { type ReadCalendar, readCalendar } from '#main/domain/icalendar/read-calendar';
import { writeCalendar } from '#main/domain/icalendar/write-calendar';
import { instantsOf } from '#main/features/calendar/event-time';
import { textOf } from '#main/features/calendar/read-file';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface CorpusFile {
  readonly file: string;
  readonly kind: 'valid' | 'client-quirk' | 'timezone' | 'odd' | 'invalid' | 'malformed' | 'fuzz' | 'vcard';
  readonly expected: Readonly<Record<'vevent' | 'vtodo' | 'vjournal', number>>;
}

export interface CorpusRow {
  readonly file: string;
  readonly kind: CorpusFile['kind'];
  readonly answer: string;
  readonly ms: number;
  /** Null is right; otherwise what is wrong. */
  readonly wrong: string | null;
  readonly lost: readonly string[];
}

const EXACT: ReadonlySet<CorpusFile['kind']> = new Set(['valid', 'client-quirk']);
/** No file of the corpus is so large that more than this is anything but a hang. */
const HANG_MS = 20_000;

/** @returns a row for each file; null when the corpus is not there */
export function readCorpus(folder: string): CorpusRow[] | null {
  const index = path.join(folder, 'ics/index.json');
  if (!fs.existsSync(index)) return null;
  const files = JSON.parse(fs.readFileSync(index, 'utf8')) as CorpusFile[];
  return files.map((file) => rowOf(file, fs.readFileSync(path.join(folder, file.file))));
}

function rowOf({ file, kind, expected }: CorpusFile, bytes: Uint8Array): CorpusRow {
  const begun = performance.now();
  try {
    const read = readCalendar(textOf(bytes), 'Europe/Vienna');
    const ms = performance.now() - begun;
    const slow = ms > HANG_MS ? 'too slow' : null;
    if (typeof read === 'string') {
      const isRight = kind === 'vcard' ? read === 'contacts' : !EXACT.has(kind);
      return { file, kind, answer: `refused: ${read}`, ms, wrong: isRight ? slow : 'refused', lost: [] };
    }
    const undated = read.components.filter(([first]) => first === 'BEGIN:VEVENT').length;
    const got = { vevent: read.events.length + undated, vtodo: read.todos.length, vjournal: read.journals.length };
    const answer = `${got.vevent} events, ${got.vtodo} to-dos, ${got.vjournal} journals, ${read.skipped.length} skipped`;
    const isExact = (Object.keys(got) as (keyof typeof got)[]).every((name) => got[name] === (expected[name] ?? 0));
    const wrong = kind === 'vcard' || (EXACT.has(kind) && !isExact) ? `expected ${JSON.stringify(expected)}` : slow;
    return { file, kind, answer, ms, wrong, lost: lostIn(textOf(bytes), read) };
  } catch (error) {
    return { file, kind, answer: 'threw', ms: performance.now() - begun, wrong: String(error), lost: [] };
  }
}

/** Lines of the file that the file we write does not have; version and maker are the writer's own. */
export function lostIn(text: string, read: ReadCalendar): string[] {
  const again = [...countedLines(readComponents(written(read)).roots)];
  const left = new Map(again);
  const skipped = new Set(read.skipped.map(({ line }) => line));
  const lost: string[] = [];
  for (const [line, count] of countedLines(readComponents(text).roots, skipped))
    if ((left.get(line) ?? 0) < count && !/^VCALENDAR\/(VERSION|PRODID)[:;]/.test(line)) lost.push(line);
  return lost;
}

/** What an export of a file's calendar says. */
export function written(read: ReadCalendar): string {
  const ids = new Map<string, string>();
  const events = read.events.map((event, index) => {
    const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    if (event.untilMs !== null && event.occurrence === null) ids.set(event.uid, id);
    return { event, id };
  });
  return [
    ...writeCalendar({
      name: read.name ?? 'Imported',
      properties: mergedProperties('', read.lines, read.components),
      events: events.map(({ event, id }) => ({
        ...event.fields,
        ...instantsOf(event.fields, 'UTC'),
        id,
        uid: event.uid,
        recurrence: event.recurrence,
        untilMs: event.untilMs,
        occurrence: event.occurrence,
        seriesId: event.occurrence === null ? null : (ids.get(event.uid) ?? null),
        properties: event.rest,
        createdAtMs: event.createdAtMs ?? 0,
      })),
      others: [...read.todos, ...read.journals].map(({ rest }) => keptLines(rest)),
    }),
  ].join('');
}

/**
 * The property lines of all components by how often they stand there, each under the name of its component. Events without a
 * date have no place here and are kept for an export, each once: the same one again to the letter (malloc.ics) is not counted.
 */
function countedLines(roots: readonly Component[], skipped?: ReadonlySet<number>): Map<string, number> {
  const counts = new Map<string, number>();
  const undated = new Set<string>();
  const add = (component: Component): void => {
    const { name, lines, children, line } = component;
    if (/^(VEVENT|VTODO|VJOURNAL)$/.test(name) && skipped?.has(line)) return;
    if (name === 'VEVENT' && !lines.some((text) => hasName(text, 'DTSTART'))) {
      const whole = linesOf(component).join('\n');
      if (undated.has(whole)) return;
      undated.add(whole);
    }
    for (const text of lines) counts.set(`${name}/${text}`, (counts.get(`${name}/${text}`) ?? 0) + 1);
    for (const child of children) add(child);
  };
  for (const root of roots) add(root);
  return counts;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const corporaFolder = (): string =>
  process.env['BRAINDUMP_CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = readCorpus(corporaFolder());
  if (!rows) say(`no corpus at ${corporaFolder()}`);
  for (const { file, kind, answer, ms, wrong, lost } of rows ?? []) {
    say(
      `${wrong || lost.length > 0 ? '✗' : '✓'} ${kind.padEnd(12)} ${ms.toFixed(0).padStart(5)} ms  ${file.slice(4)}: ${answer}${wrong ? `  WRONG: ${wrong}` : ''}`,
    );
    for (const line of lost.slice(0, 5)) say(`      lost ${line}`);
  }
  const right = rows?.filter(({ wrong, lost }) => wrong === null && lost.length === 0).length ?? 0;
  if (rows) say(`${right} of ${rows.length} files give their counts or a clear refusal and lose no property`);
}
