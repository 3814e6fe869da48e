import type { TimeOfDay } from '#contract/time';

import type { FieldProps } from './field.tsx';
import { formatTimeOfDay } from './format.ts';
import { parseTime } from './parse-time.ts';
import { TypedField } from './typed-field.tsx';

export interface TimeFieldProps extends FieldProps {
  readonly value: TimeOfDay | undefined;
  readonly onChange: (time: TimeOfDay | undefined) => void;
}

/** A time of day: `9`, `9:30`, `930`, `9pm`. The arrow keys move it to the next quarter of an hour. */
export function TimeField(props: TimeFieldProps) {
  return (
    <TypedField
      placeholder="9:30"
      {...props}
      parse={parseTime}
      format={formatTimeOfDay}
      complaint="Write a time such as 9:30 or 5pm."
      step={stepTime}
    />
  );
}

function stepTime(time: TimeOfDay | undefined, direction: 1 | -1): TimeOfDay {
  const [hours = 0, minutes = 0] = (time ?? '09:00').split(':').map(Number);
  const quarter = (hours * 60 + minutes) / 15;
  const next = (direction === 1 ? Math.floor(quarter) + 1 : Math.ceil(quarter) - 1) * 15;
  const inDay = (next + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
