import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { EditPopover } from './edit-popover.tsx';
import styles from './tasks-screen.module.css';
import type { TaskCommands } from './use-task-commands.ts';

interface BulkBarProps {
  readonly tasks: readonly Task[];
  readonly today: Day;
  readonly commands: TaskCommands;
  readonly onCheck: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done to all selected tasks at once. */
export function BulkBar({ tasks, today, commands, onCheck, onRemove, onClear }: BulkBarProps) {
  const shared = { targets: tasks, today, commands };
  return (
    <section className={styles.bulk} aria-label="Selected tasks">
      <span className={styles.bulkCount} role="status">
        {formatCount(tasks.length, { one: 'task selected', other: 'tasks selected' })}
      </span>
      <Button size="small" keys="x" onClick={onCheck}>
        {tasks.some((task) => task.status === 'open') ? 'Complete' : 'Reopen'}
      </Button>
      <EditPopover kind="do" {...shared} trigger={<Button size="small">Do on</Button>} />
      <EditPopover kind="due" {...shared} trigger={<Button size="small">Due day</Button>} />
      <EditPopover kind="move" {...shared} trigger={<Button size="small">Move to</Button>} />
      <EditPopover kind="tags" {...shared} trigger={<Button size="small">Tags</Button>} />
      <EditPopover kind="priority" {...shared} trigger={<Button size="small">Priority</Button>} />
      <EditPopover kind="estimate" {...shared} trigger={<Button size="small">Estimate</Button>} />
      <Button size="small" onClick={onRemove}>
        Delete
      </Button>
      <Button size="small" variant="quiet" keys="Escape" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
