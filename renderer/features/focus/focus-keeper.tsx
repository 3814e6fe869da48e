import { api, queryClient } from '#renderer/data/api.ts';
import { useEffect } from 'react';
import { announcement, shortened, shownName } from './focus-time.ts';
import { useIsVisible } from './ticker.ts';
import { useFocusSession } from './use-focus-session.ts';

const APP_NAME = 'Braindump';

/** Tells the time in the window's title and, at few moments, to screen readers. */
export function FocusKeeper() {
  const focus = useFocusSession();
  const isVisible = useIsVisible();
  const isOver = focus?.reading?.leftMs === 0 && focus.session.state === 'running';
  // A hidden window does not tick: no time is better than a wrong one.
  const time = isVisible ? focus?.reading?.text : undefined;
  const title = focus ? [time, shortened(shownName(focus.session)), APP_NAME].filter(Boolean).join(' · ') : APP_NAME;

  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = APP_NAME;
    },
    [],
  );
  useEffect(() => {
    if (!isOver) return undefined;
    // The core moves on by itself; after a sleep its timer may be late, and asking brings it up to now.
    const timer = window.setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: api.focus.current.key() }),
      1_500,
    );
    return () => window.clearTimeout(timer);
  }, [isOver]);

  return (
    <output className="visually-hidden">{focus && isVisible ? announcement(focus.session, focus.nowMs) : ''}</output>
  );
}
