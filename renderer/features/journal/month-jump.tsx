import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { addMonths } from '#renderer/ui/days.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MonthGrid } from '#renderer/ui/month-grid.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { useQueries } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';

export interface MonthJumpProps {
  readonly day: Day;
  readonly today: Day;
  readonly onGo: (day: Day) => void;
}

/** A month to jump to any day from; those with writing carry a dot. */
export function MonthJump({ day, today, onGo }: MonthJumpProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label="Go to a day"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton icon={CalendarDays} label="Go to a day" />}
    >
      <WrittenMonths
        day={day}
        today={today}
        onGo={(picked) => {
          setIsOpen(false);
          onGo(picked);
        }}
      />
    </Popover>
  );
}

function WrittenMonths({ day, today, onGo }: MonthJumpProps) {
  const [month, setMonth] = useState(day.slice(0, 7));
  // The weeks of a month begin and end in those beside it, and one step on their dots are there already.
  const months = [-1, 0, 1].map((step) => addMonths(`${month}-01`, step).slice(0, 7));
  const written = useQueries({
    queries: months.map((one) => api.journal.month.queryOptions({ input: { month: one } })),
    combine: (results) => new Set(results.flatMap((result) => result.data?.map((one) => one.day) ?? [])),
  });
  return (
    <MonthGrid value={day} today={today} isMarked={(one) => written.has(one)} onMonthChange={setMonth} onPick={onGo} />
  );
}
