import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useToday } from '#renderer/features/today/index.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { PanelRightOpen, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { FocusLog } from './focus-log.tsx';
import styles from './focus-screen.module.css';
import { RunningSession } from './running-session.tsx';
import { StartSession } from './start-session.tsx';
import { useFocusSession } from './use-focus-session.ts';

/** The timer, or what to start it on; beside it what was done today and this week. */
export default function FocusScreen() {
  const focus = useFocusSession();
  const current = useQuery(api.focus.current.queryOptions());
  const today = useToday();
  const goTo = useGoTo();
  const isRoomy = useMediaQuery('(min-width: 821px)');
  const [wish, setWish] = useState<boolean>();
  const isLogOpen = wish ?? isRoomy;
  const toggleLog = (): void => setWish(!isLogOpen);
  useShortcuts([{ keys: '\\', run: toggleLog }]);

  return (
    <>
      <Bar
        title="Focus"
        end={
          <>
            <IconButton icon={SlidersHorizontal} label="Lengths of work and breaks" onClick={() => goTo('/settings')} />
            {!isLogOpen && <IconButton icon={PanelRightOpen} label="Show the log" keys="\" onClick={toggleLog} />}
          </>
        }
      />
      <div className={styles.stage}>
        {current.isError && <FocusFailure error={current.error} onRetry={() => void current.refetch()} />}
        {focus && today && <RunningSession key={focus.session.id} focus={focus} zone={today.zone} />}
        {focus === null && today && <StartSession today={today} />}
      </div>
      {isLogOpen && today && (
        <PagePane>
          <FocusLog today={today} onClose={toggleLog} />
        </PagePane>
      )}
    </>
  );
}

function FocusFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { message, reference } = failureOf(error);
  return (
    <ErrorNotice
      title="The timer could not be read"
      kept={message}
      reference={reference}
      action={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
