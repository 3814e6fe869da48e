import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { addDays, addMonths, monthWeeks } from '#renderer/ui/days.ts';
import { formatCount, formatDay, monthNames, weekdayNames } from '#renderer/ui/format.ts';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { longDay } from './thing-words.ts';
import styles from './year-view.module.css';

const THINGS = { one: 'thing on', other: 'things on' };
/** From so many minutes taken on a day its mark is one step stronger. */
const LEVELS_MIN = [1, 120, 240, 420];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export interface YearViewProps {
  readonly day: Day;
  readonly today: Day;
  onDay(day: Day): void;
  onPickDay(day: Day): void;
  onPickMonth(day: Day): void;
}

/** Twelve months at a glance: the fuller a day, the stronger its mark. */
export function YearView({ day, today, onDay, onPickDay, onPickMonth }: YearViewProps) {
  const root = useRef<HTMLElement>(null);
  const year = day.slice(0, 4);
  const loads = useQuery({
    ...api.calendar.loads.queryOptions({ input: { fromDay: `${year}-01-01`, toDay: `${year}-12-31` } }),
    placeholderData: keepPreviousData,
  });
  const byDay = useMemo(() => new Map(loads.data?.map((load) => [load.day, load])), [loads.data]);
  const start = useWeekStart();
  const names = weekdayNames('narrow');
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  function press(event: KeyboardEvent): void {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    isMoving.current = true;
    onDay(addDays(day, by));
  }

  return (
    <section ref={root} className={styles.year} aria-label="Calendar">
      {monthNames('long').map((name, index) => {
        const first = addMonths(`${year}-01-01`, index);
        return (
          <div key={name}>
            <h2 className={styles.name}>
              <button type="button" data-focus="inset" onClick={() => onPickMonth(first)}>
                {name}
              </button>
            </h2>
            <div className={styles.month}>
              {names.map((_, at) => (
                <span key={at} className={styles.weekday} aria-hidden>
                  {names[(at + start - 1) % 7]}
                </span>
              ))}
              {monthWeeks(first, start)
                .flat()
                .map((one) =>
                  one.slice(0, 7) === first.slice(0, 7) ? (
                    <button
                      key={one}
                      type="button"
                      tabIndex={one === day ? 0 : -1}
                      aria-label={`${longDay(one)}, ${formatCount(byDay.get(one)?.count ?? 0, THINGS)}`}
                      aria-current={one === today ? 'date' : undefined}
                      data-level={levelOf(byDay.get(one)?.busyMin ?? 0)}
                      className={clsx(styles.day, one === today && styles.today, one === day && styles.inHand)}
                      onKeyDown={press}
                      onClick={() => onPickDay(one)}
                    >
                      {Number(one.slice(8))}
                    </button>
                  ) : (
                    <span key={one} />
                  ),
                )}
            </div>
          </div>
        );
      })}
      <p className={styles.legend}>
        {LEVELS_MIN.map((minutes, level) => (
          <span key={minutes} className={styles.key}>
            <i data-level={level + 1} className={styles.day} />
            {['under 2 h', '2 h', '4 h', '7 h or more'][level]}
          </span>
        ))}
        taken, in {formatDay(day, 'month').replace(/^\S+\s/, '')}
      </p>
    </section>
  );
}

const levelOf = (busyMin: number): number => LEVELS_MIN.filter((least) => busyMin >= least).length;
