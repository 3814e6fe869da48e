import type { ViewIcon } from '#contract/task-views';
import { Book, Briefcase, Clock, Flag, Heart, House, List, type LucideIcon, Phone, Star, Zap } from 'lucide-react';

/** The pictures of the signs a view can carry. */
export const viewIcons: Readonly<Record<ViewIcon, LucideIcon>> = {
  list: List,
  star: Star,
  flag: Flag,
  bolt: Zap,
  clock: Clock,
  home: House,
  briefcase: Briefcase,
  heart: Heart,
  phone: Phone,
  book: Book,
};
