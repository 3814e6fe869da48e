import type { HistoryFilter } from '#contract/history';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { tableName } from './change-words.ts';
import styles from './history-screen.module.css';

const EVERYONE = 'everyone';
const EVERYTHING = 'everything';

interface FilterBarProps {
  readonly filter: HistoryFilter;
  readonly today: Day;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** Which of the history is shown: words, who, what kind of thing, up to which day. */
export function FilterBar({ filter, today, onChange }: FilterBarProps) {
  const tables = useQuery(api.history.tables.queryOptions()).data ?? [];
  const set = (change: { [K in keyof HistoryFilter]?: HistoryFilter[K] | undefined }): void => {
    const merged = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '');
    onChange(Object.fromEntries(merged));
  };
  const options = [
    { value: EVERYTHING, label: 'Everything' },
    ...tables
      .map((table) => ({ value: table, label: tableName(table) }))
      .toSorted((one, other) => one.label.localeCompare(other.label)),
  ];
  return (
    <search className={styles.filters}>
      <TextField
        label="Words"
        hidesLabel
        icon={Search}
        placeholder="Words"
        value={filter.words ?? ''}
        onChange={(words) => set({ words })}
      />
      <Select
        label="Who"
        hidesLabel
        value={filter.by ?? EVERYONE}
        options={[
          { value: EVERYONE, label: 'Everyone' },
          { value: 'user', label: 'You' },
          { value: 'system', label: 'Braindump' },
          { value: 'import', label: 'Imports' },
        ]}
        onChange={(by) => set({ by: by === EVERYONE ? undefined : by })}
      />
      <Select
        label="What"
        hidesLabel
        value={filter.table ?? EVERYTHING}
        options={options}
        onChange={(table) => set({ table: table === EVERYTHING ? undefined : table })}
      />
      <DateField
        label="Up to the day"
        hidesLabel
        value={filter.toDay}
        today={today}
        onChange={(toDay) => set({ toDay })}
      />
      {Object.keys(filter).length > 0 && (
        <Button size="small" variant="quiet" onClick={() => onChange({})}>
          Show all
        </Button>
      )}
    </search>
  );
}
