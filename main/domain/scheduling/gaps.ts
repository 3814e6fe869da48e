import type { FreeSpan } from './problem.ts';

/**
 * The time still free while a plan is being built, as parallel arrays in order of time. The search places some millions
 * of pieces a second: plain numbers without objects are what makes that possible.
 */
export class Gaps {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the span of free time that the gap is a part of. */
  readonly span: Int32Array;
  readonly #shortestMin: number;

  /** @param shortestMin gaps below this are of no use to any job and are dropped */
  constructor(capacity: number, shortestMin: number) {
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.span = new Int32Array(capacity);
    this.#shortestMin = shortestMin;
  }

  /** Everything is free. */
  reset(spans: readonly FreeSpan[]): void {
    this.count = 0;
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
  }

  /** Whether the same time is free. */
  equals(other: Gaps): boolean {
    if (other.count !== this.count) return false;
    for (let index = 0; index < this.count; index += 1) {
      if (this.start[index] !== other.start[index] || this.end[index] !== other.end[index]) return false;
    }
    return true;
  }

  /** Takes `[from, to)` out of a gap. Gaps before it keep their index. */
  take(gap: number, from: number, to: number): void {
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

  #shift(fromGap: number, by: 1 | -1): void {
    this.start.copyWithin(fromGap + by, fromGap, this.count);
    this.end.copyWithin(fromGap + by, fromGap, this.count);
    this.span.copyWithin(fromGap + by, fromGap, this.count);
    this.count += by;
  }
}
