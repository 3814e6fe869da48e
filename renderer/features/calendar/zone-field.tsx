import { Select } from '#renderer/ui/select.tsx';
import { useMemo } from 'react';

const FLOATING = 'floating';
const label = (zone: string): string => zone.replaceAll('_', ' ');

export interface ZoneFieldProps {
  /** Null: wherever the person is. */
  readonly value: string | null;
  readonly userZone: string;
  readonly error?: string | undefined;
  onChange(zone: string | null): void;
}

/** Whose clock the times of an event are read on. */
export function ZoneField({ value, userZone, error, onChange }: ZoneFieldProps) {
  const zones = useMemo(
    () => [...new Set([userZone, ...(value === null ? [] : [value]), ...Intl.supportedValuesOf('timeZone')])],
    [userZone, value],
  );
  return (
    <Select
      label="Time zone"
      value={value ?? FLOATING}
      error={error}
      options={[
        { value: FLOATING, label: 'Wherever I am' },
        ...zones.map((zone) => ({ value: zone, label: label(zone) })),
      ]}
      onChange={(zone) => onChange(zone === FLOATING ? null : zone)}
    />
  );
}
