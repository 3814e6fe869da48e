import { api } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useToday } from '#renderer/features/today/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDuration } from '#renderer/ui/format.ts';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import { Timer } from 'lucide-react';
import { FocusLink, PauseButton } from './focus-chip.tsx';
import styles from './focus-today.module.css';
import { useFocusSession } from './use-focus-session.ts';

/** On Today's side: the session that is on, or the way to one. */
export function FocusToday() {
  const focus = useFocusSession();
  const goTo = useGoTo();
  const day = useToday()?.day ?? '';
  const log = useQuery({
    ...api.focus.log.queryOptions({ input: { fromDay: day, toDay: day, limit: 1 } }),
    enabled: day !== '',
  }).data;
  if (focus === undefined) return null;
  const running = focus?.session.part?.kind === 'work' ? (focus.reading?.elapsedMs ?? 0) : 0;
  const doneMin = Math.floor(((log?.workMs ?? 0) + running) / 60_000);
  return (
    <>
      <SectionLabel end={doneMin === 0 ? undefined : `${formatDuration(doneMin)} today`}>Focus</SectionLabel>
      <div className={styles.line}>
        {focus ? (
          <>
            <FocusLink />
            <PauseButton />
          </>
        ) : (
          <Button size="small" icon={Timer} onClick={() => goTo('/focus')}>
            Start focusing
          </Button>
        )}
      </div>
    </>
  );
}
