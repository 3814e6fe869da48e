import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

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
  const isKnown = zone !== undefined && dayStartMin !== undefined;
  const today = useSyncExternalStore(eachMoment, () => (isKnown ? dayAt(Date.now(), zone, dayStartMin) : null));
  return isKnown && today !== null ? { zone, today } : null;
}

function eachMoment(check: () => void): () => void {
  const timer = setInterval(check, CHECK_MS);
  document.addEventListener('visibilitychange', check);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', check);
  };
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
