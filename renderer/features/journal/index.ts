import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { BookOpen } from 'lucide-react';
import { DeskKeeper } from './desk.ts';
import { TodayInEarlierYears } from './on-this-day.tsx';

export { moodWord } from './moods.ts';
export { DayPage } from './day-page.tsx';
export { SavedState } from './saved-state.tsx';

export const journalWindow: WindowFeature = {
  name: 'journal',
  // One route with and without a day: going to another day keeps the list where it is.
  routes: [{ path: '/journal/{-$day}', load: () => import('./journal-screen.tsx') }],
  rail: [{ to: '/journal', label: 'Journal', icon: BookOpen, place: 'day', order: 20, keys: 'g j' }],
  commands: [
    { id: 'journal.open', title: 'Go to Journal', group: 'Go to', keys: 'g j', run: (app) => app.goTo('/journal') },
    {
      id: 'journal.new',
      title: 'New journal entry',
      group: 'Journal',
      keywords: ['write', 'diary', 'note'],
      run: (app) => app.goTo('/journal?new=1'),
    },
  ],
  keys: [
    {
      title: 'Journal',
      shortcuts: [
        { keys: 'n', label: 'New entry' },
        { keys: 'i', label: 'Write on' },
        { keys: 'm', label: 'Next note in the margin' },
        { keys: 'Mod+.', label: 'From the text to the notes' },
        { keys: 'a', label: 'Accept the note' },
        { keys: 'e', label: 'Edit the note' },
        { keys: 'r', label: 'Refuse the note' },
        { keys: '[', label: 'Day before' },
        { keys: ']', label: 'Day after' },
        { keys: 't', label: 'Today' },
      ],
    },
  ],
  tables: {
    entry: [['journal'], ['insights']],
    insight_decision: [['insights']],
    task: [['insights']],
    event: [['insights']],
    expense: [['insights']],
    setting: [['journal']],
  },
  todaySections: [{ order: 90, Section: TodayInEarlierYears }],
  Background: DeskKeeper,
};
