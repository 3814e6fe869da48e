import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';

import type { Day } from '#contract/time';

import { addDays } from './days.ts';
import type { FieldProps } from './field.tsx';
import { formatDay, formatRelativeDay } from './format.ts';
import { IconButton } from './icon-button.tsx';
import { MonthGrid } from './month-grid.tsx';
import { parseDay } from './parse-day.ts';
import { Popover } from './popover.tsx';
import { TypedField } from './typed-field.tsx';

export interface DateFieldProps extends FieldProps {
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
  /** The user's day, which may start at four in the morning: the caller knows it, a component does not. */
  readonly today: Day;
}

/** A day: typed (`fri`, `13 nov`, `+3`), stepped with the arrow keys, or picked from a month. */
export function DateField({ today, value, onChange, ...field }: DateFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const chosenDay = useRef<HTMLButtonElement>(null);
  return (
    <TypedField
      placeholder="No date"
      {...field}
      value={value}
      onChange={onChange}
      parse={(text) => (text === shownDay(value, today) ? value : parseDay(text, today))}
      format={(day) => shownDay(day, today)}
      complaint="Write a day such as tomorrow, fri or 13 nov."
      step={(day, direction) => (day === undefined ? today : addDays(day, direction))}
      trailing={
        <Popover
          label={`${field.label}: pick a day`}
          open={isOpen}
          onOpenChange={setOpen}
          align="end"
          initialFocus={chosenDay}
          trigger={<IconButton icon={CalendarDays} label="Pick a day" disabled={field.disabled} />}
        >
          <MonthGrid
            value={value}
            today={today}
            dayRef={chosenDay}
            onPick={(day) => {
              onChange(day);
              setOpen(false);
            }}
          />
        </Popover>
      }
    />
  );
}

/** "tomorrow" says more than a date, "in 9 days" says less: near days get their name, others their date. */
function shownDay(day: Day | undefined, today: Day): string {
  if (day === undefined) return '';
  const near = day === today || day === addDays(today, 1) || day === addDays(today, -1);
  const words = near ? formatRelativeDay(day, today) : formatDay(day, 'medium');
  return near || day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${Number(day.slice(0, 4))}`;
}
