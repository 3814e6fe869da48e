import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

import { useFloatingRoot } from './floating-scope.tsx';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  readonly content: ReactNode;
  readonly keys?: string | undefined;
  readonly side?: TooltipSide | undefined;
  readonly disabled?: boolean;
  /** One element that takes a ref. It needs a name of its own: a tooltip only adds to it. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A few words beside a control, on hover and on keyboard focus. */
export function Tooltip({ content, keys, side = 'bottom', disabled = false, children }: TooltipProps) {
  const root = useFloatingRoot();
  return (
    <BaseTooltip.Root
      disabled={disabled}
      onOpenChange={(_, details) => {
        // A tooltip is not worth a key press of its own: Escape goes on to the dialog it stands in.
        if (details.reason === 'escape-key') details.allowPropagation();
      }}
    >
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal container={root}>
        <BaseTooltip.Positioner positionMethod="fixed" side={side} sideOffset={6} className={styles.positioner}>
          <BaseTooltip.Popup className={styles.popup}>
            {content}
            {keys !== undefined && <Kbd keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
