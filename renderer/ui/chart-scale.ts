const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The axis of a chart: its top and three labels, from above. */
export interface ChartScale {
  readonly top: number;
  readonly ticks: readonly [number, number, number];
}

/** The axis of a chart of times, in milliseconds; its labels are in its unit. */
export interface TimeScale {
  readonly topMs: number;
  readonly ticks: readonly [number, number, number];
  readonly unit: 'minutes' | 'hours';
}

/** The smallest axis with round labels that holds a length of time. */
export function scaleOf(longestMs: number): TimeScale {
  const minutes = [10, 30, 60].find((top) => top * MINUTE_MS >= longestMs);
  if (minutes !== undefined) return { topMs: minutes * MINUTE_MS, ticks: [minutes, minutes / 2, 0], unit: 'minutes' };
  const hours = [2, 4, 6, 8, 10, 12, 16, 20, 24].find((top) => top * HOUR_MS >= longestMs);
  const top = hours ?? countScale(longestMs / HOUR_MS).top;
  return { topMs: top * HOUR_MS, ticks: [top, top / 2, 0], unit: 'hours' };
}

/** The smallest axis with round labels, halves whole, that holds a count. */
export function countScale(most: number): ChartScale {
  for (let step = 1; ; step *= 10) {
    const top = [2, 4, 6, 10].map((times) => times * step).find((candidate) => candidate >= most);
    if (top !== undefined) return { top, ticks: [top, top / 2, 0] };
  }
}
