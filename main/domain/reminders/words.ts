const UNITS = [
  [10_080, 'week'],
  [1_440, 'day'],
  [60, 'hour'],
] as const;

/** "15 min before", "1 day before", "1 h 30 min before", "At the time". */
export function offsetWords(offsetMin: number): string {
  if (offsetMin === 0) return 'At the time';
  for (const [minutes, unit] of UNITS)
    if (offsetMin % minutes === 0) return `${offsetMin / minutes} ${unit}${offsetMin === minutes ? '' : 's'} before`;
  const [days, hours, rest] = [Math.floor(offsetMin / 1_440), Math.floor((offsetMin % 1_440) / 60), offsetMin % 60];
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
  return `${parts.filter((part) => part !== '').join(' ')} before`;
}
