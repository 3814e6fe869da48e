import type { ToldReminder } from '#contract/reminders';
import type { Day } from '#contract/time';
import { useGoTo } from '#renderer/data/navigation.ts';
import { formatRelativeDay, formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { AlarmClock, Check, Clock, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { SnoozeDialog } from './snooze-dialog.tsx';
import styles from './told-list.module.css';
import type { Told } from './use-told.ts';

interface ToldListProps {
  readonly told: Told;
  readonly items: readonly ToldReminder[];
  /** Called when one of them was opened. */
  readonly onOpened?: () => void;
}

/** What was told, day by day. Arrow keys go from one to the next; Enter opens, `d` completes, `s` puts off, `x` clears. */
export function ToldList({ told, items, onOpened }: ToldListProps) {
  const goTo = useGoTo();
  const [snoozing, setSnoozing] = useState<string>();
  const { today } = told;
  const days = [...Map.groupBy(items, (item) => dayIn(item.toldAtMs, told.zone))];
  const snoozeEntries = (item: ToldReminder): MenuEntry[] => {
    const put = (until: Parameters<typeof told.snooze.mutate>[0]['until']) => () =>
      told.snooze.mutate({ alarmIds: [item.alarmId], until });
    return [
      { label: '10 minutes', keys: 's', onSelect: put({ minutes: 10 }) },
      { label: '1 hour', onSelect: put({ minutes: 60 }) },
      { label: 'This evening', onSelect: put({ preset: 'evening' }) },
      { label: 'Tomorrow', onSelect: put({ preset: 'tomorrow' }) },
      { label: 'Another time', onSelect: () => setSnoozing(item.alarmId) },
    ];
  };

  function handleKey(event: KeyboardEvent<HTMLDivElement>): void {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-told]')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const item = items.find(({ alarmId }) => alarmId === rows[at]?.dataset['told']);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => rows[Math.min(at + 1, rows.length - 1)]?.querySelector('button')?.focus(),
      ArrowUp: () => rows[Math.max(at - 1, 0)]?.querySelector('button')?.focus(),
      ...(item && {
        s: () => told.snooze.mutate({ alarmIds: [item.alarmId], until: { minutes: 10 } }),
        x: () => told.dismiss.mutate({ alarmIds: [item.alarmId] }),
        ...(item.taskId !== null && { d: () => told.done.mutate({ alarmIds: [item.alarmId] }) }),
      }),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    // The next one takes the place of one that goes.
    if (event.key.length === 1) (rows[at + 1] ?? rows[at - 1])?.querySelector('button')?.focus();
    act();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons inside it
    <div onKeyDown={handleKey}>
      {days.map(([day, ofDay]) => (
        <section key={day} className={styles.day} aria-label={formatRelativeDay(day, today)}>
          <SectionLabel level={3}>{formatRelativeDay(day, today)}</SectionLabel>
          <ul>
            {ofDay.map((item) => (
              <li key={item.alarmId} data-told={item.alarmId}>
                <Row
                  leading={<span className={styles.time}>{formatTime(item.dueMs, told.zone)}</span>}
                  title={
                    <span className={styles.title} dir="auto">
                      {item.title}
                    </span>
                  }
                  meta={<span className={styles.when}>{whenOf(item, told.zone, today)}</span>}
                  tone={item.snoozedUntilMs === null ? 'plain' : 'quiet'}
                  onOpen={() => {
                    goTo(item.route);
                    onOpened?.();
                  }}
                  end={
                    <span className={styles.acts}>
                      {item.taskId !== null && (
                        <IconButton
                          icon={Check}
                          label={`Complete ${item.title}`}
                          keys="d"
                          onClick={() => told.done.mutate({ alarmIds: [item.alarmId] })}
                        />
                      )}
                      <Menu
                        align="end"
                        trigger={<IconButton icon={Clock} label={`Put off ${item.title}`} />}
                        entries={snoozeEntries(item)}
                      />
                      <IconButton
                        icon={X}
                        label={`Clear ${item.title}`}
                        keys="x"
                        onClick={() => told.dismiss.mutate({ alarmIds: [item.alarmId] })}
                      />
                    </span>
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {snoozing !== undefined && (
        <SnoozeDialog alarmId={snoozing} icon={AlarmClock} onClose={() => setSnoozing(undefined)} />
      )}
    </div>
  );
}

/** "Put off until 10:40"; "tomorrow 14:00"; when the thing itself is. */
function whenOf(item: ToldReminder, zone: string, today: Day): string {
  const moment = (ms: number): string => {
    const day = dayIn(ms, zone);
    return `${day === today ? '' : `${formatRelativeDay(day, today)} `}${formatTime(ms, zone)}`;
  };
  if (item.snoozedUntilMs !== null) return `Put off until ${moment(item.snoozedUntilMs)}`;
  const late = item.isLate ? 'Missed. ' : '';
  if (item.thingMs === null) return late;
  return item.thingAllDay
    ? `${late}${formatRelativeDay(dayIn(item.thingMs, zone), today)}`
    : `${late}${moment(item.thingMs)}`;
}

/** `YYYY-MM-DD` of an instant. */
export function dayIn(ms: number, zone: string): Day {
  return new Date(ms).toLocaleDateString('en-CA', { timeZone: zone });
}
