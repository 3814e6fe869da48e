import { parseDuration } from './duration.ts';
import type { FieldProps } from './field.tsx';
import { formatDuration } from './format.ts';
import { TypedField } from './typed-field.tsx';

export interface DurationFieldProps extends FieldProps {
  /** Whole minutes. */
  readonly value: number | undefined;
  readonly onChange: (durationMin: number | undefined) => void;
}

/** A length of time: `45m`, `1h30`, `1.5h`. The arrow keys move it to the next quarter of an hour. */
export function DurationField(props: DurationFieldProps) {
  return (
    <TypedField
      placeholder="45 min"
      {...props}
      parse={parseDuration}
      format={formatDuration}
      complaint="Write a length of time such as 45m or 1h30."
      step={(value = 0, direction) =>
        direction === 1 ? (Math.floor(value / 15) + 1) * 15 : Math.max(15, (Math.ceil(value / 15) - 1) * 15)
      }
    />
  );
}
