import { readText } from '#main/domain/grammar/read';
import Papa from 'papaparse';
import { isDay } from '../days-of.ts';
import {
  type FormatContext,
  type FoundTask,
  type ReadFormat,
  hashOf,
  keyMaker,
  problem,
  tagsOf,
  titleLine,
} from '../found.ts';
import type { SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';

/** Todoist writes these first (todoist.com, "Import or export a project as a CSV file"). */
export const isTodoist = (text: string): boolean => /^"?TYPE"?,"?CONTENT"?,/i.test(text);

type Row = Readonly<Record<string, string | undefined>>;

/** One CSV for each project: sections, tasks by their indent, and comments, which become notes. */
export const readTodoist: ReadFormat = function* (source, context) {
  for (const file of source.files) {
    const read = textOf(file.read());
    if (!read || !isTodoist(read.text)) yield problem(file.path, 'It is no project of Todoist.');
    else yield* readProject(file, read.text, context);
  }
};

function* readProject(file: SourceFile, text: string, context: FormatContext) {
  // "Groceries [2203306141].csv": the number keeps the file name apart, and the project's identity.
  const project = titleLine(file.name.replace(/\.csv$/i, '').replace(/ ?\[\d+\]$/, ''));
  const keyOf = keyMaker();
  const { data } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toUpperCase(),
  });
  const above: FoundTask[] = [];
  let section: string | null = null;
  let waiting: FoundTask | null = null;
  for (const [at, row] of data.entries()) {
    const type = row['TYPE']?.trim().toLowerCase() ?? '';
    if (type === 'note') {
      const comment = row['CONTENT']?.trim() ?? '';
      // A comment above the first task is the project's.
      if (waiting && comment !== '') waiting = withNote(waiting, comment);
      continue;
    }
    if (waiting) yield waiting;
    waiting = null;
    if (type === 'section') {
      section = titleLine(row['CONTENT'] ?? '');
      above.length = 0;
    } else if (type === 'task') {
      const indent = Math.min(Math.max(Number(row['INDENT']) || 1, 1), above.length + 1);
      above.length = indent - 1;
      const task = taskOf(row, { project, section, parent: above.at(-1) ?? null }, keyOf, context);
      if (task) {
        above.push(task);
        waiting = task;
      } else yield problem(`${file.name}, row ${at + 2}`, 'The task has no words.');
    } else if (type !== '' && type !== 'meta')
      yield problem(`${file.name}, row ${at + 2}`, `Rows of the type “${type.slice(0, 20)}” are not known.`);
  }
  if (waiting) yield waiting;
}

const withNote = (task: FoundTask, comment: string): FoundTask => ({
  ...task,
  notes: task.notes === '' ? comment : `${task.notes}\n\n${comment}`,
  hash: hashOf(task.hash, comment),
});

interface Place {
  readonly project: string;
  readonly section: string | null;
  readonly parent: FoundTask | null;
}

function taskOf(
  row: Row,
  { project, section, parent }: Place,
  keyOf: (key: string) => string,
  context: FormatContext,
): FoundTask | null {
  const labels: string[] = [];
  const words = (row['CONTENT'] ?? '').replaceAll(/(?<=^|\s)@([\p{L}\p{N}_/-]+)(?=\s|$)/gu, (_whole, label: string) => {
    labels.push(label);
    return '';
  });
  const isHeading = words.startsWith('* ');
  const title =
    titleLine(words.replace(/^\* /, '').replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 $2')) ||
    labels.map((label) => `@${label}`).join(' ');
  if (title === '') return null;
  const when = whenOf(row['DATE'] ?? '', row['DATE_LANG'] ?? 'en', context);
  const deadline = whenOf(row['DEADLINE'] ?? '', row['DEADLINE_LANG'] ?? 'en', context);
  const minutes = row['DURATION_UNIT'] === 'minute' ? Number(row['DURATION']) : Number.NaN;
  const priority = Number(row['PRIORITY']);
  const notes = [
    row['DESCRIPTION']?.trim() ?? '',
    ...(when.left === '' ? [] : [`Date in Todoist: ${when.left}`]),
    ...(when.recurrence === null ? [] : [`Repeats: ${(row['DATE'] ?? '').trim()}`]),
    ...(row['RESPONSIBLE'] ? [`Assigned to ${row['RESPONSIBLE']}`] : []),
  ].filter((line) => line !== '');
  const tags = tagsOf([...labels, ...(section ? [section] : [])]);
  return {
    kind: 'task',
    key: keyOf([project, section ?? '', parent?.key ?? '', title].join(' / ')),
    hash: hashOf(row),
    title,
    notes: notes.join('\n\n'),
    isDone: false,
    // Todoist's fourth is "none", which here is the ordinary third.
    priority: priority === 1 || priority === 2 ? priority : isHeading ? null : 3,
    // What Todoist calls its date is when one means to do it, once there is a deadline beside it.
    dueDay: deadline.day ?? when.day,
    dueTime: deadline.day === null ? when.time : null,
    doDay: deadline.day === null ? null : when.day,
    estimateMin: Number.isInteger(minutes) && minutes > 0 && minutes <= 20_160 ? minutes : null,
    project,
    tags,
    parentKey: parent?.key ?? null,
    recurrence: when.recurrence,
    createdAtMs: null,
    closedAtMs: null,
  };
}

interface Told {
  readonly day: string | null;
  readonly time: string | null;
  readonly recurrence: string | null;
  /** Words that were not understood, or not wholly. */
  readonly left: string;
}

/** Reads a date in the words of Todoist; ISO days as they are. */
function whenOf(text: string, language: string, { nowMs, zone }: FormatContext): Told {
  const words = text.trim();
  const nothing = { day: null, time: null, recurrence: null, left: words };
  if (words === '') return nothing;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?/.exec(words);
  if (iso && isDay(iso[1]!)) return { day: iso[1]!, time: iso[2] ?? null, recurrence: null, left: '' };
  if (language !== '' && !language.toLowerCase().startsWith('en')) return nothing;
  const { items } = readText(`Do it ${words.replace(/^every!/i, 'every').replace(/^ev!? /i, 'every ')}`, {
    nowMs,
    zone,
  });
  const [item] = items;
  const start = item?.due ?? item?.start;
  if (items.length !== 1 || !item || (!start && item.recurrence === undefined)) return nothing;
  const isTimed = start !== undefined && ['hour', 'minute', 'second'].includes(start.grain);
  return {
    day: start?.local.slice(0, 10) ?? null,
    time: isTimed ? start.local.slice(11, 16) : null,
    recurrence: item.recurrence ?? null,
    left: '',
  };
}
