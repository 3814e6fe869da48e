import { Dialog } from '#renderer/ui/dialog.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';

import styles from './shortcut-map.module.css';

export interface ShortcutGroup {
  /** Where they work: "Everywhere", "In lists". */
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: string; readonly label: string }[];
}

export interface ShortcutMapProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly groups: readonly ShortcutGroup[];
}

/** Every key there is, behind `?`. */
export function ShortcutMap({ open, onClose, groups }: ShortcutMapProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" width="wide" isText>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title} className={styles.group}>
            <SectionLabel level={3}>{group.title}</SectionLabel>
            <dl className={styles.list}>
              {group.shortcuts.map((shortcut) => (
                <div key={`${shortcut.keys} ${shortcut.label}`} className={styles.line}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
