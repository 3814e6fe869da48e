import { api } from '#renderer/data/api.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { ListFilter, Search } from 'lucide-react';
import type { RefObject } from 'react';
import { conditionsIn, nameCondition, withCondition, withoutCondition } from './filter-words.ts';
import styles from './filter-bar.module.css';
import { priorities } from './priority-mark.tsx';

interface FilterBarProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Down into the list. */
  readonly onLeave: () => void;
}

/** The line that narrows the tasks by words and conditions, with the conditions to click. */
export function FilterBar({ query, onChange, inputRef, onLeave }: FilterBarProps) {
  const tags = useQuery(api.tasks.tags.queryOptions()).data ?? [];
  const projects = useQuery(api.projects.list.queryOptions()).data ?? [];
  const standing = conditionsIn(query);
  const entry = (label: string, condition: string): MenuEntry => ({
    kind: 'check',
    label,
    checked: standing.includes(condition),
    onChange: () => onChange(withCondition(query, condition)),
  });

  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <TextField
          ref={inputRef}
          className={styles.field}
          label="Filter"
          hidesLabel
          placeholder="Filter: words, tag:home, due:today, -is:blocked"
          icon={Search}
          value={query}
          onChange={onChange}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') {
              event.stopPropagation();
              if (query === '') onLeave();
              else onChange('');
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              onLeave();
            }
          }}
        />
        <Menu
          align="end"
          entries={[
            { kind: 'submenu', label: 'Due', entries: DUE.map(([label, condition]) => entry(label, condition)) },
            {
              kind: 'submenu',
              label: 'Priority',
              entries: priorities.map(({ priority, label }) => entry(label, `priority:${priority}`)),
            },
            {
              kind: 'submenu',
              label: 'Estimate',
              entries: ESTIMATES.map(([label, condition]) => entry(label, condition)),
            },
            { kind: 'submenu', label: 'State', entries: STATES.map(([label, condition]) => entry(label, condition)) },
            ...(tags.length === 0
              ? []
              : [
                  {
                    kind: 'submenu' as const,
                    label: 'Tag',
                    entries: tags.slice(0, MAX_NAMES).map(({ name }) => entry(name, nameCondition('tag', name))),
                  },
                ]),
            ...(projects.length === 0
              ? []
              : [
                  {
                    kind: 'submenu' as const,
                    label: 'Project',
                    entries: projects
                      .filter(({ status }) => status === 'open')
                      .slice(0, MAX_NAMES)
                      .map(({ name }) => entry(name, nameCondition('project', name))),
                  },
                ]),
          ]}
          trigger={<IconButton icon={ListFilter} label="Filter by" />}
        />
      </div>
      {standing.length > 0 && (
        <div className={styles.chips}>
          {standing.map((condition) => (
            <Chip key={condition} onRemove={() => onChange(withoutCondition(query, condition))}>
              {condition}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

/** More than a menu can hold is typed. */
const MAX_NAMES = 20;

const DUE = [
  ['Late', 'is:overdue'],
  ['Today', 'due:today'],
  ['Tomorrow', 'due:tomorrow'],
  ['This week', 'due:"this week"'],
  ['Next week', 'due:"next week"'],
  ['No due day', '-has:due'],
] as const;

const ESTIMATES = [
  ['15 minutes or less', 'estimate:<=15m'],
  ['Half an hour or less', 'estimate:<=30m'],
  ['An hour or more', 'estimate:>=1h'],
  ['No estimate', '-has:estimate'],
] as const;

const STATES = [
  ['Waits for another task', 'is:blocked'],
  ['Waits for nothing', '-is:blocked'],
  ['Put off to someday', 'is:someday'],
  ['In the inbox', 'is:inbox'],
  ['Has sub-tasks', 'has:subtask'],
  ['Has notes', 'has:notes'],
  ['Done', 'is:done'],
] as const;
