import type { Task } from '#contract/tasks';
import { type Grouping, groupsOf, linesOf } from '#renderer/features/tasks/arrange.ts';
import { conditionsIn, nameCondition, withCondition, withoutCondition } from '#renderer/features/tasks/filter-words.ts';
import { changeFor } from '#renderer/features/tasks/places.ts';
import { linesOfPaste } from '#renderer/features/tasks/lines-of-paste.ts';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-21';
const task = (id: string, values: Partial<Task> = {}): Task => ({
  id,
  title: id,
  notes: '',
  status: 'open',
  inInbox: false,
  priority: 3,
  dueDay: null,
  dueTime: null,
  doDay: null,
  estimateMin: null,
  energy: null,
  project: null,
  projectId: null,
  parentId: null,
  subTasks: { closed: 0, total: 0 },
  someday: false,
  minChunkMin: null,
  waitsFor: [],
  blockedBy: [],
  tags: [],
  entryId: null,
  entryQuote: null,
  repeat: null,
  seriesId: null,
  createdAtMs: 0,
  closedAtMs: null,
  ...values,
});
const around = { today: TODAY, projects: [], areas: [] };
const told = (tasks: readonly Task[], grouping: Grouping): string[] =>
  groupsOf(tasks, grouping, around).map(({ label, tasks: own }) => `${label}: ${own.map(({ id }) => id).join(' ')}`);

describe('a list that is parted', () => {
  it('goes by when things are due, with only the groups that hold something', () => {
    const tasks = [
      task('later', { dueDay: '2026-12-24' }),
      task('late', { dueDay: '2026-11-20' }),
      task('now', { dueDay: TODAY }),
      task('never'),
      task('soon', { dueDay: '2026-11-28' }),
    ];
    expect(told(tasks, 'due')).toEqual([
      'Late: late',
      'Today: now',
      'Within a week: soon',
      'Later: later',
      'No due day: never',
    ]);
  });

  it('goes by priority in its order, and a board shows the empty ones too', () => {
    expect(told([task('low', { priority: 4 }), task('top', { priority: 1 })], 'priority')).toEqual([
      'Urgent: top',
      'Low: low',
    ]);
    expect(groupsOf([], 'priority', around, true).map(({ label }) => label)).toEqual([
      'Urgent',
      'High',
      'Normal',
      'Low',
    ]);
  });

  it('puts sub-tasks below the task they are parts of, unless that is folded or elsewhere', () => {
    const tasks = [task('a'), task('b'), task('a2', { parentId: 'a' }), task('lost', { parentId: 'gone' })];
    const lines = (folded: readonly string[]): string[] =>
      linesOf(groupsOf(tasks, 'none', around), new Set(folded)).map((line) =>
        line.kind === 'task' ? `${line.task.id} ${line.depth}` : line.key,
      );
    expect(lines([])).toEqual(['a 0', 'a2 1', 'b 0', 'lost 0']);
    expect(lines(['a'])).toEqual(['a 0', 'b 0', 'lost 0']);
  });
});

describe('a place that tasks are put in', () => {
  it('says what changes about them', () => {
    expect(changeFor({ kind: 'list', list: 'today' }, TODAY)).toEqual({ doDay: TODAY });
    expect(changeFor({ kind: 'list', list: 'done' }, TODAY)).toBe('complete');
    expect(changeFor({ kind: 'tag', name: 'home' }, TODAY)).toEqual({ addTags: ['home'] });
    expect(changeFor({ kind: 'area', id: 'one' }, TODAY)).toBeNull();
  });
});

describe('a filter by clicks', () => {
  it('adds a condition, takes it away by a second click, and exchanges what can be only one thing', () => {
    expect(withCondition('mend', 'tag:home')).toBe('mend tag:home');
    expect(withCondition('mend tag:home', 'tag:home')).toBe('mend');
    expect(withCondition('priority:1 tag:home', 'priority:2')).toBe('tag:home priority:2');
    expect(withoutCondition('due:"this week" mend', 'due:"this week"')).toBe('mend');
    expect(conditionsIn('mend #phone -is:blocked project:"Audio guide" gate')).toEqual([
      '#phone',
      '-is:blocked',
      'project:"Audio guide"',
    ]);
    expect(nameCondition('project', 'Audio guide')).toBe('project:"Audio guide"');
  });
});

describe('a pasted list', () => {
  it('becomes lines without the marks of other programs', () => {
    expect(linesOfPaste('- [ ] one\r\n* two\n\n3. three\n  • four\n2 lemons')).toEqual([
      'one',
      'two',
      'three',
      'four',
      '2 lemons',
    ]);
  });
});
