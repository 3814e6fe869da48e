import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { type ReactNode, type RefObject, createContext, memo, use, useState } from 'react';
import styles from './calendar-page.module.css';
import type { Drop } from './drag.ts';
import type { Surface } from './view-props.ts';

const ChildrenContext = createContext<ReactNode>(null);

interface SurfaceProps {
  readonly surface: RefObject<Surface | null>;
  /** @param key of the thing under the pointer, @param to where something put down there would be */
  entriesAt(key: string | undefined, to: Drop | undefined): MenuEntry[];
}

/** Where the days are shown, with a menu at the pointer. A step changes only what is in it: the menu around stays as it was drawn. */
export function CalendarSurface({ children, ...props }: SurfaceProps & { readonly children: ReactNode }) {
  return (
    <ChildrenContext value={children}>
      <WithMenu {...props} />
    </ChildrenContext>
  );
}

const WithMenu = memo(function WithMenu({ surface, entriesAt }: SurfaceProps) {
  const [entries, setEntries] = useState<readonly MenuEntry[]>([]);
  return (
    <ContextMenu entries={entries}>
      <div
        className={styles.surface}
        onContextMenu={(event) => {
          const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
          setEntries(entriesAt(element?.dataset['key'], surface.current?.at(event, 60)));
        }}
      >
        <Children />
      </div>
    </ContextMenu>
  );
});

function Children() {
  return use(ChildrenContext);
}
