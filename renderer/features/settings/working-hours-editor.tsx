import { Button } from '#renderer/ui/button.tsx';
import { weekdayNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { Copy, Plus, X } from 'lucide-react';
import { useState } from 'react';
import styles from './settings-screen.module.css';
import type { SectionProps } from './settings-screen.tsx';
import { type Stretch, type WeekdayName, nextStretch, problemOf, weekdays, withDay } from './working-hours.ts';

/** The hours of each weekday in which plans may put work. */
export function WorkingHoursEditor({ desk: { settings, errors, set } }: SectionProps) {
  const hours = settings.workingHours;
  const names = weekdayNames('long');
  return (
    <>
      <p className={styles.hint}>Plans put tasks into these hours, around your events.</p>
      <div className={styles.days}>
        {weekdays.map((weekday, index) => (
          <WorkingDay
            key={weekday}
            name={names[index] ?? weekday}
            saved={(hours[weekday] ?? []).map(([from, to]) => ({ from, to }))}
            onSave={(stretches) => set('workingHours', withDay(hours, weekday, stretches), 'Working hours')}
            onCopy={() => set('workingHours', copiedToWorkdays(hours, weekday), 'Working hours')}
          />
        ))}
      </div>
      {errors.workingHours !== undefined && (
        <p className={styles.error} role="alert">
          {errors.workingHours}
        </p>
      )}
    </>
  );
}

interface WorkingDayProps {
  readonly name: string;
  readonly saved: readonly Stretch[];
  readonly onSave: (stretches: readonly Stretch[]) => void;
  readonly onCopy: () => void;
}

function WorkingDay({ name, saved, onSave, onCopy }: WorkingDayProps) {
  /** Kept here while it is not whole or not possible; saved as soon as it is. */
  const [draft, setDraft] = useState<readonly Stretch[]>();
  const stretches = draft ?? saved;
  const problem = problemOf(stretches);

  function change(next: readonly Stretch[]): void {
    const isPossible = problemOf(next) === null;
    setDraft(isPossible ? undefined : next);
    if (isPossible) onSave(next);
  }
  const replace = (at: number, stretch: Partial<Stretch>): void =>
    change(stretches.map((one, index) => (index === at ? { ...one, ...stretch } : one)));

  return (
    <div className={styles.day} role="group" aria-label={name}>
      <span className={styles.dayName} aria-hidden>
        {name}
      </span>
      <div className={styles.stretches}>
        {stretches.length === 0 && (
          <div className={styles.stretch}>
            <span className={styles.free}>Free</span>
            <IconButton icon={Plus} label={`Add hours on ${name}`} onClick={() => change([nextStretch([])])} />
          </div>
        )}
        {stretches.map((stretch, at) => (
          // Stretches have no name but their place.
          <div key={at} className={styles.stretch}>
            <TimeField
              label={`${name}, from`}
              hidesLabel
              value={stretch.from}
              onChange={(from) => replace(at, { from })}
            />
            <span className={styles.to}>to</span>
            <TimeField
              label={`${name}, to`}
              hidesLabel
              value={stretch.to}
              onChange={(to) => replace(at, { to: to === '00:00' ? '24:00' : to })}
            />
            <IconButton
              icon={X}
              label={`Remove these hours on ${name}`}
              onClick={() => change(stretches.filter((_, index) => index !== at))}
            />
            {at === stretches.length - 1 && (
              <>
                <IconButton
                  icon={Plus}
                  label={`Add hours on ${name}`}
                  onClick={() => change([...stretches, nextStretch(stretches)])}
                />
                <IconButton icon={Copy} label={`Use for Monday to Friday: hours of ${name}`} onClick={onCopy} />
              </>
            )}
          </div>
        ))}
        {problem !== null && (
          <p className={styles.error} role="alert">
            {problem} Not saved yet.
            <Button variant="link" size="small" onClick={() => setDraft(undefined)}>
              Back to what it was
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

function copiedToWorkdays(hours: Parameters<typeof withDay>[0], from: WeekdayName): Parameters<typeof withDay>[0] {
  const copied = hours[from] ?? [];
  return { ...hours, mon: copied, tue: copied, wed: copied, thu: copied, fri: copied };
}
