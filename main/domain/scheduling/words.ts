import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A length of time in plain words: `45 minutes`, `1 hour`, `90 minutes`, `2 h 30 min`. */
export function lengthInWords(minutes: number): string {
  if (minutes === 60) return '1 hour';
  if (minutes === 1) return '1 minute';
  if (minutes <= 90) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `${hours} hours` : `${hours} h ${rest} min`;
}

/** The same after "the first free ...": `hour`, `45 minutes`, `2 hours`. */
export function freeLengthInWords(minutes: number): string {
  return minutes === 60 ? 'hour' : lengthInWords(minutes);
}

/** Says days and times as a person in `zone` would at `nowMs`. */
export class Spoken {
  readonly #zone: string;
  readonly #today: Temporal.PlainDate;

  /** @throws RangeError when the zone is unknown */
  constructor(zone: string, nowMs: number) {
    this.#zone = zone;
    this.#today = this.#local(nowMs).toPlainDate();
  }

  /** `today`, `tomorrow`, `Wednesday` within a week, else `3 December`. */
  day(instantMs: number): string {
    return this.#day(this.#local(instantMs).toPlainDate());
  }

  /** `14:00` */
  time(instantMs: number): string {
    return this.#local(instantMs).toPlainTime().toString({ smallestUnit: 'minute' });
  }

  /** `Wednesday 14:00`; the beginning of a day needs no time. */
  moment(instantMs: number): string {
    const time = this.time(instantMs);
    return time === '00:00' ? this.day(instantMs) : `${this.day(instantMs)} ${time}`;
  }

  /** A deadline: midnight is the end of the day before it, and the end of a day needs no time. */
  deadline(instantMs: number): string {
    const local = this.#local(instantMs);
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    if (time === '00:00') return this.#day(local.toPlainDate().subtract({ days: 1 }));
    return time === '23:59' ? this.#day(local.toPlainDate()) : `${this.#day(local.toPlainDate())} ${time}`;
  }

  /** `today`, `tomorrow`, `on Wednesday`, `on 3 December`. */
  onDay(instantMs: number): string {
    const day = this.day(instantMs);
    return /^(?:today|tomorrow|yesterday)$/.test(day) ? day : `on ${day}`;
  }

  /** The day that a plan's end closes: a morning belongs to the day before it, whose night it ends. */
  lastDay(instantMs: number): string {
    return this.#day(
      this.#local(instantMs - 1)
        .subtract({ hours: 12 })
        .toPlainDate(),
    );
  }

  #day(date: Temporal.PlainDate): string {
    const ahead = this.#today.until(date).days;
    if (ahead === 0) return 'today';
    if (ahead === 1) return 'tomorrow';
    if (ahead === -1) return 'yesterday';
    if (ahead > 0 && ahead < 7) return WEEKDAYS[date.dayOfWeek - 1] ?? '';
    return `${date.day} ${MONTHS[date.month - 1] ?? ''}`;
  }

  #local(instantMs: number): Temporal.PlainDateTime {
    return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(this.#zone).toPlainDateTime();
  }
}

/** The text as the beginning of a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a part of a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
