import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';

import styles from './row.module.css';

export interface RowProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  /** What stands before the title: a Checkbox, a time, an Icon. */
  readonly leading?: ReactNode;
  readonly title: ReactNode;
  /** Facts after the title that may be cut off: tags, a project. */
  readonly meta?: ReactNode;
  /** What stands at the end: a due day, a count, a dot. */
  readonly end?: ReactNode;
  /** Opens the thing; the title becomes a button that covers the row. Leave it out in a VirtualList, which has Enter. */
  readonly onOpen?: (() => void) | undefined;
  readonly selected?: boolean | undefined;
  /** `quiet` for what is done, past or only proposed. */
  readonly tone?: 'plain' | 'quiet' | undefined;
}

/** One line of a list, 32 px (28 when compact). */
export function Row({ leading, title, meta, end, onOpen, selected, tone = 'plain', className, ...rest }: RowProps) {
  return (
    <div
      {...rest}
      className={clsx(styles.row, className)}
      data-selected={selected || undefined}
      data-tone={tone}
      data-opens={onOpen === undefined ? undefined : true}
    >
      {leading !== undefined && <span className={styles.leading}>{leading}</span>}
      {onOpen === undefined ? (
        <span className={styles.title}>{title}</span>
      ) : (
        <button type="button" className={clsx(styles.title, styles.open)} data-focus="inset" onClick={onOpen}>
          {title}
        </button>
      )}
      {meta !== undefined && <span className={styles.meta}>{meta}</span>}
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </div>
  );
}
