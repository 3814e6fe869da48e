import { clsx } from 'clsx';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

import styles from './button.module.css';
import { Icon, type LucideIcon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { ariaKeyShortcuts } from './keys.ts';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` at most once in view; `danger` only in a question about what can't be undone. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'link' | 'danger';
  readonly size?: 'regular' | 'small';
  readonly icon?: LucideIcon | undefined;
  /** The shortcut that does the same; shown on the button, so that the screen teaches the keyboard. */
  readonly keys?: string | undefined;
  /** Why it can't be used now: the button stays reachable and its tooltip says so. */
  readonly disabledReason?: string | undefined;
}

/** A button in words. */
export function Button({
  variant = 'plain',
  size = 'regular',
  icon,
  keys,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const isRefused = disabledReason !== undefined;
  const button = (
    <button
      {...rest}
      type={type}
      aria-disabled={isRefused || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys)}
      onClick={isRefused ? preventClick : onClick}
      className={clsx(
        styles.button,
        size === 'small' && styles.small,
        variant !== 'plain' && styles[variant],
        className,
      )}
    >
      {icon !== undefined && <Icon icon={icon} />}
      {children}
      {keys !== undefined && <Kbd keys={keys} className={styles.keys} />}
    </button>
  );
  return isRefused ? <Tooltip content={disabledReason}>{button}</Tooltip> : button;
}

/** A refused submit button must not send its form either. */
function preventClick(event: MouseEvent<HTMLButtonElement>): void {
  event.preventDefault();
}
