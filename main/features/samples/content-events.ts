import type { SampleCalendar, SampleEvent, TimedEvent } from './content.ts';
import type { SampleDay } from './sample-time.ts';

export const sampleCalendars: readonly SampleCalendar[] = [
  { key: 'museum', name: 'Museum', color: 'blue' },
  { key: 'people', name: 'People', color: 'rose' },
  { key: 'home', name: 'Home and health', color: 'orange' },
  { key: 'running', name: 'Running', color: 'green' },
];

/** The same event on several days. */
function on(days: readonly SampleDay[], event: Omit<TimedEvent, 'day'>): TimedEvent[] {
  return days.map((day) => ({ ...event, day }));
}

const weeks = (weekday: 'mon' | 'tue' | 'thu' | 'sat' | 'sun', from: number, to: number): SampleDay[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ weekday, week: from + index }));

export const sampleEvents: readonly SampleEvent[] = [
  ...on(weeks('mon', -2, 1), { calendar: 'museum', title: 'Week start', place: 'Kitchen', from: '09:00', to: '09:30' }),
  ...on([{ workday: -10 }, { workday: -5 }, 0, { workday: 5 }], {
    calendar: 'museum',
    title: 'Call with Priya',
    notes: 'She has the last word on the scripts. Bring the open questions, not the drafts.',
    from: '11:30',
    to: '12:00',
  }),
  {
    calendar: 'museum',
    title: 'Board review',
    notes: '1. Where the guide stands\n2. The lift\n3. Opening hours in winter',
    place: 'Room 2',
    day: { workday: -3 },
    from: '10:00',
    to: '11:30',
  },
  {
    calendar: 'museum',
    title: 'Printer, map proof',
    place: 'Dyer’s Lane 4',
    day: { workday: -4 },
    from: '14:00',
    to: '15:00',
  },
  ...on([{ workday: -8 }, { workday: -2 }, { workday: 2 }], {
    calendar: 'museum',
    title: 'Studio with Ilse',
    place: 'Old post office, second floor',
    notes: 'Water, the marked script, the quiet shoes.',
    from: '09:30',
    to: '12:00',
  }),
  {
    calendar: 'museum',
    title: 'Sound check in the whale room',
    notes: 'Before the school groups come.',
    place: 'Whale room',
    day: 0,
    from: '15:00',
    to: '16:00',
  },
  {
    calendar: 'museum',
    title: 'Lift supplier',
    place: 'Side entrance',
    day: { workday: 1 },
    from: '09:30',
    to: '10:30',
  },
  { calendar: 'museum', title: 'Team lunch', place: 'Canteen', day: { workday: 3 }, from: '12:30', to: '13:30' },
  { calendar: 'museum', title: 'Map goes to print', day: { workday: 6 }, days: 1 },
  {
    calendar: 'museum',
    title: 'Pilot walk',
    notes: 'Twelve visitors, two with a pram, one who reads lips. We only watch.',
    place: 'All seven stops',
    day: { workday: 9 },
    from: '10:00',
    to: '13:00',
  },

  ...on([-28, -21, -14, -7, 0, 7], {
    calendar: 'people',
    title: 'Pottery',
    place: 'Studio in the yard',
    from: '19:00',
    to: '21:00',
  }),
  { calendar: 'people', title: 'Lunch with Ana', place: 'Noodle place', day: 0, from: '12:30', to: '13:20' },
  {
    calendar: 'people',
    title: 'Fetch Lotte from choir',
    notes: 'Side door of the parish hall.',
    day: 0,
    from: '15:30',
    to: '16:00',
  },
  ...on(weeks('sun', -3, 0), { calendar: 'people', title: 'Call Mum', from: '17:30', to: '18:00' }),
  {
    calendar: 'people',
    title: 'Film with Tomas',
    place: 'Odeon, small room',
    day: { workday: -3 },
    from: '19:30',
    to: '21:45',
  },
  { calendar: 'people', title: 'Supper at Ana’s', day: -9, from: '18:30', to: '21:00' },
  { calendar: 'people', title: 'Lotte at Mum’s', day: -24, days: 3 },
  {
    calendar: 'people',
    title: 'Parents’ evening',
    place: 'Room 12, upstairs',
    day: { workday: 4 },
    from: '18:00',
    to: '19:00',
  },
  {
    calendar: 'people',
    title: 'School trip, Lotte',
    notes: 'Rubber boots, lunch in paper.',
    day: { workday: 7 },
    days: 1,
  },
  { calendar: 'people', title: 'Mum’s birthday', day: 10, days: 1 },

  {
    calendar: 'home',
    title: 'Boiler, first quote',
    notes: 'Mr Brandt. Ask what happens to the old chimney.',
    day: { workday: -12 },
    from: '08:00',
    to: '09:00',
  },
  { calendar: 'home', title: 'Boiler, second quote', day: { workday: -2 }, from: '14:00', to: '14:45' },
  { calendar: 'home', title: 'Eye test', place: 'Market square', day: { workday: -9 }, from: '16:30', to: '17:00' },
  { calendar: 'home', title: 'Parcel between four and half past', day: { workday: -4 }, from: '16:00', to: '16:30' },
  { calendar: 'home', title: 'Dentist', place: 'Mill Street 9', day: { workday: 1 }, from: '15:00', to: '15:45' },
  {
    calendar: 'home',
    title: 'New boiler goes in',
    notes: 'Two people, all day. No heating until the evening.',
    day: { workday: 12 },
    from: '08:00',
    to: '16:00',
  },

  ...on(weeks('tue', -1, 1), { calendar: 'running', title: 'Run to the lock', from: '07:15', to: '08:05' }),
  ...on(weeks('thu', -1, 1), { calendar: 'running', title: 'Intervals on the dyke', from: '07:15', to: '08:00' }),
  ...on(weeks('sat', -1, 1), { calendar: 'running', title: 'Long run', from: '07:30', to: '09:00' }),
  {
    calendar: 'running',
    title: 'Winter run, 10 km',
    place: 'Boathouse',
    day: { weekday: 'sun', week: 3 },
    from: '10:00',
    to: '12:00',
  },
];
