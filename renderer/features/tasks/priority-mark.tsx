import { Icon } from '#renderer/ui/icon.tsx';
import { ChevronDown, ChevronsUp, ChevronUp, Minus } from 'lucide-react';
import styles from './priority-mark.module.css';

/** The four priorities and their words; a task without one said has the third. */
export const priorities = [
  { priority: 1, label: 'Urgent' },
  { priority: 2, label: 'High' },
  { priority: 3, label: 'Normal' },
  { priority: 4, label: 'Low' },
] as const;

const marks = {
  1: { icon: ChevronsUp, className: styles.urgent },
  2: { icon: ChevronUp, className: styles.high },
  3: { icon: Minus, className: undefined },
  4: { icon: ChevronDown, className: undefined },
} as const;

/** How a priority is drawn: two steps up, one step up, level, one step down. Its words stand beside it. */
export function PriorityMark({ priority }: { readonly priority: number }) {
  const { icon, className } = marks[priority as keyof typeof marks];
  return <Icon icon={icon} className={className} />;
}
