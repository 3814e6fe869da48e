import type { ColumnMap, ImportPreview, ImportState } from '#contract/imports';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { CalendarDays, CircleCheck, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import styles from './import-screen.module.css';
import { lookAgain, runImport, stopImport } from './import-session.ts';
import { countsWords, dayWords, rangeWords, thingsWords } from './import-words.ts';
import { SkippedList } from './skipped-list.tsx';

const ICONS = { entry: NotebookPen, task: CircleCheck, event: CalendarDays } as const;
const STATES: Readonly<Record<ImportState, string>> = { new: '', known: 'here already', changed: 'changed since' };

/** No choice is a choice too, and needs a value. */
const NONE = ' ';

interface ImportPreviewViewProps {
  readonly name: string;
  readonly preview: ImportPreview;
  readonly problem: string | undefined;
}

/** What would be made, and how; nothing is until it is asked for. */
export function ImportPreviewView({ name, preview, problem }: ImportPreviewViewProps) {
  const { found, states, first, skipped, skippedCount, columns, doneTasks } = preview;
  const [project, setProject] = useState('');
  const [withDone, setWithDone] = useState(true);
  const [updateChanged, setUpdateChanged] = useState(false);
  const [calendarId, setCalendarId] = useState<string | null>(null);
  // A calendar file is another version of the same events: those that changed are brought up to date.
  const isCalendar = preview.calendarName !== null;
  const willMake = states.new + (updateChanged || isCalendar ? states.changed : 0);
  const start = (): void =>
    void (
      willMake > 0 &&
      runImport({ project: project.trim() === '' ? null : project.trim(), withDone, updateChanged, calendarId })
    );
  useShortcuts([
    { keys: 'Mod+Enter', run: start, inFields: true },
    { keys: 'Escape', run: stopImport },
  ]);
  const range = rangeWords(preview.fromDay, preview.toDay);
  return (
    <>
      {problem !== undefined && <ErrorNotice title={problem} kept="Nothing was imported; it can be tried again." />}
      <section aria-labelledby="import-found" className={styles.found}>
        <p className={styles.quiet}>
          {preview.label} · {name}
        </p>
        <h2 id="import-found" className={styles.title} tabIndex={-1} ref={focusOnce}>
          {countsWords(found) || 'Nothing to import'}
        </h2>
        {range !== '' && <p className={styles.prose}>{range}</p>}
        {states.known > 0 && (
          <p className={styles.prose}>
            {states.known === found.entries + found.tasks + found.events
              ? 'All of it is here already.'
              : `${thingsWords(states.known)} of it ${states.known === 1 ? 'is' : 'are'} here already and will not be made again.`}
          </p>
        )}
        {preview.notes.map((note) => (
          <p key={note} className={styles.prose}>
            {note}
          </p>
        ))}
      </section>
      {columns !== null && <Columns names={columns.names} map={columns.map} />}
      {preview.calendarName !== null && found.events > 0 && (
        <section aria-label="Where" className={styles.options}>
          <CalendarChoice newName={preview.calendarName} value={calendarId} onChange={setCalendarId} />
          {states.changed > 0 && (
            <p className={styles.prose}>
              {states.changed === 1 ? 'One thing' : thingsWords(states.changed)} changed since and will be brought up to
              date where {states.changed === 1 ? 'it is' : 'they are'}.
            </p>
          )}
        </section>
      )}
      {!isCalendar && (found.tasks > 0 || states.changed > 0) && (
        <section aria-label="How" className={styles.options}>
          {found.tasks > 0 && (
            <TextField
              label="Project for tasks that have none"
              value={project}
              onChange={setProject}
              placeholder="None"
              maxLength={200}
            />
          )}
          {doneTasks > 0 && (
            <Checkbox
              shape="square"
              showsLabel
              checked={withDone}
              onChange={setWithDone}
              label={`Also the ${thingsWords(doneTasks).replace('thing', 'task')} done already`}
            />
          )}
          {states.changed > 0 && (
            <Checkbox
              shape="square"
              showsLabel
              checked={updateChanged}
              onChange={setUpdateChanged}
              label={`Bring up to date ${states.changed === 1 ? 'the one thing' : `the ${thingsWords(states.changed)}`} that changed since`}
            />
          )}
        </section>
      )}
      {first.length > 0 && (
        <section aria-labelledby="import-first">
          <SectionLabel id="import-first">
            {first.length < found.entries + found.tasks + found.events ? `The first ${first.length}` : 'All of it'}
          </SectionLabel>
          <ul className={styles.list}>
            {first.map(({ kind, title, day, detail, state }, at) => (
              <li key={at} className={styles.item} data-state={state}>
                <Icon icon={ICONS[kind]} label={kind} className={styles.icon} />
                <span className={styles.name} dir="auto">
                  {title}
                </span>
                <span className={styles.meta} dir="auto">
                  {[detail, STATES[state]].filter((part) => part !== '').join(' · ')}
                </span>
                <span className={styles.day}>{day === null ? '' : dayWords(day)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SkippedList skipped={skipped} count={skippedCount} title="Left out" />
      <div className={styles.buttons}>
        <Button
          variant="primary"
          keys="Mod+Enter"
          onClick={start}
          disabledReason={willMake === 0 ? 'There is nothing new in it.' : undefined}
        >
          {willMake === 0 ? 'Import' : `Import ${thingsWords(willMake)}`}
        </Button>
        <Button variant="quiet" keys="Escape" onClick={stopImport}>
          Not now
        </Button>
      </div>
    </>
  );
}

/** What was found is read out, and the next Tab is in it. */
function focusOnce(heading: HTMLHeadingElement | null): void {
  heading?.focus();
}

interface CalendarChoiceProps {
  /** What a new calendar would be called. */
  readonly newName: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Where the events go. Calendars that are subscribed to take nothing. */
function CalendarChoice({ newName, value, onChange }: CalendarChoiceProps) {
  const calendars = useQuery(api.calendar.calendars.queryOptions()).data ?? [];
  return (
    <Select
      label="Calendar"
      value={value ?? NONE}
      options={[
        { value: NONE, label: `A new calendar, “${newName}”` },
        ...calendars
          .filter(({ feed }) => feed === null)
          .map(({ id, name, color }) => ({ value: id, label: name, color })),
      ]}
      onChange={(id) => onChange(id === NONE ? null : id)}
    />
  );
}

const PARTS: readonly { readonly field: Exclude<keyof ColumnMap, 'kind'>; readonly label: string }[] = [
  { field: 'title', label: 'Title' },
  { field: 'body', label: 'Text' },
  { field: 'day', label: 'Day' },
  { field: 'done', label: 'Done' },
  { field: 'priority', label: 'Priority' },
  { field: 'project', label: 'Project' },
  { field: 'tags', label: 'Tags' },
];

function Columns({ names, map }: { readonly names: readonly string[]; readonly map: ColumnMap }) {
  const change = (part: Partial<ColumnMap>): void => void lookAgain({ ...map, ...part });
  const options = [
    { value: NONE, label: 'None' },
    ...names.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
  ];
  return (
    <section aria-labelledby="import-columns" className={styles.options}>
      <SectionLabel id="import-columns">What its columns say</SectionLabel>
      <SegmentedControl
        label="Each row becomes"
        value={map.kind}
        options={[
          { value: 'task', label: 'Tasks' },
          { value: 'entry', label: 'Journal entries' },
        ]}
        onChange={(kind) => change({ kind })}
      />
      <div className={styles.columns}>
        {PARTS.map(({ field, label }) => (
          <Select
            key={field}
            label={label}
            value={map[field] ?? NONE}
            options={options}
            onChange={(name) => change({ [field]: name === NONE ? null : name })}
          />
        ))}
      </div>
    </section>
  );
}
