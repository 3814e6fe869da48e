import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { offerUndo, useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DailyTemplateSelect } from './daily-template.tsx';
import { VARIABLES } from './fill-template.ts';
import styles from './templates-dialog.module.css';
import { type OfferedTemplate, useTemplates } from './use-templates.ts';

/** Makes, changes, renames and deletes the templates of the journal. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const templates = useTemplates();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = templates?.find(({ id }) => id === chosenId) ?? templates?.[0];
  const create = useCommand(client.templates.create, {
    done: ({ name }) => `Template ${name} made`,
    onDone: ({ id }) => setChosenId(id),
  });
  const remove = useCommand(client.templates.remove, { done: () => 'Template deleted' });
  const nameOfNew = (): string => {
    const names = new Set(templates?.map(({ name }) => name));
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? 'New template' : `New template ${number}`;
      if (!names.has(name)) return name;
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Templates"
      description="What an entry can begin with. In the text, type / at the start of a line to use one."
      footer={<DailyTemplateSelect />}
    >
      <div className={styles.body}>
        <div className={styles.side}>
          <ul className={styles.list} aria-label="Templates" data-focus="inset">
            {templates?.map((one) => (
              <li key={one.id} className={styles.row}>
                <button
                  type="button"
                  className={styles.name}
                  aria-current={one.id === chosen?.id || undefined}
                  onClick={() => setChosenId(one.id)}
                >
                  <span dir="auto">{one.name}</span>
                  {!one.isOwn && <span className={styles.quiet}>offered</span>}
                </button>
              </li>
            ))}
          </ul>
          <Button
            size="small"
            variant="quiet"
            icon={Plus}
            onClick={() => create.mutate({ name: nameOfNew(), body: '## {{weekday}}\n\n{{cursor}}\n' })}
          >
            New template
          </Button>
        </div>
        {chosen !== undefined && (
          <TemplateForm
            key={chosen.id}
            template={chosen}
            onKeep={(name, body) => create.mutate({ name, body })}
            onRemove={() => remove.mutate({ id: chosen.id })}
          />
        )}
      </div>
    </Dialog>
  );
}

interface TemplateFormProps {
  readonly template: OfferedTemplate;
  readonly onKeep: (name: string, body: string) => void;
  readonly onRemove: () => void;
}

/** One template. What is typed is kept when its field is left; one that is offered is kept as one's own by changing it. */
function TemplateForm({ template, onKeep, onRemove }: TemplateFormProps) {
  const [name, setName] = useState(template.name);
  const [body, setBody] = useState(template.body);
  const [error, setError] = useState<string>();
  async function save(): Promise<void> {
    if (name === template.name && body === template.body) return;
    if (!template.isOwn) return onKeep(name, body);
    try {
      await client.templates.update({ id: template.id, change: { name, body } });
      setError(undefined);
      void offerUndo('Template changed');
    } catch (failure) {
      const { message, field } = failureOf(failure);
      if (field === 'name') setError(message);
      else showToast({ message, tone: 'alert' });
    }
  }
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <TextField
          label="Name"
          dir="auto"
          className={styles.field}
          value={name}
          error={error}
          onChange={setName}
          onBlur={() => void save()}
        />
        {template.isOwn ? (
          <IconButton icon={Trash2} label={`Delete the template ${template.name}`} onClick={onRemove} />
        ) : (
          <Button size="small" onClick={() => onKeep(name, body)}>
            Make it mine
          </Button>
        )}
      </div>
      <TextArea label="Text" dir="auto" rows={10} value={body} onChange={setBody} onBlur={() => void save()} />
      <p className={styles.variables}>
        {VARIABLES.map(({ name: variable, meaning }) => (
          <span key={variable}>
            <code>{`{{${variable}}}`}</code> {meaning}
          </span>
        ))}
      </p>
    </div>
  );
}
