import { FloatingScope } from '#renderer/ui/floating-scope.tsx';
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useRef, useState } from 'react';
import { capture, focusField } from './capture.ts';
import styles from './capture-bar.module.css';
import { CaptureForm } from './capture-form.tsx';

/** The bar that floats over whatever is shown. Closing it keeps the draft. */
export function CaptureBar() {
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const open = (): void => {
      if (!focusField()) setIsOpen(true);
    };
    const load = (): void => void capture.load();
    const flush = (): void => void capture.flush();
    load();
    window.addEventListener('braindump:capture', open);
    // Another window may have written on, or filed it.
    window.addEventListener('focus', load);
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('braindump:capture', open);
      window.removeEventListener('focus', load);
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, []);

  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (!open) void capture.flush();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.bar} initialFocus={field}>
          <FloatingScope isInDialog>
            <Dialog.Title className="visually-hidden">Capture</Dialog.Title>
            <CaptureForm look="bar" fieldRef={field} onFiled={() => setIsOpen(false)} />
          </FloatingScope>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
