import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';

import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { ProgressBar } from './progress-bar.tsx';
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
  readonly progress?: WorkProgress;
}

/** Long work that goes on while the window is used. */
export interface WorkProgress {
  readonly label: string;
  /** 0 to 1; null while it is not known. */
  readonly value: number | null;
  readonly detail: string;
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

const WORK = 'work';
let isWorkShown = false;

/** Shows how far long work is, in one toast that stays until it is told null. */
export function showProgress(progress: WorkProgress | null): void {
  if (progress === null) {
    if (isWorkShown) manager.close(WORK);
    isWorkShown = false;
    return;
  }
  const toast = { title: progress.label, timeout: 0, data: { action: undefined, tone: 'plain' as const, progress } };
  if (isWorkShown) manager.update(WORK, toast);
  else manager.add({ ...toast, id: WORK, priority: 'low' });
  isWorkShown = true;
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
        {toast.data?.progress ? (
          <div className={styles.progress}>
            <ProgressBar {...toast.data.progress} />
          </div>
        ) : (
          <Toast.Title className={styles.message} render={<p />} />
        )}
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
