import type { Task, TaskChange } from '#contract/tasks';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { startFocus } from '#renderer/features/focus/index.ts';
import { LearnedLength } from '#renderer/features/plan/index.ts';
import { ReminderField } from '#renderer/features/reminders/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatDay, formatRelativeDay } from '#renderer/ui/format.ts';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import { priorities } from './priority-mark.tsx';
import { ProjectField } from './project-field.tsx';
import { TagsField } from './tags-field.tsx';
import { SubTasks, Waits } from './task-links.tsx';
import { TaskNotes } from './task-notes.tsx';
import styles from './task-pane.module.css';
import { useDraft } from './use-draft.ts';
import { type TaskCommands, updateTasks } from './use-task-commands.ts';

interface TaskPaneProps {
  readonly id: string;
  readonly today: Day;
  readonly commands: TaskCommands;
  /** Another task: a sub-task, a parent, one it waits for. */
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** The task in hand, with everything about it to change in place. */
export function TaskPane({ id, today, commands, onOpen, onClose }: TaskPaneProps) {
  const task = useQuery(api.tasks.get.queryOptions({ input: { id } }));
  return (
    <PagePane>
      <Pane title="Task" onClose={onClose}>
        {task.isPending && (
          <PaneSection>
            <Skeleton label="Loading the task" rows={4} />
          </PaneSection>
        )}
        {task.isError && (
          <PaneSection>
            <EmptyState compact title="This task can’t be shown" action={<Button onClick={onClose}>Close</Button>}>
              {failureOf(task.error).message}
            </EmptyState>
          </PaneSection>
        )}
        {task.data !== undefined && (
          <TaskDetails task={task.data} today={today} commands={commands} onOpen={onOpen} onClose={onClose} />
        )}
      </Pane>
    </PagePane>
  );
}

type TaskField = keyof TaskChange;

interface TaskDetailsProps {
  readonly task: Task;
  readonly today: Day;
  readonly commands: TaskCommands;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

function TaskDetails({ task, today, commands, onOpen, onClose }: TaskDetailsProps) {
  const [errors, setErrors] = useState<Partial<Record<TaskField, string>>>({});
  const ids = [task.id];
  const goTo = useGoTo();

  /** Saves one field; what is wrong with it is said beside it. */
  async function save(field: TaskField, change: TaskChange): Promise<boolean> {
    try {
      await updateTasks({ ids, change });
      setErrors((current) => ({ ...current, [field]: undefined }));
      return true;
    } catch (error) {
      setErrors((current) => ({ ...current, [field]: failureOf(error).message }));
      return false;
    }
  }
  const title = useDraft(task.title, (text) => save('title', { title: text }));
  const isClosed = task.status !== 'open';

  async function focus(): Promise<void> {
    const failure = await startFocus({ taskId: task.id });
    if (failure) showToast({ message: failure.message, tone: 'alert' });
    else goTo('/focus');
  }
  useShortcuts([{ keys: 'f', when: () => !isClosed, run: () => void focus() }]);

  return (
    <>
      <PaneSection>
        <div className={styles.head}>
          <span className={styles.check}>
            <Checkbox
              checked={task.status === 'done'}
              indeterminate={task.status === 'dropped'}
              label={isClosed ? 'Reopen' : 'Complete'}
              onChange={() => (isClosed ? commands.reopen : commands.complete).mutate({ tasks: [task] })}
            />
          </span>
          <TextArea
            className={styles.title}
            label="Title"
            hidesLabel
            dir="auto"
            rows={1}
            value={title.text}
            error={errors.title}
            onChange={title.onChange}
            onBlur={title.commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault();
                title.commit();
              }
              if (event.key === 'Escape' && title.isDirty) {
                event.stopPropagation();
                title.revert();
              }
            }}
          />
        </div>
        {task.parentId !== null && <PartOf id={task.parentId} onOpen={onOpen} />}
        <TaskNotes
          id={task.id}
          notes={task.notes}
          error={errors.notes}
          onSave={(text) => save('notes', { notes: text })}
        />
      </PaneSection>
      <PaneSection>
        <div className={styles.fields}>
          <DateField
            label="Due"
            value={task.dueDay ?? undefined}
            today={today}
            error={errors.dueDay}
            onChange={(dueDay) => void save('dueDay', { dueDay: dueDay ?? null })}
          />
          <TimeField
            label="At"
            value={task.dueTime ?? undefined}
            error={errors.dueTime}
            onChange={(dueTime) =>
              void save('dueTime', {
                dueTime: dueTime ?? null,
                // A time said without a day means today.
                ...(dueTime !== undefined && task.dueDay === null ? { dueDay: today } : {}),
              })
            }
          />
          <DateField
            label="Do on"
            value={task.doDay ?? undefined}
            today={today}
            error={errors.doDay}
            onChange={(doDay) => void save('doDay', { doDay: doDay ?? null })}
          />
          <DurationField
            label="Estimate"
            value={task.estimateMin ?? undefined}
            error={errors.estimateMin}
            onChange={(estimateMin) => void save('estimateMin', { estimateMin: estimateMin ?? null })}
          />
          <Select
            label="Priority"
            value={String(task.priority)}
            options={priorities.map(({ priority, label }) => ({ value: String(priority), label }))}
            onChange={(priority) => void save('priority', { priority: Number(priority) })}
          />
          <Select
            label="Energy"
            value={task.energy ?? 'any'}
            options={[
              { value: 'any', label: 'Any' },
              { value: 'high', label: 'High' },
              { value: 'low', label: 'Low' },
            ]}
            onChange={(energy) => void save('energy', { energy: energy === 'any' ? null : energy })}
          />
          {!isClosed && (
            <div className={styles.wide}>
              <LearnedLength
                taskId={task.id}
                estimateMin={task.estimateMin}
                onUse={(estimateMin) => void save('estimateMin', { estimateMin })}
              />
            </div>
          )}
          <DurationField
            label="Shortest piece"
            value={task.minChunkMin ?? undefined}
            error={errors.minChunkMin}
            onChange={(minChunkMin) => void save('minChunkMin', { minChunkMin: minChunkMin ?? null })}
          />
          <div className={styles.someday}>
            <Switch label="Someday" checked={task.someday} onChange={(someday) => void save('someday', { someday })} />
          </div>
          <div className={styles.wide}>
            <ProjectField
              value={task.project}
              error={errors.project}
              onSave={(project) => save('project', { project })}
            />
          </div>
          <div className={styles.wide}>
            <TagsField
              label="Tags"
              value={task.tags.map((tag) => tag.name)}
              onChange={(tags) => void save('tags', { tags: [...tags] })}
            />
          </div>
          {!isClosed && (
            <div className={styles.wide}>
              <ReminderField
                key={`reminders ${task.id}`}
                subject={{ taskId: task.id }}
                anchor={task.dueDay === null && task.doDay !== null ? 'do' : 'due'}
                hint={
                  task.dueDay === null && task.doDay === null
                    ? 'Without a day only a time of its own is told: “tomorrow 9am”.'
                    : undefined
                }
              />
            </div>
          )}
          {task.inInbox && (
            <div className={styles.wide}>
              <Switch
                label="Waits in the inbox"
                hint="Switch off when it is sorted."
                checked={task.inInbox}
                onChange={(inInbox) => void save('inInbox', { inInbox })}
              />
            </div>
          )}
        </div>
      </PaneSection>
      <SubTasks task={task} commands={commands} onOpen={onOpen} />
      <Waits key={`waits ${task.id}`} task={task} onOpen={onOpen} />
      {task.entryQuote !== null && <Source id={task.id} quote={task.entryQuote} />}
      <PaneSection>
        <div className={styles.actions}>
          {!isClosed && (
            <Button size="small" icon={Timer} keys="f" onClick={() => void focus()}>
              Focus
            </Button>
          )}
          {isClosed ? (
            <Button size="small" onClick={() => commands.reopen.mutate({ tasks: [task] })}>
              Reopen
            </Button>
          ) : (
            <Button size="small" onClick={() => commands.drop.mutate({ tasks: [task] })}>
              Drop
            </Button>
          )}
          <Button
            size="small"
            onClick={() => {
              commands.remove.mutate({ tasks: [task] });
              onClose();
            }}
          >
            Delete
          </Button>
        </div>
        <p className={styles.facts}>{factsOf(task, today)}</p>
      </PaneSection>
    </>
  );
}

/** The task this one is a part of, with the way there. */
function PartOf({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const parent = useQuery(api.tasks.get.queryOptions({ input: { id } })).data;
  if (!parent) return null;
  return (
    <p className={styles.partOf}>
      Part of{' '}
      <Button variant="link" onClick={() => onOpen(id)}>
        <bdi>{parent.title}</bdi>
      </Button>
    </p>
  );
}

/** The words of the journal it was found in, with the way to their page. */
function Source({ id, quote }: { readonly id: string; readonly quote: string }) {
  const source = useQuery(api.tasks.source.queryOptions({ input: { id } })).data;
  return (
    <PaneSection>
      <SectionLabel>From the journal</SectionLabel>
      <blockquote className={styles.quote} dir="auto">
        {quote}
      </blockquote>
      {source === null && <p className={styles.facts}>The entry is not there any more.</p>}
      {source && (
        <Link to={`/journal/${source.day}`} className={styles.link}>
          {formatDay(source.day, 'full')}
        </Link>
      )}
    </PaneSection>
  );
}

function factsOf(task: Task, today: Day): string {
  const dayOf = (ms: number): string => formatRelativeDay(new Date(ms).toLocaleDateString('en-CA'), today);
  const closed = task.closedAtMs === null ? '' : `, ${task.status} ${dayOf(task.closedAtMs)}`;
  return `Added ${dayOf(task.createdAtMs)}${closed}`;
}
