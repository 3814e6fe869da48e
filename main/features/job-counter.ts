const PHASES = ['reading', 'files', 'writing'] as const;
type Phase = (typeof PHASES)[number];

/** Part of the frame of features, beside feature.ts. Four whole numbers that two threads see: how far a job is, and whether it is to stop. */
export class JobCounter {
  static readonly BYTES = 16;
  readonly shared: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(shared = new SharedArrayBuffer(JobCounter.BYTES)) {
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  begin(phase: Phase, total: number): void {
    Atomics.store(this.#cells, 0, 0);
    Atomics.store(this.#cells, 1, total);
    Atomics.store(this.#cells, 2, PHASES.indexOf(phase));
  }

  step(): void {
    Atomics.add(this.#cells, 0, 1);
  }

  stop(): void {
    Atomics.store(this.#cells, 3, 1);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#cells, 3) === 1;
  }

  get state(): { done: number; total: number; phase: Phase } {
    const total = Atomics.load(this.#cells, 1);
    return {
      done: Math.min(Atomics.load(this.#cells, 0), total),
      total,
      phase: PHASES[Atomics.load(this.#cells, 2)] ?? 'reading',
    };
  }
}
