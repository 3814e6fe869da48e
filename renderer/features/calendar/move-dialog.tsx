import type { Day, TimeOfDay } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useState } from 'react';
import type { Stretch } from './drag.ts';
import styles from './event-form.module.css';
import { type Thing, isAcrossDays } from './things.ts';
import { instantOf, localOf } from './zoned.ts';

export interface MoveDialogProps {
  readonly thing: Thing;
  readonly zone: string;
  readonly today: Day;
  onMove(to: Stretch): void;
  onClose(): void;
}

/** Another time for a thing, in words: the way without a pointer. */
export function MoveDialog({ thing, zone, today, onMove, onClose }: MoveDialogProps) {
  const [startDay, startTime] = localOf(thing.startMs, zone).split('T');
  const [day, setDay] = useState<Day | undefined>(startDay);
  const [time, setTime] = useState<TimeOfDay | undefined>(startTime);
  const [durationMin, setDurationMin] = useState<number | undefined>((thing.endMs - thing.startMs) / 60_000);
  const inDays = isAcrossDays(thing);
  const isWhole = day !== undefined && time !== undefined && durationMin !== undefined && durationMin > 0;

  function move(): void {
    if (!isWhole) return;
    const startMs = instantOf(`${day}T${time}`, zone);
    onMove({ startMs, endMs: startMs + durationMin * 60_000 });
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Move"
      description={thing.title.length > 80 ? `${thing.title.slice(0, 79)}…` : thing.title}
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            form="move-thing"
            type="submit"
            {...(isWhole ? {} : { disabledReason: 'Say a day, a time and a length.' })}
          >
            Move
          </Button>
        </>
      }
    >
      <form
        id="move-thing"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <DateField label="Day" today={today} value={day} onChange={setDay} />
        {!inDays && (
          <div className={styles.pair}>
            <TimeField label="At" value={time} onChange={setTime} />
            <DurationField label="For" value={durationMin} onChange={setDurationMin} />
          </div>
        )}
      </form>
    </Dialog>
  );
}
