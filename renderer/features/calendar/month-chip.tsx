import type { Day } from '#contract/time';
import { colorClass } from '#renderer/ui/colors.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { Bar } from './lay-out.ts';
import styles from './month-view.module.css';
import type { ThingActions } from './thing-view.tsx';
import { clockOf, spoken } from './thing-words.ts';
import { type Thing, isAcrossDays } from './things.ts';

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
  readonly actions: ThingActions;
}

/** A thing in a month: a bar across its days, or one line with its time. */
export const MonthChip = memo(function MonthChip(props: MonthChipProps) {
  const { bar, zone, state, isSelected, actions } = props;
  const { item: thing, fromDay, toDay, row } = bar;
  const inDays = isAcrossDays(thing);
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
        thing.kind === 'event' && colorClass(thing.color),
        props.isPast && styles.past,
        isSelected && styles.selected,
        props.isInConflict && styles.conflict,
        props.isBegun && styles.begun,
        props.isUnfinished && inDays && styles.unfinished,
      )}
      style={{ '--from': fromDay, '--to': toDay + 1, '--row': row } as CSSProperties}
      onClick={() => actions.open(thing.key)}
      onBlur={actions.leave}
      onKeyDown={(event) => actions.press(thing.key, event)}
    >
      <span className="visually-hidden">{spoken(thing, zone, props.isInConflict)}</span>
      {!inDays && (
        <span className={styles.time} aria-hidden>
          {clockOf(thing.startMs, zone)}
        </span>
      )}
      <span className={styles.title} dir="auto" aria-hidden>
        {thing.title}
      </span>
      {thing.kind === 'event' && thing.event.recurring && <Icon icon={Repeat} size={12} className={styles.mark} />}
      {inDays && state === 'still' && !props.isUnfinished && <i className={styles.endEdge} data-edge="end" />}
    </div>
  );
});
