import { DeskKeeper } from './desk.ts';
import { PagesKeeper } from './pages/pages-dialog.tsx';

/** What of the journal is there whatever screen is shown. */
export function JournalKeeper() {
  return (
    <>
      <DeskKeeper />
      <PagesKeeper />
    </>
  );
}
