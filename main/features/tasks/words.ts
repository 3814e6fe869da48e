import { type CommitFacts, type CommitWords, counted, quoted } from '#main/ledger/commit-words';

/** "Completed 3 tasks", or with one its title. */
const told =
  (verb: string) =>
  (facts: CommitFacts): string => {
    const rows = facts.rows('task');
    const [first] = rows;
    const title = first && (first.after['title'] ?? first.before['title'] ?? facts.nameOf('task', first.id));
    return rows.length === 1 && typeof title === 'string'
      ? `${verb} ${quoted(title)}`
      : `${verb} ${counted(rows.length, 'task')}`;
  };

export const tasksWords: CommitWords = {
  'tasks.create': told('Added'),
  'tasks.update'(facts) {
    if (facts.rows('task').length > 0) return told('Changed')(facts);
    const ids = facts.rows('task_tag').map((row) => row.after['task_id'] ?? row.before['task_id']);
    return `Changed the tags of ${counted(new Set(ids).size, 'task')}`;
  },
  'tasks.complete': told('Completed'),
  'tasks.skip': told('Skipped'),
  'tasks.exceptDay': told('Changed the days of'),
  'tasks.rollOver': told('Began the day with'),
  'tasks.drop': told('Dropped'),
  'tasks.reopen': told('Reopened'),
  'tasks.remove': told('Deleted'),
  'tasks.move': told('Moved'),
  'tasks.duplicate': told('Duplicated'),
  'tasks.createView': ({ rows }) => `Saved the view ${quoted(rows('task_view')[0]?.after['name'])}`,
  'tasks.updateView': () => 'Changed a view',
  'tasks.removeView': ({ rows }) => `Deleted the view ${quoted(rows('task_view')[0]?.before['name'])}`,
  'tasks.moveView': () => 'Put the views in another order',
  'tasks.updateTag'({ rows }) {
    const [row] = rows('tag');
    const isRenamed = typeof row?.after['name'] === 'string';
    return isRenamed
      ? `Renamed the tag ${quoted(row.before['name'])} to ${quoted(row.after['name'])}`
      : 'Gave a tag another colour';
  },
  'tasks.removeTag': ({ rows }) => `Deleted the tag ${quoted(rows('tag')[0]?.before['name'])}`,
};
