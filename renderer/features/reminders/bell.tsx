import { useGoTo } from '#renderer/data/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { Bell as BellIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './bell.module.css';
import { ToldList } from './told-list.tsx';
import { useTold } from './use-told.ts';

const MOST = 12;

/** The bell in the head of every page: how many reminders wait, and under it which. */
export function Bell() {
  const told = useTold();
  const goTo = useGoTo();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (): void => setOpen(true);
    window.addEventListener('braindump:reminders', open);
    return () => window.removeEventListener('braindump:reminders', open);
  }, []);
  const waiting = told.items.filter(({ snoozedUntilMs }) => snoozedUntilMs === null);
  const label =
    told.count === 0
      ? 'No reminder waits'
      : formatCount(told.count, { one: 'reminder waits', other: 'reminders wait' });
  return (
    <span className={styles.bell}>
      <Popover
        label="Reminders"
        showsTitle
        align="end"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={<IconButton icon={BellIcon} label={label} />}
      >
        <div className={styles.list}>
          {waiting.length === 0 ? (
            <EmptyState compact title="Nothing waits">
              What you are reminded of is kept here until you answer it.
            </EmptyState>
          ) : (
            <ToldList told={told} items={waiting.slice(0, MOST)} onOpened={() => setOpen(false)} />
          )}
        </div>
        <div className={styles.foot}>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              setOpen(false);
              goTo('/reminders');
            }}
          >
            {waiting.length > MOST ? `Show all ${waiting.length}` : 'Show all'}
          </Button>
          {waiting.length > 0 && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => told.dismiss.mutate({ alarmIds: waiting.map(({ alarmId }) => alarmId) })}
            >
              Clear all
            </Button>
          )}
        </div>
      </Popover>
      {told.count > 0 && (
        <span className={styles.count} aria-hidden>
          {told.count > 99 ? '99+' : told.count}
        </span>
      )}
    </span>
  );
}
