import { instantOf } from '../time/zoned.ts';
import { zoneNamed } from '../time/zone-names.ts';

/** One content line of iCalendar, unfolded: `NAME;PARAM=value:value`. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; quotes around a value are left out. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The lines of a series, read; times as {@link import('./expand.ts').expandRecurrence} takes them. */
export interface SeriesLines {
  readonly rules: readonly string[];
  readonly exrules: readonly string[];
  /** Single times; `end` where the line said a period (`YYYY-MM-DDTHH:mm:ss[Z]`, or an ISO duration). */
  readonly rdates: readonly { readonly at: string; readonly end?: string }[];
  readonly exdates: readonly string[];
}

/** Splits a content line; null when it is none. A colon in quotes ends nothing. */
export function readContentLine(line: string): ContentLine | null {
  const head = /^([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?)((?:;[^;:="]*(?:=(?:"[^"]*"|[^";:])*)?)*):/.exec(line);
  if (!head) return null;
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of (head[2] ?? '').matchAll(/;([^;:="]*)(?:=((?:"[^"]*"|[^";:])*))?/g))
    parameters.set(name.toUpperCase(), value.replaceAll('"', ''));
  return { name: head[1]!.toUpperCase(), parameters, value: line.slice(head[0].length) };
}

/** @param zone the zone of the series: a line with the same one, or one nobody knows, is on its wall clock */
export function readSeriesLines(lines: readonly string[], zone: string | null): SeriesLines {
  const rules: string[] = [];
  const exrules: string[] = [];
  const rdates: { at: string; end?: string }[] = [];
  const exdates: string[] = [];
  for (const text of lines) {
    const line = readContentLine(text);
    if (!line) continue;
    const times = (): { at: string; end?: string }[] => timesOf(line, zone);
    if (line.name === 'RRULE') rules.push(line.value);
    else if (line.name === 'EXRULE') exrules.push(line.value);
    else if (line.name === 'RDATE') rdates.push(...times());
    else if (line.name === 'EXDATE') exdates.push(...times().map(({ at }) => at));
  }
  return { rules, exrules, rdates, exdates };
}

function timesOf({ parameters, value }: ContentLine, zone: string | null): { at: string; end?: string }[] {
  const tzid = parameters.get('TZID');
  const own = tzid === undefined ? null : zoneNamed(tzid);
  return value.split(',').flatMap((text) => {
    const [start = '', end] = text.trim().split('/');
    const at = isoTime(start);
    if (at === null) return [];
    const isElsewhere = own !== null && zone !== null && own !== zone && at.includes('T') && !at.endsWith('Z');
    const placed = isElsewhere ? new Date(instantOf(at, own)).toISOString() : at;
    return [end === undefined ? { at: placed } : { at: placed, end: isoTime(end) ?? end }];
  });
}

/** `20261121T093000Z` as `2026-11-21T09:30:00Z`, `20261121` as `2026-11-21`; null for anything else. */
export function isoTime(basic: string): string | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z?))?$/i.exec(basic.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', mark = ''] = match;
  return hour === undefined
    ? `${year}-${month}-${day}`
    : `${year}-${month}-${day}T${hour}:${minute}:${second === '60' ? '59' : second}${mark.toUpperCase()}`;
}

/** `2026-11-21T09:30[:00]` as `20261121T093000`, a day as `20261121`. */
export function basicTime(local: string): string {
  const [day = '', time] = local.split('T');
  const date = day.replaceAll('-', '');
  return time === undefined ? date : `${date}T${time.replaceAll(':', '').padEnd(6, '0')}`;
}
