import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';

import styles from './dialog.module.css';
import { FloatingScope } from './floating-scope.tsx';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  /** Buttons at the end; the one that Enter means comes last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'regular' | 'wide' | 'picture';
  /** There is nothing in it but text: the text takes the focus, so that keys scroll it. */
  readonly isText?: boolean;
  /** What gets the focus first; if not given the first control of the body, or the dialog where it has none. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A window over the page. Escape and a click beside it close it: keep what was entered if that matters. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  width = 'regular',
  isText = false,
  initialFocus,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          ref={popup}
          className={clsx(styles.dialog, styles[width])}
          initialFocus={initialFocus ?? (isText ? body : () => firstControl(body.current) ?? popup.current)}
        >
          <FloatingScope isInDialog>
            <header className={styles.head}>
              <div>
                <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
                {description !== undefined && (
                  <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
                )}
              </div>
              <BaseDialog.Close render={<IconButton icon={X} label="Close" keys="Escape" />} />
            </header>
            <div
              ref={body}
              className={styles.body}
              {...(isText && { role: 'region', 'aria-label': title, tabIndex: 0, 'data-focus': 'inset' })}
            >
              {children}
            </div>
            {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
          </FloatingScope>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Where one starts: not the close button, though it comes first. */
function firstControl(body: HTMLElement | null): HTMLElement | null | undefined {
  return body?.querySelector<HTMLElement>('input:enabled, textarea:enabled, select:enabled, button:enabled, a[href]');
}
