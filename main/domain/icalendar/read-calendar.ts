import { type SeriesTime, lastMoment } from '../recurrence/occurrences.ts';
import { isoTime } from '../recurrence/series-lines.ts';
import { type BadLine, type Component, hasName, linesOf, propertyOf, readComponents } from './components.ts';
import { type EventFields, Unusable, hashOf, readEventFields, restOf } from './event-lines.ts';
import { type ZoneOf, zonesOf } from './file-zones.ts';
import { type ReadJournal, type ReadTodo, readJournal, readTodo } from './other-lines.ts';
import { unescaped } from './text.ts';
import { inZone, readTime } from './times.ts';

/** A VEVENT as it becomes an event. */
export interface ReadEvent {
  readonly uid: string;
  readonly fields: EventFields;
  /** RRULE, RDATE, EXDATE and EXRULE lines, one a line; empty when it happens once. */
  readonly recurrence: string;
  /** Of a series: no occurrence ends later. */
  readonly untilMs: number | null;
  /** The start its series gave it, on the series' wall clock, when it is a changed occurrence. */
  readonly occurrence: string | null;
  /** What the fields don't give back, and the mark of this version. */
  readonly rest: string;
  readonly createdAtMs: number | null;
  readonly line: number;
}

/** A part of a file that could not be used. */
export interface Skipped {
  /** `VEVENT`, `VTODO`, ... */
  readonly component: string;
  /** The line of the file it begins on, from 1. */
  readonly line: number;
  /** Why, in words that follow "because". */
  readonly why: string;
}

export interface ReadCalendar {
  /** What the file calls itself. */
  readonly name: string | null;
  readonly events: readonly ReadEvent[];
  readonly todos: readonly ReadTodo[];
  readonly journals: readonly ReadJournal[];
  /** Lines of the calendar itself, and components nothing is made of, kept for writing it again. */
  readonly lines: readonly string[];
  readonly components: readonly (readonly string[])[];
  readonly skipped: readonly Skipped[];
  /** What was read otherwise than it says, such as a zone nobody knows; counted by sentence. */
  readonly remarks: readonly { readonly text: string; readonly count: number }[];
}

/** Why a text is no calendar. */
export type NoCalendar = 'empty' | 'contacts' | 'page' | 'other';

const KNOWN = new Set([
  'VCALENDAR',
  'VEVENT',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
  'VTIMEZONE',
  'VAVAILABILITY',
  'VALARM',
]);
const RULES = ['RRULE', 'RDATE', 'EXDATE', 'EXRULE'];
/** Rules that never happen take a second each to see through; a file with more of them is a trap. */
const MOST_NEVER = 5;
const MOST_SKIPPED = 500;

/**
 * Reads the text of an iCalendar file. Never throws: what can't be used is listed, and the rest is there.
 *
 * @param zone the person's: to-dos are due on their wall clock
 */
export function readCalendar(text: string, zone: string): ReadCalendar | NoCalendar {
  const { roots, badLines } = readComponents(text);
  if (!roots.some(({ name }) => KNOWN.has(name))) return kindOf(text, roots);
  const calendars = roots.filter(({ name }) => name === 'VCALENDAR');
  const parts = roots.flatMap((root) => (root.name === 'VCALENDAR' ? root.children : [root]));
  const lines = calendars.flatMap((calendar) => calendar.lines);
  const zoneOf = zonesOf(parts.filter(({ name }) => name === 'VTIMEZONE'));
  const skipped: Skipped[] = badLines.slice(0, MOST_SKIPPED).map(badLine);
  const remarks = new Map<string, number>();
  const remark = (said: string): void => void remarks.set(said, (remarks.get(said) ?? 0) + 1);
  const use = <T>(component: Component, read: (component: Component) => T): T[] => {
    try {
      return [read(component)];
    } catch (error) {
      if (!(error instanceof Unusable) && !(error instanceof RangeError)) throw error;
      const why = error instanceof Unusable ? error.message : 'its times make no sense';
      if (skipped.length < MOST_SKIPPED) skipped.push({ component: component.name, line: component.line, why });
      return [];
    }
  };
  const named = (name: string): Component[] => parts.filter((part) => part.name === name);
  const series = new Map<string, Component>();
  for (const part of named('VEVENT')) if (!propertyOf(part.lines, 'RECURRENCE-ID')) series.set(uidOf(part), part);
  const rules = { never: 0 };
  const dated = named('VEVENT').filter(({ lines: own }) => propertyOf(own, 'DTSTART'));
  const datedOnes = new Set(dated);
  for (let count = named('VEVENT').length - dated.length; count > 0; count -= 1)
    remark('An event without a date is kept for an export only: it has no place in a calendar.');
  return {
    name: nameOf(lines),
    events: dated.flatMap((part) => use(part, (own) => readEvent(own, { series, zoneOf, remark, rules }))),
    todos: named('VTODO').flatMap((part) => use(part, (own) => readTodo(own, uidOf(own), zoneOf, zone))),
    journals: named('VJOURNAL').flatMap((part) => use(part, (own) => readJournal(own, uidOf(own), zoneOf, zone))),
    lines: lines.filter((line) => !['VERSION', 'PRODID'].some((name) => hasName(line, name))),
    components: parts.filter((part) => !['VTODO', 'VJOURNAL'].includes(part.name) && !datedOnes.has(part)).map(linesOf),
    skipped,
    remarks: [...remarks].map(([said, count]) => ({ text: said, count })),
  };
}

interface Surroundings {
  readonly series: ReadonlyMap<string, Component>;
  readonly zoneOf: ZoneOf;
  readonly remark: (said: string) => void;
  readonly rules: { never: number };
}

function readEvent(component: Component, { series, zoneOf, remark, rules }: Surroundings): ReadEvent {
  const { fields, unknownZone } = readEventFields(component.lines, zoneOf);
  if (unknownZone !== null)
    remark(`The time zone “${unknownZone.slice(0, 60)}” is not known: the wall-clock time was kept.`);
  const uid = uidOf(component);
  const occurrence = occurrenceOf(component, series.get(uid), fields, zoneOf);
  const ruleLines = component.lines.filter((line) => RULES.some((name) => hasName(line, name)));
  const repeats = occurrence === null && ruleLines.some((line) => /^(RRULE|RDATE)/i.test(line));
  const recurrence = repeats ? ruleLines.join('\n') : '';
  const untilMs = repeats ? endOf({ id: uid, ...fields, recurrence }, rules) : null;
  if (repeats && untilMs === null) remark('A rule of repeating can’t be read: the event was kept as it happens first.');
  const isSeries = untilMs !== null;
  return {
    uid,
    fields,
    recurrence: isSeries ? recurrence : '',
    untilMs,
    occurrence,
    rest: restOf(component, uid, fields, (line) => !isSeries || !ruleLines.includes(line)),
    createdAtMs: instantIn(component, 'CREATED'),
    line: component.line,
  };
}

/** @returns null when the rule can't be read, or never happens */
function endOf(time: SeriesTime, rules: { never: number }): number | null {
  if (rules.never >= MOST_NEVER) return null;
  try {
    const last = lastMoment(time);
    if (last === null) rules.never += 1;
    return last;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function occurrenceOf(
  component: Component,
  series: Component | undefined,
  own: EventFields,
  zoneOf: ZoneOf,
): string | null {
  const line = propertyOf(component.lines, 'RECURRENCE-ID');
  const time = line && readTime(line, zoneOf);
  if (!time) return null;
  let base: Pick<EventFields, 'allDay' | 'zone'> = own;
  try {
    if (series) base = readEventFields(series.lines, zoneOf).fields;
  } catch {
    // Its series can't be used: it stands by itself.
  }
  return base.allDay ? time.local.slice(0, 10) : inZone(time, base.zone);
}

/** Parts without a name of their own get one from what they say, so that reading them again finds them. */
function uidOf({ name, lines }: Component): string {
  const uid = propertyOf(lines, 'UID')?.value.trim() ?? '';
  return uid === '' ? `braindump-${name.toLowerCase()}-${hashOf(lines.join('\n'))}` : uid.slice(0, 1_000);
}

export function instantIn({ lines }: Pick<Component, 'lines'>, name: string): number | null {
  const iso = isoTime(propertyOf(lines, name)?.value ?? '');
  if (iso === null) return null;
  const ms = Date.parse(iso.includes('T') && !iso.endsWith('Z') ? `${iso}Z` : iso);
  return Number.isNaN(ms) ? null : ms;
}

function nameOf(lines: readonly string[]): string | null {
  for (const name of ['X-WR-CALNAME', 'NAME']) {
    const value = unescaped(propertyOf(lines, name)?.value ?? '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    if (value !== '') return value.slice(0, 200).toWellFormed();
  }
  return null;
}

function badLine({ line, component }: BadLine): Skipped {
  return { component: component === '' ? 'line' : component, line, why: 'that line makes no sense' };
}

function kindOf(text: string, roots: readonly Component[]): NoCalendar {
  if (text.trim() === '') return 'empty';
  if (roots.some(({ name }) => name === 'VCARD') || /^\s*(?:[\w-]+\.)?BEGIN:VCARD/i.test(text)) return 'contacts';
  return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(text) ? 'page' : 'other';
}
