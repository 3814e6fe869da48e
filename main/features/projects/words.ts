import { type CommitFacts, type CommitWords, counted, quoted } from '#main/ledger/commit-words';

const nameOf = ({ rows }: CommitFacts, table: string): string => {
  const row = rows(table).find(({ before, after }) => typeof (before['name'] ?? after['name']) === 'string');
  return quoted(row?.before['name'] ?? row?.after['name']);
};

const OF_STATUS: Readonly<Record<string, string>> = {
  open: 'Opened a project again',
  someday: 'Put off a project',
  done: 'Completed a project',
  dropped: 'Dropped a project',
};

export const projectsWords: CommitWords = {
  'projects.create': (facts) => `Added the project ${nameOf(facts, 'project')}`,
  'projects.update'({ rows }) {
    const [row] = rows('project');
    return typeof row?.after['name'] === 'string'
      ? `Renamed the project ${quoted(row.before['name'])} to ${quoted(row.after['name'])}`
      : 'Changed a project';
  },
  'projects.setStatus'({ rows }) {
    const tasks = rows('task').length;
    const words = OF_STATUS[String(rows('project')[0]?.after['status'])] ?? 'Changed a project';
    return tasks === 0 ? words : `${words} and its ${counted(tasks, 'open task')}`;
  },
  'projects.remove'(facts) {
    const gone = facts.rows('task').filter((row) => row.op === 'delete').length;
    const words = `Deleted the project ${nameOf(facts, 'project')}`;
    return gone === 0 ? words : `${words} with ${counted(gone, 'task')}`;
  },
  'projects.move': () => 'Moved a project',
  'projects.createArea': (facts) => `Added the area ${nameOf(facts, 'area')}`,
  'projects.updateArea': () => 'Changed an area',
  'projects.removeArea': (facts) => `Deleted the area ${nameOf(facts, 'area')}`,
  'projects.moveArea': () => 'Moved an area',
};
