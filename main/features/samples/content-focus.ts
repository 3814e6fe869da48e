import type { SampleFocus } from './content.ts';

export const focusSessions: readonly SampleFocus[] = [
  { task: 'Agree on the seven stops', day: -30, from: '09:30', workMin: [25, 25] },
  { task: 'Write the script for the entrance', day: -28, from: '09:35', workMin: [25, 25, 10] },
  { task: 'Write the script for the entrance', day: -26, from: '08:40', workMin: [25, 25, 25] },
  { task: 'Ask three people where they got lost', day: -25, from: '14:45', workMin: [25] },
  { task: 'Write the script for the entrance', day: -24, from: '09:10', workMin: [25, 12] },
  { task: 'Record a test sentence in the whale room', day: -20, from: '17:05', workMin: [25] },
  { task: 'Write the script for the entrance', day: -19, from: '09:50', workMin: [25, 25, 25, 20] },
  { task: 'Write the script for the entrance', day: -18, from: '09:30', workMin: [25, 25, 25] },
  { task: 'Write the script for the net loft', day: -15, from: '10:00', workMin: [25, 25] },
  { task: 'Write the script for the net loft', day: -14, from: '09:20', workMin: [25, 18] },
  { task: 'Write the script for the net loft', day: -13, from: '10:15', workMin: [25, 25, 25] },
  { task: 'Write the script for the net loft', day: -11, from: '09:30', workMin: [25, 25] },
  { task: 'Write the script for the net loft', day: -9, from: '14:50', workMin: [25, 25, 25, 25] },
  { task: 'Prepare two pages for the board', day: { workday: -5 }, from: '09:30', workMin: [25, 25, 25] },
  { task: 'Write the script for the pilot’s cabin', day: { workday: -5 }, from: '13:00', workMin: [25, 25, 25] },
  { task: 'Write the script for the pilot’s cabin', day: { workday: -4 }, from: '10:35', workMin: [25, 25, 25, 22] },
  { task: 'Write down what the board asked', day: { workday: -3 }, from: '13:35', workMin: [25, 25] },
  { task: 'Mark the good takes of the net loft', day: { workday: -2 }, from: '15:00', workMin: [25, 25, 15] },
  { task: 'Cut the net loft to four minutes', day: { workday: -1 }, from: '13:00', workMin: [25, 25, 25] },
  { task: 'Finish the whale room script', day: 0, from: '08:25', workMin: [25, 15] },
];
