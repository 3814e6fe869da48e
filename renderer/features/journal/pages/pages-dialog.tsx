import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileDown, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNow } from '../use-now.ts';
import styles from './pages-dialog.module.css';
import { type Pages, printPages } from './print-pages.ts';
import { savePages } from './save-pages.ts';

const OPEN = 'braindump:pages';

/** Asks which days to print or save. */
export const choosePages = (): void => void window.dispatchEvent(new Event(OPEN));

/** Holds the dialog, which is asked for from the palette and the page. */
export function PagesKeeper() {
  const [isOpen, setIsOpen] = useState(false);
  const now = useNow();
  useEffect(() => {
    const open = (): void => setIsOpen(true);
    window.addEventListener(OPEN, open);
    return () => window.removeEventListener(OPEN, open);
  }, []);
  return isOpen && now !== null ? (
    <PagesDialog today={now.today} zone={now.zone} onClose={() => setIsOpen(false)} />
  ) : null;
}

interface PagesDialogProps {
  readonly today: Day;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Several days of the journal on paper or in a file. */
function PagesDialog({ today, zone, onClose }: PagesDialogProps) {
  const [first, setFirst] = useState<Day | undefined>(addDays(today, -6));
  const [last, setLast] = useState<Day | undefined>(today);
  const [error, setError] = useState<string>();
  function take(what: (pages: Pages) => Promise<void>): void {
    if (first === undefined || last === undefined) return setError('Write both days, such as 1 nov and today.');
    if (last < first) return setError('The last day comes before the first.');
    onClose();
    // The dialog must be off the page before it is printed.
    setTimeout(() => void what({ first, last }), 300);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title="Print or save several days"
      description="To save a PDF, choose it as the printer."
      footer={
        <>
          <Button icon={FileDown} onClick={() => take(savePages)}>
            Save as Markdown
          </Button>
          <Button icon={Printer} variant="primary" onClick={() => take((pages) => printPages(pages, zone))}>
            Print
          </Button>
        </>
      }
    >
      <div className={styles.days}>
        <DateField label="From" today={today} value={first} onChange={setFirst} />
        <DateField label="To" today={today} value={last} onChange={setLast} error={error} />
      </div>
    </Dialog>
  );
}
