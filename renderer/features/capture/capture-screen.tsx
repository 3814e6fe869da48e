import { FloatingScope } from '#renderer/ui/floating-scope.tsx';
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useRef } from 'react';
import { capture, registerField } from './capture.ts';
import styles from './capture-bar.module.css';
import { CaptureForm } from './capture-form.tsx';

/**
 * The quick-capture window: nothing but the bar, over a page that readers and the keyboard don't reach. It closes once the
 * text is filed, or with Escape, which keeps it.
 */
export default function CaptureScreen() {
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const stop = field.current ? registerField(field.current) : undefined;
    const focus = (): void => field.current?.focus();
    window.addEventListener('focus', focus);
    return () => {
      stop?.();
      window.removeEventListener('focus', focus);
    };
  }, []);

  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Popup className={styles.window} initialFocus={field}>
          <FloatingScope isInDialog>
            <Dialog.Title className="visually-hidden">Capture</Dialog.Title>
            <CaptureForm
              look="bar"
              fieldRef={field}
              onFiled={() => window.close()}
              onEscape={() => void keepAndClose()}
            />
          </FloatingScope>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

async function keepAndClose(): Promise<void> {
  await capture.flush();
  window.close();
}
