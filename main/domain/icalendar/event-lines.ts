import type { EventStatus } from '#contract/calendar';
import { readContentLine } from '../recurrence/series-lines.ts';
import { shifted, wallMs } from '../recurrence/edit-series.ts';
import { type Component, hasName, linesOf, propertyOf } from './components.ts';
import type { ZoneOf } from './file-zones.ts';
import { escaped, fromQuotedPrintable, parameter, unescaped } from './text.ts';
import { inZone, readDurationMin, readTime, timeValue } from './times.ts';

/** What of a VEVENT has a place in an event. */
export interface EventFields {
  readonly title: string;
  readonly notes: string;
  readonly place: string;
  readonly url: string;
  readonly guests: string;
  readonly busy: boolean;
  readonly status: EventStatus;
  readonly travelMin: number;
  readonly allDay: boolean;
  readonly startLocal: string;
  readonly endLocal: string;
  readonly zone: string | null;
}

type Lines = readonly string[];

/** Properties that say one thing together, and the fields they say it in. */
interface Group {
  readonly names: readonly string[];
  readonly fields: readonly (keyof EventFields)[];
  write(fields: EventFields): string[];
}

const text = (name: string, value: string): string[] => (value === '' ? [] : [`${name}:${escaped(value)}`]);

const GROUPS: readonly Group[] = [
  {
    names: ['DTSTART', 'DTEND', 'DURATION'],
    fields: ['allDay', 'startLocal', 'endLocal', 'zone'],
    write: (fields) => [`DTSTART${timeValue(fields.startLocal, fields)}`, `DTEND${timeValue(fields.endLocal, fields)}`],
  },
  { names: ['SUMMARY'], fields: ['title'], write: ({ title }) => text('SUMMARY', title) },
  { names: ['DESCRIPTION'], fields: ['notes'], write: ({ notes }) => text('DESCRIPTION', notes) },
  { names: ['LOCATION'], fields: ['place'], write: ({ place }) => text('LOCATION', place) },
  { names: ['URL'], fields: ['url'], write: ({ url }) => (url === '' ? [] : [`URL:${url.replaceAll(/\s/g, '%20')}`]) },
  { names: ['ATTENDEE'], fields: ['guests'], write: ({ guests }) => guestLines(guests) },
  { names: ['TRANSP'], fields: ['busy'], write: ({ busy }) => [`TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`] },
  {
    names: ['STATUS'],
    fields: ['status'],
    write: ({ status }) => (status === 'confirmed' ? [] : [`STATUS:${status.toUpperCase()}`]),
  },
  {
    names: ['X-APPLE-TRAVEL-DURATION'],
    fields: ['travelMin'],
    write: ({ travelMin }) => (travelMin === 0 ? [] : [`X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT${travelMin}M`]),
  },
];

const DAY_MS = 86_400_000;
/** How long something is that has a beginning only. */
const POINT_MIN = 15;
const LONGEST_TITLE = 2_000;
const LONGEST_NOTES = 200_000;

/** Why a part of a file can't be used, in words that follow its name. */
export class Unusable extends Error {}

/**
 * Reads what of a VEVENT's lines has a place in an event.
 *
 * @returns the fields, and the name of a zone that nobody knows
 * @throws Unusable when it says no time
 */
export function readEventFields(lines: Lines, zoneOf: ZoneOf): { fields: EventFields; unknownZone: string | null } {
  const begin = propertyOf(lines, 'DTSTART');
  const start = begin && readTime(begin, zoneOf);
  if (!start) throw new Unusable(begin ? 'its beginning is no time' : 'it does not say when it begins');
  const own = timesOf(lines, start, zoneOf);
  const said = (name: string): string => {
    const line = propertyOf(lines, name);
    return line === undefined ? '' : textOf(line.parameters.get('ENCODING'), line.value);
  };
  const transparency = propertyOf(lines, 'TRANSP')?.value.toUpperCase();
  const status = propertyOf(lines, 'STATUS')?.value.trim().toLowerCase();
  const link = ['URL', 'CONFERENCE', 'X-GOOGLE-CONFERENCE']
    .map((name) => propertyOf(lines, name)?.value.trim() ?? '')
    .find((value) => value !== '');
  const fields: EventFields = {
    title: said('SUMMARY').replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed() || '(No title)',
    notes: said('DESCRIPTION').slice(0, LONGEST_NOTES).toWellFormed(),
    place: said('LOCATION').slice(0, LONGEST_TITLE).toWellFormed(),
    url: (link ?? '').slice(0, LONGEST_TITLE).toWellFormed(),
    guests: guestsOf(lines).slice(0, 20_000).toWellFormed(),
    // A whole day that does not say so is more often a birthday or a holiday than a day without time.
    busy: transparency === undefined ? !own.allDay : transparency !== 'TRANSPARENT',
    status: status === 'tentative' || status === 'cancelled' ? status : 'confirmed',
    travelMin: Math.min(
      1440,
      Math.max(0, readDurationMin(propertyOf(lines, 'X-APPLE-TRAVEL-DURATION')?.value ?? '') ?? 0),
    ),
    ...own,
  };
  return { fields, unknownZone: start.unknownZone ?? null };
}

type OwnTime = Pick<EventFields, 'allDay' | 'startLocal' | 'endLocal' | 'zone'>;

function timesOf(lines: Lines, start: NonNullable<ReturnType<typeof readTime>>, zoneOf: ZoneOf): OwnTime {
  const finish = propertyOf(lines, 'DTEND');
  const end = finish && readTime(finish, zoneOf);
  const isOutlookDay =
    !start.isDay &&
    /^true$/i.test(propertyOf(lines, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value.trim() ?? '') &&
    start.local.endsWith('T00:00');
  const allDay = start.isDay || isOutlookDay;
  const startLocal = allDay ? start.local.slice(0, 10) : start.local;
  const zone = allDay ? null : start.zone;
  const durationMin = readDurationMin(propertyOf(lines, 'DURATION')?.value ?? '');
  let endLocal = '';
  if (end) endLocal = allDay ? lastDay(end.local) : end.isDay ? `${end.local}T00:00` : inZone(end, zone);
  else if (durationMin !== undefined) endLocal = shifted(startLocal, durationMin * 60_000, allDay);
  if (endLocal <= startLocal || (!allDay && wallMs(endLocal) <= wallMs(startLocal)))
    endLocal = shifted(startLocal, allDay ? DAY_MS : POINT_MIN * 60_000, allDay);
  return { allDay, startLocal, endLocal, zone };
}

/** The day an all-day event ends before, whatever hour its end names. */
function lastDay(local: string): string {
  return local.length === 10 || local.endsWith('T00:00') ? local.slice(0, 10) : shifted(local, DAY_MS, true);
}

function textOf(encoding: string | undefined, value: string): string {
  return unescaped(encoding?.toUpperCase() === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(value) : value).replaceAll(
    '\0',
    '',
  );
}

/** Guests a line each: `Ana Costa <ana@example.org>`, or what there is of it. */
function guestsOf(lines: Lines): string {
  return lines
    .filter((line) => hasName(line, 'ATTENDEE'))
    .map(guestOf)
    .filter((guest) => guest !== '')
    .join('\n');
}

function guestOf(line: string): string {
  const read = readContentLine(line);
  if (!read) return '';
  const address = /^mailto:/i.test(read.value) ? read.value.slice(7).trim() : '';
  const name = (read.parameters.get('CN') ?? '').trim();
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}

function guestLines(guests: string): string[] {
  return guests
    .split('\n')
    .map((guest) => guest.trim())
    .filter((guest) => guest !== '')
    .map((guest) => {
      const [, name = '', address = ''] = /^(.*?)\s*<?([^<>\s]+@[^<>\s]+)>?$/.exec(guest) ?? [];
      if (address === '') return `ATTENDEE;CN=${parameter(guest)}:urn:x-name:guest`;
      return name === '' ? `ATTENDEE:mailto:${address}` : `ATTENDEE;CN=${parameter(name)}:mailto:${address}`;
    });
}

const ABSENT = '!absent ';
const HASH = '!hash ';

/**
 * What must be kept of a component so that writing it gives back every line: the lines the fields don't give back to the
 * letter, unknown properties, and components inside. Marks that are no content lines say which group had no line, and which
 * version was read.
 *
 * @param uid the name it goes by
 * @param isKept whether a line belongs there (rules have their own column)
 */
export function restOf(
  component: Component,
  uid: string,
  fields: EventFields,
  isKept: (line: string) => boolean,
): string {
  const absent: string[] = [];
  const dropped = new Set<string>();
  for (const group of GROUPS) {
    const had = component.lines.filter((line) => isOf(group, line));
    const again = group.write(fields);
    if (had.length === 0 && again.length > 0) absent.push(group.names[0]!);
    if (sameLines(had, again)) for (const line of had) dropped.add(line);
  }
  return [
    `${HASH}${hashOf(linesOf(component).join('\n'))}`,
    ...(absent.length === 0 ? [] : [`${ABSENT}${absent.join(' ')}`]),
    ...component.lines.filter((line) => !dropped.has(line) && line !== `UID:${uid}` && isKept(line)),
    ...component.children.flatMap(linesOf),
  ].join('\n');
}

/** What {@link restOf} said of the version that was read; empty for what was made here. */
export function hashIn(rest: string): string {
  return rest.startsWith(HASH) ? rest.slice(HASH.length).split('\n', 1)[0]! : '';
}

/**
 * The lines of an event from its fields and what was kept. A group says what it said before as long as it still means the
 * same as the fields.
 */
export function eventLines(fields: EventFields, rest: string, zoneOf: ZoneOf): { own: string[]; kept: string[] } {
  const all = rest === '' ? [] : rest.split('\n');
  const absent = new Set(all.flatMap((line) => (line.startsWith(ABSENT) ? line.slice(ABSENT.length).split(' ') : [])));
  const kept = all.filter((line) => !line.startsWith('!'));
  const first = kept.findIndex((line) => /^BEGIN:/i.test(line));
  const properties = first < 0 ? kept : kept.slice(0, first);
  const before = readAgain(fields, properties, absent, zoneOf);
  const own = GROUPS.flatMap((group) => {
    const had = properties.filter((line) => isOf(group, line));
    const isSame = before !== null && group.fields.every((field) => before[field] === fields[field]);
    if (isSame && (had.length > 0 || absent.has(group.names[0]!))) return had;
    const again = group.write(fields);
    if (group.names[0] !== 'ATTENDEE') return again;
    // Who is still a guest keeps what was known of them.
    return again.map((line) => had.find((other) => guestOf(other) === guestOf(line)) ?? line);
  });
  return {
    own,
    kept: kept.filter((line, index) => (first >= 0 && index >= first) || !GROUPS.some((group) => isOf(group, line))),
  };
}

/** What the kept lines mean, with the fields' own lines where none were kept. */
function readAgain(
  fields: EventFields,
  properties: Lines,
  absent: ReadonlySet<string>,
  zoneOf: ZoneOf,
): EventFields | null {
  const filled = GROUPS.flatMap((group) =>
    absent.has(group.names[0]!) || properties.some((line) => isOf(group, line)) ? [] : group.write(fields),
  );
  try {
    return readEventFields([...properties, ...filled], zoneOf).fields;
  } catch {
    return null;
  }
}

const isOf = ({ names }: Group, line: string): boolean => names.some((name) => hasName(line, name));

function sameLines(one: Lines, other: Lines): boolean {
  return one.length === other.length && one.every((line) => other.includes(line));
}

/** A short mark of a text that differs when the text does (cyrb53). */
export function hashOf(content: string): string {
  let [one, two] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & two) + (one >>> 0)).toString(36);
}
