import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { clsx } from 'clsx';
import { useRef } from 'react';

import { Button } from './button.tsx';
import styles from './dialog.module.css';

export interface AlertDialogProps {
  readonly open: boolean;
  /** Called after either answer. */
  readonly onClose: () => void;
  /** The question, with its verb: "Erase everything?" */
  readonly title: string;
  /** What will be gone, and that it can't be brought back. */
  readonly description: string;
  /** The verb of the title: "Erase everything". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
}

/** Asks before what can't be undone; everything else just happens and offers undo. The safe answer has the focus. */
export function AlertDialog({
  open,
  onClose,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  onConfirm,
}: AlertDialogProps) {
  const safeAnswer = useRef<HTMLButtonElement>(null);
  return (
    <BaseAlertDialog.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={styles.backdrop} />
        <BaseAlertDialog.Popup
          className={clsx(styles.dialog, styles.narrow, styles.question)}
          initialFocus={safeAnswer}
        >
          <BaseAlertDialog.Title className={styles.title}>{title}</BaseAlertDialog.Title>
          <BaseAlertDialog.Description className={styles.description}>{description}</BaseAlertDialog.Description>
          <div className={styles.answers}>
            <BaseAlertDialog.Close render={<Button ref={safeAnswer}>{cancelLabel}</Button>} />
            <BaseAlertDialog.Close
              render={
                <Button variant="danger" onClick={onConfirm}>
                  {confirmLabel}
                </Button>
              }
            />
          </div>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
