import type { FocusMode, FocusPartKind } from '#contract/focus';

/** A part of a session, as far as time goes. All instants and lengths in milliseconds. */
export interface TimedPart {
  readonly kind: FocusPartKind;
  /** Null has no planned end. */
  readonly plannedMs: number | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** All pauses that are over. */
  readonly pausedMs: number;
  readonly pausedAtMs: number | null;
}

/** The rhythm a session was started with. */
export interface FocusRhythm {
  readonly mode: FocusMode;
  readonly workMin: number;
  readonly breakMin: number;
  readonly longBreakMin: number;
  /** Work parts before the long break. */
  readonly rounds: number;
}

export interface NextPart {
  readonly kind: FocusPartKind;
  readonly plannedMs: number;
}

const MINUTE_MS = 60_000;

/** An open session that somebody forgot ends after this much time. */
const LONGEST_OPEN_MS = 12 * 60 * MINUTE_MS;

/** What of a part has passed without its pauses; never negative, also when the machine's clock was set back. */
export function elapsedMs(part: TimedPart, nowMs: number): number {
  return Math.max(0, (part.endedAtMs ?? part.pausedAtMs ?? nowMs) - countsFromMs(part));
}

/** When a part would have begun without its pauses. */
export function countsFromMs(part: TimedPart): number {
  return part.startedAtMs + part.pausedMs;
}

/** The instant at which a part ends by itself; null while it is paused and when it has ended. */
export function endsAtMs(part: TimedPart): number | null {
  if (part.endedAtMs !== null || part.pausedAtMs !== null) return null;
  return countsFromMs(part) + (part.plannedMs ?? LONGEST_OPEN_MS);
}

/** A part after its pause has ended. */
export function resumed<P extends TimedPart>(part: P, nowMs: number): P {
  if (part.pausedAtMs === null) return part;
  return { ...part, pausedMs: part.pausedMs + Math.max(0, nowMs - part.pausedAtMs), pausedAtMs: null };
}

/**
 * What follows a part; null when the session is over with it.
 *
 * @param worksBegun how many work parts the session has had up to and with this one
 */
export function partAfter(rhythm: FocusRhythm, kind: FocusPartKind, worksBegun: number): NextPart | null {
  if (rhythm.mode !== 'rounds') return null;
  if (kind !== 'work') return { kind: 'work', plannedMs: rhythm.workMin * MINUTE_MS };
  return worksBegun % rhythm.rounds === 0
    ? { kind: 'long-break', plannedMs: rhythm.longBreakMin * MINUTE_MS }
    : { kind: 'break', plannedMs: rhythm.breakMin * MINUTE_MS };
}

/** The place of a session's n-th work part in its cycle, from 1. */
export function roundOf(worksBegun: number, rounds: number): number {
  return ((Math.max(1, worksBegun) - 1) % rounds) + 1;
}

/**
 * Spreads the work of an ended part over consecutive stretches of time (the user's days) by how much of the part lies in
 * each. When a pause was is not kept, so pauses count evenly. What falls into none of them is left out.
 *
 * @param stretches in order, without overlaps
 * @returns milliseconds for each stretch; over stretches that cover the part they add up to its work exactly
 */
export function spreadWork(
  part: TimedPart & { readonly endedAtMs: number },
  stretches: readonly { readonly startMs: number; readonly endMs: number }[],
): number[] {
  const wholeMs = part.endedAtMs - part.startedAtMs;
  const workMs = elapsedMs(part, part.endedAtMs);
  if (wholeMs <= 0) return stretches.map(() => 0);
  // Rounding what has come up to an instant, not each share, keeps the sum.
  const workUntil = (instantMs: number): number => {
    const passedMs = Math.min(wholeMs, Math.max(0, instantMs - part.startedAtMs));
    return Math.round((workMs * passedMs) / wholeMs);
  };
  return stretches.map(({ startMs, endMs }) => workUntil(endMs) - workUntil(startMs));
}
