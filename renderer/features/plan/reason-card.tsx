import { Button } from '#renderer/ui/button.tsx';
import { weekdayOf } from '#renderer/ui/days.ts';
import { formatTime, weekdayNames } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Plus } from 'lucide-react';
import type { PlanEntry } from './plan-session.ts';
import styles from './reason-card.module.css';

export interface ReasonCardProps {
  readonly entry: PlanEntry;
  readonly zone: string;
  /** The day it lies on, as the calendar counts days. */
  readonly day: string;
  onKeep(): void;
  onRefuse(): void;
  onMove(): void;
}

/** Why a proposed block lies where it lies, and what to say to it. */
export function ReasonCard({ entry, zone, day, onKeep, onRefuse, onMove }: ReasonCardProps) {
  const { planned, isMoved } = entry;
  const reasons = isMoved ? ['You put it here'] : planned.reason.split('; ');
  const weekday = weekdayNames('long')[weekdayOf(day) - 1];
  return (
    <section className={styles.card} aria-label={`Why ${planned.title} is here`}>
      <h2 className={styles.title}>
        Why {weekday} at {formatTime(planned.startMs, zone)}
      </h2>
      <ul className={styles.reasons}>
        {planned.change === 'moved' && !isMoved && (
          <li>
            <Icon icon={Plus} size={12} className={styles.mark} />
            {`Moved from ${formatTime(planned.from.startMs, zone)}: ${planned.movedBecause}`}
          </li>
        )}
        {reasons.map((reason) => (
          <li key={reason}>
            <Icon icon={Plus} size={12} className={styles.mark} />
            {reason.charAt(0).toUpperCase() + reason.slice(1)}
          </li>
        ))}
      </ul>
      <div className={styles.answers}>
        <Button variant="quiet" size="small" keys="y" onClick={onKeep}>
          {entry.decision === 'keep' ? 'Kept' : 'Keep'}
        </Button>
        <Button variant="quiet" size="small" keys="n" onClick={onRefuse}>
          Refuse
        </Button>
        <Button variant="quiet" size="small" keys="m" onClick={onMove}>
          Move
        </Button>
      </div>
    </section>
  );
}
