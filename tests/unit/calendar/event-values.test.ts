import { newValues, stretchOf, timeOf, withStart } from '#renderer/features/calendar/event-values.ts';
import { describe, expect, it } from 'vitest';

const at = (text: string): number => Date.parse(text);
const values = newValues(
  { startMs: at('2026-11-23T09:00Z'), endMs: at('2026-11-23T10:30Z') },
  { zone: 'Europe/Vienna', allDay: false, calendarId: undefined },
);

describe('the fields of an event', () => {
  it('show a stretch of time on the wall clock', () => {
    expect(timeOf(values)).toEqual({
      allDay: false,
      startLocal: '2026-11-23T10:00',
      endLocal: '2026-11-23T11:30',
      zone: 'Europe/Vienna',
    });
  });

  it('name the last day of an all-day event and keep the day after it', () => {
    const trip = { ...values, allDay: true, startDay: '2026-11-23', endDay: '2026-11-25' };
    expect(timeOf(trip)).toEqual({ allDay: true, startLocal: '2026-11-23', endLocal: '2026-11-26', zone: null });
    expect(stretchOf(trip, 'UTC')).toEqual({ startMs: at('2026-11-23T00:00Z'), endMs: at('2026-11-26T00:00Z') });
  });

  it('take the end along with the start, over midnight too', () => {
    expect(timeOf(withStart(values, '2026-11-24', '23:15'))).toMatchObject({
      startLocal: '2026-11-24T23:15',
      endLocal: '2026-11-25T00:45',
    });
    expect(withStart({ ...values, allDay: true, endDay: '2026-11-24' }, '2026-12-01', '10:00')).toMatchObject({
      endDay: '2026-12-02',
    });
  });

  it('have no stretch while the end lies before the start', () => {
    expect(stretchOf({ ...values, endTime: '09:00' }, 'UTC')).toBeUndefined();
  });
});
