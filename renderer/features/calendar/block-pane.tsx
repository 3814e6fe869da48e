import type { BlockOfTask } from '#contract/calendar';
import { client } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { startFocus } from '#renderer/features/focus/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay, formatDuration, formatTimeRange } from '#renderer/ui/format.ts';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { CalendarClock, Check, Timer, Trash2 } from 'lucide-react';
import styles from './event-form.module.css';
import { dayOf } from './zoned.ts';

export interface BlockPaneProps {
  readonly block: BlockOfTask;
  readonly zone: string;
  onPin(pinned: boolean): void;
  onMove(): void;
  onRemove(): void;
  onClose(): void;
}

/** A block in hand: its task, its time, and why it is there. */
export function BlockPane({ block, zone, onPin, onMove, onRemove, onClose }: BlockPaneProps) {
  const { task } = block;
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const reopen = useCommand(client.tasks.reopen, { done: () => 'Task open again' });
  const isOpen = task.status === 'open';
  const goTo = useGoTo();

  async function focus(): Promise<void> {
    const failure = await startFocus({ blockId: block.id });
    if (failure) showToast({ message: failure.message, tone: 'alert' });
    else goTo('/focus');
  }
  useShortcuts([{ keys: 'f', when: () => isOpen, run: () => void focus() }]);

  return (
    <Pane title="Time for a task" onClose={onClose}>
      <PaneSection>
        <p className={styles.name} dir="auto">
          {task.title}
        </p>
        <dl className={styles.facts}>
          <dt>When</dt>
          <dd>
            {formatDay(dayOf(block.startMs, zone), 'medium')}, {formatTimeRange(block.startMs, block.endMs, zone)}
          </dd>
          <dt>Length</dt>
          <dd>{formatDuration((block.endMs - block.startMs) / 60_000)}</dd>
          {task.dueDay !== null && (
            <>
              <dt>Due</dt>
              <dd>{formatDay(task.dueDay, 'medium')}</dd>
            </>
          )}
          {block.reason !== '' && (
            <>
              <dt>Why here</dt>
              <dd>{block.reason}</dd>
            </>
          )}
        </dl>
        <div className={styles.actions}>
          {isOpen && (
            <Button size="small" icon={Timer} keys="f" onClick={() => void focus()}>
              Focus
            </Button>
          )}
          <Button
            size="small"
            icon={Check}
            onClick={() => (isOpen ? complete : reopen).mutate({ ids: [block.taskId] })}
          >
            {isOpen ? 'Complete' : 'Open again'}
          </Button>
          <Button size="small" icon={CalendarClock} keys="m" onClick={onMove}>
            Move
          </Button>
          <Button size="small" icon={Trash2} keys="Delete" onClick={onRemove}>
            Remove
          </Button>
        </div>
      </PaneSection>
      <PaneSection>
        <Switch label="Pinned" hint="Plans leave it where it is." checked={block.pinned} onChange={onPin} />
      </PaneSection>
    </Pane>
  );
}
