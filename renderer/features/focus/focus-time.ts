import type { FocusPart, FocusPartKind, FocusSession } from '#contract/focus';
import { formatClock, formatCount, formatDuration } from '#renderer/ui/format.ts';

const HOUR_MS = 3_600_000;

/** How far a part has come. */
export interface FocusReading {
  readonly elapsedMs: number;
  /** Null when it has no planned end. */
  readonly leftMs: number | null;
  /** What the ring shows, 0 to 1: what is left, or how far an open session is in its present hour. */
  readonly share: number;
  /** What the timer shows: 17:42 left, or 1:02:09 so far. */
  readonly text: string;
}

/** Reads the timer of a part. */
export function readPart(part: FocusPart, nowMs: number): FocusReading {
  const elapsedMs = Math.max(0, (part.pausedAtMs ?? nowMs) - part.countsFromMs);
  if (part.plannedMs === null) {
    // The timer rounds up; time that has passed is only told once it has.
    const text = formatClock(Math.floor(elapsedMs / 1_000) * 1_000);
    return { elapsedMs, leftMs: null, share: (elapsedMs % HOUR_MS) / HOUR_MS, text };
  }
  const leftMs = Math.max(0, part.plannedMs - elapsedMs);
  return { elapsedMs, leftMs, share: leftMs / part.plannedMs, text: formatClock(leftMs) };
}

/** When a running part ends by itself; null when it is paused or has no planned end. */
export function endOf(part: FocusPart): number | null {
  return part.plannedMs === null || part.pausedAtMs !== null ? null : part.countsFromMs + part.plannedMs;
}

const PART_NAMES: Readonly<Record<FocusPartKind, string>> = {
  work: 'Work',
  break: 'Break',
  'long-break': 'Long break',
};

/** What is on, in few words: the session's name during work, else the break's. */
export function shownName(session: FocusSession): string {
  if (session.part && session.part.kind !== 'work') return PART_NAMES[session.part.kind];
  return session.name === '' ? 'Focus' : session.name;
}

/** The remaining time as one says it: "17 minutes left", "2 hours 5 minutes so far". */
export function spokenTime({ elapsedMs, leftMs }: FocusReading): string {
  const minutes = leftMs === null ? Math.floor(elapsedMs / 60_000) : Math.ceil(leftMs / 60_000);
  const hours = Math.floor(minutes / 60);
  const parts = [
    ...(hours > 0 ? [formatCount(hours, { one: 'hour', other: 'hours' })] : []),
    ...(hours === 0 || minutes % 60 > 0 ? [formatCount(minutes % 60, { one: 'minute', other: 'minutes' })] : []),
  ];
  return `${parts.join(' ')} ${leftMs === null ? 'so far' : 'left'}`;
}

/** A name as it fits into a line that holds more: cut at 60 characters. */
export function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name;
}

/** What was done in a session: "Focused 25 min on Gallery 3 script". */
export function workTold(workMs: number, name: string): string {
  const minutes = Math.floor(workMs / 60_000);
  const length = minutes === 0 ? 'less than a minute' : formatDuration(minutes);
  if (name === '') return `Focused ${length}`;
  return `Focused ${length} on ${shortened(name)}`;
}

/** The minutes left at which a listener is told; in between it stays silent. */
const TOLD_AT_MIN = [10, 5, 1];

/**
 * What a screen reader is told: where the session is, and how much is left at few marks on the way. The same words until
 * there is something new, so that nothing is said every second.
 */
export function announcement(session: FocusSession, nowMs: number): string {
  const name = shownName(session);
  if (!session.part) return `The break is over. Round ${session.round} begins when you say so.`;
  const reading = readPart(session.part, nowMs);
  if (session.state === 'paused') return `${name} is paused.`;
  if (reading.leftMs === null) return `${name} is on.`;
  const leftMin = reading.leftMs / 60_000;
  const mark = TOLD_AT_MIN.findLast((minutes) => leftMin <= minutes);
  if (mark === undefined || mark * 60_000 >= session.part.plannedMs!) return `${name} is on.`;
  return `${name}: ${formatCount(mark, { one: 'minute', other: 'minutes' })} left.`;
}
