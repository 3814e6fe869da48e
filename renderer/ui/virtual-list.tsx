import { useVirtualizer, type Range, defaultRangeExtractor } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { listMove } from './list-move.ts';
import styles from './virtual-list.module.css';

export interface VirtualListProps<Item> {
  /** What the list is, for readers: "Tasks". */
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly renderItem: (item: Item, state: { readonly isActive: boolean; readonly isSelected: boolean }) => ReactNode;
  /** Height in px before a row is measured; 32 if not given. */
  readonly estimateHeight?: (item: Item) => number;
  /** `listbox` when a row is only chosen; `list` when rows hold controls of their own. */
  readonly role?: 'listbox' | 'list';
  /** Rows that only part the others: the keys pass over them. */
  readonly isHeading?: (item: Item) => boolean;
  /** The row the keys work on. Kept by the caller to stay when views change, else by the list. */
  readonly activeKey?: string | undefined;
  readonly onActiveChange?: (item: Item) => void;
  readonly selectedKeys?: ReadonlySet<string>;
  /** Enter, or a double click. */
  readonly onOpen?: (item: Item) => void;
  /** Single keys of the screen (x, e, d, ...) on the active row; return true when the key was yours. */
  readonly onKey?: (event: KeyboardEvent, item: Item) => boolean;
  readonly className?: string | undefined;
}

/**
 * A list of any length, of which only what is in view exists.
 *
 * One row is in the tab order; arrows, j and k, Page keys, Home and End move it. The active row stays mounted when it is
 * scrolled out of view, so that the focus is never lost.
 */
export function VirtualList<Item>({
  label,
  items,
  itemKey,
  renderItem,
  estimateHeight,
  role = 'list',
  isHeading,
  activeKey,
  onActiveChange,
  selectedKeys,
  onOpen,
  onKey,
  className,
}: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [ownKey, setOwnKey] = useState<string>();
  const shouldFocus = useRef(false);
  const wantedKey = activeKey ?? ownKey;
  const found = wantedKey === undefined ? -1 : items.findIndex((item) => itemKey(item) === wantedKey);
  const lastIndex = useRef(0);
  // When the active row is gone (completed, deleted), the one that took its place is active.
  const active = found >= 0 ? found : beside(Math.min(lastIndex.current, items.length - 1), 1);
  useEffect(() => {
    lastIndex.current = Math.max(0, active);
  }, [active]);

  /** The row itself, or the next one in a direction, or else the other way, that is no heading. */
  function beside(index: number, step: 1 | -1): number {
    if (isHeading === undefined) return index;
    for (const way of [step, -step])
      for (let at = index; at >= 0 && at < items.length; at += way) if (!isHeading(items[at]!)) return at;
    return -1;
  }

  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
    [active],
  );
  // The virtualizer's functions can't be memoized by the React compiler; we don't use it, and they stay in here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined || estimateHeight === undefined ? 32 : estimateHeight(item);
    },
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : itemKey(item);
    },
    overscan: 8,
    rangeExtractor,
  });

  function activate(index: number): void {
    const item = items[index];
    if (item === undefined) return;
    setOwnKey(itemKey(item));
    onActiveChange?.(item);
  }

  useEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active]);

  function handleKey(event: KeyboardEvent): void {
    const item = items[active];
    // A key pressed in a control of the row (its checkbox, a field) is that control's.
    if (item === undefined || event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / 32) - 1);
    const wanted = listMove(event, active, items.length, page);
    if (wanted !== undefined) {
      const next = beside(wanted, wanted < active || event.key === 'End' ? -1 : 1);
      event.preventDefault();
      event.stopPropagation();
      if (next === active) return;
      shouldFocus.current = true;
      virtualizer.scrollToIndex(next);
      activate(next);
      return;
    }
    const isOpening = event.key === 'Enter' && !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey;
    if (isOpening && onOpen !== undefined) onOpen(item);
    else if (onKey?.(event, item) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={scroller} className={clsx(styles.scroller, className)}>
      <div role={role} aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const isActive = row.index === active;
          const isSelected = selectedKeys?.has(itemKey(item)) ?? false;
          const isParting = isHeading?.(item) === true;
          return (
            // The rule reads literal roles only; this row is an option or a list item.
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              data-focus="inset"
              role={role === 'listbox' ? 'option' : 'listitem'}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              aria-selected={role === 'listbox' ? isSelected || isActive : undefined}
              tabIndex={isParting ? undefined : isActive ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
              onFocus={() => isParting || activate(row.index)}
              onKeyDown={handleKey}
              onDoubleClick={() => isParting || onOpen?.(item)}
            >
              {renderItem(item, { isActive, isSelected })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
