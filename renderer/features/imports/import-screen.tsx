import { api } from '#renderer/data/api.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { FileUp, FolderUp } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { gatherChosen } from './gather-files.ts';
import { ImportPreviewView } from './import-preview.tsx';
import { ImportReportView, PastImports } from './import-reports.tsx';
import styles from './import-screen.module.css';
import { type ImportState, beginImport, importSession, stopImport } from './import-session.ts';
import { progressWords, sizeWords } from './import-words.ts';

const READABLE: readonly { readonly name: string; readonly how: string }[] = [
  { name: 'Obsidian, Markdown', how: 'the folder, or a ZIP of it' },
  { name: 'Day One', how: 'Export as JSON: the ZIP' },
  { name: 'Todoist', how: 'a project as CSV, or the backup ZIP' },
  { name: 'todo.txt', how: 'todo.txt and done.txt' },
  { name: 'Bear, Ulysses', how: 'a backup, or TextBundle' },
  { name: 'Google Keep', how: 'Takeout: the ZIP' },
  { name: 'Apple Journal', how: 'the exported folder' },
  { name: 'Kindle', how: 'My Clippings.txt' },
  { name: 'Any calendar', how: 'an .ics file' },
  { name: 'Any table', how: 'a CSV with a line of names' },
];

/** Brings in what other programs exported: choose, look, make. */
export default function ImportScreen() {
  const state = useSyncExternalStore(importSession.subscribe, importSession.state);
  const past = useQuery(api.imports.list.queryOptions());
  return (
    <>
      <Bar title="Bring your things" />
      <div className={styles.body}>
        <div className={styles.column} aria-busy={state.step === 'reading' || state.step === 'writing' || undefined}>
          <Step state={state} />
          {(state.step === 'idle' || state.step === 'done') && (
            <PastImports imports={past.data ?? []} shownId={state.step === 'done' ? state.report.id : null} />
          )}
        </div>
      </div>
    </>
  );
}

function Step({ state }: { readonly state: ImportState }) {
  switch (state.step) {
    case 'idle':
      return <Choose problem={state.problem} />;
    case 'sending':
      return (
        <ProgressBar
          label={`Taking in ${state.name}`}
          value={state.total === 0 ? null : state.done / state.total}
          detail={`${sizeWords(state.done)} of ${sizeWords(state.total)}`}
          onCancel={stopImport}
        />
      );
    case 'reading':
      return (
        <ProgressBar
          label={`Reading ${state.name}`}
          value={
            state.progress === null || state.progress.total === 0 ? null : state.progress.done / state.progress.total
          }
          detail={progressWords(state.progress)}
          onCancel={stopImport}
        />
      );
    case 'writing':
      return (
        <ProgressBar
          label={state.progress?.phase === 'files' ? 'Keeping the files' : `Importing ${state.name}`}
          value={
            state.progress === null || state.progress.total === 0 ? null : state.progress.done / state.progress.total
          }
          detail={progressWords(state.progress)}
          onCancel={stopImport}
        />
      );
    case 'ready':
      // A new preview begins with options of its own.
      return (
        <ImportPreviewView
          key={`${state.name} ${state.preview.format}`}
          name={state.name}
          preview={state.preview}
          problem={state.problem}
        />
      );
    case 'done':
      return (
        <>
          <ImportReportView report={state.report} />
          <div className={styles.buttons}>
            <ChooseButtons />
          </div>
        </>
      );
  }
}

function Choose({ problem }: { readonly problem: string | undefined }) {
  return (
    <>
      {problem !== undefined && <ErrorNotice title={problem} kept="Nothing was imported." />}
      <section className={styles.drop} aria-labelledby="import-choose">
        <h2 id="import-choose" className={styles.title}>
          Come with what you have written and planned elsewhere
        </h2>
        <p className={styles.prose}>
          Choose an export, or drop it anywhere in this window. You see what would be made before anything is; importing
          it again adds nothing, and one undo takes all of it back. Nothing leaves this machine.
        </p>
        <div className={styles.buttons}>
          <ChooseButtons isFirst />
        </div>
      </section>
      <section aria-labelledby="import-readable">
        <SectionLabel id="import-readable">What can be read</SectionLabel>
        <dl className={styles.formats}>
          {READABLE.map(({ name, how }) => (
            <div key={name} className={styles.format}>
              <dt>{name}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function ChooseButtons({ isFirst = false }: { readonly isFirst?: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useShortcuts([
    { keys: 'o', run: () => files.current?.click() },
    { keys: 'Shift+O', run: () => folder.current?.click() },
  ]);
  const take = (input: HTMLInputElement): void => {
    if (input.files && input.files.length > 0) void beginImport(gatherChosen(input.files));
    // The same choice again is a choice too.
    input.value = '';
  };
  return (
    <>
      <Button variant={isFirst ? 'primary' : 'plain'} icon={FileUp} keys="o" onClick={() => files.current?.click()}>
        {isFirst ? 'Choose files' : 'Choose more files'}
      </Button>
      <Button icon={FolderUp} keys="Shift+O" onClick={() => folder.current?.click()}>
        Choose a folder
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder to import"
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
