import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Today } from '#renderer/features/today/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { Check, RotateCcw } from 'lucide-react';
import type { StartFocus } from './focus-actions.ts';
import { workTold } from './focus-time.ts';
import styles from './start-session.module.css';
import { useSeconds } from './ticker.ts';

/** For how long the last session is still in hand. */
const IN_HAND_MS = 30 * 60_000;

interface JustFinishedProps {
  readonly today: Today;
  onStart(subject: Pick<StartFocus, 'taskId' | 'intention'>): void;
}

/** The session that has just ended: is its task done, or is there another round in it? */
export function JustFinished({ today, onStart }: JustFinishedProps) {
  const nowMs = useSeconds(false);
  const log = useQuery(api.focus.log.queryOptions({ input: { fromDay: today.day, toDay: today.day, limit: 1 } })).data;
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const last = log?.sessions[0];
  if (last === undefined || nowMs - last.endedAtMs > IN_HAND_MS) return null;
  const { taskId, taskStatus, name } = last;
  return (
    <section className={styles.finished} aria-label="Just finished">
      <span className={styles.finishedWords} dir="auto">
        {workTold(last.workMs, name)}
      </span>
      {taskId !== null && taskStatus === 'open' && (
        <Button size="small" icon={Check} onClick={() => complete.mutate({ ids: [taskId] })}>
          Complete the task
        </Button>
      )}
      {taskStatus === 'done' && <span>Completed</span>}
      {taskStatus !== 'done' && (
        <Button
          size="small"
          icon={RotateCcw}
          onClick={() => onStart(taskId !== null && taskStatus !== null ? { taskId } : { intention: name })}
        >
          Another round
        </Button>
      )}
    </section>
  );
}
