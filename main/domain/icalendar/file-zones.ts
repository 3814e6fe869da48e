import { offsetAt } from '../time/zone-offsets.ts';
import { zoneNamed } from '../time/zone-names.ts';
import { readContentLine } from '../recurrence/series-lines.ts';
import { type Component, propertyOf } from './components.ts';

/** Says which zone a TZID of a file means; null when nobody knows. */
export type ZoneOf = (tzid: string) => string | null;

/** Zones that stand for many: those a VTIMEZONE without a known name is compared with. */
const CANDIDATES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Halifax',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Atlantic/Azores',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Yangon',
  'Australia/Darwin',
  'Australia/Eucla',
  'America/Caracas',
  'Pacific/Marquesas',
] as const;

const HOUR_MS = 3_600_000;
/** The middles of a northern winter and summer of late. */
const JANUARY_MS = Date.UTC(2025, 0, 15);
const JULY_MS = Date.UTC(2025, 6, 15);

/**
 * The zones of a file: by their names, by what their VTIMEZONE calls itself elsewhere, or by how its clocks run now.
 *
 * @param timezones the VTIMEZONE components
 */
export function zonesOf(timezones: readonly Component[]): ZoneOf {
  const own = new Map<string, string | null>();
  for (const component of timezones) {
    const tzid = propertyOf(component.lines, 'TZID')?.value;
    if (tzid === undefined) continue;
    const elsewhere = propertyOf(component.lines, 'X-LIC-LOCATION')?.value ?? '';
    own.set(tzid, zoneNamed(tzid) ?? zoneNamed(elsewhere) ?? zoneLike(component));
  }
  return (tzid) => (own.has(tzid) ? own.get(tzid)! : zoneNamed(tzid));
}

function zoneLike({ children }: Component): string | null {
  const standard = offsetOf(children.findLast(({ name }) => name === 'STANDARD'));
  const summer = children.findLast(({ name }) => name === 'DAYLIGHT');
  const daylight = offsetOf(summer) ?? standard;
  if (standard === null || daylight === null) return null;
  if (daylight === standard && standard % HOUR_MS === 0) {
    const hours = standard / HOUR_MS;
    if (Math.abs(hours) > 14) return null;
    return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  }
  const beginsIn = monthOf(summer);
  const isSouthern = beginsIn !== null && beginsIn > 7;
  const [january, july] = isSouthern ? [daylight, standard] : [standard, daylight];
  return CANDIDATES.find((zone) => offsetAt(zone, JANUARY_MS) === january && offsetAt(zone, JULY_MS) === july) ?? null;
}

function offsetOf(observance: Component | undefined): number | null {
  const match = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(
    propertyOf(observance?.lines ?? [], 'TZOFFSETTO')?.value.trim() ?? '',
  );
  if (!match) return null;
  const size = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return match[1] === '-' ? -size : size;
}

function monthOf(observance: Component | undefined): number | null {
  const rule = observance?.lines.map(readContentLine).find((line) => line?.name === 'RRULE')?.value ?? '';
  const month = /BYMONTH=(\d+)/i.exec(rule)?.[1] ?? propertyOf(observance?.lines ?? [], 'DTSTART')?.value.slice(4, 6);
  return month === undefined ? null : Number(month);
}
