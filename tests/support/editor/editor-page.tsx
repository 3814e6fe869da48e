import { StrictMode, useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

import '#renderer/ui/styles.css';
import { MarkdownEditor } from '#renderer/features/journal/editor/markdown-editor.tsx';
import type { MarkdownEditorHandle, MarkdownEditorProps } from '#renderer/features/journal/editor/editor-props.ts';

/** What a test may set on the page. */
export type EditorSetup = Pick<
  MarkdownEditorProps,
  'documentId' | 'value' | 'readOnly' | 'placeholder' | 'marks' | 'marksText' | 'autoFocus'
>;

/** What a test drives and reads. */
export interface EditorBench {
  show(setup: EditorSetup): void;
  readonly handle: () => MarkdownEditorHandle | null;
  /** Everything the editor reported, as `name: value`. */
  readonly reports: string[];
}

declare global {
  interface Window {
    bench: EditorBench;
  }
}

const reports: string[] = [];
const report =
  (name: string) =>
  (...values: readonly unknown[]): void => {
    reports.push([name, ...values.map((value) => JSON.stringify(value))].join(' '));
  };

const names = {
  links: ['Ana', 'Anchor walk', 'Whale room'],
  tags: ['audioguide', 'garden'],
  people: ['Ana', 'Jonas Weber'],
};

const offered = (all: readonly string[]) => all.map((name) => ({ name }));

const completions = {
  links: (query: string) =>
    Promise.resolve(offered(names.links.filter((name) => name.toLowerCase().includes(query.toLowerCase())))),
  tags: (query: string) => Promise.resolve(offered(names.tags.filter((name) => name.startsWith(query)))),
  people: (query: string) => Promise.resolve(offered(names.people.filter((name) => name.startsWith(query)))),
};

function EditorPage(): ReactElement {
  const [setup, setSetup] = useState<EditorSetup>({ documentId: 'empty', value: '' });
  const editor = useRef<MarkdownEditorHandle>(null);
  useLayoutEffect(() => {
    window.bench = {
      show: (next) => flushSync(() => setSetup(next)),
      handle: () => editor.current,
      reports,
    };
  }, []);
  return (
    <main>
      <button type="button">Before</button>
      <MarkdownEditor
        {...setup}
        ref={editor}
        ariaLabel="Entry"
        completions={completions}
        onChange={report('change')}
        onBlur={report('blur')}
        onMarkClick={report('mark')}
        onOpenLink={report('open')}
        onOpenReference={report('reference')}
        onToggleTask={report('task')}
      />
      <button type="button">After</button>
    </main>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <EditorPage />
    </StrictMode>,
  );
}
