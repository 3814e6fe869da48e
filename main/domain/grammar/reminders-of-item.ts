import type { Item, ItemKind } from '#contract/capture';
import type { When } from '#contract/time';
import { whenOf } from '../time/zoned.ts';
import type { Annotation } from './annotations.ts';
import type { DateFound } from './dates.ts';
import { wordAt, type Scan } from './scan.ts';
import { resolve, type Moment } from './moments.ts';
import type { Segment } from './segments.ts';
import { timesOf, type Times } from './times-of-item.ts';
import { HOUR, toLocal } from './wall.ts';

type Reminders = Partial<Pick<Item, 'remindersMin' | 'remindAt'>>;

/** When an item is, and when to tell about it; a date that only says when to tell is none of the item's own. */
export function whenToldOf(
  scan: Scan,
  kind: ItemKind,
  said: readonly Annotation[],
  segment: Segment,
): { readonly times: Times; readonly reminders: Reminders } {
  if (kind === 'entry') return { times: timesOf(scan, kind, said), reminders: {} };
  const own = said.map((one) => inHalf(scan, one, segment));
  const isRemind = isRemindOpening(scan, segment);
  const opening = isRemind ? openingDate(segment, own) : undefined;
  const rest = own.filter((one) => one !== opening);
  const isApart = opening !== undefined && rest.some((one) => one.role === 'date' && one.isDeadline);
  const times = timesOf(scan, kind, isApart ? rest : own);
  const minutes = own.flatMap((one) => (one.role === 'reminder' ? one.minutesBefore : []));
  const moments = own.flatMap((one) => (one.role === 'reminder' ? one.moments : []));
  const when = times.start ?? times.due;
  const isDay =
    opening !== undefined && !isApart && when !== undefined && !isTimed(when) && times.recurrence === undefined;
  if (isApart || isDay) moments.push(opening.found);
  // "remind me at 9 to ..." asks to be told at the time itself.
  const isTimedOrRule = when !== undefined && (isTimed(when) || (isRemind && times.recurrence !== undefined));
  const isAtTime = segment.isAsked && minutes.length + moments.length === 0 && isTimedOrRule;
  const remindersMin = [...new Set(isAtTime ? [0] : minutes)];
  const remindAt = moments.flatMap((found) => momentOf(scan, found) ?? []);
  return {
    times,
    reminders: { ...(remindersMin.length > 0 ? { remindersMin } : {}), ...(remindAt.length > 0 ? { remindAt } : {}) },
  };
}

/** "dinner at 7" is in the evening, "flight 6:45" as it is written: what is done tells the half of the day. */
function inHalf(scan: Scan, one: Annotation, { at, next }: Segment): Annotation {
  const clock = one.role === 'date' ? one.found.moment.clock : undefined;
  if (one.role !== 'date' || !clock?.isHalfOpen || one.found.moment.part || one.found.resolved.end !== undefined)
    return one;
  const hour = Math.floor(clock.seconds / 3600);
  for (let index = at; index < next; index += 1) {
    const half = scan.lexicon.kinds.halves.get(wordAt(scan, index));
    if (half === undefined || (half === 'evening' && hour < 5)) continue;
    const seconds = half === 'evening' && hour < 12 ? clock.seconds + 12 * 3600 : clock.seconds;
    const moment: Moment = { ...one.found.moment, clock: { ...clock, seconds, isHalfOpen: false } };
    const resolved = resolve(scan, moment);
    return resolved ? { ...one, found: { ...one.found, moment, resolved } } : one;
  }
  return one;
}

/** "remind me", with or without "please" before it. */
function isRemindOpening(scan: Scan, { at, bodyAt, isAsked }: Segment): boolean {
  if (!isAsked) return false;
  for (let index = at; index < bodyAt; index += 1)
    if (scan.lexicon.classes.get('remind')?.has(wordAt(scan, index)) === true) return true;
  return false;
}

/** The date right behind "remind me", which says when to tell. */
function openingDate({ bodyAt }: Segment, own: readonly Annotation[]): (Annotation & { role: 'date' }) | undefined {
  return own.find((one) => one.role === 'date' && !one.isDeadline && one.at <= bodyAt && one.next > bodyAt) as
    (Annotation & { role: 'date' }) | undefined;
}

function momentOf(scan: Scan, { moment, resolved }: DateFound): When | undefined {
  const isPart = moment.part !== undefined && moment.clock === undefined;
  const wall = isPart ? resolved.start + (moment.part.atHour - moment.part.fromHour) * HOUR : resolved.start;
  const local = toLocal(wall);
  const isLong =
    resolved.grain === 'week' ||
    resolved.grain === 'month' ||
    resolved.grain === 'quarter' ||
    resolved.grain === 'year';
  return local === undefined ? undefined : whenOf(local, scan.zone, isLong ? 'day' : resolved.grain);
}

function isTimed({ grain }: When): boolean {
  return grain === 'hour' || grain === 'minute' || grain === 'second';
}
