import type { BlockOfTask, CalendarEvent } from '#contract/calendar';
import { agendaOf, minutesLeft } from '#renderer/features/today/agenda.ts';
import { describe, expect, it } from 'vitest';

const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`);

const event = (title: string, from: string, to: string, allDay = false): CalendarEvent => ({
  id: title,
  eventId: title,
  seriesId: null,
  occurrence: null,
  recurring: false,
  hasException: false,
  recurrence: [],
  url: '',
  guests: '',
  travelMin: 0,
  status: 'confirmed',
  calendarId: 'home',
  title,
  notes: '',
  place: '',
  allDay,
  startLocal: '2026-11-21T00:00',
  endLocal: '2026-11-21T00:00',
  zone: null,
  busy: true,
  startMs: at(from),
  endMs: at(to),
  createdAtMs: 0,
});
const block = (title: string, from: string, to: string, status: 'open' | 'done' = 'open'): BlockOfTask => ({
  id: title,
  taskId: `task of ${title}`,
  startMs: at(from),
  endMs: at(to),
  pinned: false,
  reason: '',
  createdAtMs: 0,
  task: { title, status, priority: 3, dueDay: null },
});
const titles = (list: readonly { readonly title: string }[]): string[] => list.map(({ title }) => title);

describe('the agenda of a day', () => {
  const range = {
    events: [
      event('breakfast', '07:00', '08:00'),
      event('workshop', '09:00', '12:00'),
      event('call', '10:00', '10:30'),
      event('dinner', '19:00', '21:00'),
      event('birthday', '00:00', '23:59', true),
    ],
    blocks: [block('script', '14:00', '15:00'), block('finished', '16:00', '17:00', 'done')],
    calendars: [
      { id: 'home', name: 'Home', color: 'rose' as const, position: 1, hidden: false, isDefault: true, feed: null },
    ],
  };

  it('tells what is on, the newest first, and what comes in order; what is over or done is not there', () => {
    const { allDay, now, next } = agendaOf(range, at('10:15'));
    expect(titles(allDay)).toEqual(['birthday']);
    expect(titles(now)).toEqual(['call', 'workshop']);
    expect(titles(next)).toEqual(['script', 'dinner']);
  });

  it('takes the end of a thing for over and its first moment for now', () => {
    expect(titles(agendaOf(range, at('10:30')).now)).toEqual(['workshop']);
    expect(titles(agendaOf(range, at('19:00')).now)).toEqual(['dinner']);
  });

  it('leads from an event to the calendar and from a block to its task', () => {
    const { next } = agendaOf(range, at('13:00'));
    expect(next.map(({ route, color }) => [route, color])).toEqual([
      ['/tasks?task=task of script', undefined],
      ['/calendar?event=dinner', 'rose'],
    ]);
  });
});

describe('free time', () => {
  it('runs down while one looks at it', () => {
    const stretches = [
      { startMs: at('09:00'), endMs: at('10:00') },
      { startMs: at('11:00'), endMs: at('12:30') },
    ];
    expect(minutesLeft(stretches, at('08:00'))).toBe(150);
    expect(minutesLeft(stretches, at('09:45'))).toBe(105);
    expect(minutesLeft(stretches, at('12:29'))).toBe(1);
    expect(minutesLeft(stretches, at('13:00'))).toBe(0);
  });
});
