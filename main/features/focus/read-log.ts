import type { LoggedSession } from '#contract/focus';
import type { Day } from '#contract/time';
import { type LoggedSessionRow, loggedSessions, workPartsBetween } from '#db/queries/focus';
import type { ReadHandle } from '#db/store/handles';
import { spreadWork } from '#main/domain/focus/timer';
import { addDays, dayBounds, logicalDay } from '#main/domain/time/zoned';
import { Refusal } from '../refusal.ts';

const MOST_DAYS = 400;

interface LogQuestion {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly after?: { readonly startedAtMs: number; readonly id: string } | null | undefined;
  readonly limit: number;
}

interface Subject {
  readonly taskId: string | null;
  readonly name: string;
  readonly workMs: number;
}

export interface FocusLog {
  readonly sessions: LoggedSession[];
  readonly nextAfter: { startedAtMs: number; id: string } | null;
  readonly workMs: number;
  readonly days: { day: Day; workMs: number }[];
  readonly subjects: Subject[];
}

/** A row as the contract shows it. */
export const asLogged = (row: LoggedSessionRow, zone: string, dayStartMin: number): LoggedSession => ({
  ...row,
  day: logicalDay(row.startedAtMs, zone, dayStartMin),
});

/**
 * What was done in a range of the user's days.
 *
 * @param dayStartMin minutes after midnight at which their day begins
 * @throws Refusal TOO_WIDE
 */
export function readLog(handle: ReadHandle, question: LogQuestion, zone: string, dayStartMin: number): FocusLog {
  const { fromDay, toDay, limit } = question;
  const days: { day: Day; startMs: number; endMs: number; workMs: number }[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    if (days.length === MOST_DAYS) throw new Refusal('TOO_WIDE');
    days.push({ day, ...dayBounds(day, zone, dayStartMin), workMs: 0 });
  }
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return { sessions: [], nextAfter: null, workMs: 0, days: [], subjects: [] };

  const subjects = new Map<string, Subject>();
  for (const part of workPartsBetween(handle, first.startMs, last.endMs)) {
    const shares = spreadWork({ ...part, kind: 'work', plannedMs: null, pausedAtMs: null }, days);
    let partMs = 0;
    for (const [at, shareMs] of shares.entries()) {
      days[at]!.workMs += shareMs;
      partMs += shareMs;
    }
    const key = part.taskId ?? `name ${part.name}`;
    const known = subjects.get(key);
    subjects.set(key, { taskId: part.taskId, name: part.name, workMs: (known?.workMs ?? 0) + partMs });
  }

  const range = { fromMs: first.startMs, toMs: last.endMs, after: question.after ?? null, limit };
  const sessions = loggedSessions(handle, range).map((row) => asLogged(row, zone, dayStartMin));
  const end = sessions.length === limit ? sessions.at(-1) : undefined;
  return {
    sessions,
    nextAfter: end ? { startedAtMs: end.startedAtMs, id: end.id } : null,
    workMs: days.reduce((sum, { workMs }) => sum + workMs, 0),
    days: days.map(({ day, workMs }) => ({ day, workMs })),
    subjects: [...subjects.values()].toSorted((one, other) => other.workMs - one.workMs),
  };
}
