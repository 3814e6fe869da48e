import { localOf } from '#main/domain/time/zoned';

/** Prints a line. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints the one JSON value of `--json`. */
export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** `09:30` of an instant. */
export const timeText = (instantMs: number, zone: string): string => localOf(instantMs, zone).slice(11, 16);

/** `1 task`, `2 tasks`. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `45 min`, `2 h`, `1 h 30 min`. */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** `12 kB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const amount = bytes / 1_000 ** step;
  return `${amount < 10 && step > 0 ? amount.toFixed(1) : Math.round(amount)} ${units[step] ?? ''}`;
}
