import type { Day } from '#contract/time';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { formatCount, formatDay, monthNames, weekdayNames } from '#renderer/ui/format.ts';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { moodWord } from './moods.ts';
import styles from './year-screen.module.css';

/** A day of the year that has writing or a mood. */
export interface WrittenDay {
  readonly day: Day;
  readonly words: number;
  readonly mood: number | null;
}

export interface YearGridProps {
  readonly year: number;
  readonly days: ReadonlyMap<Day, WrittenDay>;
  readonly today: Day;
  readonly shows: 'words' | 'mood';
  readonly onOpen: (day: Day) => void;
}

/** From how many words on a day has the second, third and fourth shade. */
const SHADES = [100, 250, 500] as const;

/** A year, a column for each week. Arrows move by day and week, Page keys by month, Home and End to the ends of the year. */
export function YearGrid({ year, days, today, shows, onOpen }: YearGridProps) {
  const [first, last] = [`${pad(year)}-01-01`, `${pad(year)}-12-31`];
  const [cursor, setCursor] = useState(today >= first && today <= last ? today : first);
  const start = useWeekStart();
  const grid = useRef<HTMLTableElement>(null);
  const intoWeek = (day: Day): number => (weekdayOf(day) - start + 7) % 7;
  const origin = addDays(first, -intoWeek(first));
  const weeks = Array.from({ length: 54 }, (_, at) => addDays(origin, at * 7)).filter((week) => week <= last);
  const names = weekdayNames('long');
  const shortNames = weekdayNames('short');

  function handleKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, Day>> = {
      ArrowUp: addDays(cursor, -1),
      ArrowDown: addDays(cursor, 1),
      ArrowLeft: addDays(cursor, -7),
      ArrowRight: addDays(cursor, 7),
      PageUp: addDays(cursor, -28),
      PageDown: addDays(cursor, 28),
      Home: first,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const within = next < first ? first : next > last ? last : next;
    flushSync(() => setCursor(within));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  return (
    <div className={styles.scroller}>
      <table ref={grid} aria-label={`Days written in ${year}`} className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Weekday</span>
            </th>
            {weeks.map((week) => {
              // Named where the month begins, so that two names never meet.
              const begins = Array.from({ length: 7 }, (_, at) => addDays(week, at)).find((day) => day.endsWith('-01'));
              const isNamed = begins !== undefined && begins >= first && begins <= last;
              return (
                <td key={week} aria-hidden className={styles.monthName}>
                  {isNamed && monthNames('short')[Number(begins.slice(5, 7)) - 1]}
                </td>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 7 }, (_, row) => {
            const weekday = (row + start - 1) % 7;
            return (
              <tr key={row}>
                <th scope="row" abbr={names[weekday]} className={styles.weekday}>
                  {row % 2 === 0 ? shortNames[weekday] : <span className={styles.unseen}>{shortNames[weekday]}</span>}
                </th>
                {weeks.map((week) => {
                  const day = addDays(week, row);
                  if (day < first || day > last) return <td key={day} aria-label="Not of this year" />;
                  const written = days.get(day);
                  return (
                    <td key={day}>
                      <button
                        type="button"
                        tabIndex={day === cursor ? 0 : -1}
                        aria-label={`${formatDay(day, 'full')}: ${tellDay(written)}`}
                        aria-current={day === today ? 'date' : undefined}
                        title={`${formatDay(day, 'full')}: ${tellDay(written)}`}
                        data-shade={shows === 'words' ? shadeOf(written?.words ?? 0) : undefined}
                        data-mood={shows === 'mood' ? (written?.mood ?? undefined) : undefined}
                        className={styles.day}
                        onKeyDown={handleKey}
                        onFocus={() => setCursor(day)}
                        onClick={() => onOpen(day)}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const pad = (year: number): string => String(year).padStart(4, '0');

/** 0 for nothing to 4. */
function shadeOf(words: number): number {
  return words === 0 ? 0 : 1 + SHADES.filter((from) => words >= from).length;
}

function tellDay(written: WrittenDay | undefined): string {
  if (!written) return 'nothing written';
  const words = written.words === 0 ? 'no words' : formatCount(written.words, { one: 'word', other: 'words' });
  return written.mood === null ? words : `${words}, ${moodWord(written.mood)}`;
}
