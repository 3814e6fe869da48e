import type { DailyRoom } from './daily-room.ts';
import { LunchRoom } from './lunch-room.ts';
import type { LunchSpan } from './lunch-room.ts';
import type { FreeSpan } from './problem.ts';

/**
 * The time still free while a plan is being built, and what each day may still take of it, as parallel arrays in order of time. The search places some millions
 * of pieces a second: plain numbers without objects are what makes that possible.
 */
export class Gaps {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the span of free time that the gap is a part of. */
  readonly span: Int32Array;
  /** Minutes that each working day may still take: of any work, and of demanding work. Empty without limits. */
  readonly planned: Float64Array;
  readonly demanding: Float64Array;
  readonly hasLimits: boolean;
  /** Null without lunch. */
  readonly lunch: LunchRoom | null;
  readonly #shortestMin: number;
  readonly #room: DailyRoom;

  /** @param shortestMin gaps below this are of no use to any job and are dropped */
  constructor(capacity: number, shortestMin: number, room: DailyRoom, lunches: readonly LunchSpan[]) {
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.span = new Int32Array(capacity);
    this.#shortestMin = shortestMin;
    this.#room = room;
    this.planned = room.planned.slice();
    this.demanding = room.demanding.slice();
    this.hasLimits = room.planned.length > 0;
    this.lunch = lunches.length === 0 ? null : new LunchRoom(lunches, capacity);
  }

  /** Everything is free. */
  reset(spans: readonly FreeSpan[]): void {
    this.count = 0;
    this.planned.set(this.#room.planned);
    this.demanding.set(this.#room.demanding);
    this.lunch?.reset();
    for (const [index, span] of spans.entries()) {
      if (span.endMin - span.startMin < this.#shortestMin) continue;
      this.start[this.count] = span.startMin;
      this.end[this.count] = span.endMin;
      this.span[this.count] = index;
      this.count += 1;
    }
  }

  /** Becomes what `other` is. */
  copy(other: Gaps): void {
    const { count } = other;
    this.count = count;
    for (let index = 0; index < count; index += 1) {
      this.start[index] = other.start[index] as number;
      this.end[index] = other.end[index] as number;
      this.span[index] = other.span[index] as number;
    }
    if (this.lunch && other.lunch) this.lunch.copy(other.lunch);
    if (!this.hasLimits) return;
    this.planned.set(other.planned);
    this.demanding.set(other.demanding);
  }

  /** Whether the same time is free. */
  equals(other: Gaps): boolean {
    if (other.count !== this.count) return false;
    for (let index = 0; index < this.count; index += 1) {
      if (this.start[index] !== other.start[index] || this.end[index] !== other.end[index]) return false;
    }
    for (let day = 0; day < this.planned.length; day += 1) {
      if (this.planned[day] !== other.planned[day] || this.demanding[day] !== other.demanding[day]) return false;
    }
    return this.lunch === null || other.lunch === null || this.lunch.equals(other.lunch);
  }

  /** Takes `[from, to)` out of a gap. Gaps before it keep their index. */
  take(gap: number, from: number, to: number): void {
    this.lunch?.take(from, to);
    const isLeftUseful = from - (this.start[gap] as number) >= this.#shortestMin;
    const isRightUseful = (this.end[gap] as number) - to >= this.#shortestMin;
    if (isLeftUseful && isRightUseful) {
      this.#shift(gap, 1);
      this.end[gap] = from;
      this.start[gap + 1] = to;
    } else if (isLeftUseful) {
      this.end[gap] = from;
    } else if (isRightUseful) {
      this.start[gap] = to;
    } else {
      this.#shift(gap + 1, -1);
    }
  }

  /** What a day may still take of a job. */
  roomOn(day: number, isDemanding: boolean): number {
    const planned = this.planned[day] as number;
    return isDemanding ? Math.min(planned, this.demanding[day] as number) : planned;
  }

  /** Counts minutes against what a day may hold. */
  use(day: number, minutes: number, isDemanding: boolean): void {
    this.planned[day] = (this.planned[day] as number) - minutes;
    if (isDemanding) this.demanding[day] = (this.demanding[day] as number) - minutes;
  }

  #shift(fromGap: number, by: 1 | -1): void {
    this.start.copyWithin(fromGap + by, fromGap, this.count);
    this.end.copyWithin(fromGap + by, fromGap, this.count);
    this.span.copyWithin(fromGap + by, fromGap, this.count);
    this.count += by;
  }
}
