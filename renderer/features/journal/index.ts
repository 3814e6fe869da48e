import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { BookOpen } from 'lucide-react';
import { lazy } from 'react';
import { choosePages } from './pages/pages-dialog.tsx';
import { JournalKeeper } from './journal-keeper.tsx';
import { attachToEntry, findOnPage } from './journal-acts.ts';
import { TodayInEarlierYears } from './on-this-day.tsx';

/** The writing surface for notes elsewhere; it comes when it is first shown. */
export const NotesEditor = lazy(async () => ({
  default: (await import('./editor/markdown-editor.tsx')).MarkdownEditor,
}));

export { newEntryId } from './new-entry-id.ts';
export { moodWord } from './moods.ts';
export { DayPage } from './day-page.tsx';
export { SavedState } from './saved-state.tsx';

export const journalWindow: WindowFeature = {
  name: 'journal',
  // One route with and without a day: going to another day keeps the list where it is.
  routes: [
    { path: '/journal/{-$day}', load: () => import('./journal-screen.tsx') },
    { path: '/journal/names', load: () => import('./names-screen.tsx') },
    { path: '/journal/year', load: () => import('./year-screen.tsx') },
  ],
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
    {
      id: 'journal.attach',
      title: 'Attach a picture or file',
      group: 'Journal',
      keywords: ['image', 'photo', 'attachment', 'upload'],
      run: attachToEntry,
    },
    {
      id: 'journal.find',
      title: 'Find on this page',
      group: 'Journal',
      keywords: ['search', 'replace'],
      run: findOnPage,
    },
    {
      id: 'journal.pages',
      title: 'Print or save several days',
      group: 'Journal',
      keywords: ['pdf', 'export', 'markdown', 'paper'],
      run: choosePages,
    },
    {
      id: 'journal.names',
      title: 'Pages, tags and people',
      group: 'Journal',
      keys: 'g n',
      keywords: ['links', 'backlinks', 'names', 'mentions'],
      run: (app) => app.goTo('/journal/names'),
    },
    {
      id: 'journal.year',
      title: 'Year of writing',
      group: 'Journal',
      keys: 'g y',
      keywords: ['calendar', 'streak', 'words', 'heat map'],
      run: (app) => app.goTo('/journal/year'),
    },
  ],
  keys: [
    {
      title: 'Writing',
      shortcuts: [
        { keys: '/', label: 'At the start of a line: what it can become' },
        { keys: 'Mod+B', label: 'Bold' },
        { keys: 'Mod+I', label: 'Italic' },
        { keys: 'Mod+E', label: 'Code' },
        { keys: 'Mod+Shift+X', label: 'Struck through' },
        { keys: 'Mod+Shift+K', label: 'Link' },
        { keys: 'Mod+Alt+1', label: 'Heading, 1 to 3' },
        { keys: 'Mod+Alt+0', label: 'No heading' },
        { keys: 'Mod+Shift+7', label: 'Numbered list' },
        { keys: 'Mod+Shift+8', label: 'List' },
        { keys: 'Mod+Shift+9', label: 'To-do' },
        { keys: 'Mod+Shift+.', label: 'Quote' },
        { keys: 'Mod+Shift+E', label: 'Block of code' },
        { keys: 'Mod+Shift+A', label: 'Attach a picture or file' },
        { keys: 'Mod+Enter', label: 'Open the link or picture, tick the task' },
        { keys: 'Tab', label: 'In a table: next cell; in a list: one level in' },
        { keys: 'Mod+F', label: 'Find on the page' },
        { keys: 'Mod+P', label: 'Print the day' },
      ],
    },
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
        { keys: 'Mod+Enter', label: 'Open the link, or tick the task' },
      ],
    },
    {
      title: 'Pages, tags and people',
      shortcuts: [
        { keys: '/', label: 'Find a name' },
        { keys: 'r', label: 'Rename' },
      ],
    },
    {
      title: 'Year of writing',
      shortcuts: [
        { keys: '[', label: 'Year before' },
        { keys: ']', label: 'Year after' },
        { keys: 't', label: 'Today' },
      ],
    },
  ],
  tables: {
    entry: [['journal'], ['insights']],
    insight_decision: [['insights']],
    entry_box: [['journal']],
    task: [['insights']],
    event: [['insights']],
    expense: [['insights']],
    setting: [['journal']],
  },
  todaySections: [{ order: 90, Section: TodayInEarlierYears }],
  Background: JournalKeeper,
};
