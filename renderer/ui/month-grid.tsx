import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';

import type { Day } from '#contract/time';

import { addDays, addMonths, monthWeeks, weekNumber, weekdayOf } from './days.ts';
import { formatDay, weekdayNames } from './format.ts';
import { IconButton } from './icon-button.tsx';
import styles from './month-grid.module.css';
import { useWeekStart } from './week-start.ts';

export interface MonthGridProps {
  readonly value: Day | undefined;
  readonly today: Day;
  readonly onPick: (day: Day) => void;
  /** As wide as its place, not as a month needs. */
  readonly fills?: boolean;
  /** Another month is shown, `YYYY-MM`: whoever marks days can look them up. */
  readonly onMonthChange?: ((month: string) => void) | undefined;
  /** The day that is in the tab order, for whoever opens the month. */
  readonly dayRef?: RefObject<HTMLButtonElement | null> | undefined;
  /** The number of each week stands before it. */
  readonly showsWeeks?: boolean;
  /** Days that have something on them get a dot. */
  readonly isMarked?: ((day: Day) => boolean) | undefined;
}

/** A month to pick a day from. Arrows move by day and week, Page keys by month (with Shift by year), Home and End in the week. */
export function MonthGrid({
  value,
  today,
  onPick,
  fills = false,
  showsWeeks = false,
  onMonthChange,
  dayRef,
  isMarked,
}: MonthGridProps) {
  const [cursor, setCursor] = useState(value ?? today);
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const start = useWeekStart();
  const shift = start - 1;
  const names = weekdayNames('short');
  const longNames = weekdayNames('long');

  function go(next: Day): void {
    setCursor(next);
    if (next.slice(0, 7) !== cursor.slice(0, 7)) onMonthChange?.(next.slice(0, 7));
  }

  function handleKey(event: KeyboardEvent): void {
    const next = dayForKey(event, cursor, start);
    if (next === undefined) return;
    event.preventDefault();
    // The next day may lie in a month that is not drawn yet: draw it first, then go there.
    flushSync(() => go(next));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  return (
    <div className={clsx(styles.month, fills && styles.fills)}>
      <div className={styles.head}>
        <h3 id={titleId} className={styles.title} aria-live="polite">
          {formatDay(cursor, 'month')}
        </h3>
        <IconButton icon={ChevronLeft} label="Month before" onClick={() => go(addMonths(cursor, -1))} />
        <IconButton icon={ChevronRight} label="Month after" onClick={() => go(addMonths(cursor, 1))} />
      </div>
      <table ref={grid} aria-labelledby={titleId} className={styles.grid}>
        <thead>
          <tr>
            {showsWeeks && (
              <th scope="col" abbr="Week" className={styles.number}>
                <span className="visually-hidden">Week</span>
              </th>
            )}
            {names.map((_, index) => {
              const weekday = (index + shift) % 7;
              return (
                <th key={weekday} scope="col" abbr={longNames[weekday]}>
                  {names[weekday]?.slice(0, 2)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(cursor, start).map((week) => (
            <tr key={week[0]}>
              {showsWeeks && (
                <th scope="row" className={styles.number}>
                  {weekNumber(addDays(week[0]!, 3))}
                </th>
              )}
              {week.map((day) => (
                <td key={day}>
                  <button
                    ref={day === cursor ? dayRef : undefined}
                    type="button"
                    tabIndex={day === cursor ? 0 : -1}
                    aria-label={formatDay(day, 'full')}
                    aria-pressed={day === value}
                    aria-current={day === today ? 'date' : undefined}
                    className={clsx(
                      styles.day,
                      day.slice(0, 7) !== cursor.slice(0, 7) && styles.outside,
                      day === today && styles.today,
                      day === value && styles.chosen,
                      isMarked?.(day) === true && styles.marked,
                    )}
                    onKeyDown={handleKey}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayForKey(event: KeyboardEvent, day: Day, start: number): Day | undefined {
  const intoWeek = (weekdayOf(day) - start + 7) % 7;
  switch (event.key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -intoWeek);
    case 'End':
      return addDays(day, 6 - intoWeek);
    case 'PageUp':
      return addMonths(day, event.shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, event.shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}
