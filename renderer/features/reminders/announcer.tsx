import { useEffect, useRef, useState } from 'react';
import { useTold } from './use-told.ts';

/** Reads out what has just come due, for those who don't see the bell. */
export function Announcer() {
  const { items, centre } = useTold();
  const known = useRef<ReadonlySet<string>>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!centre.isSuccess) return;
    const fresh = known.current === null ? [] : items.filter(({ alarmId }) => known.current?.has(alarmId) !== true);
    known.current = new Set(items.map(({ alarmId }) => alarmId));
    if (fresh.length > 0) setWords(`Reminder: ${fresh.map(({ title }) => title).join(', ')}`);
  }, [items, centre.isSuccess]);
  return (
    <div className="visually-hidden" role="status">
      {words}
    </div>
  );
}
