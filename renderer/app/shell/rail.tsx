import { Search } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

import { FloatingScope } from '#renderer/ui/floating-scope.tsx';
import { Icon, type LucideIcon } from '#renderer/ui/icon.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { ariaKeyShortcuts } from '#renderer/ui/keys.ts';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';

import styles from './rail.module.css';

export interface RailItem {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** A count or a running time, as it is shown. */
  readonly count?: string | undefined;
  /** What the count counts, for readers: "7 tasks due". */
  readonly countLabel?: string | undefined;
  /** The shortcut that goes there, taught by the tooltip. */
  readonly keys?: string | undefined;
}

/** What a link of the rail needs; a router's link takes it as it is. */
export interface RailLinkProps {
  readonly to: string;
  readonly className: string | undefined;
  readonly 'aria-current': 'page' | undefined;
  readonly children: ReactNode;
}

export interface RailProps {
  readonly groups: readonly (readonly RailItem[])[];
  /** Items at the bottom: inbox, settings, account. */
  readonly foot: readonly RailItem[];
  readonly isCurrent: (to: string) => boolean;
  readonly renderLink: (props: RailLinkProps) => ReactElement<Record<string, unknown>>;
  readonly onSearch: () => void;
}

/** The way to every place. Under 1000 px only its icons stand, and tooltips tell their names. */
export function Rail({ groups, foot, isCurrent, renderLink, onSearch }: RailProps) {
  const isNarrow = useMediaQuery('(max-width: 1000px)');

  function list(items: readonly RailItem[]): ReactNode {
    return (
      <ul key={items[0]?.to}>
        {items.map((item) => (
          <li key={item.to}>
            <Tooltip content={item.label} keys={item.keys} side="right" disabled={!isNarrow && item.keys === undefined}>
              {renderLink({
                to: item.to,
                className: styles.link,
                'aria-current': isCurrent(item.to) ? 'page' : undefined,
                children: <RailLine item={item} />,
              })}
            </Tooltip>
          </li>
        ))}
      </ul>
    );
  }

  return (
    <nav className={styles.rail} aria-label="Main">
      <FloatingScope>
        <div className={styles.top} />
        <Tooltip content="Search" keys="Mod+K" side="right" disabled={!isNarrow}>
          <button
            type="button"
            className={styles.search}
            aria-keyshortcuts={ariaKeyShortcuts('Mod+K')}
            aria-haspopup="dialog"
            onClick={onSearch}
          >
            <Icon icon={Search} />
            <span className={styles.label}>Search</span>
            <Kbd keys="Mod+K" className={styles.keys} />
          </button>
        </Tooltip>
        <div className={styles.groups}>{groups.map(list)}</div>
        {list(foot)}
      </FloatingScope>
    </nav>
  );
}

function RailLine({ item }: { readonly item: RailItem }) {
  return (
    <>
      <Icon icon={item.icon} />
      <span className={styles.label}>{item.label}</span>
      {item.count !== undefined && (
        <span className={styles.count} aria-hidden={item.countLabel !== undefined || undefined}>
          {item.count}
        </span>
      )}
      {item.count !== undefined && item.countLabel !== undefined && (
        <span className="visually-hidden">, {item.countLabel}</span>
      )}
    </>
  );
}
