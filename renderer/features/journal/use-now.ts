import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

export interface Now {
  /** The user's zone. */
  readonly zone: string;
  /** The user's day, which may begin at four in the morning. */
  readonly today: Day;
}

const CHECK_MS = 20_000;

/** The user's zone and day; a day that rolls over while the window is open is noticed. Null until the core has answered. */
export function useNow(): Now | null {
  const status = useQuery(api.system.status.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const zone = settings.data?.zone ?? status.data?.zone;
  const dayStartMin = settings.data?.dayStartMin;
  const [, setTick] = useState('');
  useEffect(() => {
    if (zone === undefined || dayStartMin === undefined) return undefined;
    const check = (): void => setTick(dayAt(Date.now(), zone, dayStartMin));
    const timer = setInterval(check, CHECK_MS);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, [zone, dayStartMin]);
  if (zone === undefined || dayStartMin === undefined) return null;
  return { zone, today: dayAt(Date.now(), zone, dayStartMin) };
}

/** The day whose start lies at or before an instant. Wall-clock minutes are moved, so that no clock change shifts the day. */
function dayAt(nowMs: number, zone: string, dayStartMin: number): Day {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute') - dayStartMin);
  return new Date(wall).toISOString().slice(0, 10);
}
