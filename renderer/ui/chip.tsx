import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './chip.module.css';
import { colorClass, type ColorName } from './colors.ts';
import { Icon, type LucideIcon } from './icon.tsx';

export interface ChipProps {
  readonly children: string;
  /** More about it, quieter: a time, a count. */
  readonly detail?: ReactNode;
  readonly color?: ColorName | undefined;
  readonly icon?: LucideIcon | undefined;
  /** With it the chip is a button. */
  readonly onPress?: (() => void) | undefined;
  readonly pressed?: boolean | undefined;
  /** With it the chip can be taken away. */
  readonly onRemove?: (() => void) | undefined;
}

/** A small fact about a thing: a person, a filter, what was understood. Coloured ones carry a dot. */
export function Chip({ children, detail, color, icon, onPress, pressed, onRemove }: ChipProps) {
  const content = (
    <>
      {color !== undefined && <span className={styles.dot} />}
      {icon !== undefined && <Icon icon={icon} size={12} />}
      <span className={styles.text}>{children}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </>
  );
  return (
    <span className={clsx(styles.chip, color !== undefined && colorClass(color))}>
      {onPress === undefined ? (
        <span className={styles.body}>{content}</span>
      ) : (
        <button type="button" className={styles.body} onClick={onPress} aria-pressed={pressed}>
          {content}
        </button>
      )}
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={`Remove ${children}`} onClick={onRemove}>
          <Icon icon={X} size={12} />
        </button>
      )}
    </span>
  );
}

export interface TagProps {
  /** Without the `#`. */
  readonly name: string;
  readonly color: ColorName;
}

/** A tag in its colour: tint and text, legible in both themes. */
export function Tag({ name, color }: TagProps) {
  return <span className={clsx(styles.tag, colorClass(color))}>{name}</span>;
}
