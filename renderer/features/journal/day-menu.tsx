import type { Day } from '#contract/time';
import { openTemplates } from '#renderer/features/templates/index.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { CalendarRange, Ellipsis, FileDown, LayoutTemplate, Paperclip, Printer, Search } from 'lucide-react';
import { attachToEntry, findOnPage } from './journal-acts.ts';
import { choosePages } from './pages/pages-dialog.tsx';
import { printPages } from './pages/print-pages.ts';
import { savePages } from './pages/save-pages.ts';

/** What can be done with a day as a whole. */
export function DayMenu({ day, zone }: { readonly day: Day; readonly zone: string }) {
  const pages = { first: day, last: day };
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label="This day: more" />}
      entries={[
        { label: 'Find on this page', icon: Search, keys: 'Mod+F', onSelect: findOnPage },
        { label: 'Attach a picture or file', icon: Paperclip, keys: 'Mod+Shift+A', onSelect: attachToEntry },
        { label: 'Templates', icon: LayoutTemplate, onSelect: openTemplates },
        { kind: 'separator', label: 'Out of the app' },
        { label: 'Print this day', icon: Printer, keys: 'Mod+P', onSelect: () => void printPages(pages, zone) },
        { label: 'Save this day as Markdown', icon: FileDown, onSelect: () => void savePages(pages) },
        { label: 'Print or save several days', icon: CalendarRange, onSelect: choosePages },
      ]}
    />
  );
}
