import { type Steady, instantOfWall, steadyAt } from '../time/zone-offsets.ts';
import type { DayFilter } from './day-filter.ts';
import type { Rule } from './read-rule.ts';
import { limitingFilter } from './rule-periods.ts';
import { pickedIndexes } from './walk-days.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const UNIT_MS = { HOURLY: HOUR_MS, MINUTELY: MINUTE_MS, SECONDLY: 1_000 } as const;

/** A rule that repeats by hours or less. */
export type ClockRule = Rule & { readonly frequency: keyof typeof UNIT_MS };

export const isClockRule = (rule: Rule): rule is ClockRule => rule.frequency in UNIT_MS;

/** Hours, minutes or seconds that are looked at in a row without finding anything before a rule is taken for one that never happens. */
const MOST_IN_VAIN = 200_000;
/** Days that are passed over in a row: after as many the calendar repeats. */
const MOST_DAYS_IN_VAIN = 146_097;

interface Walk {
  /** An IANA name; UTC for a series that floats. */
  readonly zone: string;
  readonly startMs: number;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Each day only once is wanted. */
  readonly isAllDay: boolean;
  visit(instantMs: number): boolean;
}

/**
 * Gives the instants of a rule that repeats by hours, minutes or seconds, in order and each once. Its interval is real time, its
 * parts are read on the wall clock: what the clocks skip does not happen, what they show twice happens twice.
 *
 * @throws RangeError when its calendar is not known
 */
export function walkClock(rule: ClockRule, walk: Walk): void {
  const { zone, startMs, untilMs, visit } = walk;
  const unitMs = UNIT_MS[rule.frequency];
  const stepMs = unitMs * rule.interval;
  const limits = new ClockLimits(rule, zone);
  const anchorMs = startMs - mod(startMs + steadyAt(zone, startMs).offsetMs, unitMs);
  const within = new Within(rule, unitMs, startMs - anchorMs);
  const isCounted = rule.count !== null;
  const numberAt = (atMs: number): number => Math.floor((atMs - anchorMs) / stepMs);
  let number = isCounted ? 0 : Math.max(0, numberAt(walk.sinceMs) - 1);
  let inVain = 0;
  const only = within.only;
  if (limits.isOpen && only !== null && !rule.bySetPos && !walk.isAllDay) {
    for (let ms = anchorMs + number * stepMs + only; ms <= untilMs; ms += stepMs)
      if (ms >= startMs && !visit(ms)) return;
    return;
  }
  while (inVain < MOST_IN_VAIN) {
    const atMs = anchorMs + number * stepMs;
    if (atMs > untilMs) return;
    const nextMs = limits.nextPossible(atMs, unitMs);
    if (nextMs === null) return;
    if (nextMs > atMs) {
      inVain += 1;
      // The period the possible moment lies in, if it is one of those that count.
      number = Math.max(number + 1, numberAt(nextMs));
      continue;
    }
    let found = within.instants(atMs, steadyAt(zone, atMs), zone).filter((ms) => limits.allow(ms));
    if (rule.bySetPos) found = pickedIndexes(found.length, rule.bySetPos).map((index) => found[index]!);
    inVain = found.length === 0 ? inVain + 1 : 0;
    for (const ms of found) if (ms >= startMs && ms <= untilMs && !visit(ms)) return;
    number += 1;
    if (walk.isAllDay && found.length > 0) {
      const dayAfterMs = (Math.floor(found.at(-1)! / DAY_MS) + 1) * DAY_MS;
      number = Math.max(number, Math.ceil((dayAfterMs - anchorMs) / stepMs));
    }
  }
}

const mod = (value: number, size: number): number => ((value % size) + size) % size;

/** What BYSECOND and BYMINUTE add inside an hour or a minute. */
class Within {
  readonly #unitMs: number;
  /** Milliseconds from the beginning of the unit. */
  readonly #offsets: readonly number[];
  /** They are told by the wall clock, not counted from the start of the series. */
  readonly #isOnWall: boolean;

  constructor(rule: ClockRule, unitMs: number, ownMs: number) {
    this.#unitMs = unitMs;
    this.#isOnWall = rule.frequency === 'HOURLY' && rule.byMinute !== null;
    const minutes = rule.frequency === 'HOURLY' ? (rule.byMinute ?? [Math.floor(ownMs / MINUTE_MS)]) : [0];
    const seconds = rule.frequency === 'SECONDLY' ? [0] : (rule.bySecond ?? [Math.floor((ownMs % MINUTE_MS) / 1_000)]);
    const offsets = minutes.flatMap((minute) => seconds.map((second) => minute * MINUTE_MS + second * 1_000));
    this.#offsets = [...new Set(offsets)].toSorted((one, other) => one - other);
  }

  /** The one moment that each unit has, wherever it lies; null when there are more, or the clocks decide. */
  get only(): number | null {
    return this.#isOnWall || this.#offsets.length > 1 ? null : this.#offsets[0]!;
  }

  /** The instants of the unit that begins at an instant, in order. */
  instants(atMs: number, { offsetMs, toMs }: Steady, zone: string): number[] {
    const endMs = atMs + this.#unitMs;
    const shiftMs = mod(atMs + offsetMs, this.#unitMs);
    if (!this.#isOnWall || (shiftMs === 0 && endMs <= toMs)) return this.#offsets.map((offset) => atMs + offset);
    // The clocks are, or were, set by a part of an hour: what the wall clock shows is asked for stretch by stretch.
    const found: number[] = [];
    for (let fromMs = atMs; fromMs < endMs;) {
      const steady = steadyAt(zone, fromMs);
      for (const offset of this.#offsets) {
        const ms = fromMs + mod(offset - fromMs - steady.offsetMs, this.#unitMs);
        if (ms < Math.min(endMs, steady.toMs)) found.push(ms);
      }
      fromMs = Math.min(endMs, steady.toMs);
    }
    return found.toSorted((one, other) => one - other);
  }
}

/** The parts that take moments away, read on the wall clock. */
class ClockLimits {
  readonly #zone: string;
  readonly #filter: DayFilter;
  readonly #hours: ReadonlySet<number> | null;
  readonly #minutes: ReadonlySet<number> | null;
  readonly #seconds: ReadonlySet<number> | null;
  #day = Number.NaN;
  #isDay = false;

  constructor(rule: ClockRule, zone: string) {
    this.#zone = zone;
    this.#filter = limitingFilter(rule);
    this.#hours = rule.byHour && new Set(rule.byHour);
    this.#minutes = rule.frequency === 'HOURLY' || !rule.byMinute ? null : new Set(rule.byMinute);
    this.#seconds = rule.frequency !== 'SECONDLY' || !rule.bySecond ? null : new Set(rule.bySecond);
  }

  /** Whether they take nothing away. */
  get isOpen(): boolean {
    return this.#filter.isOpen && this.#hours === null && this.#minutes === null && this.#seconds === null;
  }

  allow(instantMs: number): boolean {
    const wallMs = instantMs + steadyAt(this.#zone, instantMs).offsetMs;
    return (
      this.#isOn(Math.floor(wallMs / DAY_MS)) &&
      (this.#hours === null || this.#hours.has(Math.floor(mod(wallMs, DAY_MS) / HOUR_MS))) &&
      (this.#minutes === null || this.#minutes.has(Math.floor(mod(wallMs, HOUR_MS) / MINUTE_MS))) &&
      (this.#seconds === null || this.#seconds.has(Math.floor(mod(wallMs, MINUTE_MS) / 1_000)))
    );
  }

  /**
   * The first instant from `atMs` on that may be allowed: itself when something of the unit that begins there may be.
   *
   * @returns null when no day will ever match
   */
  nextPossible(atMs: number, unitMs: number): number | null {
    const { offsetMs } = steadyAt(this.#zone, atMs);
    const wallMs = atMs + offsetMs;
    // A unit that reaches into the next day or hour is looked at whole.
    const lastWallMs = atMs + unitMs - 1 + steadyAt(this.#zone, atMs + unitMs - 1).offsetMs;
    const [day, lastDay] = [Math.floor(wallMs / DAY_MS), Math.floor(lastWallMs / DAY_MS)];
    if (!this.#isOn(day) && (day === lastDay || !this.#isOn(lastDay))) {
      for (let next = Math.max(day, lastDay) + 1; next <= day + MOST_DAYS_IN_VAIN; next += 1)
        if (this.#filter.matches(next)) return this.#instantOf(next * DAY_MS, atMs);
      return null;
    }
    if (day !== lastDay) return atMs;
    const [hour, lastHour] = [wallMs, lastWallMs].map((ms) => Math.floor(mod(ms, DAY_MS) / HOUR_MS)) as [
      number,
      number,
    ];
    if (this.#hours !== null && !this.#hours.has(hour) && !this.#hours.has(lastHour)) {
      let next = Math.max(hour, lastHour) + 1;
      while (next < 24 && !this.#hours.has(next)) next += 1;
      return this.#instantOf(day * DAY_MS + next * HOUR_MS, atMs);
    }
    if (this.#minutes === null || unitMs > 1_000 || hour !== lastHour) return atMs;
    const minute = Math.floor(mod(wallMs, HOUR_MS) / MINUTE_MS);
    if (this.#minutes.has(minute)) return atMs;
    let next = minute + 1;
    while (next < 60 && !this.#minutes.has(next)) next += 1;
    return this.#instantOf(wallMs - mod(wallMs, HOUR_MS) + next * MINUTE_MS, atMs);
  }

  /** Later than `atMs` also where the clocks go back in between. */
  #instantOf(wallMs: number, atMs: number): number {
    const { offsetMs, toMs } = steadyAt(this.#zone, atMs);
    const straight = wallMs - offsetMs;
    // Across a change of the clocks only as far as the change: what is shown twice is not passed over.
    return straight < toMs ? straight : Math.max(atMs + 1, Math.min(toMs, instantOfWall(wallMs, this.#zone)));
  }

  #isOn(day: number): boolean {
    if (day !== this.#day) {
      this.#day = day;
      this.#isDay = this.#filter.isOpen || this.#filter.matches(day);
    }
    return this.#isDay;
  }
}
