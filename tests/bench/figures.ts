/** Numbers of one run, in the unit they were measured in. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

/** Milliseconds a call takes. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export async function timedAsync(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** One line of the report: what, the figure, the reference it is held against, and the aim. */
export function report(what: string, figure: string, reference = '', aim = ''): void {
  process.stdout.write(`  ${what.padEnd(44)} ${figure.padEnd(26)} ${reference.padEnd(44)} ${aim}\n`);
}

export const ms = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
export const ratio = (value: number): string => `${value.toFixed(2)}x`;
