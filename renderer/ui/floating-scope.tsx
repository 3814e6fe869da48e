import { createContext, use, useEffect, useState, type ReactNode } from 'react';

const FloatingRoot = createContext<HTMLElement | null>(null);

export interface FloatingScopeProps {
  /** The scope of a dialog, which watches over the focus itself. */
  readonly isInDialog?: boolean;
  readonly children: ReactNode;
}

/**
 * The part of the window in which menus, lists and popovers opened inside it are put.
 *
 * They stay within the landmark (page, pane, dialog) they belong to, so that a reader knows where it is and a list
 * opened in a dialog lies above the dialog. Left to themselves they would all hang at the end of the document.
 */
export function FloatingScope({ isInDialog = false, children }: FloatingScopeProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null);

  useEffect(() => {
    if (!isInDialog || root === null) return undefined;
    root.addEventListener('focusout', keepFromDialog);
    return () => root.removeEventListener('focusout', keepFromDialog);
  }, [isInDialog, root]);

  return (
    <FloatingRoot value={root}>
      {children}
      <div ref={setRoot} />
    </FloatingRoot>
  );
}

/**
 * A list that closes gives the focus back to its button. The dialog around it would see the focus lost with the list
 * and, a frame later, take it to itself.
 */
function keepFromDialog(event: FocusEvent): void {
  if (event.relatedTarget === null) event.stopPropagation();
}

/** Where a part that floats is to be put; undefined means the end of the document. */
export function useFloatingRoot(): HTMLElement | undefined {
  return use(FloatingRoot) ?? undefined;
}
