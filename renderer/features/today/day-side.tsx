import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { FloatingScope } from '#renderer/ui/floating-scope.tsx';
import { formatDay, formatDuration, formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useQuery } from '@tanstack/react-query';
import { PanelRightClose } from 'lucide-react';
import { minutesLeft } from './agenda.ts';
import { AgendaSections } from './agenda-sections.tsx';
import type { TodaySections } from './today-screen.tsx';
import styles from './today-screen.module.css';
import { useMinute } from './use-minute.ts';
import type { Today } from './use-today.ts';

interface DaySideProps {
  readonly day: Day;
  readonly today: Today;
  readonly sections: TodaySections;
  readonly onClose: () => void;
}

/** The time and how much of it is free, what is on and next, and what the features tell of today. */
export function DaySide({ day, today, sections, onClose }: DaySideProps) {
  const nowMs = useMinute();
  const isToday = day === today.day;
  const free = useQuery(api.plan.freeTime.queryOptions({ input: { day } })).data;
  const freeMin = free && minutesLeft(free.stretches, isToday ? nowMs : 0);
  return (
    <aside className={styles.pane} aria-label="The day">
      <FloatingScope>
        <Bar
          level={2}
          className={styles.paneBar}
          title={isToday ? formatTime(nowMs, today.zone) : formatDay(day, 'medium')}
          detail={freeMin === undefined ? '' : freeMin === 0 ? 'No free time left' : `${formatDuration(freeMin)} free`}
          end={<IconButton icon={PanelRightClose} label="Close the day’s side" keys="\" onClick={onClose} />}
        />
        <div className={styles.paneBody} data-focus="inset">
          <AgendaSections day={day} today={today} nowMs={nowMs} />
          {isToday &&
            sections
              .toSorted((one, other) => one.order - other.order)
              .map(({ Section, order }) => (
                <div key={order} className={styles.section}>
                  <Section />
                </div>
              ))}
        </div>
      </FloatingScope>
    </aside>
  );
}
