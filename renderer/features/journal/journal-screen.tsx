import type { Day } from '#contract/time';
import { useGoTo, useRouteParam, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { DayList } from './day-list.tsx';
import { DayMenu } from './day-menu.tsx';
import { DayPage } from './day-page.tsx';
import styles from './journal-screen.module.css';
import { SavedState } from './saved-state.tsx';
import { type Now, useNow } from './use-now.ts';

/** The journal: days on the left, the page of one of them beside. Without a day it is today's. */
export default function JournalScreen() {
  const now = useNow();
  const asked = useRouteParam('day');
  if (now === null) return null;
  return <Journal day={asked !== undefined && isDay(asked) ? asked : now.today} now={now} />;
}

function Journal({ day, now }: { readonly day: Day; readonly now: Now }) {
  const goTo = useGoTo();
  // Another value is another wish to begin an entry.
  const begin = useSearchParam('new');
  const go = (to: Day): void => {
    if (to !== day) goTo(`/journal/${to}`, { replace: true });
  };
  const previous = (): void => go(addDays(day, -1));
  const next = (): void => go(addDays(day, 1));
  useShortcuts([
    { keys: '[', run: previous, repeats: true },
    { keys: ']', run: next, repeats: true },
    { keys: 't', run: () => go(now.today) },
  ]);
  const style = day.slice(0, 4) === now.today.slice(0, 4) ? 'long' : 'full';

  return (
    <div className={styles.screen}>
      <DayList
        day={day}
        now={now}
        onGo={go}
        onNew={() => goTo(`/journal/${day}?new=${Date.now()}`, { replace: true })}
      />
      <section aria-label={formatDay(day, 'full')} className={styles.page}>
        <Bar
          title={day === now.today ? 'Today' : formatDay(day, style)}
          beside={
            <>
              <IconButton icon={ChevronLeft} label="Day before" keys="[" onClick={previous} />
              <IconButton icon={ChevronRight} label="Day after" keys="]" onClick={next} />
            </>
          }
          detail={<SavedState day={day} zone={now.zone} />}
          end={<DayMenu day={day} zone={now.zone} />}
        />
        <DayPage key={begin ?? ''} day={day} startsWriting={begin !== undefined} />
      </section>
    </div>
  );
}

/** Whether the address names a day of the calendar. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text && text >= '0001-01-01';
}
