import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';

import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toasts.module.css';

export interface ToastMessage {
  /** What happened, past tense, no praise: "Task completed". */
  readonly message: string;
  /** Takes it back. The same as Mod+Z, which the button teaches. */
  readonly undo?: (() => void) | undefined;
  /** Another thing to do about it, when there is nothing to take back. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** `alert` is said at once and stays until it is closed: something went wrong. */
  readonly tone?: 'plain' | 'alert';
}

interface ToastData {
  readonly action: { readonly label: string; readonly keys?: string; readonly run: () => void } | undefined;
  readonly tone: 'plain' | 'alert';
}

/** How long an undo is offered; hovering or focusing the toast holds it. */
const undoMs = 8000;
const plainMs = 4000;

// Base UI's toasts and not sonner's: sonner puts a <style> into the page, which our content security policy refuses.
const manager = Toast.createToastManager<ToastData>();

/** Says in passing what was done, and offers to take it back. Works outside components; needs `Toasts` in the tree. */
export function showToast({ message, undo, action, tone = 'plain' }: ToastMessage): void {
  manager.add({
    title: message,
    timeout: tone === 'alert' ? 0 : undo === undefined && action === undefined ? plainMs : undoMs,
    priority: tone === 'alert' ? 'high' : 'low',
    data: { action: undo === undefined ? action : { label: 'Undo', keys: 'Mod+Z', run: undo }, tone },
  });
}

/** The corner where toasts stand. Once per window; F6 moves the focus there. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label="Notifications">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts, close } = Toast.useToastManager<ToastData>();
  return toasts.map((toast) => {
    const action = toast.data?.action;
    return (
      // Base UI hides an alert from readers, which it tells them apart from it; but its buttons can be tabbed to.
      <Toast.Root
        key={toast.id}
        toast={toast}
        aria-hidden={false}
        className={styles.toast}
        data-tone={toast.data?.tone}
      >
        <Toast.Title className={styles.message} render={<p />} />
        {action !== undefined && (
          <Button
            variant="quiet"
            size="small"
            keys={action.keys}
            className={styles.action}
            onClick={() => {
              close(toast.id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
        <Toast.Close aria-hidden={false} render={<IconButton icon={X} label="Dismiss" tooltipSide="top" />} />
      </Toast.Root>
    );
  });
}
