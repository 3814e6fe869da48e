import { addDays, localOf } from '../time/zoned.ts';

/** A thing that is told of. */
export interface ToldThing {
  readonly title: string;
  readonly place: string;
  /** Null when it has no time. */
  readonly thingMs: number | null;
  readonly thingAllDay: boolean;
  readonly dueMs: number;
}

const MINUTE_MS = 60_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOST_LINES = 5;

/** "In 15 min, 14:00, Room 3"; "Today"; "Was yesterday 14:00". */
export function whenWords({ thingMs, thingAllDay, place }: ToldThing, nowMs: number, zone: string): string {
  if (thingMs === null) return place;
  const local = localOf(thingMs, zone);
  const today = localOf(nowMs, zone).slice(0, 10);
  const day = dayWords(local.slice(0, 10), today);
  const time = local.slice(11, 16);
  const parts = [];
  if (thingAllDay) parts.push(capital(day));
  else {
    const minutes = Math.round((thingMs - nowMs) / MINUTE_MS);
    if (minutes < 0) parts.push(`Was ${day === 'today' ? 'at' : day} ${time}`);
    else if (minutes === 0) parts.push('Now');
    else if (minutes < 24 * 60 && day === 'today') parts.push(`In ${lengthWords(minutes)}`, time);
    else parts.push(`${capital(day)} ${time}`);
  }
  if (place !== '') parts.push(place);
  return parts.join(', ');
}

/** A notice of one thing, or of several that are told together. */
export function toldWords(
  things: readonly ToldThing[],
  nowMs: number,
  zone: string,
): { readonly title: string; readonly body: string } {
  const [first] = things;
  if (first && things.length === 1) return { title: first.title, body: whenWords(first, nowMs, zone) };
  const isLate = things.some(({ dueMs }) => nowMs - dueMs > 2 * MINUTE_MS);
  const lines = things.slice(0, MOST_LINES).map((thing) => {
    const when = whenWords({ ...thing, place: '' }, nowMs, zone);
    return when === '' ? thing.title : `${thing.title} (${when.charAt(0).toLowerCase()}${when.slice(1)})`;
  });
  const more = things.length - lines.length;
  return {
    title: isLate ? `${things.length} reminders since you were away` : `${things.length} reminders`,
    body: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  };
}

function dayWords(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  if (day === addDays(today, -1)) return 'yesterday';
  const date = new Date(`${day}T00:00:00Z`);
  if (day > today && day <= addDays(today, 6)) return WEEKDAYS[date.getUTCDay()]!;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year}`;
}

function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
