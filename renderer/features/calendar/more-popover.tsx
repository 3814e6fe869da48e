import type { Day } from '#contract/time';
import { colorClass } from '#renderer/ui/colors.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import { clsx } from 'clsx';
import { type CSSProperties, useState } from 'react';
import styles from './more-popover.module.css';
import { clockOf, longDay, spoken } from './thing-words.ts';
import { type Thing, isAcrossDays } from './things.ts';

export interface MorePopoverProps {
  readonly day: Day;
  /** How many have no room. */
  readonly count: number;
  /** Everything of the day, also what is in view beside it. */
  readonly things: readonly Thing[];
  readonly zone: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  onOpen(thing: Thing): void;
  onPickDay(day: Day): void;
}

/** "+3 more": the whole of a day that has more on it than fits. */
export function MorePopover({ day, count, things, zone, className, style, onOpen, onPickDay }: MorePopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={longDay(day)}
      showsTitle
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" data-no-drag data-cell={day} className={clsx(styles.trigger, className)} style={style}>
          +{count} more<span className="visually-hidden"> on {longDay(day)}</span>
        </button>
      }
    >
      <ul className={styles.list}>
        {things.map((thing) => (
          <li key={thing.key}>
            <button
              type="button"
              className={clsx(styles.line, thing.kind === 'event' && colorClass(thing.color))}
              data-focus="inset"
              onClick={() => {
                setOpen(false);
                onOpen(thing);
              }}
            >
              <span className="visually-hidden">{spoken(thing, zone)}</span>
              <span className={styles.dot} />
              <span className={styles.time} aria-hidden>
                {isAcrossDays(thing) ? 'all day' : clockOf(thing.startMs, zone)}
              </span>
              <span className={styles.title} dir="auto" aria-hidden>
                {thing.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.day} data-focus="inset" onClick={() => onPickDay(day)}>
        Show the day
      </button>
    </Popover>
  );
}
