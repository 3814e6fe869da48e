/** In so many days a use counts half: what is used daily leads, what was used once long ago fades. */
const HALF_LIFE_MS = 10 * 24 * 60 * 60_000;

interface Use {
  readonly weight: number;
  readonly atMs: number;
}

/** What the uses so far weigh at a moment. */
export const weightNow = ({ weight, atMs }: Use, nowMs: number): number =>
  weight * 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS);

/** One more use. */
export const usedAgain = (before: Use | undefined, nowMs: number): Use => ({
  weight: (before ? weightNow(before, nowMs) : 0) + 1,
  atMs: nowMs,
});
