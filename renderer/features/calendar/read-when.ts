import { client } from '#renderer/data/api.ts';
import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { parseDay } from '#renderer/ui/parse-day.ts';

/** A time read from words; of a day alone `startLocal` is that day. `endLocal` is exclusive. */
export interface ReadWhen {
  readonly allDay: boolean;
  readonly startLocal: string;
  readonly endLocal: string | undefined;
  /** RFC 5545, without `RRULE:`. */
  readonly rule: string | undefined;
}

/** The grammar reads whole sentences: with a name before it, a time is read as an event's. */
const NAME = 'Meeting';

/** Reads "next friday 3pm to 4pm" or "every other tue at 10" as the capture line does; undefined when it names no time. */
export async function readWhen(text: string): Promise<ReadWhen | undefined> {
  if (text.trim() === '') return undefined;
  const { items } = await client.capture.read({ text: `${NAME} ${text.trim()}` });
  const item = items.find((one) => one.start !== undefined || one.due !== undefined);
  const start = item?.start ?? item?.due;
  if (!item || !start) return undefined;
  const isTimed = start.grain === 'minute' || start.grain === 'hour' || start.grain === 'second';
  if (!isTimed) {
    const startLocal = start.local.slice(0, 10);
    const endLocal = item.end === undefined ? undefined : dayAfter(item.end.local);
    return { allDay: true, startLocal, endLocal, rule: item.recurrence };
  }
  const startLocal = start.local.slice(0, 16);
  const endLocal = item.end?.local.slice(0, 16);
  return { allDay: false, startLocal, endLocal, rule: item.recurrence };
}

/** An end given as the beginning of a day ends there; one given inside it takes the day in. */
function dayAfter(local: string): Day {
  const day = local.slice(0, 10);
  return local.endsWith('T00:00:00') ? day : addDays(day, 1);
}

/** A day in words: what a date field takes, and what a sentence would say ("next friday", "in 3 weeks"). */
export async function readDay(text: string, today: Day): Promise<Day | undefined> {
  const plain = parseDay(text, today);
  if (plain !== undefined) return plain;
  return (await readWhen(text))?.startLocal.slice(0, 10);
}
