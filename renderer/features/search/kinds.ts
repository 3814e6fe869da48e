import type { SearchKind } from '#contract/search';
import type { LucideIcon } from '#renderer/ui/icon.tsx';
import { BookOpen, CalendarDays, CircleCheck, Folder, Timer, WalletCards } from 'lucide-react';

/** How each kind of thing is shown. */
export const KINDS: Readonly<Record<SearchKind, { one: string; many: string; icon: LucideIcon }>> = {
  entry: { one: 'Journal entry', many: 'Entries', icon: BookOpen },
  task: { one: 'Task', many: 'Tasks', icon: CircleCheck },
  event: { one: 'Event', many: 'Events', icon: CalendarDays },
  expense: { one: 'Expense', many: 'Expenses', icon: WalletCards },
  project: { one: 'Project', many: 'Projects', icon: Folder },
  session: { one: 'Focus session', many: 'Focus', icon: Timer },
};
