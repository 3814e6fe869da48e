import { type GridScale, topOf } from './day-scale.ts';
import { type Share, sideBySide } from './lay-out.ts';
import type { Thing } from './things.ts';

/** A thing, or its part on one day, and where it is drawn. */
export interface Segment {
  readonly thing: Thing;
  readonly day: number;
  readonly topMin: number;
  readonly lengthMin: number;
  readonly share: Share;
  /** The part after midnight of what began the day before. */
  readonly isContinued: boolean;
}

/** A thing cut at midnight: its part on one of the days. */
interface Part {
  readonly thing: Thing;
  readonly startMs: number;
  readonly endMs: number;
  readonly isContinued: boolean;
}

/** Where things are drawn: cut by day, side by side where they overlap, in order of time. */
export function segmentsOf(things: readonly Thing[], scale: GridScale): Segment[] {
  return scale.days.flatMap((day, index) => {
    const isFirstShown = index === 0;
    const parts = things
      .filter((thing) => thing.startMs < day.endMs && thing.endMs > day.startMs)
      .map((thing): Part => ({
        thing,
        startMs: Math.max(thing.startMs, day.startMs),
        endMs: Math.min(thing.endMs, day.endMs),
        isContinued: thing.startMs < day.startMs && !isFirstShown,
      }));
    const shares = sideBySide(parts);
    return parts
      .toSorted((one, other) => one.startMs - other.startMs || other.endMs - one.endMs)
      .map((part): Segment => {
        const topMin = topOf(scale, day, part.startMs);
        // Its last minute lies on this day, also when its end is the next day's first.
        const lengthMin = topOf(scale, day, part.endMs - 60_000) + 1 - topMin;
        return {
          thing: part.thing,
          day: index,
          topMin,
          lengthMin,
          share: shares.get(part)!,
          isContinued: part.isContinued,
        };
      });
  });
}

/** Things for which a crowded hour has no room; the day itself shows them. */
export interface Crowd {
  readonly day: number;
  readonly topMin: number;
  readonly endMin: number;
  readonly count: number;
}

/**
 * Keeps columns wide enough to read: past `most` things side by side, the last column only says how many more there are.
 *
 * @param most at least 2
 */
export function uncrowded(segments: readonly Segment[], most: number): { shown: Segment[]; crowds: Crowd[] } {
  const last = most - 1;
  const isHidden = ({ share }: Segment): boolean => share.columns > most && share.column >= last;
  const shown = segments
    .filter((segment) => !isHidden(segment))
    .map((segment): Segment => {
      const { column, columns, span } = segment.share;
      if (columns <= most) return segment;
      return { ...segment, share: { column, columns: most, span: Math.min(span, last - column) } };
    });
  const crowds: Crowd[] = [];
  for (const { day, topMin, lengthMin } of segments.filter(isHidden)) {
    const crowd = crowds.at(-1);
    const endMin = topMin + lengthMin;
    if (crowd?.day === day && topMin < crowd.endMin)
      crowds[crowds.length - 1] = { ...crowd, endMin: Math.max(crowd.endMin, endMin), count: crowd.count + 1 };
    else crowds.push({ day, topMin, endMin, count: 1 });
  }
  return { shown, crowds };
}
