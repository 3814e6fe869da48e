import { formatCount } from '#renderer/ui/format.ts';
import { PaneSection } from '#renderer/ui/pane.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { memo } from 'react';
import styles from './conflict-list.module.css';
import { clockOf, longDay } from './thing-words.ts';
import type { Thing } from './things.ts';
import { dayOf } from './zoned.ts';

const CONFLICTS = { one: 'conflict', other: 'conflicts' };
const MOST = 6;

export interface ConflictListProps {
  readonly conflicts: ReadonlyMap<string, readonly Thing[]>;
  readonly things: readonly Thing[];
  readonly zone: string;
  onOpen(thing: Thing): void;
}

/** Pairs of what is shown that want the same time; silent while there are none. */
export const ConflictList = memo(function ConflictList({ conflicts, things, zone, onOpen }: ConflictListProps) {
  const pairs = things.flatMap((thing) =>
    (conflicts.get(thing.key) ?? [])
      .filter((other) => isFirst(thing, other))
      .map((other): readonly [Thing, Thing] => [thing, other]),
  );
  if (pairs.length === 0) return null;
  return (
    <PaneSection>
      <SectionLabel>{formatCount(pairs.length, CONFLICTS)}</SectionLabel>
      <ul className={styles.list}>
        {pairs.slice(0, MOST).map(([one, other]) => (
          <li key={`${one.key} ${other.key}`}>
            <button type="button" className={styles.line} data-focus="inset" onClick={() => onOpen(other)}>
              <span className={styles.when}>
                {longDay(dayOf(other.startMs, zone))}, {clockOf(other.startMs, zone)}
              </span>
              <span className={styles.what} dir="auto">
                {one.title} and {other.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {pairs.length > MOST && <p className={styles.more}>{pairs.length - MOST} more.</p>}
    </PaneSection>
  );
});

/** Each pair is told once, under the one that begins first. */
function isFirst(one: Thing, other: Thing): boolean {
  return one.startMs === other.startMs ? one.key < other.key : one.startMs < other.startMs;
}
