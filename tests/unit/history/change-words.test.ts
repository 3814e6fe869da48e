import { headingOf, moreWords, valuesOf } from '#renderer/features/history/change-words.ts';
import { describe, expect, it } from 'vitest';

const change = (
  table: string,
  op: 'insert' | 'update' | 'delete',
  columns: readonly (readonly [string, string | null, string | null])[],
) => ({
  table,
  id: 'one',
  op,
  columns: columns.map(([name, before, after]) => ({ name, before, after })),
});

describe('a change in words', () => {
  it('says what it was done to', () => {
    expect(headingOf(change('task', 'update', []))).toBe('Task changed');
    expect(headingOf(change('entry', 'delete', []))).toBe('Journal entry deleted');
    expect(headingOf(change('mood_board', 'insert', []))).toBe('Mood board added');
  });

  it('leaves out what no person reads: ids, places, what is empty', () => {
    const values = valuesOf(
      change('task', 'insert', [
        ['id', null, 'one'],
        ['entry_id', null, 'two'],
        ['position', null, '12.5'],
        ['notes', null, ''],
        ['project', null, null],
        ['title', null, 'Call the dentist'],
      ]),
      'UTC',
    );
    expect(values).toEqual([{ label: 'Title', before: null, after: 'Call the dentist' }]);
  });

  it('writes lengths, times and yes or no as people do', () => {
    const values = valuesOf(
      change('task', 'update', [
        ['estimate_min', null, '90'],
        ['in_inbox', '1', '0'],
        ['due_day', '2026-11-21', null],
        ['closed_at_ms', null, String(Date.parse('2026-11-21T09:30:00Z'))],
      ]),
      'Europe/Vienna',
    );
    expect(values.slice(0, 3)).toEqual([
      { label: 'Estimate', before: null, after: '1 h 30 min' },
      { label: 'In the inbox', before: 'yes', after: 'no' },
      { label: 'Due', before: '2026-11-21', after: null },
    ]);
    expect(values[3]?.after).toMatch(/^2026-11-21 10:30/);
  });

  it('counts what is not listed', () => {
    expect(moreWords(1)).toBe('and 1 change more');
    expect(moreWords(1200)).toMatch(/^and 1.200 changes more$/);
  });
});
