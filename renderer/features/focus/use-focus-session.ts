import type { FocusSession } from '#contract/focus';
import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { type FocusReading, readPart } from './focus-time.ts';
import { useSeconds } from './ticker.ts';

/** The session that is on and its timer at this moment. */
export interface RunningFocus {
  readonly session: FocusSession;
  /** Null while the next work waits. */
  readonly reading: FocusReading | null;
  readonly nowMs: number;
}

/**
 * The focus session that is on: null when there is none, undefined until the core has answered. Renders once a second
 * while time runs and the window is visible.
 */
export function useFocusSession(): RunningFocus | null | undefined {
  const { data } = useQuery(api.focus.current.queryOptions());
  const nowMs = useSeconds(data?.state === 'running');
  return data && { session: data, reading: data.part && readPart(data.part, nowMs), nowMs };
}
