import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatTime, formatTimeRange } from '#renderer/ui/format.ts';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { type Appointment, agendaOf } from './agenda.ts';
import styles from './today-screen.module.css';
import type { Today } from './use-today.ts';

interface AgendaSectionsProps {
  readonly day: Day;
  readonly today: Today;
  readonly nowMs: number;
}

/** What is on now and what the rest of the day holds; of another day, all of it. */
export function AgendaSections({ day, today, nowMs }: AgendaSectionsProps) {
  const goTo = useGoTo();
  const bounds = useQuery(api.today.bounds.queryOptions({ input: { day } })).data;
  const range = useQuery({
    ...api.calendar.range.queryOptions({ input: { fromMs: bounds?.startMs ?? 0, toMs: bounds?.endMs ?? 0 } }),
    enabled: bounds !== undefined,
  });
  if (range.isError)
    return (
      <section className={styles.section}>
        <SectionLabel>Next</SectionLabel>
        <p className={styles.quiet}>{failureOf(range.error).message}</p>
      </section>
    );
  if (range.data === undefined) return null;
  const isToday = day === today.day;
  const { allDay, now, next } = agendaOf(range.data, isToday ? nowMs : (bounds?.startMs ?? 0) - 1);
  const until = next[0]?.startMs;
  const coming = [...allDay, ...next].map((appointment) => ({
    appointment,
    time: appointment.isAllDay ? 'All day' : formatTime(appointment.startMs, today.zone),
  }));
  // Titles stand below each other whatever way the times are written.
  const timeWidth = `${Math.max(...coming.map(({ time }) => time.length)) + 0.5}ch`;
  return (
    <>
      {isToday && (
        <section className={styles.section} aria-labelledby="today-now">
          <SectionLabel id="today-now">Now</SectionLabel>
          {now.map((one) => (
            <Present key={one.key} appointment={one} zone={today.zone} nowMs={nowMs} />
          ))}
          {now.length === 0 && (
            <p className={styles.quiet}>
              {until === undefined ? 'Nothing more is on today.' : `Free until ${formatTime(until, today.zone)}.`}
            </p>
          )}
        </section>
      )}
      {(coming.length > 0 || !isToday) && (
        <section className={styles.section} aria-labelledby="today-next">
          <SectionLabel id="today-next">{isToday ? 'Next' : 'On this day'}</SectionLabel>
          <ul className={styles.rows}>
            {coming.map(({ appointment, time }) => (
              <li key={appointment.key}>
                <Row
                  leading={
                    <span className={styles.time} style={{ minWidth: timeWidth }}>
                      {time}
                    </span>
                  }
                  title={
                    <span className={styles.title} dir="auto">
                      {appointment.title}
                    </span>
                  }
                  end={<span className={clsx(styles.dot, toneOf(appointment))} />}
                  onOpen={() => goTo(appointment.route)}
                />
              </li>
            ))}
          </ul>
          {coming.length === 0 && <p className={styles.quiet}>Nothing is on the calendar.</p>}
        </section>
      )}
    </>
  );
}

const toneOf = ({ color }: Appointment): string | undefined => (color === undefined ? styles.block : colorClass(color));

interface PresentProps {
  readonly appointment: Appointment;
  readonly zone: string;
  readonly nowMs: number;
}

function Present({ appointment, zone, nowMs }: PresentProps) {
  const goTo = useGoTo();
  const { startMs, endMs, title, route } = appointment;
  const part = Math.min(1, (nowMs - startMs) / Math.max(1, endMs - startMs));
  return (
    <button type="button" className={clsx(styles.present, toneOf(appointment))} onClick={() => goTo(route)}>
      <span className={styles.presentTitle} dir="auto">
        {title}
      </span>
      <span className={styles.presentTime}>{formatTimeRange(startMs, endMs, zone)}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.passed} style={{ width: `${part * 100}%` }} />
      </span>
    </button>
  );
}
