import type { CalendarEvent } from '#contract/calendar';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatCount, formatDay } from '#renderer/ui/format.ts';
import { listMove } from '#renderer/ui/list-move.ts';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import styles from './event-search.module.css';
import { clockOf, longDay } from './thing-words.ts';
import { eventThing } from './things.ts';
import { NOTHING, type CalendarRange } from './use-calendar-data.ts';
import { dayOf } from './zoned.ts';

const FOUND = { one: 'event', other: 'events' };
const PAGE = 8;

export interface EventSearchProps {
  readonly calendars: CalendarRange['calendars'];
  readonly zone: string;
  readonly today: Day;
  /** Shows an event in the calendar while one looks through them. */
  onLook(event: CalendarEvent): void;
  /** Stays at the event. */
  onGo(event: CalendarEvent): void;
  /** Back to where one was. */
  onBack(): void;
}

/** Events of all times by their words. Arrows show each in the calendar, Enter goes to it, Escape leads back. */
export function EventSearch({ calendars, zone, today, onLook, onGo, onBack }: EventSearchProps) {
  const [words, setWords] = useState('');
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const text = useDeferredValue(words.trim());
  const { data, isPending } = useQuery({
    ...api.calendar.search.queryOptions({ input: { text } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const found = text === '' ? NOTHING.events : (data ?? NOTHING.events);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to end an effect.
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function look(index: number): void {
    const event = found[index];
    if (event === undefined) return;
    setActive(index);
    onLook(event);
  }

  function press(event: KeyboardEvent): void {
    const next = listMove(event, active, found.length, PAGE);
    if (next !== undefined && event.key !== 'Home' && event.key !== 'End') look(next);
    else if (event.key === 'Enter') {
      const chosen = found[Math.max(0, active)];
      if (chosen !== undefined) onGo(chosen);
    } else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Pane title="Find an event" onClose={onBack}>
      <PaneSection>
        <TextField
          ref={field}
          role="combobox"
          label="Words of an event"
          hidesLabel
          icon={Search}
          placeholder="Title, place, guest or notes"
          autoComplete="off"
          aria-expanded={found.length > 0}
          aria-controls={id}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          value={words}
          onChange={(next) => {
            setWords(next);
            setActive(-1);
          }}
          onKeyDown={press}
        />
        <p className={styles.count} role="status">
          {text === ''
            ? 'All dates are searched.'
            : isPending
              ? 'Looking'
              : found.length === 0
                ? 'No event has these words.'
                : formatCount(found.length, FOUND)}
        </p>
        <div ref={list} id={id} role="listbox" aria-label="Found" className={styles.list}>
          {found.map((event, index) => {
            const thing = eventThing(event, calendars);
            const day = dayOf(event.startMs, zone);
            return (
              // The keys are the field's, which keeps the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={event.id}
                tabIndex={-1}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={clsx(
                  styles.found,
                  thing.kind === 'event' && colorClass(thing.color),
                  event.endMs < Date.parse(today) && styles.past,
                )}
                onClick={() => onGo(event)}
              >
                <span className={styles.title} dir="auto">
                  {event.title}
                </span>
                <span className={styles.when}>
                  {day.slice(0, 4) === today.slice(0, 4) ? longDay(day) : formatDay(day, 'dated')}
                  {!event.allDay && `, ${clockOf(event.startMs, zone)}`}
                  {event.recurring && ', repeats'}
                </span>
                {event.place !== '' && (
                  <span className={styles.when} dir="auto">
                    {event.place}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </PaneSection>
    </Pane>
  );
}
