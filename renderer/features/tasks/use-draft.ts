import { showToast } from '#renderer/ui/toasts.tsx';
import { useCallback, useEffect, useRef, useState } from 'react';

interface Draft {
  readonly text: string;
  readonly isDirty: boolean;
  readonly onChange: (text: string) => void;
  /** Saves what is not saved yet. */
  readonly commit: () => void;
  /** Back to what is saved. */
  readonly revert: () => void;
}

/**
 * Text that is saved when the field is left, at a pause in the writing, and when the field goes away. It stays as typed
 * until `save` has succeeded, whatever happens meanwhile.
 *
 * @param save resolves to whether it was saved
 */
export function useDraft(saved: string, save: (text: string) => Promise<boolean>, pauseMs?: number): Draft {
  const [draft, setDraft] = useState<string>();
  const latest = useRef({ draft, saved, save });
  useEffect(() => {
    latest.current = { draft, saved, save };
  });

  const commit = useCallback((): void => {
    const { draft: text, saved: before, save: keep } = latest.current;
    if (text === undefined) return;
    if (text === before) return setDraft(undefined);
    void keep(text).then((isSaved) => {
      // What was typed meanwhile is the next draft.
      if (isSaved) setDraft((current) => (current === text ? undefined : current));
    });
  }, []);

  useEffect(() => {
    if (draft === undefined || pauseMs === undefined) return undefined;
    const timer = setTimeout(commit, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, pauseMs, commit]);

  useEffect(
    () => () => {
      const { draft: text, saved: before, save: keep } = latest.current;
      if (text === undefined || text === before) return;
      void keep(text).then((isSaved) => {
        // The field that would say so is gone.
        if (!isSaved) showToast({ message: 'What you typed last was not saved.', tone: 'alert' });
      });
    },
    [],
  );

  return {
    text: draft ?? saved,
    isDirty: draft !== undefined && draft !== saved,
    onChange: setDraft,
    commit,
    revert: () => setDraft(undefined),
  };
}
