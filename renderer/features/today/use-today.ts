import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';

/** The user's day at this moment. */
export interface Today {
  readonly day: string;
  readonly zone: string;
  /** Its first and its (exclusive) last instant. */
  readonly startMs: number;
  readonly endMs: number;
}

/** The user's day, asked of the core; undefined until it has answered. It turns while the window is open (DayTurn). */
export function useToday(): Today | undefined {
  return useQuery(api.today.now.queryOptions()).data;
}
