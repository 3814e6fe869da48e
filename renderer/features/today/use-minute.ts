import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The present to the minute; renders again when the minute turns, as the clock on the wall does. */
export function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      window.clearTimeout(timer);
      setNowMs(Date.now());
      timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
    };
    timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return nowMs;
}
