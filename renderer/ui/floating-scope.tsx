import { createContext, use, useState, type ReactNode } from 'react';

const FloatingRoot = createContext<HTMLElement | null>(null);

/**
 * The part of the window in which menus, lists and popovers opened inside it are put.
 *
 * They stay within the landmark (page, pane, dialog) they belong to, so that a reader knows where it is and a list
 * opened in a dialog lies above the dialog. Left to themselves they would all hang at the end of the document.
 */
export function FloatingScope({ children }: { readonly children: ReactNode }) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  return (
    <FloatingRoot value={root}>
      {children}
      <div ref={setRoot} />
    </FloatingRoot>
  );
}

/** Where a part that floats is to be put; undefined means the end of the document. */
export function useFloatingRoot(): HTMLElement | undefined {
  return use(FloatingRoot) ?? undefined;
}
