import { api, queryClient } from '#renderer/data/api.ts';
import { useEffect } from 'react';
import { useToday } from './use-today.ts';

/** The day is asked for again at least this often: a machine that slept, or crossed a zone, rings no timer of its own. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Turns the day while the window is open: at its end whatever is shown is asked for again, since most of it is of a day. */
export function DayTurn() {
  const today = useToday();
  const day = today?.day;
  const endMs = today?.endMs;

  useEffect(() => {
    if (day === undefined || endMs === undefined) return undefined;
    let timer = 0;
    async function ask(): Promise<void> {
      window.clearTimeout(timer);
      const next = await queryClient
        .fetchQuery({ ...api.today.now.queryOptions(), staleTime: 0 })
        .catch(() => undefined);
      if (next !== undefined && next.day !== day) await queryClient.invalidateQueries();
      else arm();
    }
    function arm(): void {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), Math.min(LONGEST_WAIT_MS, Math.max(1_000, endMs! - Date.now())));
    }
    const wake = (): void => {
      if (document.visibilityState === 'visible') void ask();
    };
    arm();
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [day, endMs]);
  return null;
}
