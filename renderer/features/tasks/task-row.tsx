import type { Task } from '#contract/tasks';
import type { PaletteColor } from '#contract/palette';
import type { Day } from '#contract/time';
import { Tag } from '#renderer/ui/chip.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatDuration, formatRelativeDay, formatTimeOfDay } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Ring } from '#renderer/ui/ring.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { clsx } from 'clsx';
import {
  CalendarDays,
  ChevronDown,
  ChevronRight,
  FolderInput,
  Hourglass,
  Sun,
  Tag as TagIcon,
  Timer,
} from 'lucide-react';
import type { MouseEvent, ReactElement } from 'react';
import { EditPopover, type EditKind } from './edit-popover.tsx';
import { PriorityMark } from './priority-mark.tsx';
import styles from './task-row.module.css';
import type { TaskCommands } from './use-task-commands.ts';

interface TaskRowProps {
  readonly task: Task;
  readonly today: Day;
  /** How many tasks it is a part of, in this list. */
  readonly depth?: number;
  /** Whether its sub-tasks stand below it; undefined when it has none here. */
  readonly isExpanded?: boolean | undefined;
  readonly onToggle?: () => void;
  /** The colour of its project. */
  readonly projectColor?: PaletteColor | undefined;
  /** Left out where the list says it. */
  readonly hidesProject?: boolean;
  readonly isSelected: boolean;
  /** What is being changed beside the row. */
  readonly editing: EditKind | undefined;
  /** The tasks a change is for: this one, or all that are selected. */
  readonly targets: readonly Task[];
  readonly commands: TaskCommands;
  readonly onCheck: () => void;
  readonly onPress: (event: MouseEvent) => void;
  readonly onEdit: (kind: EditKind | undefined) => void;
}

/** A task in a list: its check, title, tags, project, estimate, day and priority. */
export function TaskRow(props: TaskRowProps) {
  const { task, today, depth = 0, isExpanded, onToggle, projectColor, hidesProject = false } = props;
  const { isSelected, editing, targets, commands, onCheck, onPress, onEdit } = props;
  const isClosed = task.status !== 'open';

  function anchor(kind: EditKind, label: string, content: ReactElement, className?: string): ReactElement {
    const button = (
      <button
        type="button"
        tabIndex={-1}
        className={clsx(styles.anchor, className)}
        onClick={(event) => {
          event.stopPropagation();
          onEdit(kind);
        }}
      >
        <span className="visually-hidden">{label} </span>
        {content}
      </button>
    );
    if (editing !== kind) return button;
    return (
      <EditPopover
        kind={kind}
        targets={targets}
        today={today}
        commands={commands}
        open
        onOpenChange={(isOpen) => !isOpen && onEdit(undefined)}
        trigger={button}
      />
    );
  }

  const due = dueOf(task, today);
  const isBlocked = !isClosed && task.blockedBy.length > 0;
  const [awaited] = task.waitsFor.filter(({ isOpen }) => isOpen);
  return (
    <Row
      className={clsx(styles.row, isBlocked && styles.blocked)}
      style={depth === 0 ? undefined : { marginInlineStart: depth * 24 }}
      selected={isSelected}
      tone={isClosed ? 'quiet' : 'plain'}
      onClick={(event) => {
        if (event.currentTarget.contains(event.target as Node)) onPress(event);
      }}
      leading={
        // A press on the check is not a press on the row.
        <span className={styles.leading} onClick={(event) => event.stopPropagation()} role="presentation">
          {isExpanded !== undefined && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.toggle}
              aria-expanded={isExpanded}
              aria-label={`Sub-tasks of ${task.title}`}
              onClick={onToggle}
            >
              <Icon icon={isExpanded ? ChevronDown : ChevronRight} size={14} />
            </button>
          )}
          <Checkbox
            checked={task.status === 'done'}
            indeterminate={task.status === 'dropped'}
            onChange={onCheck}
            label={`${isClosed ? 'Reopen' : 'Complete'}: ${task.title}`}
            tabIndex={-1}
          />
        </span>
      }
      title={
        <span className={styles.title} dir="auto" data-done={isClosed || undefined}>
          {task.title}
        </span>
      }
      meta={
        <>
          {isBlocked && awaited !== undefined && (
            <span className={styles.waits}>
              <Icon icon={Hourglass} size={12} />
              <span dir="auto">
                Waits for {awaited.title}
                {task.blockedBy.length > 1 && ` and ${task.blockedBy.length - 1} more`}
              </span>
            </span>
          )}
          {task.subTasks.total > 0 && (
            <span className={styles.progress}>
              <Ring value={task.subTasks.closed / task.subTasks.total} size={12} />
              <span className="visually-hidden">Sub-tasks done: </span>
              {task.subTasks.closed}/{task.subTasks.total}
            </span>
          )}
          {(task.tags.length > 0 || editing === 'tags') &&
            anchor(
              'tags',
              task.tags.length === 0 ? 'No tags' : 'Tags:',
              task.tags.length === 0 ? (
                <Icon icon={TagIcon} size={14} />
              ) : (
                <span className={styles.tagsAnchor}>
                  {task.tags.map((tag) => (
                    <Tag key={tag.id} name={tag.name} color={tag.color} />
                  ))}
                </span>
              ),
            )}
          {task.project !== null && !hidesProject && (
            <span className={clsx(styles.project, projectColor && colorClass(projectColor))}>
              {projectColor && <span className={styles.dot} />}
              <bdi>{task.project}</bdi>
            </span>
          )}
        </>
      }
      end={
        <>
          {task.someday && <span>Someday</span>}
          {(task.estimateMin !== null || editing === 'estimate') &&
            anchor(
              'estimate',
              'Estimate',
              task.estimateMin === null ? (
                <Icon icon={Timer} size={14} />
              ) : (
                <span>{formatDuration(task.estimateMin)}</span>
              ),
            )}
          {(editing === 'do' || editing === 'move') &&
            anchor(
              editing,
              editing === 'do' ? 'Do on' : 'Move to',
              <Icon icon={editing === 'do' ? Sun : FolderInput} size={14} />,
            )}
          {(due !== undefined || editing === 'due') &&
            anchor(
              'due',
              due === undefined ? 'No due day' : due.label,
              due === undefined ? <Icon icon={CalendarDays} size={14} /> : <span>{due.words}</span>,
              due?.isLate === true ? styles.late : undefined,
            )}
          {(task.priority !== 3 || editing === 'priority') &&
            anchor('priority', `Priority ${task.priority}`, <PriorityMark priority={task.priority} />)}
        </>
      }
    />
  );
}

interface DueWords {
  readonly words: string;
  /** What kind of day it is, for readers: it stands before the words. */
  readonly label: string;
  readonly isLate: boolean;
}

/** The day a row shows: when it is due, else when it is to be done. */
export function dueOf(task: Task, today: Day): DueWords | undefined {
  if (task.status !== 'open' && task.dueDay === null) return undefined;
  const day = task.dueDay ?? task.doDay;
  if (day === null) return undefined;
  const time = task.dueDay !== null && task.dueTime !== null ? ` ${formatTimeOfDay(task.dueTime)}` : '';
  const words = `${formatRelativeDay(day, today)}${time}`;
  const isLate = task.status === 'open' && task.dueDay !== null && task.dueDay < today;
  return { words, label: task.dueDay === null ? 'To do' : isLate ? 'Late, due' : 'Due', isLate };
}
