import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDuration } from '#renderer/ui/format.ts';
import { useQuery } from '@tanstack/react-query';
import styles from './learned-length.module.css';

const ALIKE = { title: 'This took', tags: 'With the same tags:', project: 'In this project:', all: 'Your tasks took' };

export interface LearnedLengthProps {
  readonly taskId: string;
  /** What the person estimates now. */
  readonly estimateMin: number | null;
  onUse(minutes: number): void;
}

/** How long tasks like this one took, to take over with one press; it never changes an estimate by itself. */
export function LearnedLength({ taskId, estimateMin, onUse }: LearnedLengthProps) {
  const learned = useQuery(api.plan.learned.queryOptions({ input: { taskId } })).data;
  if (learned === undefined) return null;
  const { length, count, needed } = learned;
  if (length === null)
    return count === 0 ? null : (
      <p className={styles.line}>
        Too few done to learn from yet: {count} of {needed}.
      </p>
    );
  const { lowMin, middleMin, highMin, basis } = length;
  return (
    <p className={styles.line}>
      {ALIKE[basis]} {formatDuration(lowMin)} to {formatDuration(highMin)}; {count} done.{' '}
      {middleMin !== estimateMin && (
        <Button variant="link" size="small" onClick={() => onUse(middleMin)}>
          Use {formatDuration(middleMin)}
        </Button>
      )}
    </p>
  );
}
