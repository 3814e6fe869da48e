/** A stretch of time; what is shorter than a reader can see counts as a quarter of an hour. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** A share of a column's width, in parts of `columns`. */
export interface Share {
  readonly column: number;
  readonly columns: number;
  /** How many of the parts it takes. */
  readonly span: number;
}

const SHORTEST_MS = 15 * 60_000;

const drawnEnd = ({ startMs, endMs }: Stretch): number => Math.max(endMs, startMs + SHORTEST_MS);

/**
 * Puts things that overlap side by side: the first free column for each, and width to the right as far as nothing is there.
 *
 * @returns a share for each thing, in any order given
 */
export function sideBySide<T extends Stretch>(things: readonly T[]): ReadonlyMap<T, Share> {
  const shares = new Map<T, Share>();
  const ordered = things.toSorted((one, other) => one.startMs - other.startMs || drawnEnd(other) - drawnEnd(one));
  let group: T[] = [];
  let groupEndMs = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    for (const [thing, share] of sharesOf(group)) shares.set(thing, share);
    group = [];
  };
  for (const thing of ordered) {
    if (thing.startMs >= groupEndMs) close();
    group.push(thing);
    groupEndMs = Math.max(groupEndMs, drawnEnd(thing));
  }
  close();
  return shares;
}

function sharesOf<T extends Stretch>(group: readonly T[]): [T, Share][] {
  const columns: T[][] = [];
  for (const thing of group) {
    const free = columns.find((column) => drawnEnd(column.at(-1)!) <= thing.startMs);
    if (free) free.push(thing);
    else columns.push([thing]);
  }
  return columns.flatMap((column, index) =>
    column.map((thing): [T, Share] => {
      const isFree = (other: readonly T[]): boolean =>
        other.every((one) => drawnEnd(one) <= thing.startMs || drawnEnd(thing) <= one.startMs);
      let span = 1;
      while (index + span < columns.length && isFree(columns[index + span]!)) span += 1;
      return [thing, { column: index, columns: columns.length, span }];
    }),
  );
}

/** A bar across days, in the first row where it has room. `toDay` is inclusive. */
export interface Bar<T> {
  readonly item: T;
  readonly fromDay: number;
  readonly toDay: number;
  readonly row: number;
}

/** Rows for bars that span days, longest first among those that begin together. */
export function inRows<T>(bars: readonly Omit<Bar<T>, 'row'>[]): Bar<T>[] {
  const lastDays: number[] = [];
  return bars
    .toSorted((one, other) => one.fromDay - other.fromDay || other.toDay - one.toDay)
    .map((bar) => {
      const free = lastDays.findIndex((lastDay) => lastDay < bar.fromDay);
      const row = free === -1 ? lastDays.length : free;
      lastDays[row] = bar.toDay;
      return { ...bar, row };
    });
}

/**
 * Of bars in rows, those that fit into `most` rows. A day with more keeps its last row free, to say how many.
 *
 * @returns the bars that are drawn, and for each day how many are not
 */
export function capped<T>(
  bars: readonly Bar<T>[],
  days: number,
  most: number,
): { readonly shown: readonly Bar<T>[]; readonly hidden: readonly number[] } {
  const isFull = Array.from({ length: days }, () => false);
  const over = (bar: Bar<T>): boolean => {
    if (bar.row >= most) return true;
    return bar.row === most - 1 && isFull.slice(bar.fromDay, bar.toDay + 1).includes(true);
  };
  // A bar that gives way takes all its days along, which may make another one give way.
  for (let changed = true; changed;) {
    changed = false;
    for (const bar of bars.filter(over))
      for (let day = bar.fromDay; day <= bar.toDay; day += 1) {
        if (isFull[day] !== false) continue;
        isFull[day] = true;
        changed = true;
      }
  }
  const hidden = isFull.map(
    (_, day) => bars.filter((bar) => over(bar) && bar.fromDay <= day && day <= bar.toDay).length,
  );
  return { shown: bars.filter((bar) => !over(bar)), hidden };
}
