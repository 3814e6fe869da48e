import type { PaletteColor } from '#contract/palette';
import type { Area, Project } from '#contract/projects';
import { type TaskGrouping, type TaskLayout, type TaskSort, type TaskView, type ViewIcon } from '#contract/task-views';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColorPicker } from '#renderer/ui/color-picker.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tasksRoute } from './lists.ts';
import styles from './name-dialog.module.css';
import { viewIcons } from './view-icons.ts';

/** A question and how its answer is laid out, to be saved under a name. */
export interface ViewDraft {
  readonly query: string;
  readonly sort: TaskSort;
  readonly grouping: TaskGrouping;
  readonly layout: TaskLayout;
}

/** What is named: something new, or something that stands. */
export type Naming =
  | { readonly kind: 'project'; readonly areaId: string | null; readonly project?: Project }
  | { readonly kind: 'area'; readonly area?: Area }
  | { readonly kind: 'view'; readonly view: TaskView }
  | { readonly kind: 'new view'; readonly draft: ViewDraft };

const TITLES: Readonly<Record<Naming['kind'], readonly [fresh: string, standing: string]>> = {
  project: ['New project', 'Project'],
  area: ['New area', 'Area'],
  view: ['View', 'View'],
  'new view': ['Save as a view', 'View'],
};

/** Name, colour and what else a project, an area or a view has of its own. */
export function NameDialog({ naming, onClose }: { readonly naming: Naming; readonly onClose: () => void }) {
  const standing = standingOf(naming);
  const [name, setName] = useState(standing?.name ?? '');
  const [color, setColor] = useState<PaletteColor>(standing?.color ?? 'blue');
  const [areaId, setAreaId] = useState(naming.kind === 'project' ? naming.areaId : null);
  const [icon, setIcon] = useState<ViewIcon>(naming.kind === 'view' ? naming.view.icon : 'list');
  const [query, setQuery] = useState(naming.kind === 'view' ? naming.view.query : '');
  const [error, setError] = useState<string>();
  const areas = useQuery(api.projects.areas.queryOptions()).data ?? [];
  const goTo = useGoTo();

  async function save(): Promise<void> {
    try {
      const route = await keep();
      onClose();
      if (route !== null) goTo(route);
    } catch (failure) {
      setError(failureOf(failure).message);
    }
  }

  /** @returns where the new one is looked at; null for one that stood */
  async function keep(): Promise<string | null> {
    switch (naming.kind) {
      case 'project': {
        const fields = { name, color, areaId };
        if (naming.project) await client.projects.update({ id: naming.project.id, change: fields });
        else return tasksRoute({ project: (await client.projects.create(fields)).id });
        return null;
      }
      case 'area':
        if (naming.area) await client.projects.updateArea({ id: naming.area.id, name, color });
        else return tasksRoute({ area: (await client.projects.createArea({ name, color })).id });
        return null;
      case 'view':
        await client.tasks.updateView({ id: naming.view.id, change: { name, color, icon, query } });
        return null;
      case 'new view':
        return tasksRoute({ view: (await client.tasks.createView({ ...naming.draft, name, color, icon })).id });
    }
  }

  const title = TITLES[naming.kind][standing ? 1 : 0];
  const isView = naming.kind === 'view' || naming.kind === 'new view';
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void save()}>
            {standing ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name"
          dir="auto"
          value={name}
          error={error}
          onChange={(next) => {
            setName(next);
            setError(undefined);
          }}
        />
        {naming.kind === 'project' && areas.length > 0 && (
          <Select
            label="Area"
            value={areaId ?? 'none'}
            options={[
              { value: 'none', label: 'No area' },
              ...areas.map((area) => ({ value: area.id, label: area.name, color: area.color })),
            ]}
            onChange={(next) => setAreaId(next === 'none' ? null : next)}
          />
        )}
        {naming.kind === 'view' && <TextField label="Shows" value={query} onChange={setQuery} spellCheck={false} />}
        {isView && (
          <Select
            label="Sign"
            value={icon}
            options={(Object.keys(viewIcons) as ViewIcon[]).map((value) => ({
              value,
              label: value.charAt(0).toUpperCase() + value.slice(1),
              icon: viewIcons[value],
            }))}
            onChange={setIcon}
          />
        )}
        <ColorPicker label="Colour" value={color} onChange={setColor} />
        <button type="submit" hidden>
          {title}
        </button>
      </form>
    </Dialog>
  );
}

function standingOf(naming: Naming): { name: string; color: PaletteColor } | undefined {
  switch (naming.kind) {
    case 'project':
      return naming.project;
    case 'area':
      return naming.area;
    case 'view':
      return naming.view;
    case 'new view':
      return undefined;
  }
}
