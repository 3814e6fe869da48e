import type { Task } from '#contract/tasks';
import { belonging, tasksRoute, withLingering, wordsOf } from '#renderer/features/tasks/lists.ts';
import { describe, expect, it } from 'vitest';

const task = (id: string, status: Task['status'] = 'open'): Task => ({
  id,
  title: id,
  notes: '',
  status,
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
});
const told = (tasks: readonly Task[]): string => tasks.map(({ id, status }) => `${id} ${status}`).join(', ');

describe('a list while tasks leave it', () => {
  it('keeps each one in its place, as it is now, until it has lingered', () => {
    const lingering = new Map([
      ['b', { task: task('b', 'done'), index: 1 }],
      ['d', { task: task('d', 'done'), index: 3 }],
    ]);
    expect(told(withLingering([task('a'), task('b'), task('c'), task('d')], lingering))).toBe(
      'a open, b done, c open, d done',
    );
    expect(told(withLingering([task('a'), task('c')], lingering))).toBe('a open, b done, c open, d done');
    expect(told(withLingering([task('a'), task('c')], new Map()))).toBe('a open, c open');
  });

  it('keeps the last one of an emptied list', () => {
    expect(told(withLingering([], new Map([['a', { task: task('a', 'done'), index: 0 }]])))).toBe('a done');
  });
});

describe('what is added to a list', () => {
  it('gets what makes it belong there, and the tag the list is narrowed to', () => {
    expect(belonging('inbox', '2026-11-21', undefined)).toEqual({ inInbox: true });
    expect(belonging('today', '2026-11-21', undefined)).toEqual({ doDay: '2026-11-21' });
    expect(belonging('upcoming', '2026-12-31', 'home')).toEqual({ doDay: '2027-01-01', tags: ['home'] });
    expect(belonging('anytime', '2026-11-21', undefined)).toEqual({});
  });
});

describe('the address of a list', () => {
  it('names the list, the tag and the open task', () => {
    expect(tasksRoute({})).toBe('/tasks');
    expect(tasksRoute({ list: 'all', tag: 'späti', task: undefined })).toBe('/tasks?list=all&tag=sp%C3%A4ti');
  });

  it('leads to Today where it names no list there is', () => {
    expect(wordsOf('nonsense').list).toBe('today');
    expect(wordsOf(undefined).list).toBe('today');
    expect(wordsOf('done').list).toBe('done');
  });
});
