/** A stretch in which the break of a day may lie, in minutes since the start of the horizon. */
export interface LunchSpan {
  readonly startMin: number;
  readonly endMin: number;
  /** Index of its day among the days that have a break. */
  readonly day: number;
  /** How long the break of that day is. */
  readonly needMin: number;
}

/**
 * Where the breaks can still lie while a plan is being built: a job may take any time of a window as long as one stretch
 * for the break is left in it. Parallel arrays in order of time, as in {@link Gaps}.
 */
export class LunchRoom {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly need: Int32Array;
  readonly #day: Int32Array;
  readonly #spans: readonly LunchSpan[];
  /** How many stretches each day has. */
  readonly #left: Int32Array;

  constructor(spans: readonly LunchSpan[], pieces: number) {
    const capacity = spans.length + pieces + 1;
    this.#spans = spans;
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.need = new Int32Array(capacity);
    this.#day = new Int32Array(capacity);
    this.#left = new Int32Array(Math.max(0, ...spans.map((span) => span.day + 1)));
  }

  reset(): void {
    this.count = 0;
    this.#left.fill(0);
    for (const span of this.#spans) this.#insert(this.count, span.startMin, span.endMin, span.needMin, span.day);
  }

  copy(other: LunchRoom): void {
    this.count = other.count;
    for (let index = 0; index < other.count; index += 1) {
      this.start[index] = other.start[index] as number;
      this.end[index] = other.end[index] as number;
      this.need[index] = other.need[index] as number;
      this.#day[index] = other.#day[index] as number;
    }
    this.#left.set(other.#left);
  }

  equals(other: LunchRoom): boolean {
    if (other.count !== this.count) return false;
    for (let index = 0; index < this.count; index += 1) {
      if (this.start[index] !== other.start[index] || this.end[index] !== other.end[index]) return false;
    }
    return true;
  }

  /**
   * The stretch that work from `fromMin` on must leave something of, because its day has no other; -1 when there is none
   * that begins before `toMin`.
   *
   * @param isCareful whether a day's other stretches do not count, as a piece that is not taken yet may lie in them
   */
  lastOfItsDay(fromMin: number, toMin: number, isCareful: boolean): number {
    const index = this.#firstEndingAfter(fromMin);
    if (index >= this.count || (this.start[index] as number) >= toMin) return -1;
    return isCareful || this.#left[this.#day[index] as number] === 1 ? index : -1;
  }

  /** Takes `[fromMin, toMin)`, which lies in one stretch or none. */
  take(fromMin: number, toMin: number): void {
    const index = this.#firstEndingAfter(fromMin);
    if (index >= this.count || (this.start[index] as number) >= toMin) return;
    const [startMin, endMin, needMin, day] = [this.start, this.end, this.need, this.#day].map(
      (values) => values[index] as number,
    ) as [number, number, number, number];
    this.#remove(index);
    if (endMin - toMin >= needMin) this.#insert(index, toMin, endMin, needMin, day);
    if (fromMin - startMin >= needMin) this.#insert(index, startMin, fromMin, needMin, day);
  }

  #firstEndingAfter(minute: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.end[middle] as number) <= minute) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insert(index: number, startMin: number, endMin: number, needMin: number, day: number): void {
    for (const values of [this.start, this.end, this.need, this.#day]) values.copyWithin(index + 1, index, this.count);
    this.start[index] = startMin;
    this.end[index] = endMin;
    this.need[index] = needMin;
    this.#day[index] = day;
    this.count += 1;
    this.#left[day] = (this.#left[day] as number) + 1;
  }

  #remove(index: number): void {
    const day = this.#day[index] as number;
    for (const values of [this.start, this.end, this.need, this.#day]) values.copyWithin(index, index + 1, this.count);
    this.count -= 1;
    this.#left[day] = (this.#left[day] as number) - 1;
  }
}
