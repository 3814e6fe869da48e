import type { Proposal } from '#contract/plan';
import {
  acceptable,
  decided,
  placed,
  plannedMinutes,
  remedied,
  sessionOf,
  stepped,
} from '#renderer/features/plan/plan-session.ts';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const block = (taskId: string, hour: number) => ({
  taskId,
  title: taskId,
  priority: 3,
  startMs: hour * HOUR,
  endMs: (hour + 1) * HOUR,
  reason: 'The first free hour',
});
const proposal: Proposal = {
  scope: 'day',
  fromMs: 0,
  toMs: 24 * HOUR,
  fromDay: '2026-11-23',
  toDay: '2026-11-23',
  blocks: [
    { change: 'new', ...block('one', 9) },
    { change: 'kept', id: 'k', ...block('stays', 10) },
    { change: 'moved', id: 'm', from: { startMs: 0, endMs: HOUR }, ...block('two', 11) },
  ],
  removed: [{ id: 'r', ...block('gone', 13) }],
  unplaced: [],
  waiting: 0,
};
const session = sessionOf({ scope: 'day' }, proposal);

describe('a plan in hand', () => {
  it('asks about what changes, not about what stays', () => {
    expect(session.entries.map((entry) => entry.key)).toEqual(['plan:0', 'plan:2']);
    expect(plannedMinutes(session)).toBe(120);
  });

  it('is stepped through round and round, past what was refused', () => {
    expect(stepped(session, 1).currentKey).toBe('plan:0');
    expect(stepped(stepped(session, 1), 1).currentKey).toBe('plan:2');
    expect(stepped(session, -1).currentKey).toBe('plan:2');
    expect(stepped(decided(session, 'plan:0', 'refuse'), 1).currentKey).toBe('plan:2');
  });

  it('goes on to the next open block after a decision', () => {
    const first = decided(session, 'plan:0', 'keep');
    expect(first.currentKey).toBe('plan:2');
    expect(decided(first, 'plan:2', 'refuse').currentKey).toBeNull();
  });

  it('accepts all that was not refused, or what was kept alone', () => {
    const { taskId, startMs, endMs, reason } = block('two', 11);
    const refused = decided(session, 'plan:0', 'refuse');
    expect(acceptable(refused, 'all')).toEqual({
      blocks: [{ id: 'm', taskId, startMs, endMs, reason }],
      remove: ['r'],
    });
    expect(acceptable(session, 'kept')).toEqual({ blocks: [], remove: [] });
    expect(acceptable(decided(session, 'plan:0', 'keep'), 'kept').blocks.map((one) => one.taskId)).toEqual(['one']);
  });

  it('drops the reason of a block that was put elsewhere', () => {
    const moved = placed(session, 'plan:0', { startMs: 15 * HOUR, endMs: 16 * HOUR });
    expect(acceptable(moved, 'all').blocks[0]).toEqual({
      taskId: 'one',
      startMs: 15 * HOUR,
      endMs: 16 * HOUR,
      reason: '',
    });
  });

  it('is asked for again with the remedy that was chosen, and those before it', () => {
    const split = remedied({ scope: 'week' }, 'one', { kind: 'split' });
    expect(remedied(split, 'two', { kind: 'allow', weekday: 'sat' })).toEqual({
      scope: 'week',
      splitTaskIds: ['one'],
      allowWeekdays: ['sat'],
    });
    expect(remedied({ scope: 'week' }, 'one', { kind: 'further', untilDay: '2026-12-06' })).toEqual({
      scope: 'until',
      untilDay: '2026-12-06',
    });
  });
});
