import { Temporal } from 'temporal-polyfill';
import { instantOf, localOf } from '../time/zoned.ts';
import { expandRecurrence } from './expand.ts';
import type { SeriesTime } from './occurrences.ts';
import { basicTime, readContentLine, readSeriesLines } from './series-lines.ts';

type Time = Pick<SeriesTime, 'startLocal' | 'zone' | 'allDay'>;
type Lines = readonly string[];

const DAY_MS = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Takes one occurrence out of a series. */
export function without(lines: Lines, occurrence: string, time: Time): string[] {
  const rest = keepSingles(lines, time, (name, at) => name !== 'RDATE' || at !== occurrence);
  return [...rest, singleLine('EXDATE', occurrence, time)];
}

/** What is left of a series before one of its occurrences. */
export function before(lines: Lines, occurrence: string, time: Time): string[] {
  return keepSingles(lines, time, (_, at) => at < occurrence).map((line) => {
    const rule = ruleOf(line);
    if (!rule) return line;
    rule.parts.delete('COUNT');
    rule.parts.set('UNTIL', momentBefore(occurrence, time));
    return ruleLine(rule);
  });
}

/** A series from one of its occurrences on; a COUNT is lowered by what happened before. */
export function from(lines: Lines, occurrence: string, time: Time): string[] {
  return keepSingles(lines, time, (_, at) => at >= occurrence).map((line) => {
    const rule = ruleOf(line);
    const count = Number(rule?.parts.get('COUNT') ?? 0);
    if (!rule || count === 0) return line;
    const past = expandRecurrence({
      dtstart: time.startLocal,
      zone: time.zone,
      allDay: time.allDay,
      rrule: textOf(rule.parts),
      to: occurrence,
      limit: count,
    }).filter((text) => text.slice(0, occurrence.length) < occurrence).length;
    rule.parts.set('COUNT', String(Math.max(1, count - past)));
    return ruleLine(rule);
  });
}

/**
 * A series whose first time moved: its single dates, its end and the days its rule names move along. What a rule says of days
 * that its start is not one of stays as it is.
 */
export function moved(lines: Lines, old: Time, next: Time): string[] {
  const shiftMs = wallMs(next.startLocal) - wallMs(old.startLocal);
  const days = dayNumber(next.startLocal) - dayNumber(old.startLocal);
  const isOther = old.allDay !== next.allDay || old.zone !== next.zone;
  if (shiftMs === 0 && !isOther) return [...lines];
  return lines.flatMap((text) => {
    const rule = ruleOf(text);
    if (rule) {
      moveRule(rule.parts, old, next, days);
      const until = rule.parts.get('UNTIL');
      if (until !== undefined) rule.parts.set('UNTIL', movedUntil(until, old, next, { shiftMs, days }));
      return [ruleLine(rule)];
    }
    const line = readContentLine(text);
    if (!line) return [text];
    return singlesOf(text, old).map((at) => singleLine(line.name, shifted(at, shiftMs, next.allDay), next));
  });
}

/** A wall-clock time moved on the wall, as a day or to the minute. */
export function shifted(local: string, shiftMs: number, allDay: boolean): string {
  return new Date(wallMs(local) + shiftMs).toISOString().slice(0, allDay ? 10 : 16);
}

/** A wall-clock time or day on a scale where differences are wall-clock time. */
export const wallMs = (local: string): number => Date.parse(local.length === 10 ? `${local}T00:00Z` : `${local}Z`);

interface RuleLine {
  readonly name: string;
  readonly parts: Map<string, string>;
}

function ruleOf(text: string): RuleLine | null {
  const line = readContentLine(text);
  if (line?.name !== 'RRULE' && line?.name !== 'EXRULE') return null;
  const parts = line.value.toUpperCase().split(';');
  return { name: line.name, parts: new Map(parts.map((part) => part.split('=') as [string, string])) };
}

const textOf = (parts: ReadonlyMap<string, string>): string =>
  [...parts].map(([name, value]) => `${name}=${value}`).join(';');
const ruleLine = ({ name, parts }: RuleLine): string => `${name}:${textOf(parts)}`;

/** The single times of a line on the series' own wall clock, as days or to the minute. */
function singlesOf(line: string, { zone, allDay }: Time): string[] {
  const { rdates, exdates } = readSeriesLines([line], zone);
  return [...rdates.map(({ at }) => at), ...exdates].map((at) => {
    const wall = at.endsWith('Z') ? localOf(Date.parse(at), zone ?? 'UTC') : at;
    return wall.slice(0, allDay ? 10 : 16);
  });
}

/** Lines with the single times that pass; a line of which all pass stays as it is written. */
function keepSingles(lines: Lines, time: Time, isKept: (name: string, at: string) => boolean): string[] {
  return lines.flatMap((text) => {
    const line = readContentLine(text);
    if (!line || ruleOf(text)) return [text];
    const singles = singlesOf(text, time);
    const kept = singles.filter((at) => isKept(line.name, at));
    return kept.length === singles.length ? [text] : kept.map((at) => singleLine(line.name, at, time));
  });
}

/** `EXDATE;TZID=Europe/Vienna:20261123T093000` */
function singleLine(name: string, local: string, { zone, allDay }: Time): string {
  if (allDay || local.length === 10) return `${name};VALUE=DATE:${basicTime(local.slice(0, 10))}`;
  if (zone === null) return `${name}:${basicTime(local)}`;
  return zone === 'UTC' ? `${name}:${basicTime(local)}Z` : `${name};TZID=${zone}:${basicTime(local)}`;
}

function momentBefore(occurrence: string, { zone, allDay }: Time): string {
  if (allDay) return basicTime(shifted(occurrence, -DAY_MS, true));
  const text =
    zone === null
      ? new Date(wallMs(occurrence) - 1_000).toISOString()
      : new Date(instantOf(occurrence, zone) - 1_000).toISOString();
  return `${basicTime(text.slice(0, 19))}${zone === null ? '' : 'Z'}`;
}

const dayNumber = (local: string): number => Math.floor(wallMs(local) / DAY_MS);

function movedUntil(until: string, old: Time, next: Time, by: { shiftMs: number; days: number }): string {
  const [year, month, day] = [until.slice(0, 4), until.slice(4, 6), until.slice(6, 8)];
  const onDay = shifted(`${year}-${month}-${day}`, by.days * DAY_MS, true);
  if (until.length === 8 || old.allDay !== next.allDay) return basicTime(onDay);
  const local = `${year}-${month}-${day}T${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`;
  const isUtc = until.endsWith('Z');
  const wall = isUtc ? localOf(Date.parse(`${local}Z`), old.zone ?? 'UTC') : local;
  const target = new Date(wallMs(wall) + by.shiftMs).toISOString().slice(0, 19);
  if (next.zone === null) return basicTime(target);
  return `${basicTime(new Date(instantOf(target, next.zone)).toISOString().slice(0, 19))}Z`;
}

/** What a rule says of the day and hour of its start follows the start. */
function moveRule(parts: Map<string, string>, old: Time, next: Time, days: number): void {
  if (old.startLocal.slice(10) !== next.startLocal.slice(10))
    for (const name of ['BYHOUR', 'BYMINUTE', 'BYSECOND']) if (/^\d+$/.test(parts.get(name) ?? '')) parts.delete(name);
  if (days === 0) return;
  const [was, is] = [
    Temporal.PlainDate.from(old.startLocal.slice(0, 10)),
    Temporal.PlainDate.from(next.startLocal.slice(0, 10)),
  ];
  const weekdays = parts.get('BYDAY');
  if (weekdays !== undefined && /^[A-Z,]+$/.test(weekdays)) {
    const turned = weekdays.split(',').map((code) => WEEKDAYS[(((WEEKDAYS.indexOf(code) + days) % 7) + 7) % 7]!);
    const isWhole = new Set(turned).size === 7;
    if (!isWhole) parts.set('BYDAY', turned.toSorted((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b)).join(','));
  } else if (weekdays !== undefined && !weekdays.includes(',')) {
    const fromEnd = weekdays.startsWith('-1') && is.day + 7 > is.daysInMonth;
    parts.set('BYDAY', `${fromEnd ? -1 : Math.ceil(is.day / 7)}${WEEKDAYS[is.dayOfWeek - 1]}`);
  }
  if (parts.get('BYMONTHDAY') === String(was.day)) parts.set('BYMONTHDAY', String(is.day));
  if (Number(parts.get('BYMONTH') ?? 0) === was.month) parts.set('BYMONTH', String(is.month));
}
