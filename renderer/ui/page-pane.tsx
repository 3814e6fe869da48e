import { type ReactNode, createContext, use, useCallback, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

/** Where the shell keeps room for a pane, and who wants it. */
interface PaneSlot {
  element(): HTMLElement | null;
  subscribe(listener: () => void): () => void;
  setElement(element: HTMLElement | null): void;
}

function createPaneSlot(): PaneSlot {
  let element: HTMLElement | null = null;
  const listeners = new Set<() => void>();
  return {
    element: () => element,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setElement(next) {
      element = next;
      for (const listener of listeners) listener();
    },
  };
}

const PaneSlotContext = createContext<PaneSlot | null>(null);

/** Makes a pane slot for everything below. */
export function PaneSlotProvider({ children }: { readonly children: ReactNode }) {
  const [slot] = useState(createPaneSlot);
  return <PaneSlotContext value={slot}>{children}</PaneSlotContext>;
}

/** The shell's place for the pane of whatever page is shown; takes no room while nobody fills it. */
export function PaneOutlet() {
  const slot = use(PaneSlotContext);
  const setElement = useCallback((element: HTMLElement | null) => slot?.setElement(element), [slot]);
  return <div ref={setElement} style={{ minHeight: 0 }} />;
}

/** A page's pane: put a Pane in it, anywhere in the page. It stands at the right of the page while this is mounted. */
export function PagePane({ children }: { readonly children: ReactNode }) {
  const slot = use(PaneSlotContext);
  const element = useSyncExternalStore(
    (listener) => slot?.subscribe(listener) ?? (() => {}),
    () => slot?.element() ?? null,
  );
  return element === null ? null : createPortal(children, element);
}
