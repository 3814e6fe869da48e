import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode, RefObject } from 'react';

import { useFloatingRoot } from './floating-scope.tsx';
import popup from './popup.module.css';
import styles from './popover.module.css';

export interface PopoverProps {
  /** Names the popover for readers; `title` shows it as well. */
  readonly label: string;
  readonly showsTitle?: boolean;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** What gets the focus first; the first control if not given. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A small surface beside what opened it; Escape and a click elsewhere close it. */
export function Popover({
  label,
  showsTitle = false,
  trigger,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
  initialFocus,
  children,
}: PopoverProps) {
  const root = useFloatingRoot();
  return (
    <BasePopover.Root open={open} onOpenChange={(isOpen) => onOpenChange?.(isOpen)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal container={root}>
        <BasePopover.Positioner
          positionMethod="fixed"
          side={side}
          align={align}
          sideOffset={4}
          className={popup.positioner}
        >
          <BasePopover.Popup className={popup.popup} initialFocus={initialFocus}>
            <div className={styles.body}>
              <BasePopover.Title className={showsTitle ? styles.title : 'visually-hidden'}>{label}</BasePopover.Title>
              {children}
            </div>
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
