import type { Day } from '#contract/time';
import { type DayStyle, formatDay, formatTimeOfDay } from '#renderer/ui/format.ts';
import { type Thing, isAcrossDays } from './things.ts';
import { dayOf, wallMinute } from './zoned.ts';

// A step draws hundreds of times at once: each minute of a clock and each day is put into words once.
const clocks = new Map<number, string>();
const days = new Map<string, string>();

/** The clock time of an instant: 09:45, or 9:45 AM where that is the custom. */
export function clockOf(instantMs: number, zone: string): string {
  const minute = wallMinute(instantMs, zone);
  let words = clocks.get(minute);
  if (words === undefined) {
    const pad = (value: number): string => String(value).padStart(2, '0');
    words = formatTimeOfDay(`${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
    clocks.set(minute, words);
  }
  return words;
}

/** A day in words, put into them once. */
export function wordsOf(day: Day, style: DayStyle): string {
  const key = `${style} ${day}`;
  let words = days.get(key);
  if (words === undefined) {
    if (days.size > 5_000) days.clear();
    words = formatDay(day, style);
    days.set(key, words);
  }
  return words;
}

/** Thursday 12 November. */
export const longDay = (day: Day): string => wordsOf(day, 'long');

/** From when to when a thing lasts, without its day: "15:00 to 15:45", "all day"; ends on another day name it. */
export function rangeOf({ startMs, endMs }: { startMs: number; endMs: number }, zone: string): string {
  const lastDay = dayOf(Math.max(startMs, endMs - 1), zone);
  const end = clockOf(endMs, zone);
  const start = clockOf(startMs, zone);
  return lastDay === dayOf(startMs, zone) ? `${start} to ${end}` : `${start} to ${longDay(dayOf(endMs, zone))} ${end}`;
}

function whenOf(thing: Thing, zone: string): { readonly time: string; readonly day: string } {
  const first = dayOf(thing.startMs, zone);
  const last = dayOf(Math.max(thing.startMs, thing.endMs - 1), zone);
  const isAllDay = thing.kind === 'event' && thing.event.allDay;
  const day = first === last || !isAcrossDays(thing) ? longDay(first) : `${longDay(first)} to ${longDay(last)}`;
  return { time: isAllDay ? 'all day' : rangeOf(thing, zone), day };
}

/** A thing for somebody who hears it: "Dentist, 15:00 to 15:45, Home and health, Tuesday 24 November". */
export function spoken(thing: Thing, zone: string, isInConflict = false): string {
  const { time, day } = whenOf(thing, zone);
  return [thing.title, time, wayTo(thing, zone), ...detailsOf(thing), day, isInConflict && 'overlaps something else']
    .filter(Boolean)
    .join(', ');
}

/** When to leave for it, if the way there was said. */
function wayTo(thing: Thing, zone: string): string | false {
  if (thing.kind !== 'event' || thing.event.allDay || thing.event.travelMin === 0) return false;
  return `leave at ${clockOf(thing.startMs - thing.event.travelMin * 60_000, zone)}`;
}

function detailsOf(thing: Thing): readonly (string | false)[] {
  switch (thing.kind) {
    case 'event':
      return [thing.event.place, thing.event.recurring && 'repeats', thing.calendar];
    case 'block':
      return ['task block', thing.block.task.status === 'done' && 'done', thing.block.pinned && 'pinned'];
    case 'proposed':
      return ['proposed'];
    case 'draft':
      return [];
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** A title that keeps its own direction beside a time: by the marks of Unicode, which need no element around it. */
export const isolated = (title: string): string => (RIGHT_TO_LEFT.test(title) ? `\u2068${title}\u2069` : title);
