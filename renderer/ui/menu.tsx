import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';

import { MenuPopup, type MenuEntry } from './menu-entries.tsx';

export type { MenuEntry };

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it, usually an IconButton or a Button. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly align?: 'start' | 'center' | 'end';
}

/** A menu of commands under a button. */
export function Menu({ entries, trigger, align = 'start' }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <MenuPopup entries={entries} align={align} />
    </BaseMenu.Root>
  );
}
