import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';

import { useFloatingRoot } from './floating-scope.tsx';
import { Icon, type LucideIcon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import styles from './popup.module.css';

/** A line of a menu. Labels within one menu differ: they are what a line is known by. */
export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly keys?: string;
      readonly tone?: 'danger';
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'check';
      readonly label: string;
      readonly keys?: string;
      readonly checked: boolean;
      readonly onChange: (checked: boolean) => void;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string; readonly keys?: string }[];
      readonly onChange: (value: string) => void;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator'; readonly label: string };

/** The lines of a menu or context menu. */
export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry) => <Entry key={`${entry.kind ?? 'item'} ${entry.label}`} entry={entry} />);
}

/** The surface the lines stand on, for Menu, ContextMenu and submenus. */
export function MenuPopup({
  entries,
  align,
}: {
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end' | undefined;
}) {
  const root = useFloatingRoot();
  return (
    <BaseMenu.Portal container={root}>
      <BaseMenu.Positioner
        className={styles.positioner}
        positionMethod="fixed"
        sideOffset={4}
        {...(align === undefined ? {} : { align })}
      >
        <BaseMenu.Popup className={styles.popup}>
          <div className={styles.list}>
            <MenuEntries entries={entries} />
          </div>
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'separator':
      return <BaseMenu.Separator className={styles.separator} />;
    case 'check':
      return (
        <BaseMenu.CheckboxItem className={styles.item} checked={entry.checked} onCheckedChange={entry.onChange}>
          <span className={styles.mark}>
            <BaseMenu.CheckboxItemIndicator>
              <Icon icon={Check} />
            </BaseMenu.CheckboxItemIndicator>
          </span>
          <Label text={entry.label} keys={entry.keys} />
        </BaseMenu.CheckboxItem>
      );
    case 'choice':
      return (
        <BaseMenu.Group>
          <BaseMenu.GroupLabel className={styles.groupLabel}>{entry.label}</BaseMenu.GroupLabel>
          <BaseMenu.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onChange(value)}>
            {entry.options.map((option) => (
              <BaseMenu.RadioItem key={option.value} className={styles.item} value={option.value} closeOnClick>
                <span className={styles.mark}>
                  <BaseMenu.RadioItemIndicator>
                    <Icon icon={Check} />
                  </BaseMenu.RadioItemIndicator>
                </span>
                <Label text={option.label} keys={option.keys} />
              </BaseMenu.RadioItem>
            ))}
          </BaseMenu.RadioGroup>
        </BaseMenu.Group>
      );
    case 'submenu':
      return (
        <BaseMenu.SubmenuRoot>
          <BaseMenu.SubmenuTrigger className={styles.item}>
            {entry.icon !== undefined && <Icon icon={entry.icon} />}
            <span className={styles.itemText}>{entry.label}</span>
            <Icon icon={ChevronRight} />
          </BaseMenu.SubmenuTrigger>
          <MenuPopup entries={entry.entries} />
        </BaseMenu.SubmenuRoot>
      );
    default:
      return (
        <BaseMenu.Item
          className={styles.item}
          data-tone={entry.tone}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          {entry.icon !== undefined && <Icon icon={entry.icon} />}
          <Label text={entry.label} keys={entry.keys} />
        </BaseMenu.Item>
      );
  }
}

function Label({ text, keys }: { readonly text: string; readonly keys: string | undefined }) {
  return (
    <>
      <span className={styles.itemText}>{text}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </>
  );
}
