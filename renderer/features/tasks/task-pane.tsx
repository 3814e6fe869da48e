import type { Task, TaskChange } from '#contract/tasks';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { startFocus } from '#renderer/features/focus/index.ts';
import { LearnedLength } from '#renderer/features/plan/index.ts';
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
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import { priorities } from './priority-mark.tsx';
import { TagsField } from './tags-field.tsx';
import styles from './task-pane.module.css';
import { useDraft } from './use-draft.ts';
import { type TaskCommands, updateTasks } from './use-task-commands.ts';

interface TaskPaneProps {
  readonly id: string;
  readonly today: Day;
  readonly commands: TaskCommands;
  readonly onClose: () => void;
}

/** The task in hand, with everything about it to change in place. */
export function TaskPane({ id, today, commands, onClose }: TaskPaneProps) {
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
          <TaskDetails task={task.data} today={today} commands={commands} onClose={onClose} />
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
  readonly onClose: () => void;
}

function TaskDetails({ task, today, commands, onClose }: TaskDetailsProps) {
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
  const notes = useDraft(task.notes, (text) => save('notes', { notes: text }), NOTES_PAUSE_MS);
  const project = useDraft(task.project ?? '', (text) => save('project', { project: text.trim() || null }));
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
              onChange={() => (isClosed ? commands.reopen : commands.complete).mutate({ ids })}
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
        <TextArea
          className={styles.notes}
          label="Notes"
          hidesLabel
          placeholder="Notes"
          dir="auto"
          value={notes.text}
          error={errors.notes}
          onChange={notes.onChange}
          onBlur={notes.commit}
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
          <TextField
            className={styles.wide}
            label="Project"
            placeholder="No project"
            dir="auto"
            value={project.text}
            error={errors.project}
            onChange={project.onChange}
            onBlur={project.commit}
            onKeyDown={(event) => event.key === 'Enter' && project.commit()}
          />
          <div className={styles.wide}>
            <TagsField
              label="Tags"
              value={task.tags.map((tag) => tag.name)}
              onChange={(tags) => void save('tags', { tags: [...tags] })}
            />
          </div>
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
      {task.entryQuote !== null && <Source id={task.id} quote={task.entryQuote} />}
      <PaneSection>
        <div className={styles.actions}>
          {!isClosed && (
            <Button size="small" icon={Timer} keys="f" onClick={() => void focus()}>
              Focus
            </Button>
          )}
          {isClosed ? (
            <Button size="small" onClick={() => commands.reopen.mutate({ ids })}>
              Reopen
            </Button>
          ) : (
            <Button size="small" onClick={() => commands.drop.mutate({ ids })}>
              Drop
            </Button>
          )}
          <Button
            size="small"
            onClick={() => {
              commands.remove.mutate({ ids });
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

/** Notes are saved at a pause in thought, so that history reads like history. */
const NOTES_PAUSE_MS = 2_000;

function factsOf(task: Task, today: Day): string {
  const dayOf = (ms: number): string => formatRelativeDay(new Date(ms).toLocaleDateString('en-CA'), today);
  const closed = task.closedAtMs === null ? '' : `, ${task.status} ${dayOf(task.closedAtMs)}`;
  return `Added ${dayOf(task.createdAtMs)}${closed}`;
}
