import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import type { MarkdownEditorProps } from './editor-props.ts';
import { openPage } from './open-page.ts';
import type { OpenPage } from './open-page.ts';

/** The writing surface: Markdown that reads as it will be read while it is being written. */
export function MarkdownEditor(props: MarkdownEditorProps): ReactElement {
  return <Page key={props.documentId} {...props} />;
}

function Page(props: MarkdownEditorProps): ReactElement {
  const { ref, readOnly = false, placeholder = '', ariaLabel, marks, marksText, value, revision = 0 } = props;
  const host = useRef<HTMLDivElement>(null);
  const page = useRef<OpenPage>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const opened = openPage(host.current, () => latest.current);
    page.current = opened;
    return () => {
      page.current = null;
      opened.close();
    };
  }, []);

  useEffect(() => {
    page.current?.configure({ isReadOnly: readOnly, placeholder, ariaLabel });
  }, [readOnly, placeholder, ariaLabel]);

  const shownRevision = useRef(revision);
  useLayoutEffect(() => {
    if (shownRevision.current === revision) return;
    shownRevision.current = revision;
    page.current?.adopt(value);
  }, [revision, value]);

  useEffect(() => {
    page.current?.placeMarks(marks ?? [], marksText);
  }, [marks, marksText]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => page.current?.focus(),
      reveal: (from, to) => page.current?.reveal(from, to),
      attach: (files) => page.current?.attach(files),
      chooseFiles: () => page.current?.chooseFiles(),
      selectedText: () => page.current?.selectedText() ?? '',
      find: (query) => page.current?.find(query) ?? 0,
      showMatch: (index) => page.current?.showMatch(index),
      matchFrom: () => page.current?.matchFrom() ?? 0,
      replaceMatches: (index, text) => page.current?.replaceMatches(index, text) ?? 0,
      getText: () => page.current?.getText() ?? latest.current.value,
      markTop: (id) => page.current?.markTop(id) ?? null,
    }),
    [],
  );

  return <div ref={host} />;
}
