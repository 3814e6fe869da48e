const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** The longest a field accepts: 30 days, far past any estimate and safe in every sum. */
const longestMin = 30 * 1440;

/**
 * Reads a length of time as people type it: `45`, `45m`, `1h30`, `1h 30m`, `1:30`, `1.5h`, `2 hours`.
 *
 * @returns whole minutes, at least one, or undefined when the text says none
 */
export function parseDuration(text: string): number | undefined {
  const minutes = readMinutes(text.trim().toLowerCase());
  if (minutes === undefined) return undefined;
  const rounded = Math.round(minutes);
  return rounded >= 1 && rounded <= longestMin ? rounded : undefined;
}

function readMinutes(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);

  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);

  const part = /(\d+(?:[.,]\d+)?)\s*(d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?)?\s*/y;
  let total = 0;
  let previousUnit = Number.POSITIVE_INFINITY;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (match === null) return undefined;
    // A bare number after hours is minutes: 1h30.
    const unit = match[2] === undefined ? (previousUnit === 60 ? 1 : undefined) : unitMinutes[match[2].charAt(0)];
    if (unit === undefined || unit >= previousUnit) return undefined;
    total += Number(match[1]?.replace(',', '.')) * unit;
    previousUnit = unit;
  }
  return Number.isFinite(previousUnit) ? total : undefined;
}
