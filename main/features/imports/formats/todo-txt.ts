import { isDay } from '../days-of.ts';
import { type ReadFormat, hashOf, keyMaker, problem, tagsOf, titleLine } from '../found.ts';
import { textOf } from '../text-of.ts';

const LINE = /^(?:(x) )?(?:\(([A-Z])\) )?(?:(\d{4}-\d{2}-\d{2}) )?(?:(\d{4}-\d{2}-\d{2}) )?(.*)$/;
const UNITS: Readonly<Record<string, string>> = { d: 'DAILY', w: 'WEEKLY', m: 'MONTHLY', y: 'YEARLY', b: 'DAILY' };

/** Whether a text is a list of todo.txt: most of its lines have one of its marks. */
export function isTodoTxt(text: string): boolean {
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '');
  const marked = lines.filter((line) =>
    /^(x \d{4}-|x \S|\([A-Z]\) |\d{4}-\d{2}-\d{2} \S)|(^|\s)[+@]\w[^\s]*$|\s[+@]\w+\s|\s(due|t|rec|pri):\S/.test(line),
  );
  return lines.length > 0 && !lines.some((line) => /^(#|[-*] )/.test(line)) && marked.length >= lines.length * 0.6;
}

/** The lists of todo.txt (github.com/todotxt/todo.txt), with the keys its programs share: due, t, rec, pri, h. */
export const readTodoTxt: ReadFormat = function* (source) {
  const keyOf = keyMaker();
  for (const file of source.files) {
    if (file.extension !== 'txt' && source.files.length > 1) {
      yield problem(file.path, 'It is no list of todo.txt.');
      continue;
    }
    const read = textOf(file.read());
    if (!read) {
      yield problem(file.path, 'It is no text.');
      continue;
    }
    for (const [at, line] of read.text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const task = taskOf(line.trim(), keyOf);
      yield task ?? problem(`${file.name}, line ${at + 1}`, 'It has no words.');
    }
  }
};

function taskOf(line: string, keyOf: (key: string) => string) {
  const [, done, letter, firstDay, secondDay, rest = ''] = LINE.exec(line) ?? [];
  const isDone = done !== undefined;
  // A finished line carries the day it was finished, then the day it was made.
  const made = isDone ? secondDay : firstDay;
  const closed = isDone ? firstDay : undefined;
  const [projects, contexts]: [string[], string[]] = [[], []];
  const fields = new Map<string, string>();
  const words = rest.split(/\s+/).filter((word) => {
    const mark = /^([+@])(\S*\w\S*)$/.exec(word);
    if (mark) (mark[1] === '+' ? projects : contexts).push(mark[2]!);
    const field = /^(due|t|rec|pri|h|id|p|sup):(\S+)$/.exec(word);
    if (field) fields.set(field[1]!, field[2]!);
    return !mark && !field;
  });
  // A line of nothing but marks is named by them.
  const title = titleLine(words.join(' ') || rest);
  if (title === '') return null;
  const priority = letter ?? fields.get('pri')?.toUpperCase();
  const due = fields.get('due');
  const wait = fields.get('t');
  const recurrence = ruleOf(fields.get('rec'));
  const notes = [
    ...(projects.length > 1
      ? [
          `Also: ${projects
            .slice(1)
            .map((name) => `+${name}`)
            .join(' ')}`,
        ]
      : []),
    ...(fields.has('rec') ? [`Repeats: rec:${fields.get('rec')}`] : []),
    ...(due !== undefined && !isDay(due) ? [`due:${due}`] : []),
  ].join('\n');
  return {
    kind: 'task' as const,
    key: keyOf(`${made ?? ''} ${title}`),
    hash: hashOf(line),
    title,
    notes,
    isDone,
    priority: priority === undefined ? null : Math.min(4, priority.charCodeAt(0) - 64),
    dueDay: due !== undefined && isDay(due) ? due : null,
    dueTime: null,
    doDay: wait !== undefined && isDay(wait) ? wait : null,
    estimateMin: null,
    project: projects[0] ?? null,
    tags: tagsOf(contexts),
    parentKey: null,
    recurrence,
    createdAtMs: momentOf(made),
    closedAtMs: momentOf(closed),
  };
}

const momentOf = (day: string | undefined): number | null =>
  day !== undefined && isDay(day) ? Date.parse(`${day}T12:00:00Z`) : null;

/** `1w`, or `+1w` strictly from the due day; business days have no rule but the working week. */
function ruleOf(text: string | undefined): string | null {
  const [, count, unit] = /^\+?(\d{1,3})?([dwmyb])$/.exec(text ?? '') ?? [];
  if (unit === undefined) return null;
  const interval = Number(count ?? 1);
  if (interval < 1 || (unit === 'b' && interval > 1)) return null;
  return `FREQ=${UNITS[unit]}${interval > 1 ? `;INTERVAL=${interval}` : ''}${unit === 'b' ? ';BYDAY=MO,TU,WE,TH,FR' : ''}`;
}
