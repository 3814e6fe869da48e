import { colorClass } from '#renderer/ui/colors.ts';
import { formatDuration } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { clsx } from 'clsx';
import { Check, Pin, Plus, Repeat } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { Segment } from './segments.ts';
import styles from './thing-view.module.css';
import { clockOf, isolated, rangeOf, spoken } from './thing-words.ts';
import type { Thing } from './things.ts';

interface ThingViewProps {
  readonly segment: Segment;
  /** How many days stand side by side, and how many minutes each has. */
  readonly days: number;
  readonly gridMin: number;
  readonly zone: string;
  readonly isPast: boolean;
  readonly isNow: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Something else that takes its time lies over it. */
  readonly isInConflict: boolean;
  readonly state: 'still' | 'lifted' | 'left';
}

/**
 * Something on the grid, in as few boxes as will do: a crowded week has two hundred of them. What is done to it, by pointer or
 * key, is the grid's, which knows it by `data-key`.
 */
export const ThingView = memo(function ThingView({
  segment,
  days,
  gridMin,
  zone,
  isPast,
  isNow,
  isSelected,
  isTabStop,
  isInConflict,
  state,
}: ThingViewProps) {
  const { thing, lengthMin, isContinued } = segment;
  const isGhost = state === 'left' || thing.kind === 'draft';
  const size = lengthMin < 40 ? 'short' : lengthMin < 60 ? 'medium' : lengthMin < 75 ? 'tall' : 'long';
  return (
    <div
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-hidden={isContinued || isGhost || undefined}
      aria-pressed={isSelected}
      data-key={isGhost ? undefined : thing.key}
      data-continued={isContinued || undefined}
      data-state={state}
      className={clsx(
        styles.thing,
        styles[size],
        styles[thing.kind],
        thing.kind === 'event' && colorClass(thing.color),
        isMarked(thing) && styles.marked,
        isPast && styles.past,
        isSelected && styles.selected,
        isInConflict && styles.conflict,
        thing.kind === 'block' && thing.isLeaving && styles.leaving,
      )}
      style={placeOf(segment, days, gridMin)}
    >
      <b aria-hidden>{isolated(thing.title)}</b>
      <span aria-hidden>{`\n${timeLine(segment, zone, isNow, state === 'lifted')}`}</span>
      {isMarked(thing) && <Mark thing={thing} />}
      {!isGhost && <span className={styles.said}>{spoken(thing, zone, isInConflict)}</span>}
    </div>
  );
});

/** In shares of the grid: one plain declaration for each, where lengths worked out from variables cost a style of their own. */
function placeOf({ day, topMin, lengthMin, share }: Segment, days: number, gridMin: number): CSSProperties {
  const { column, columns, span } = share;
  const percent = (part: number): string => `${Math.round(part * 1e5) / 1e3}%`;
  const left = percent((day + column / columns) / days);
  const right = percent(1 - (day + (column + span) / columns) / days);
  return { inset: `${percent(topMin / gridMin)} ${right} ${percent(1 - (topMin + lengthMin) / gridMin)} ${left}` };
}

const isMarked = (thing: Thing): boolean =>
  thing.kind === 'event'
    ? thing.event.recurring
    : thing.kind === 'proposed' ||
      (thing.kind === 'block' && (thing.block.pinned || thing.block.task.status === 'done'));

function Mark({ thing }: { readonly thing: Thing }) {
  if (thing.kind === 'event') return <Icon icon={Repeat} size={12} className={styles.mark} />;
  if (thing.kind === 'proposed') return <Icon icon={Plus} size={12} className={styles.mark} />;
  if (thing.kind !== 'block') return null;
  if (thing.block.task.status === 'done') return <Icon icon={Check} size={12} className={styles.mark} />;
  return <Icon icon={Pin} size={12} className={styles.mark} />;
}

/** Shorter in a narrow column: 75 min instead of 1 h 15 min. */
function lengthInWords(durationMin: number): string {
  return durationMin < 120 && durationMin % 60 !== 0 ? `${durationMin} min` : formatDuration(durationMin);
}

function timeLine({ thing, lengthMin }: Segment, zone: string, isNow: boolean, isLifted: boolean): string {
  const start = clockOf(thing.startMs, zone);
  if (thing.kind === 'draft' || isLifted) return rangeOf(thing, zone);
  if (isNow) return `${start}, now`;
  if (thing.kind === 'event') {
    const { place, travelMin } = thing.event;
    if (lengthMin < 40) return start;
    const leave = travelMin > 0 ? `leave ${clockOf(thing.startMs - travelMin * 60_000, zone)}` : '';
    return [start, leave, place].filter(Boolean).join(', ');
  }
  return lengthMin < 40 ? start : `${start}, ${lengthInWords((thing.endMs - thing.startMs) / 60_000)}`;
}
