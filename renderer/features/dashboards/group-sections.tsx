import type { api } from '#renderer/data/api.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatDuration, formatNumber } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import type { Counted } from './counted.ts';
import styles from './dashboards.module.css';
import { type NumbersRow, NumbersSection } from './numbers.tsx';
import type { Period } from './period.ts';

type Figures = Awaited<ReturnType<typeof api.dashboards.figures.call>>;
type Group = Figures['projects'][number] | Figures['tags'][number];

interface GroupSectionsProps {
  readonly period: Period;
  readonly projects: Figures['projects'];
  readonly tags: Figures['tags'];
  readonly onOpen: (counted: Counted) => void;
}

/** Where the time went: by project and by tag. The bar under a name is its share of the most. */
export function GroupSections({ period, projects, tags, onOpen }: GroupSectionsProps) {
  const { fromDay, toDay, title } = period;
  const range = { fromDay, toDay };
  return (
    <>
      <GroupSection
        title="Time by project"
        column="Project"
        groups={projects}
        sentence={shareSentence(projects, ({ project }) => project ?? 'what is in no project')}
        fileName={`projects-${fromDay}-to-${toDay}`}
        nameOf={({ project }) => project ?? 'No project'}
        open={({ project }, measure, what) =>
          onOpen({ measure, ...range, project, title: `${what}, ${project ?? 'no project'}, ${title}` })
        }
      />
      <GroupSection
        title="Time by tag"
        column="Tag"
        groups={tags}
        sentence={
          tags.length === 0
            ? 'Nothing was worked on, planned or done in this time.'
            : 'A task with several tags counts for each of them.'
        }
        fileName={`tags-${fromDay}-to-${toDay}`}
        nameOf={({ tag }) => tag ?? 'No tag'}
        colorOf={({ color }) => (color === null ? undefined : colorClass(color))}
        open={({ tag }, measure, what) =>
          onOpen({ measure, ...range, tag, title: `${what}, ${tag === null ? 'no tag' : `#${tag}`}, ${title}` })
        }
      />
    </>
  );
}

interface GroupSectionProps<G extends Group> {
  readonly title: string;
  readonly column: string;
  readonly groups: readonly G[];
  readonly sentence: string;
  readonly fileName: string;
  readonly nameOf: (group: G) => string;
  readonly colorOf?: (group: G) => string | undefined;
  readonly open: (group: G, measure: 'planned' | 'worked' | 'done', what: string) => void;
}

function GroupSection<G extends Group>({ groups, column, nameOf, colorOf, open, ...section }: GroupSectionProps<G>) {
  const most = Math.max(1, ...groups.map(({ workedMin }) => workedMin));
  const rows = groups.map((group): NumbersRow => {
    const name = nameOf(group);
    return {
      key: name,
      plainName: name,
      name: (
        <>
          {colorOf?.(group) !== undefined && <span className={clsx(styles.dot, colorOf(group))} />}
          {name}
          <meter className={styles.meter} min={0} max={most} value={group.workedMin} aria-hidden="true" />
        </>
      ),
      cells: [
        {
          value: group.workedMin,
          text: formatDuration(group.workedMin),
          open: () => open(group, 'worked', 'Worked'),
        },
        {
          value: group.plannedMin,
          text: formatDuration(group.plannedMin),
          open: () => open(group, 'planned', 'Planned'),
        },
        { value: group.done, text: formatNumber(group.done), open: () => open(group, 'done', 'Done') },
      ],
    };
  });
  return <NumbersSection {...section} columns={[column, 'Worked', 'Planned', 'Done']} rows={rows} />;
}

/** "Audio guide took 61 % of the work." */
function shareSentence(
  projects: Figures['projects'],
  nameOf: (project: Figures['projects'][number]) => string,
): string {
  const [first] = projects;
  const all = projects.reduce((sum, { workedMin }) => sum + workedMin, 0);
  if (first === undefined) return 'Nothing was worked on, planned or done in this time.';
  if (all === 0) return 'No focus was kept in this time, so no time can be told apart.';
  const name = nameOf(first);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} took ${Math.round((first.workedMin / all) * 100)} % of the work.`;
}
