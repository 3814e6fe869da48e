import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Ring } from '#renderer/ui/ring.tsx';
import { Link, useRouterState } from '@tanstack/react-router';
import { Pause, Play } from 'lucide-react';
import { pauseOrGoOn } from './focus-actions.ts';
import styles from './focus-chip.module.css';
import { shownName, spokenTime } from './focus-time.ts';
import { useFocusSession } from './use-focus-session.ts';

/** The session that is on, in the head of every other screen: time, name, pause. */
export function FocusChip() {
  const focus = useFocusSession();
  const isOnFocus = useRouterState({ select: (state) => state.location.pathname === '/focus' });
  if (!focus || isOnFocus) return null;
  return (
    <div className={styles.chip}>
      <FocusLink />
      <PauseButton />
    </div>
  );
}

/** The running time and name; leads to the timer. */
export function FocusLink() {
  const focus = useFocusSession();
  if (!focus) return null;
  const { session, reading } = focus;
  return (
    <Link to="/focus" className={styles.link}>
      <Ring value={reading?.share ?? 0} />
      <span role="timer" aria-label={reading ? spokenTime(reading) : 'The next round waits'} className={styles.time}>
        {reading?.text ?? 'Ready'}
      </span>
      <span className={styles.name} dir="auto">
        {shownName(session)}
      </span>
    </Link>
  );
}

/** Pauses or goes on. */
export function PauseButton() {
  const focus = useFocusSession();
  if (!focus) return null;
  return focus.session.state === 'running' ? (
    <IconButton icon={Pause} label="Pause" onClick={() => void pauseOrGoOn()} />
  ) : (
    <IconButton
      icon={Play}
      label={focus.session.state === 'ready' ? 'Start the next round' : 'Go on'}
      onClick={() => void pauseOrGoOn()}
    />
  );
}
