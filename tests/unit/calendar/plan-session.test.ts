import type { Proposal } from '#contract/plan';
import {
  acceptable,
  decided,
  isEmpty,
  keptDay,
  overdueAct,
  placed,
  plannedMinutes,
  refusedFor,
  remedied,
  sessionOf,
  stepped,
  withoutWhatIf,
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
    { change: 'moved', id: 'm', from: { startMs: 0, endMs: HOUR }, movedBecause: '', ...block('two', 11) },
  ],
  removed: [{ id: 'r', ...block('gone', 13) }],
  unplaced: [],
  waiting: 0,
  lateTaskIds: [],
  lunches: [],
  overdue: [],
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

  it('offers a reason for what was refused last, until the next decision', () => {
    const refused = decided(session, 'plan:0', 'refuse');
    expect(refused.refusedKey).toBe('plan:0');
    expect(decided(refused, 'plan:2', 'keep').refusedKey).toBeNull();
  });

  it('is asked again round what was kept, with every refusal so far and its reason', () => {
    const three = sessionOf(
      { scope: 'day' },
      {
        ...proposal,
        blocks: [9, 10, 11].map((hour) => ({ change: 'new' as const, ...block(`t${hour}`, hour) })),
      },
    );
    const decisions = decided(decided(decided(three, 'plan:0', 'keep'), 'plan:1', 'refuse'), 'plan:2', 'refuse');
    expect(refusedFor(decisions, 'plan:2', 'morning')).toEqual({
      scope: 'day',
      refused: [
        { taskId: 't10', startMs: 10 * HOUR, endMs: 11 * HOUR, why: 'here' },
        { taskId: 't11', startMs: 11 * HOUR, endMs: 12 * HOUR, why: 'morning' },
      ],
      keep: [{ taskId: 't9', startMs: 9 * HOUR, endMs: 10 * HOUR }],
    });
  });

  it('has decided already what its question kept', () => {
    const again = sessionOf({ scope: 'day', keep: [{ taskId: 'one', startMs: 9 * HOUR, endMs: 10 * HOUR }] }, proposal);
    expect(again.entries.map((entry) => entry.decision)).toEqual(['keep', 'open']);
  });

  it('keeps a day at a time', () => {
    const kept = keptDay(session, { startMs: 0, endMs: 10 * HOUR });
    expect(kept.entries.map((entry) => entry.decision)).toEqual(['keep', 'open']);
    expect(kept.currentKey).toBe('plan:2');
  });

  it('goes back to the plan before a supposition', () => {
    const supposed = {
      ...sessionOf({ scope: 'day', lift: ['lunch'] }, proposal),
      whatIf: { words: 'x', before: session },
    };
    expect(withoutWhatIf(supposed)).toBe(session);
    expect(withoutWhatIf(session)).toBe(session);
  });

  it('writes what was supposed, and what is decided about overdue tasks', () => {
    const overdue = [
      { taskId: 'a', title: 'a', wasDay: '2026-11-01', act: 'plan' as const, doDay: '2026-11-23' },
      { taskId: 'b', title: 'b', wasDay: '2026-11-01', act: 'defer' as const, doDay: '2026-11-30' },
      { taskId: 'c', title: 'c', wasDay: '2026-10-01', act: 'drop' as const, doDay: '2026-11-30' },
    ];
    const lengths = [{ taskId: 'one', minutes: 120 }];
    const anew = {
      ...sessionOf({ scope: 'until', untilDay: '2026-11-29', lengths }, { ...proposal, overdue }),
      overdueActs: { b: 'leave' as const },
    };
    expect(overdueAct(anew, 'b')).toBe('leave');
    expect(acceptable(anew, 'all')).toMatchObject({
      lengths,
      doDays: [{ taskId: 'a', doDay: '2026-11-23' }],
      dropTaskIds: ['c'],
    });
    expect(isEmpty(acceptable(anew, 'kept'))).toBe(true);
  });
});
