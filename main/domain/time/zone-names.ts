import { Temporal } from 'temporal-polyfill';
import { WINDOWS_ZONES } from './windows-zones.ts';

const known = new Map<string, string | null>();
/** More names than this are somebody's fuzzing. */
const MOST_NAMES = 2_000;

/**
 * The zone a calendar file means by a TZID: an IANA name in any case, one with a maker's prefix
 * (`/mozilla.org/20071231_1/Europe/Berlin`), a Windows name (`W. Europe Standard Time`), or an offset (`GMT+0100`, `UTC-5`).
 *
 * @returns an IANA name, or null when the name says nothing
 */
export function zoneNamed(name: string): string | null {
  const text = name.trim().replaceAll(/^"|"$/g, '');
  let zone = known.get(text);
  if (zone === undefined) {
    zone = ianaZone(text) ?? windowsZone(text) ?? suffixZone(text) ?? offsetZone(text);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(text, zone);
  }
  return zone;
}

function ianaZone(name: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name) || name.length > 64) return null;
  if (/^(z|utc|gmt|etc\/utc|etc\/gmt)$/i.test(name)) return 'UTC';
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

const windowsZone = (name: string): string | null => WINDOWS_ZONES.get(name.toLowerCase()) ?? null;

/** The longest end of a path that is a zone. */
function suffixZone(name: string): string | null {
  const parts = name.split('/').filter((part) => part !== '');
  for (const count of [3, 2]) {
    const zone = parts.length > count - 1 ? ianaZone(parts.slice(-count).join('/')) : null;
    if (zone !== null) return zone;
  }
  return null;
}

/** Whole hours only: other offsets have no name that says nothing of summer time. */
function offsetZone(name: string): string | null {
  const match = /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?\)?(?!\d)/i.exec(name);
  if (!match) return null;
  const hours = Number(match[2]);
  if (hours > 14 || Number(match[3] ?? 0) !== 0) return null;
  // The names of the database count westward.
  return hours === 0 ? 'UTC' : `Etc/GMT${match[1] === '+' ? '-' : '+'}${hours}`;
}
