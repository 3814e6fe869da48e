import type { Item, ItemKind } from '#contract/capture';
import type { Grain, When } from '#contract/time';
import { whenOf } from '../time/zoned.ts';
import type { Annotation } from './annotations.ts';
import { settle } from './clocks.ts';
import { isDayRange } from './dates.ts';
import { resolve, type Moment, type Resolved } from './moments.ts';
import { firstDay, rruleOf, secondsOf, type Recurrence } from './rules.ts';
import type { Scan } from './scan.ts';
import { DAY, dayOf, HOUR, MINUTE, SECOND, toLocal, type Wall } from './wall.ts';

/** The fields of an item that say when. */
export type Times = Partial<Pick<Item, 'start' | 'end' | 'due' | 'durationMin' | 'recurrence' | 'anchor'>>;

type DateAnnotation = Extract<Annotation, { role: 'date' }>;

/**
 * Turns the dates of an item into its times. A deadline is `due`; a task without a time of day is due on its day, one
 * with a time starts then; an event or an expense starts. A length of time gives an event its end.
 */
export function timesOf(scan: Scan, kind: ItemKind, annotations: readonly Annotation[]): Times {
  const recurrence = annotations.find((one) => one.role === 'recurrence')?.recurrence;
  const durationMin = annotations.find((one) => one.role === 'duration')?.minutes;
  const dates = annotations.filter((one) => one.role === 'date');
  const length = durationMin === undefined ? {} : { durationMin };
  if (kind === 'entry') return {};
  if (recurrence) return { ...length, ...recurring(scan, kind, recurrence, dates, durationMin) };
  const deadline = dates.find((one) => one.isDeadline);
  const own = merged(
    scan,
    dates.filter((one) => one !== deadline),
  );
  return {
    ...length,
    ...(deadline ? { due: lastOf(scan, deadline.found.resolved, deadline.found.moment) } : {}),
    ...placed(scan, kind, own, durationMin, deadline !== undefined),
  };
}

/**
 * The annotations that an item has room for: one amount, a deadline, a day and a time. What is said beyond that stays in its
 * words, so that "lunch fri, tomorrow 5pm" and "groceries 20 eur, 3 eur tip" lose nothing.
 */
export function heardOf(annotations: readonly Annotation[]): readonly Annotation[] {
  const dates = annotations.filter((one) => one.role === 'date');
  const deadline = dates.find((one) => one.isDeadline);
  const [first, ...others] = dates.filter((one) => one !== deadline);
  const heard = [deadline, first, first && completing(first, others)].filter((one) => one !== undefined);
  const days = new Set(heard.map(({ found }) => dayOf(found.resolved.start)));
  const amount = annotations.find((one) => one.role === 'amount');
  const recurrence = annotations.find((one) => one.role === 'recurrence')?.recurrence;
  return annotations.filter((one) => {
    if (one.role === 'amount') return one === amount;
    // A second time beside the one the recurrence has stays in the words.
    if (one.role === 'date' && recurrence)
      return recurrence.clocks.length === 0 || one.found.moment.clock === undefined;
    return one.role !== 'date' || heard.includes(one) || days.has(dayOf(one.found.resolved.start));
  });
}

/** The time that goes with a day, or the day that goes with a time. */
function completing(first: DateAnnotation, others: readonly DateAnnotation[]): DateAnnotation | undefined {
  const isTimed = first.found.moment.clock !== undefined || first.found.moment.exact !== undefined;
  return others.find(({ found: { moment } }) =>
    isTimed ? moment.date && !moment.clock : moment.clock && !moment.date,
  );
}

interface Placed {
  readonly resolved: Resolved;
  readonly moment: Moment;
}

/** "friday lunch with Ana at 1pm": a day and a time that stand apart are one moment. */
function merged(scan: Scan, dates: readonly DateAnnotation[]): Placed | undefined {
  const [first, ...others] = dates;
  if (!first) return undefined;
  const { moment } = first.found;
  const days = moment.clock || moment.part ? undefined : moment.date?.days;
  const resolved: Resolved = days && !first.found.moment.exact ? { ...days, grain: 'day' } : first.found.resolved;
  const isTimed = moment.clock !== undefined || moment.exact !== undefined;
  const other = completing(first, others);
  if (!other || moment.exact || (isTimed && moment.date)) return { moment, resolved };
  const [day, time] = isTimed ? [other.found, first.found] : [first.found, other.found];
  const joined: Moment = { ...day.moment, ...time.moment, ...(day.moment.date ? { date: day.moment.date } : {}) };
  const start = resolve(scan, joined);
  if (!start) return { moment, resolved };
  const lengthMs = time.resolved.end === undefined ? undefined : time.resolved.end - time.resolved.start;
  return {
    moment: joined,
    resolved: {
      start: start.start,
      grain: start.grain,
      ...(lengthMs === undefined ? {} : { end: start.start + lengthMs }),
    },
  };
}

function placed(
  scan: Scan,
  kind: ItemKind,
  own: Placed | undefined,
  durationMin: number | undefined,
  hasDeadline: boolean,
): Times {
  if (!own) return {};
  const { moment, resolved } = own;
  const isTimed = moment.clock !== undefined || (isClockGrain(resolved.grain) && !moment.part);
  if (!isTimed && kind === 'task') {
    const day = moment.part ? dayOf(resolved.start) : resolved.start;
    if (hasDeadline) return { ...put(scan, 'start', day, moment.part ? 'day' : resolved.grain) };
    if (resolved.end !== undefined && isDayRange(own))
      return { ...put(scan, 'start', day, 'day'), due: whenAt(scan, dayOf(resolved.end - DAY), 'day') };
    return { due: moment.part ? whenAt(scan, day, 'day') : lastOf(scan, resolved, moment) };
  }
  if (moment.part && !moment.clock) {
    const start = dayOf(resolved.start) + moment.part.atHour * HOUR;
    return { ...put(scan, 'start', start, 'hour'), ...ending(scan, start, undefined, durationMin, 'hour') };
  }
  const end = kind === 'event' || kind === 'task' ? resolved.end : undefined;
  return {
    ...put(scan, 'start', resolved.start, resolved.grain),
    ...ending(scan, resolved.start, end, durationMin, resolved.grain),
  };
}

/** The end that was said, or the one a length of time gives. */
function ending(scan: Scan, start: Wall, end: Wall | undefined, durationMin: number | undefined, grain: Grain): Times {
  const isDays = !isClockGrain(grain);
  const close = end ?? (durationMin === undefined || isDays ? undefined : start + durationMin * MINUTE);
  if (close === undefined) return {};
  const minutes = isDays ? undefined : Math.round((close - start) / MINUTE);
  return {
    ...put(scan, 'end', close, grain === 'hour' ? 'minute' : grain),
    ...(minutes !== undefined && minutes > 0 ? { durationMin: minutes } : {}),
  };
}

function recurring(
  scan: Scan,
  kind: ItemKind,
  recurrence: Recurrence,
  dates: readonly DateAnnotation[],
  durationMin: number | undefined,
): Times {
  const own =
    merged(
      scan,
      dates.filter((one) => !one.isDeadline),
    ) ??
    (dates[0] && { moment: dates[0].found.moment, resolved: dates[0].found.resolved });
  const clock = recurrence.clocks[0] ?? own?.moment.clock;
  const from = recurrence.starts ?? (own?.moment.date ? own.resolved.start : scan.now);
  const day = firstDay(recurrence.rule, from) ?? (clock || own ? dayOf(from) : undefined);
  const recurs = {
    recurrence: rruleOf(recurrence, day),
    ...(recurrence.anchor === 'completion' ? { anchor: recurrence.anchor } : {}),
  };
  if (day === undefined) return recurs;
  const all = recurrence.clocks.length > 0 ? secondsOf(recurrence) : clock ? [settle(clock).seconds] : [];
  const [first] = all;
  // Of several times today's next one is the first.
  const coming = day === dayOf(scan.now) ? all.find((one) => day + one * SECOND >= scan.now) : undefined;
  const seconds = coming ?? first ?? (recurrence.atHour === undefined ? undefined : recurrence.atHour * 3600);
  let wall = day + (seconds ?? 0) * SECOND;
  // Today's time is over: the next occurrence is the first.
  if (seconds !== undefined && wall < scan.now && day === dayOf(scan.now)) {
    wall = (firstDay(recurrence.rule, day + DAY) ?? day + DAY) + seconds * SECOND;
  }
  const grain: Grain = seconds === undefined ? 'day' : clock ? clock.grain : 'hour';
  if (seconds !== undefined) recurs.recurrence = withTimedUntil(scan, recurs.recurrence);
  const field = kind === 'task' ? 'due' : 'start';
  return {
    ...recurs,
    ...put(scan, field, wall, grain),
    ...(kind === 'event' && seconds !== undefined ? ending(scan, wall, undefined, durationMin, grain) : {}),
  };
}

/** RFC 5545 section 3.3.10: beside a start with a time and a zone the end is a moment in UTC, here the last second of its day. */
function withTimedUntil(scan: Scan, rrule: string): string {
  return rrule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)$/, (_, year: string, month: string, day: string) => {
    const { instant } = whenOf(`${year}-${month}-${day}T23:59:59`, scan.zone, 'second');
    return `UNTIL=${instant.replace(/[-:]/g, '')}`;
  });
}

/** The day meant when a stretch has to be one: the last of "end of the month", the first of "this weekend". */
function lastOf(scan: Scan, resolved: Resolved, moment: Moment): When {
  if (moment.date?.oneDay !== undefined) return whenAt(scan, moment.date.oneDay, 'day');
  const isStretch = resolved.end !== undefined && resolved.grain === 'day';
  return whenAt(scan, resolved.start, isStretch || moment.part ? 'day' : resolved.grain);
}

function put(scan: Scan, field: 'start' | 'end' | 'due', wall: Wall, grain: Grain): Times {
  return toLocal(wall) === undefined ? {} : { [field]: whenAt(scan, wall, grain) };
}

function whenAt(scan: Scan, wall: Wall, grain: Grain): When {
  return whenOf(toLocal(wall) ?? LAST_TIME, scan.zone, grain);
}

/** Dates beyond the calendar's end are held at it; an item is never lost for one. */
const LAST_TIME = '9999-12-31T00:00:00';

function isClockGrain(grain: Grain): boolean {
  return grain === 'hour' || grain === 'minute' || grain === 'second';
}
