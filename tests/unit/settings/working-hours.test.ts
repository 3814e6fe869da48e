import { nextStretch, problemOf, withDay } from '#renderer/features/settings/working-hours.ts';
import { describe, expect, it } from 'vitest';

const stretch = (from?: string, to?: string) => ({ from, to });

describe('the hours of a day', () => {
  it('can be kept when each stretch ends after it begins and none overlap', () => {
    expect(problemOf([])).toBeNull();
    expect(problemOf([stretch('09:00', '12:00'), stretch('12:00', '24:00')])).toBeNull();
  });

  it('say what is wrong', () => {
    expect(problemOf([stretch('09:00', undefined)])).toBe('Give both times, or remove this stretch.');
    expect(problemOf([stretch('17:00', '09:00')])).toBe('It ends before it begins. Choose a later end.');
    expect(problemOf([stretch('09:00', '12:00'), stretch('11:30', '13:00')])).toBe(
      'It begins before the one above it has ended.',
    );
  });

  it('go on an hour after the last stretch', () => {
    expect(nextStretch([])).toEqual({ from: '09:00', to: '17:00' });
    expect(nextStretch([stretch('08:00', '12:00')])).toEqual({ from: '13:00', to: '15:00' });
    expect(nextStretch([stretch('08:00', '23:00')])).toEqual({ from: undefined, to: undefined });
  });

  it('leave the other days alone', () => {
    expect(withDay({ mon: [['09:00', '17:00']], tue: [['10:00', '11:00']] }, 'mon', [])).toEqual({
      mon: [],
      tue: [['10:00', '11:00']],
    });
  });
});
