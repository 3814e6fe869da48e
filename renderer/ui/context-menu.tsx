import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';

import { MenuPopup, type MenuEntry } from './menu-entries.tsx';

export interface ContextMenuProps {
  readonly entries: readonly MenuEntry[];
  /** The thing that is clicked with the right button, or the menu key; one element that takes a ref. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** The commands of a thing, where the pointer is. They must also be reachable another way. */
export function ContextMenu({ entries, children }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={children} />
      <MenuPopup entries={entries} />
    </BaseContextMenu.Root>
  );
}
