import type { ColumnMap } from '#contract/imports';
import { readText } from '#main/domain/grammar/read';
import Papa from 'papaparse';
import { placeAt, placeOf } from '../days-of.ts';
import {
  type Found,
  type FormatContext,
  type Problem,
  type ReadFormat,
  blocks,
  hashOf,
  keyMaker,
  problem,
  tagLine,
  tagsOf,
  titleLine,
} from '../found.ts';
import { textOf } from '../text-of.ts';

type Row = Readonly<Record<string, string | undefined>>;

const GUESSES: Readonly<Record<Exclude<keyof ColumnMap, 'kind'>, RegExp>> = {
  title: /^(title|name|subject|task( name)?|summary|what|todo|item)$/i,
  body: /^(content|body|text|notes?|description|entry|journal|details|comment)$/i,
  day: /^(due( date)?|date|day|created( at| on)?|deadline|when|datetime|timestamp|full_date)$/i,
  done: /^(done|completed?|status|is completed|finished|checked)$/i,
  priority: /^(priority|importance)$/i,
  project: /^(project|list( name)?|folder( name)?|category|area)$/i,
  tags: /^(tags?|labels?|keywords|activities)$/i,
};

/** The columns of a table and what they are likely to say. */
export function columnsOf(text: string): { names: string[]; map: ColumnMap } | null {
  const { data, meta, errors } = Papa.parse<string[]>(text.slice(0, 100_000), { preview: 3, skipEmptyLines: 'greedy' });
  const names = (data[0] ?? []).map((name) => name.trim());
  const isTable =
    names.length > 1 && names.some((name) => name !== '') && [',', ';', '\t', '|'].includes(meta.delimiter);
  if (!isTable || errors.some(({ type }) => type === 'Quotes') || data.length < 2) return null;
  const named = (field: keyof typeof GUESSES): string | null => names.find((name) => GUESSES[field].test(name)) ?? null;
  const found = {
    title: named('title'),
    body: named('body'),
    day: named('day'),
    done: named('done'),
    priority: named('priority'),
    project: named('project'),
    tags: named('tags'),
  };
  if (found.title === null && found.body === null) return null;
  // Long texts are for the journal; what can be done or is due is a task.
  const isNotes = names.some((name) => /^(content|body|text|entry|journal|mood|note)$/i.test(name));
  return { names, map: { kind: isNotes || found.title === null ? 'entry' : 'task', ...found } };
}

/** Any table with a line of names, by the columns that were chosen for it. */
export const readCsv: ReadFormat = function* (source, context) {
  const keyOf = keyMaker();
  for (const file of source.files) {
    const text = textOf(file.read())?.text ?? '';
    const columns = context.columns ?? columnsOf(text)?.map;
    if (!columns) {
      yield problem(file.path, 'It is no table with a title or a text in it.');
      continue;
    }
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: 'greedy',
      transformHeader: (name) => name.trim(),
    });
    for (const [at, row] of data.entries())
      yield* rowOf(row, columns, `${file.name}, row ${at + 2}`, file.modifiedMs, keyOf, context);
  }
};

function* rowOf(
  row: Row,
  columns: ColumnMap,
  where: string,
  modifiedMs: number,
  keyOf: (key: string) => string,
  context: FormatContext,
): Generator<Found | Problem> {
  const value = (field: keyof typeof GUESSES): string =>
    columns[field] === null ? '' : (row[columns[field]] ?? '').trim();
  const title = titleLine(value('title'));
  const body = value('body');
  const placed = placedOf(value('day'), context);
  const names = value('tags')
    .split(/[,;|]/)
    .flatMap((part) => (value('tags').includes(',') ? [part] : part.split(/\s+/)))
    .filter((name) => name !== '');
  const hash = hashOf(row);
  if (columns.kind === 'task') {
    const isDone = /^(true|yes|1|x|done|completed?|finished|2)$/i.test(value('done'));
    if (title === '' && body === '') return yield problem(where, 'It has no title.');
    const key = keyOf(`${title || titleLine(body)} ${value('project')}`);
    return yield {
      kind: 'task',
      key,
      hash,
      title: title || titleLine(body),
      notes: title === '' ? '' : body,
      isDone,
      priority: priorityOf(value('priority')),
      dueDay: placed?.day ?? null,
      dueTime: null,
      doDay: null,
      estimateMin: null,
      project: value('project') || null,
      tags: tagsOf(names),
      parentKey: null,
      recurrence: null,
      createdAtMs: null,
      closedAtMs: isDone ? (placed?.atMs ?? null) : null,
    };
  }
  const mapped = new Set(Object.values(columns));
  // What has no place of its own is kept below the text.
  const more = Object.entries(row).flatMap(([name, field]) =>
    typeof field === 'string' &&
    field.trim() !== '' &&
    (!mapped.has(name) || name === columns.project || name === columns.done || name === columns.priority)
      ? [`${name}: ${field.trim()}`]
      : [],
  );
  const text = blocks(title === '' ? '' : `# ${title}`, body, more.join('\n'), tagLine(body, names));
  if (title === '' && body === '') return yield problem(where, 'It has neither a title nor a text.');
  yield {
    kind: 'entry',
    key: keyOf(`${placed?.day ?? ''} ${title || titleLine(body.slice(0, 100))}`),
    hash,
    title: title || titleLine(body.slice(0, 100)),
    ...(placed ?? placeAt(modifiedMs, context)),
    mood: null,
    body: text,
  };
}

function placedOf(text: string, context: FormatContext) {
  if (text === '') return null;
  const told = placeOf(text, context);
  if (told) return told;
  const [date] = readText(text, { nowMs: context.nowMs, zone: context.zone }).dates;
  return date ? placeOf(date.start.local, context) : null;
}

function priorityOf(text: string): number | null {
  if (/^(p?1|high(est)?|urgent|a)$/i.test(text)) return 1;
  if (/^(p?2|medium|b)$/i.test(text)) return 2;
  if (/^(p?4|low(est)?|d)$/i.test(text)) return 4;
  return null;
}
