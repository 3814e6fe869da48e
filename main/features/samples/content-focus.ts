import type { SampleFocus } from './content.ts';

export const focusSessions: readonly SampleFocus[] = [
  { task: 'Agree on the seven stops', day: -30, from: '09:30', workMin: [25, 25] },
  { task: 'Entrance script', day: -28, from: '09:35', workMin: [25, 25, 10] },
  { task: 'Entrance script', day: -26, from: '08:40', workMin: [25, 25, 25] },
  { task: 'Ask three people where they got lost', day: -25, from: '14:45', workMin: [25] },
  { task: 'Entrance script', day: -24, from: '09:10', workMin: [25, 12] },
  { task: 'Record a test sentence in the whale room', day: -20, from: '17:05', workMin: [25] },
  { task: 'Entrance script', day: -19, from: '09:50', workMin: [25, 25, 25, 20] },
  { task: 'Entrance script', day: -18, from: '09:30', workMin: [25, 25, 25] },
  { task: 'Net loft script', day: -15, from: '10:00', workMin: [25, 25] },
  { task: 'Net loft script', day: -14, from: '09:20', workMin: [25, 18] },
  { task: 'Net loft script', day: -13, from: '10:15', workMin: [25, 25, 25] },
  { task: 'Net loft script', day: -11, from: '09:30', workMin: [25, 25] },
  { task: 'Net loft script', day: -9, from: '14:50', workMin: [25, 25, 25, 25] },
  { task: 'Pages for the board', day: { workday: -5 }, from: '09:30', workMin: [25, 25, 25] },
  { task: 'Pilot’s cabin script', day: { workday: -5 }, from: '13:00', workMin: [25, 25, 25] },
  { task: 'Pilot’s cabin script', day: { workday: -4 }, from: '10:35', workMin: [25, 25, 25, 22] },
  { task: 'What the board asked', day: { workday: -3 }, from: '13:35', workMin: [25, 25] },
  { task: 'Mark the net loft takes', day: { workday: -2 }, from: '15:00', workMin: [25, 25, 15] },
  { task: 'Cut the net loft', day: { workday: -1 }, from: '13:00', workMin: [25, 25, 25] },
  { task: 'Whale room script', day: 0, from: '08:25', workMin: [25, 15] },
];
