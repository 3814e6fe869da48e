import { clsx } from 'clsx';
import type { ComponentPropsWithRef } from 'react';

import styles from './button.module.css';
import { Icon, type LucideIcon } from './icon.tsx';
import { ariaKeyShortcuts } from './keys.ts';
import { Tooltip, type TooltipSide } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does; read out, and shown as its tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly tooltipSide?: TooltipSide;
}

/** A button drawn as an icon, 28 px to hit, that tells its name. */
export function IconButton({ icon, label, keys, tooltipSide, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} keys={keys} side={tooltipSide}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys)}
        className={clsx(styles.button, styles.iconButton, className)}
      >
        <Icon icon={icon} />
      </button>
    </Tooltip>
  );
}
