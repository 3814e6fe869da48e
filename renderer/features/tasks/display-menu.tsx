import type { TaskGrouping, TaskLayout, TaskSort } from '#contract/task-views';
import { Button } from '#renderer/ui/button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { SlidersHorizontal } from 'lucide-react';
import { type Display, groupingNamed, sortNamed } from './display.ts';

const SORTS: readonly { value: TaskSort | 'own'; label: string }[] = [
  { value: 'own', label: 'As the list has it' },
  { value: 'manual', label: 'By hand' },
  { value: 'due', label: 'Due day' },
  { value: 'priority', label: 'Priority' },
  { value: 'created', label: 'Newest first' },
  { value: 'estimate', label: 'Estimate' },
  { value: 'title', label: 'Title' },
];

const GROUPS: readonly { value: TaskGrouping | 'own'; label: string }[] = [
  { value: 'own', label: 'As the list has it' },
  { value: 'none', label: 'Nothing' },
  { value: 'project', label: 'Project' },
  { value: 'tag', label: 'Tag' },
  { value: 'due', label: 'Due' },
  { value: 'priority', label: 'Priority' },
  { value: 'area', label: 'Area' },
];

interface DisplayMenuProps {
  readonly display: Display;
  readonly onChange: (change: { sort?: TaskSort | null; group?: TaskGrouping | null; layout?: TaskLayout }) => void;
  /** Saves what is shown as a view; absent where nothing is to be saved. */
  readonly onSave?: (() => void) | undefined;
  readonly onTags: () => void;
}

/** How the tasks are laid out: order, groups, list or board. Labels of one menu differ, so each says what it is of. */
export function DisplayMenu({ display, onChange, onSave, onTags }: DisplayMenuProps) {
  return (
    <Menu
      align="end"
      entries={[
        {
          kind: 'choice',
          label: 'Show as',
          value: display.layout,
          options: [
            { value: 'list', label: 'List' },
            { value: 'board', label: 'Board' },
          ],
          onChange: (layout) => onChange({ layout: layout === 'board' ? 'board' : 'list' }),
        },
        {
          kind: 'choice',
          label: 'Sort by',
          value: display.sort ?? 'own',
          options: SORTS,
          onChange: (value) => onChange({ sort: sortNamed(value) ?? null }),
        },
        {
          kind: 'choice',
          label: 'Group by',
          value: display.group ?? 'own',
          options: GROUPS,
          onChange: (value) => onChange({ group: groupingNamed(value) ?? null }),
        },
        { kind: 'separator', label: 'more' },
        ...(onSave === undefined ? [] : [{ label: 'Save as a view…', onSelect: onSave }]),
        { label: 'Tags: names and colours…', onSelect: onTags },
      ]}
      trigger={
        <Button size="small" icon={SlidersHorizontal}>
          Display
        </Button>
      }
    />
  );
}
