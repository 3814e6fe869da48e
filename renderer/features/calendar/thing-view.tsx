import { colorClass } from '#renderer/ui/colors.ts';
import { formatDuration } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { clsx } from 'clsx';
import { Check, Pin, Plus, Repeat } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, memo } from 'react';
import type { Segment } from './segments.ts';
import styles from './thing-view.module.css';
import { clockOf, rangeOf, spoken } from './thing-words.ts';
import type { Thing } from './things.ts';

interface ThingViewProps {
  readonly segment: Segment;
  readonly zone: string;
  readonly isPast: boolean;
  readonly isNow: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Something else that takes its time lies over it. */
  readonly isInConflict: boolean;
  readonly state: 'still' | 'lifted' | 'left';
  readonly actions: ThingActions;
}

/** What a person does with a thing that has the focus or is clicked. */
export interface ThingActions {
  open(key: string): void;
  leave(): void;
  press(key: string, event: KeyboardEvent<HTMLElement>): void;
}

/** Something on the grid. Its drags are the grid's, which knows it by `data-key`. */
export const ThingView = memo(function ThingView({
  segment,
  zone,
  isPast,
  isNow,
  isSelected,
  isTabStop,
  isInConflict,
  state,
  actions,
}: ThingViewProps) {
  const { thing, day, topMin, lengthMin, share, isContinued } = segment;
  const place = {
    '--day': day,
    '--top': topMin,
    '--length': lengthMin,
    '--column': share.column,
    '--columns': share.columns,
    '--span': share.span,
  } as CSSProperties;
  const isGhost = state === 'left' || thing.kind === 'draft';
  return (
    <div
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-hidden={isContinued || isGhost || undefined}
      aria-pressed={isSelected}
      data-key={isGhost ? undefined : thing.key}
      data-continued={isContinued || undefined}
      data-size={lengthMin < 40 ? 'short' : lengthMin < 60 ? 'medium' : lengthMin < 75 ? 'tall' : 'long'}
      data-state={state}
      className={clsx(
        styles.thing,
        styles[thing.kind],
        thing.kind === 'event' && colorClass(thing.color),
        isPast && styles.past,
        isSelected && styles.selected,
        isInConflict && styles.conflict,
        thing.kind === 'block' && thing.isLeaving && styles.leaving,
      )}
      style={place}
      onClick={() => actions.open(thing.key)}
      onBlur={actions.leave}
      onKeyDown={(event) => actions.press(thing.key, event)}
    >
      <span className="visually-hidden">{spoken(thing, zone, isInConflict)}</span>
      <b className={styles.title} dir="auto" aria-hidden>
        {thing.title}
      </b>
      <span className={styles.time} aria-hidden>
        {timeLine(segment, zone, isNow, state === 'lifted')}
      </span>
      <Mark thing={thing} />
    </div>
  );
});

function Mark({ thing }: { readonly thing: Thing }) {
  if (thing.kind === 'event')
    return thing.event.recurring ? <Icon icon={Repeat} size={12} className={styles.mark} /> : null;
  if (thing.kind === 'proposed') return <Icon icon={Plus} size={12} className={styles.mark} />;
  if (thing.kind !== 'block') return null;
  if (thing.block.task.status === 'done') return <Icon icon={Check} size={12} className={styles.mark} />;
  return thing.block.pinned ? <Icon icon={Pin} size={12} className={styles.mark} /> : null;
}

/** Shorter in a narrow column: 75 min instead of 1 h 15 min. */
function lengthInWords(durationMin: number): string {
  return durationMin < 120 && durationMin % 60 !== 0 ? `${durationMin} min` : formatDuration(durationMin);
}

function timeLine({ thing, lengthMin }: Segment, zone: string, isNow: boolean, isLifted: boolean): string {
  const start = clockOf(thing.startMs, zone);
  if (thing.kind === 'draft' || isLifted) return rangeOf(thing, zone);
  if (isNow) return `${start}, now`;
  if (thing.kind === 'event')
    return thing.event.place === '' || lengthMin < 40 ? start : `${start}, ${thing.event.place}`;
  return lengthMin < 40 ? start : `${start}, ${lengthInWords((thing.endMs - thing.startMs) / 60_000)}`;
}
