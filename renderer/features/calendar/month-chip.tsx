import type { Day } from '#contract/time';
import { colorClass } from '#renderer/ui/colors.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { Bar } from './lay-out.ts';
import styles from './month-view.module.css';
import { clockOf, isolated, spoken } from './thing-words.ts';
import { type Thing, isAcrossDays } from './things.ts';

export const HEAD_PX = 30;
export const ROW_PX = 22;

interface MonthChipProps {
  readonly bar: Bar<Thing>;
  /** The day of the cell it is reached in. */
  readonly cell: Day;
  readonly zone: string;
  readonly isPast: boolean;
  readonly isSelected: boolean;
  readonly isInConflict: boolean;
  /** It began in a week above, or goes on in one below. */
  readonly isBegun: boolean;
  readonly isUnfinished: boolean;
  readonly state: 'still' | 'lifted' | 'left';
}

/** A thing in a month: a bar across its days, or one line with its time. */
export const MonthChip = memo(function MonthChip(props: MonthChipProps) {
  const { bar, zone, state, isSelected } = props;
  const { item: thing, fromDay, toDay, row } = bar;
  const inDays = isAcrossDays(thing);
  const isRepeating = thing.kind === 'event' && thing.event.recurring;
  const isGhost = state === 'left' || thing.kind === 'draft';
  return (
    <div
      role="button"
      tabIndex={isSelected ? 0 : -1}
      aria-hidden={isGhost || undefined}
      aria-pressed={isSelected}
      data-key={isGhost ? undefined : thing.key}
      data-cell={isGhost ? undefined : props.cell}
      data-continued={props.isBegun || undefined}
      data-state={state}
      className={clsx(
        styles.chip,
        styles[thing.kind],
        inDays && styles.bar,
        isRepeating && styles.marked,
        thing.kind === 'event' && colorClass(thing.color),
        props.isPast && styles.past,
        isSelected && styles.selected,
        props.isInConflict && styles.conflict,
        props.isBegun && styles.begun,
        props.isUnfinished && inDays && styles.unfinished,
      )}
      style={placeOf(fromDay, toDay, row)}
    >
      {!inDays && <i aria-hidden>{clockOf(thing.startMs, zone)} </i>}
      <span aria-hidden>{isolated(thing.title)}</span>
      {!isGhost && <span className={styles.said}>{spoken(thing, zone, props.isInConflict)}</span>}
      {isRepeating && <Icon icon={Repeat} size={12} className={styles.mark} />}
      {inDays && state === 'still' && !props.isUnfinished && <i className={styles.endEdge} data-edge="end" />}
    </div>
  );
});

const WEEK_DAYS = 7;

/** `toDay` is inclusive. The rows are as high as the style sheet's. */
function placeOf(fromDay: number, toDay: number, row: number): CSSProperties {
  const percent = (days: number): string => `${Math.round((days / WEEK_DAYS) * 1e5) / 1e3}%`;
  return { top: row * ROW_PX + HEAD_PX, left: percent(fromDay), right: percent(WEEK_DAYS - 1 - toDay) };
}
