import { useEffect, useState } from 'react';
import { TemplatesDialog } from './templates-dialog.tsx';

const OPEN = 'braindump:templates';

/** Shows the templates over whatever is on screen. */
export const openTemplates = (): void => void window.dispatchEvent(new Event(OPEN));

/** Holds the dialog of the templates, which is asked for from the palette, the settings and the text. */
export function TemplatesKeeper() {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (): void => setIsOpen(true);
    window.addEventListener(OPEN, open);
    return () => window.removeEventListener(OPEN, open);
  }, []);
  return isOpen ? <TemplatesDialog onClose={() => setIsOpen(false)} /> : null;
}
