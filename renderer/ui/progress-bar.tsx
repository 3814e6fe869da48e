import { Progress } from '@base-ui/react/progress';
import { X } from 'lucide-react';

import { IconButton } from './icon-button.tsx';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** What is being done: "Reading your mail". */
  readonly label: string;
  /** How far, 0 to 1; null while that is unknown. */
  readonly value: number | null;
  /** In words: "1,204 of 3,000 messages". */
  readonly detail?: string | undefined;
  /** Work of more than two seconds can be cancelled. */
  readonly onCancel?: (() => void) | undefined;
}

/** Long work: what, how far, and a way to stop it. */
export function ProgressBar({ label, value, detail, onCancel }: ProgressBarProps) {
  return (
    // The button stands beside the bar, not in it: what is inside a progress bar can't be reached.
    <div className={styles.line}>
      <Progress.Root value={value === null ? null : Math.round(value * 100)} className={styles.progress}>
        <Progress.Label className={styles.label}>{label}</Progress.Label>
        <span className={styles.detail}>{detail ?? (value === null ? '' : `${Math.round(value * 100)} %`)}</span>
        <Progress.Track className={styles.track}>
          <Progress.Indicator className={styles.bar} />
        </Progress.Track>
      </Progress.Root>
      {onCancel !== undefined && <IconButton icon={X} label={`Cancel: ${label}`} onClick={onCancel} />}
    </div>
  );
}
