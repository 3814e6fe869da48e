import type { FocusPart, FocusSession } from '#contract/focus';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatClock, formatTime } from '#renderer/ui/format.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { Check, Pause, Play, Plus, SkipForward, Square } from 'lucide-react';
import { Dial } from './dial.tsx';
import { extendFocus, finishFocus, pauseOrGoOn, skipPart } from './focus-actions.ts';
import styles from './focus-screen.module.css';
import { endOf, spokenTime } from './focus-time.ts';
import { NoteLine } from './note-line.tsx';
import { RoundDots } from './round-dots.tsx';
import type { RunningFocus } from './use-focus-session.ts';

interface RunningSessionProps {
  readonly focus: RunningFocus;
  readonly zone: string;
}

/** The session that is on: its time, its task, what can be done about it, and a line for what else comes to mind. */
export function RunningSession({ focus: { session, reading }, zone }: RunningSessionProps) {
  const { part, task, taskId } = session;
  const canExtend = part === null || part.plannedMs !== null;
  const canComplete = task?.status === 'open' && taskId !== null;
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const completeTask = (): void => {
    if (taskId !== null && !complete.isPending) complete.mutate({ ids: [taskId] });
  };
  useShortcuts([
    { keys: 'Space', run: () => void pauseOrGoOn() },
    { keys: '+', run: () => void extendFocus(), when: () => canExtend },
    { keys: 's', run: () => void skipPart(), when: () => session.next !== null },
    { keys: 'f', run: () => void finishFocus() },
    { keys: 'd', run: completeTask, when: () => canComplete },
  ]);

  const workMs = part?.kind === 'work' ? part.plannedMs : null;
  return (
    <div className={styles.column}>
      <Dial
        share={reading?.share ?? 0}
        text={reading?.text ?? formatClock(session.workMin * 60_000)}
        spoken={reading ? spokenTime(reading) : 'The next round waits'}
        isStill={session.state !== 'running'}
      >
        <p className={styles.phase}>{phaseOf(session, zone)}</p>
        {session.mode === 'rounds' && (
          <RoundDots session={session} share={reading && workMs !== null ? reading.elapsedMs / workMs : 0} />
        )}
      </Dial>

      <h2 className={styles.name} dir="auto">
        {session.name === '' ? 'Focus' : session.name}
      </h2>
      <p className={styles.about}>
        {task?.project && <bdi>{task.project}</bdi>}
        {task?.status === 'done' && <span className={styles.done}>Completed</span>}
        {canComplete && (
          <Button size="small" variant="quiet" icon={Check} keys="d" onClick={completeTask}>
            Complete the task
          </Button>
        )}
      </p>

      <div className={styles.controls}>
        <MainButton session={session} />
        {canExtend && (
          <Button icon={Plus} keys="+" onClick={() => void extendFocus()}>
            5 min
            <span className="visually-hidden"> more</span>
          </Button>
        )}
        {part !== null && session.next !== null && (
          <Button icon={SkipForward} keys="s" onClick={() => void skipPart()}>
            {part.kind === 'work' ? 'Break' : 'Skip'}
            <span className="visually-hidden">{part.kind === 'work' ? ' now' : ' the break'}</span>
          </Button>
        )}
        <Button icon={Square} keys="f" variant="quiet" onClick={() => void finishFocus()}>
          Finish
        </Button>
      </div>
      <NoteLine notes={session.notes} zone={zone} />
    </div>
  );
}

function MainButton({ session }: { readonly session: FocusSession }) {
  const isRunning = session.state === 'running';
  return (
    <Button
      variant="primary"
      className={styles.main}
      icon={isRunning ? Pause : Play}
      keys="Space"
      onClick={() => void pauseOrGoOn()}
    >
      {isRunning ? 'Pause' : session.state === 'paused' ? 'Go on' : `Start round ${session.round}`}
    </Button>
  );
}

/** "Round 2 of 4, ends 10:42" */
function phaseOf(session: FocusSession, zone: string): string {
  const { part, round, rounds, mode } = session;
  const isInRounds = mode === 'rounds';
  if (!part) return `The break is over, round ${round} of ${rounds} is next`;
  const what = part.kind === 'work' ? (isInRounds ? `Round ${round} of ${rounds}` : '') : breakName(part);
  const when = whenOf(part, zone);
  return what === '' ? when.charAt(0).toUpperCase() + when.slice(1) : `${what}, ${when}`;
}

const breakName = (part: FocusPart): string => (part.kind === 'break' ? 'Break' : 'Long break');

function whenOf(part: FocusPart, zone: string): string {
  const end = endOf(part);
  if (part.pausedAtMs !== null) return `paused at ${formatTime(part.pausedAtMs, zone)}`;
  return end === null ? `since ${formatTime(part.startedAtMs, zone)}` : `ends ${formatTime(end, zone)}`;
}
