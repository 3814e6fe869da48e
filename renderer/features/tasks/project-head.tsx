import type { Project } from '#contract/projects';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { useState } from 'react';
import styles from './project-head.module.css';
import { useDraft } from './use-draft.ts';

/** What a project's page says above its tasks: how far it is, when it is due, and its notes. */
export function ProjectHead({ project, today }: { readonly project: Project; readonly today: Day }) {
  const [errors, setErrors] = useState<{ notes?: string; dueDay?: string }>({});

  async function save(field: 'notes' | 'dueDay', change: { notes: string } | { dueDay: Day | null }): Promise<boolean> {
    try {
      await client.projects.update({ id: project.id, change });
      setErrors({});
      return true;
    } catch (error) {
      setErrors({ [field]: failureOf(error).message });
      return false;
    }
  }
  const notes = useDraft(project.notes, (text) => save('notes', { notes: text }), NOTES_PAUSE_MS);
  const total = project.openTasks + project.doneTasks;

  return (
    <section className={styles.head} aria-label="About the project">
      <div className={styles.facts}>
        <div className={styles.progress}>
          <ProgressBar
            label="Tasks done"
            value={total === 0 ? 0 : project.doneTasks / total}
            detail={`${formatNumber(project.doneTasks)} of ${formatNumber(total)}`}
          />
        </div>
        <div className={styles.due}>
          <DateField
            label="Due"
            value={project.dueDay ?? undefined}
            today={today}
            error={errors.dueDay}
            onChange={(dueDay) => void save('dueDay', { dueDay: dueDay ?? null })}
          />
        </div>
      </div>
      <TextArea
        className={styles.notes}
        label="Notes"
        hidesLabel
        placeholder="What this is about, and what it is when it is done"
        dir="auto"
        rows={1}
        value={notes.text}
        error={errors.notes}
        onChange={notes.onChange}
        onBlur={notes.commit}
      />
    </section>
  );
}

/** Notes are saved at a pause in thought, so that history reads like history. */
const NOTES_PAUSE_MS = 2_000;
