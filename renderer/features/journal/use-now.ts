import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';

export interface Now {
  /** The user's zone. */
  readonly zone: string;
  /** The user's day, which may begin at four in the morning. */
  readonly today: Day;
}

/** The user's zone and day; null until the core has answered. */
export function useNow(): Now | null {
  const { data } = useQuery(api.today.now.queryOptions());
  return data ? { zone: data.zone, today: data.day } : null;
}
