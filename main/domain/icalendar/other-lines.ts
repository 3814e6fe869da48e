import { type Component, linesOf, propertyOf } from './components.ts';
import { Unusable, hashOf } from './event-lines.ts';
import type { ZoneOf } from './file-zones.ts';
import { escaped, unescaped } from './text.ts';
import { inZone, readDurationMin, readTime } from './times.ts';
import { isoTime } from '../recurrence/series-lines.ts';

/** What of a VTODO has a place in a task. Days and times are on the person's wall clock. */
export interface TodoFields {
  readonly title: string;
  readonly notes: string;
  readonly status: 'open' | 'done' | 'dropped';
  readonly dueDay: string | null;
  readonly dueTime: string | null;
  readonly doDay: string | null;
  readonly priority: number;
  readonly tags: readonly string[];
  readonly estimateMin: number | null;
}

export interface ReadTodo {
  readonly uid: string;
  readonly occurrence: string | null;
  readonly fields: TodoFields;
  readonly completedAtMs: number | null;
  /** All of its lines after the mark of this version. */
  readonly rest: string;
  readonly line: number;
}

export interface ReadJournal {
  readonly uid: string;
  readonly occurrence: string | null;
  /** Null when it says none. */
  readonly day: string | null;
  readonly body: string;
  readonly rest: string;
  readonly line: number;
}

const HASH = '!hash ';

/** @throws Unusable when it says nothing */
export function readTodo(component: Component, uid: string, zoneOf: ZoneOf, zone: string): ReadTodo {
  const fields = todoFields(component.lines, zoneOf, zone);
  const completed = isoTime(propertyOf(component.lines, 'COMPLETED')?.value ?? '');
  const completedAtMs =
    completed === null
      ? Number.NaN
      : Date.parse(completed.endsWith('Z') || !completed.includes('T') ? completed : `${completed}Z`);
  return {
    uid,
    occurrence: propertyOf(component.lines, 'RECURRENCE-ID')?.value ?? null,
    fields,
    completedAtMs: Number.isNaN(completedAtMs) ? null : completedAtMs,
    rest: withHash(component),
    line: component.line,
  };
}

/** @throws Unusable when it says nothing */
export function readJournal(component: Component, uid: string, zoneOf: ZoneOf, zone: string): ReadJournal {
  const { lines } = component;
  const begin = propertyOf(lines, 'DTSTART');
  const start = begin && readTime(begin, zoneOf);
  const summary = textIn(lines, 'SUMMARY').replaceAll(/\s+/gu, ' ').trim();
  const body = [summary === '' ? '' : `# ${summary}`, textIn(lines, 'DESCRIPTION').trim()]
    .filter((part) => part !== '')
    .join('\n\n');
  if (body === '') throw new Unusable('it is empty');
  return {
    uid,
    occurrence: propertyOf(lines, 'RECURRENCE-ID')?.value ?? null,
    day: start ? inZone(start, zone).slice(0, 10) : null,
    body,
    rest: withHash(component),
    line: component.line,
  };
}

function todoFields(lines: readonly string[], zoneOf: ZoneOf, zone: string): TodoFields {
  const timeOf = (name: string) => {
    const line = propertyOf(lines, name);
    return line && readTime(line, zoneOf);
  };
  const due = timeOf('DUE');
  const start = timeOf('DTSTART');
  const dueLocal = due && inZone(due, zone);
  const status = propertyOf(lines, 'STATUS')?.value.trim().toUpperCase();
  const rank = Number(propertyOf(lines, 'PRIORITY')?.value ?? 0);
  const estimate = readDurationMin(
    propertyOf(lines, 'ESTIMATED-DURATION')?.value ?? propertyOf(lines, 'DURATION')?.value ?? '',
  );
  const title = textIn(lines, 'SUMMARY').replaceAll(/\s+/gu, ' ').trim();
  const notes = textIn(lines, 'DESCRIPTION').slice(0, 200_000).toWellFormed();
  if (title === '' && notes === '' && !due) throw new Unusable('it is empty');
  const isDone = status === 'COMPLETED' || propertyOf(lines, 'COMPLETED') !== undefined;
  return {
    title: (title || notes.split('\n', 1)[0]!.trim() || '(No title)').slice(0, 2_000).toWellFormed(),
    notes,
    status: status === 'CANCELLED' ? 'dropped' : isDone ? 'done' : 'open',
    dueDay: dueLocal?.slice(0, 10) ?? null,
    dueTime: due && !due.isDay ? dueLocal!.slice(11, 16) : null,
    doDay: start ? inZone(start, zone).slice(0, 10) : null,
    // 1 to 4 is high, 5 normal, 6 to 9 low; 0 says nothing (RFC 5545 section 3.8.1.9).
    priority: rank === 1 ? 1 : rank >= 2 && rank <= 4 ? 2 : rank >= 6 ? 4 : 3,
    tags: [
      ...new Set(
        lines
          .filter((line) => /^CATEGORIES[;:]/i.test(line))
          .flatMap((line) => unescaped(line.slice(line.indexOf(':') + 1)).split(','))
          .map((tag) =>
            tag
              .trim()
              .replaceAll(/[\s#]+/gu, '-')
              .slice(0, 60),
          )
          .filter((tag) => tag !== ''),
      ),
    ].slice(0, 30),
    estimateMin: estimate !== undefined && estimate > 0 && estimate <= 60_000 ? estimate : null,
  };
}

/** A kept VTODO with what has changed in its task since; without changes it is what it was, to the letter. */
export function todoLines(rest: string, now: TodoFields, zoneOf: ZoneOf, zone: string): string[] {
  const lines = rest.split('\n').filter((line) => !line.startsWith('!'));
  const end = lines.findIndex((line, index) => index > 0 && /^(BEGIN|END):/i.test(line));
  const properties = lines.slice(1, end);
  const before = todoFields(properties, zoneOf, zone);
  const replaced = new Map<string, string[]>();
  if (before.title !== now.title) replaced.set('SUMMARY', [`SUMMARY:${escaped(now.title)}`]);
  if (before.notes !== now.notes)
    replaced.set('DESCRIPTION', now.notes === '' ? [] : [`DESCRIPTION:${escaped(now.notes)}`]);
  if (before.status !== now.status) {
    replaced.set('STATUS', [`STATUS:${{ open: 'NEEDS-ACTION', done: 'COMPLETED', dropped: 'CANCELLED' }[now.status]}`]);
    if (now.status !== 'done') replaced.set('COMPLETED', []);
  }
  if (before.dueDay !== now.dueDay || before.dueTime !== now.dueTime)
    replaced.set('DUE', now.dueDay === null ? [] : [dueLine(now.dueDay, now.dueTime, zone)]);
  const untouched = properties.filter(
    (line) => ![...replaced.keys()].some((name) => new RegExp(`^${name}[;:]`, 'i').test(line)),
  );
  return [lines[0]!, ...untouched, ...[...replaced.values()].flat(), ...lines.slice(end)];
}

function dueLine(day: string, time: string | null, zone: string): string {
  const date = day.replaceAll('-', '');
  if (time === null) return `DUE;VALUE=DATE:${date}`;
  return `DUE;TZID=${zone}:${date}T${time.replace(':', '')}00`;
}

/** The lines of a component as they were read. */
export const keptLines = (rest: string): string[] => rest.split('\n').filter((line) => !line.startsWith('!'));

function textIn(lines: readonly string[], name: string): string {
  return unescaped(propertyOf(lines, name)?.value ?? '').replaceAll('\0', '');
}

function withHash(component: Component): string {
  const lines = linesOf(component);
  return [`${HASH}${hashOf(lines.join('\n'))}`, ...lines].join('\n');
}
