import type { Job } from './problem.ts';

/** Of the changes, so many ask a demanding job for more or less patience; up to `MOVE_SHARE` move a job; the rest swap two. */
const PATIENCE_SHARE = 0.1;
const MOVE_SHARE = 0.8;

/** Random small changes to an order of jobs, each of which can be taken back. Dependencies stay in order. */
export class Changes {
  /** The last change touched the positions from `low` to `high`. */
  low = 0;
  high = 0;
  readonly #jobs: readonly Job[];
  readonly #order: Int32Array;
  readonly #patience: Uint8Array;
  readonly #random: () => number;
  readonly #demanding: readonly number[];
  readonly #farthest: number;
  readonly #formerOrder: Int32Array;
  #asked = -1;
  #formerPatience = 0;

  /**
   * @param order changed in place
   * @param patience changed in place
   */
  constructor(jobs: readonly Job[], order: Int32Array, patience: Uint8Array, random: () => number) {
    this.#jobs = jobs;
    this.#order = order;
    this.#patience = patience;
    this.#random = random;
    this.#demanding = jobs.flatMap((job, index) => (job.isDemanding ? [index] : []));
    this.#farthest = Math.min(jobs.length - 1, Math.max(40, Math.ceil(jobs.length / 4)));
    this.#formerOrder = order.slice();
  }

  /** Makes one change; false when the one drawn would have changed nothing that is allowed. */
  make(): boolean {
    const kind = this.#random();
    this.#asked = -1;
    if (kind < PATIENCE_SHARE && this.#demanding.length > 0) {
      this.#askPatience();
      return true;
    }
    const from = Math.floor(this.#random() * this.#order.length);
    const distance = 1 + Math.floor(this.#random() ** 2 * this.#farthest);
    const wished = this.#random() < 0.5 ? from - distance : from + distance;
    const to = Math.min(this.#order.length - 1, Math.max(0, wished));
    if (from === to) return false;
    this.low = Math.min(from, to);
    this.high = Math.max(from, to);
    for (let at = this.low; at <= this.high; at += 1) this.#formerOrder[at] = this.#order[at] as number;
    if (kind < MOVE_SHARE) {
      this.#move(from, to);
      return true;
    }
    this.#order[from] = this.#formerOrder[to] as number;
    this.#order[to] = this.#formerOrder[from] as number;
    if (this.#isInDependencyOrder()) return true;
    this.undo();
    return false;
  }

  /** Takes the last change back. */
  undo(): void {
    if (this.#asked >= 0) this.#patience[this.#asked] = this.#formerPatience;
    else for (let at = this.low; at <= this.high; at += 1) this.#order[at] = this.#formerOrder[at] as number;
  }

  #askPatience(): void {
    this.#asked = this.#demanding[Math.floor(this.#random() * this.#demanding.length)] as number;
    this.#formerPatience = this.#patience[this.#asked] as number;
    this.#patience[this.#asked] = (this.#formerPatience + 1 + Math.floor(this.#random() * 2)) % 3;
    this.low = this.#order.indexOf(this.#asked);
    this.high = this.low;
  }

  /** Moves a job, and takes along whatever in between must come before it (when it goes to the front) or after it (to the back). */
  #move(from: number, to: number): void {
    const order = this.#order;
    const step = from < to ? 1 : -1;
    const moved = [order[from] as number];
    let write = from;
    for (let at = from + step; at !== to + step; at += step) {
      const index = order[at] as number;
      if (this.#goesAlong(index, moved, step)) {
        moved.push(index);
      } else {
        order[write] = index;
        write += step;
      }
    }
    // The job that was asked for lies nearest to where it came from.
    for (const index of moved) {
      order[write] = index;
      write += step;
    }
  }

  #goesAlong(index: number, moved: readonly number[], step: 1 | -1): boolean {
    if (step > 0) return (this.#jobs[index] as Job).before.some((awaited) => moved.includes(awaited));
    return moved.some((member) => (this.#jobs[member] as Job).before.includes(index));
  }

  #isInDependencyOrder(): boolean {
    for (let at = this.low; at < this.high; at += 1) {
      for (const awaited of (this.#jobs[this.#order[at] as number] as Job).before) {
        for (let later = at + 1; later <= this.high; later += 1) if (this.#order[later] === awaited) return false;
      }
    }
    return true;
  }
}
