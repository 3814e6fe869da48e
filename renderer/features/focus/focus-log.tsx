import type { LoggedSession } from '#contract/focus';
import type { Day } from '#contract/time';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Today } from '#renderer/features/today/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { formatDuration, formatRelativeDay, formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import styles from './focus-log.module.css';
import { shortened, shownName } from './focus-time.ts';
import { useFocusSession } from './use-focus-session.ts';
import { WeekChart } from './week-chart.tsx';

/** Few enough that the week below them stays in reach. */
const PAGE = 12;
/** The tasks with the most time; the others are summed up. */
const SHOWN_SUBJECTS = 6;

const minutesOf = (ms: number): number => Math.floor(ms / 60_000);

interface FocusLogProps {
  readonly today: Today;
  readonly onClose: () => void;
}

/** What was done: the sessions, the last seven days, and where the time went. */
export function FocusLog({ today, onClose }: FocusLogProps) {
  const [span, setSpan] = useState<'today' | 'week'>('today');
  const focus = useFocusSession();
  const weekStart = addDays(today.day, -6);
  const week = useQuery(api.focus.log.queryOptions({ input: { fromDay: weekStart, toDay: today.day, limit: 1 } }));
  // The work that is on is not in the log yet; it counts from its first minute.
  const runningMs = focus?.session.part?.kind === 'work' ? (focus.reading?.elapsedMs ?? 0) : 0;
  const days = week.data?.days.map(({ day, workMs }) => ({
    day,
    workMs: workMs + (day === today.day ? runningMs : 0),
  }));
  const todayMin = minutesOf(days?.at(-1)?.workMs ?? 0);

  return (
    <Pane title="Today" detail={days && formatDuration(todayMin)} onClose={onClose}>
      <PaneSection>
        <SectionLabel
          end={
            <SegmentedControl<'today' | 'week'>
              label="Sessions of"
              value={span}
              options={[
                { value: 'today', label: 'Today' },
                { value: 'week', label: 'Week' },
              ]}
              onChange={setSpan}
            />
          }
        >
          Sessions
        </SectionLabel>
        {focus && (
          <Row
            className={styles.on}
            leading={<span className={styles.time}>{formatTime(focus.session.startedAtMs, today.zone)}</span>}
            title={<bdi>{focus.session.name === '' ? 'Focus' : focus.session.name}</bdi>}
            end={
              focus.session.part?.kind === 'work' || focus.session.part === null
                ? formatDuration(minutesOf(focus.session.workMs + runningMs))
                : shownName(focus.session)
            }
          />
        )}
        <Sessions key={span} fromDay={span === 'today' ? today.day : weekStart} today={today} isOn={Boolean(focus)} />
      </PaneSection>
      {week.isError && (
        <PaneSection>
          <p className={styles.quiet}>{failureOf(week.error).message}</p>
        </PaneSection>
      )}
      {days && (
        <PaneSection>
          <WeekChart days={days} today={today.day} />
        </PaneSection>
      )}
      {week.data && week.data.subjects.length > 0 && (
        <PaneSection>
          <Subjects subjects={week.data.subjects} />
        </PaneSection>
      )}
    </Pane>
  );
}

interface SessionsProps {
  readonly fromDay: Day;
  readonly today: Today;
  /** One is on and shown above. */
  readonly isOn: boolean;
}

function Sessions({ fromDay, today, isOn }: SessionsProps) {
  const log = useInfiniteQuery(
    api.focus.log.infiniteOptions({
      input: (after: { startedAtMs: number; id: string } | null) => ({
        fromDay,
        toDay: today.day,
        after,
        limit: PAGE,
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextAfter,
    }),
  );
  const remove = useCommand(client.focus.remove, { done: () => 'Session removed' });
  if (log.isError) return <p className={styles.quiet}>{failureOf(log.error).message}</p>;
  if (log.data === undefined) return null;
  const sessions = log.data.pages.flatMap((page) => page.sessions);
  if (sessions.length === 0 && !isOn)
    return (
      <p className={styles.quiet}>
        {fromDay === today.day ? 'No session yet today.' : 'No session in the last seven days.'} What you finish stands
        here, with its time.
      </p>
    );
  const byDay = [...Map.groupBy(sessions, ({ day }) => day)];
  return (
    <>
      {byDay.map(([day, group]) => (
        <div key={day}>
          {fromDay !== today.day && <p className={styles.day}>{formatRelativeDay(day, today.day)}</p>}
          <ul aria-label={`Sessions, ${formatRelativeDay(day, today.day)}`}>
            {group.map((session) => (
              <li key={session.id}>
                <LoggedRow session={session} zone={today.zone} onRemove={() => remove.mutate({ id: session.id })} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {log.hasNextPage && (
        <Button size="small" variant="quiet" onClick={() => void log.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

interface LoggedRowProps {
  readonly session: LoggedSession;
  readonly zone: string;
  readonly onRemove: () => void;
}

function LoggedRow({ session, zone, onRemove }: LoggedRowProps) {
  const name = session.name === '' ? 'Focus' : session.name;
  return (
    <Row
      className={styles.row}
      leading={<span className={styles.time}>{formatTime(session.startedAtMs, zone)}</span>}
      title={<bdi>{name}</bdi>}
      end={
        <>
          <span className={styles.length}>{formatDuration(minutesOf(session.workMs))}</span>
          <IconButton
            icon={Trash2}
            label={`Remove ${shortened(name)} from the log`}
            className={styles.remove}
            onClick={onRemove}
          />
        </>
      }
    />
  );
}

function Subjects({ subjects }: { readonly subjects: readonly { readonly name: string; readonly workMs: number }[] }) {
  const rest = subjects.slice(SHOWN_SUBJECTS).reduce((sum, { workMs }) => sum + workMs, 0);
  const shown = subjects.slice(0, SHOWN_SUBJECTS);
  return (
    <>
      <SectionLabel end="last seven days">Where it went</SectionLabel>
      <ul className={styles.subjects}>
        {shown.map(({ name, workMs }, at) => (
          <li key={`${at} ${name}`}>
            <Row title={<bdi>{name === '' ? 'Focus' : name}</bdi>} end={formatDuration(minutesOf(workMs))} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Row tone="quiet" title="Everything else" end={formatDuration(minutesOf(rest))} />
          </li>
        )}
      </ul>
    </>
  );
}
