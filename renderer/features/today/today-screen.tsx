import type { Day } from '#contract/time';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { CaptureLine } from '#renderer/features/capture/index.ts';
import { DayPage, SavedState } from '#renderer/features/journal/index.ts';
import { SampleOffer } from '#renderer/features/samples/index.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { ChevronLeft, ChevronRight, PanelRightOpen } from 'lucide-react';
import { type ComponentType, useSyncExternalStore } from 'react';
import { type Ritual, rituals } from './day-choices.ts';
import { DaySide } from './day-side.tsx';
import { RitualDialog } from './ritual-dialog.tsx';
import { side } from './side.ts';
import styles from './today-screen.module.css';
import { type Today, useToday } from './use-today.ts';

/** What other features show on the side of Today, in its order. */
export type TodaySections = readonly { readonly order: number; readonly Section: ComponentType }[];

/** Home: the day's page, and beside it what is on, what is next and what is due. */
export function TodayScreen({ sections }: { readonly sections: TodaySections }) {
  const today = useToday();
  const asked = useSearchParam('day');
  if (today === undefined) return null;
  const day =
    asked !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asked) && addDays(asked, 0) === asked ? asked : today.day;
  return <DayScreen day={day} today={today} sections={sections} />;
}

interface DayScreenProps {
  readonly day: Day;
  readonly today: Today;
  readonly sections: TodaySections;
}

function DayScreen({ day, today, sections }: DayScreenProps) {
  const goTo = useGoTo();
  const wanted = useSearchParam('ritual');
  const isRoomy = useMediaQuery('(min-width: 821px)');
  const wish = useSyncExternalStore(side.subscribe, side.isWanted);
  const isSideOpen = wish ?? isRoomy;
  const isToday = day === today.day;
  const ritual = rituals.find((one) => one === wanted);
  const begin = (next: Ritual): void => goTo(`/today?ritual=${next}`, { replace: true });
  const go = (to: Day): void => goTo(to === today.day ? '/today' : `/today?day=${to}`, { replace: true });
  const before = (): void => go(addDays(day, -1));
  const after = (): void => go(addDays(day, 1));
  useShortcuts([
    { keys: '[', run: before, repeats: true },
    { keys: ']', run: after, repeats: true },
    { keys: 't', run: () => go(today.day) },
    { keys: 'p', run: () => begin('plan') },
    { keys: 'e', run: () => begin('close') },
    { keys: '\\', run: () => side.want(!isSideOpen) },
  ]);
  return (
    <>
      <Bar
        title={isToday ? 'Today' : formatDay(day, day.slice(0, 4) === today.day.slice(0, 4) ? 'medium' : 'full')}
        start={<IconButton icon={ChevronLeft} label="Day before" keys="[" onClick={before} />}
        beside={<IconButton icon={ChevronRight} label="Day after" keys="]" onClick={after} />}
        detail={<SavedState day={day} zone={today.zone} />}
        end={
          <>
            {isToday ? (
              <>
                <Button size="small" keys="p" onClick={() => begin('plan')}>
                  Plan my day
                </Button>
                <Button size="small" variant="quiet" keys="e" onClick={() => begin('close')}>
                  Close my day
                </Button>
              </>
            ) : (
              <Button size="small" keys="t" onClick={() => go(today.day)}>
                Today
              </Button>
            )}
            {!isSideOpen && (
              <IconButton icon={PanelRightOpen} label="Show the day’s side" keys="\" onClick={() => side.want(true)} />
            )}
          </>
        }
      />
      <DayPage key={day} day={day} hidesEarlierYears={isSideOpen && isToday} />
      <div className={styles.dock}>
        <div className={styles.line}>
          <div className={styles.offer}>{isToday && <SampleOffer />}</div>
          <CaptureLine />
        </div>
      </div>
      {isToday && ritual !== undefined && (
        <RitualDialog ritual={ritual} onClose={() => goTo('/today', { replace: true })} />
      )}
      {isSideOpen && (
        <PagePane>
          <DaySide day={day} today={today} sections={sections} onClose={() => side.want(false)} />
        </PagePane>
      )}
    </>
  );
}
