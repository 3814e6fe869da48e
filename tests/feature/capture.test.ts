import { MAX_READ_LENGTH } from '#contract/capture';
import { READ_LIMIT } from '#main/domain/grammar/tokens';
import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

const SENTENCE =
  'lunch with Ana fri 1pm, pay rent 850 eur tomorrow, call mum every other sunday, feeling anxious about the launch';

describe('reading a captured text', () => {
  it('says of each item where it goes, in words, and writes nothing', async () => {
    const { client } = testCore();
    const { items } = await client.capture.read({ text: SENTENCE });
    expect(items.map(({ kind, place, words, note }) => ({ kind, place, words, note }))).toEqual([
      { kind: 'event', place: 'calendar', words: 'Event, Fri 27 Nov 13:00', note: null },
      { kind: 'expense', place: 'money', words: 'Expense €850.00, tomorrow', note: null },
      {
        kind: 'task',
        place: 'tasks',
        words: 'Task, due tomorrow, every 2 weeks on Sunday',
        note: null,
      },
      { kind: 'entry', place: 'journal', words: 'Journal entry', note: null },
    ]);
    expect((await client.history.list({})).items).toEqual([]);
    expect(await client.tasks.list({ list: 'all' })).toEqual([]);
  });

  it('reads the language the person writes in, and English beside it', async () => {
    const { client } = testCore();
    const words = async (text: string): Promise<string[]> =>
      (await client.capture.read({ text })).items.map(({ title, words: said }) => `${title}: ${said}`);
    expect(await words('Zahnarzt nächsten Freitag um 15 Uhr')).not.toEqual(['Zahnarzt: Event, Fri 27 Nov 15:00']);
    await client.settings.update({ writingLanguage: 'de' });
    expect(await words('Zahnarzt nächsten Freitag um 15 Uhr')).toEqual(['Zahnarzt: Event, Fri 27 Nov 15:00']);
    expect(await words('dentist next friday at 3pm')).toEqual(['dentist: Event, Fri 27 Nov 15:00']);
    expect((await client.history.list({})).items.map(({ words: said }) => said)).toEqual([
      'Set the language you write in to de',
    ]);
  });

  it('sends what it is not sure of, and what the person wants left as words, to the inbox', async () => {
    const { client } = testCore();
    const unsure = await client.capture.read({ text: 'conference' });
    expect(unsure.items.map(({ place, words }) => ({ place, words }))).toEqual([
      { place: 'inbox', words: 'To the inbox' },
    ]);
    const text = 'lunch with Ana fri 1pm, buy milk';
    const ignored = [{ from: 0, to: 22 }];
    expect((await client.capture.read({ text, ignored })).items.map(({ place, title }) => ({ place, title }))).toEqual([
      { place: 'inbox', title: 'lunch with Ana fri 1pm' },
      { place: 'tasks', title: 'buy milk' },
    ]);
    const date = [{ from: 15, to: 22 }];
    expect((await client.capture.read({ text, ignored: date })).items[0]).toMatchObject({
      place: 'inbox',
      title: 'lunch with Ana fri 1pm',
    });
  });

  it('reads as much as the grammar does', () => {
    expect(MAX_READ_LENGTH).toBe(READ_LIMIT);
  });
});

describe('filing a captured text', () => {
  it('makes an appointment that repeats a real series', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'team meeting every other friday 10:00' });
    expect(await client.calendar.event({ id: filed[0]!.id })).toMatchObject({
      title: 'team meeting',
      notes: '',
      startLocal: '2026-11-27T10:00',
      recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    });
  });

  it('makes everything in one commit, told in words, and takes it back in one', async () => {
    const { client } = testCore();
    const { seq, filed } = await client.capture.file({ text: SENTENCE });
    expect(filed.map(({ kind, place, title, words }) => ({ kind, place, title, words }))).toEqual([
      { kind: 'event', place: 'calendar', title: 'lunch with Ana', words: 'Event, Fri 27 Nov 13:00' },
      { kind: 'expense', place: 'money', title: 'pay rent', words: 'Expense €850.00, tomorrow' },
      { kind: 'task', place: 'tasks', title: 'call mum', words: 'Task, due tomorrow, every 2 weeks on Sunday' },
      { kind: 'entry', place: 'journal', title: 'feeling anxious about the launch', words: 'Journal entry' },
    ]);
    const [event, rent, mum] = filed;
    expect(filed.map(({ route }) => route)).toEqual([
      `/calendar?event=${event!.id}`,
      `/money?month=2026-11&expense=${rent!.id}`,
      `/tasks?list=all&task=${mum!.id}`,
      '/journal/2026-11-21',
    ]);
    expect(await client.calendar.event({ id: event!.id })).toMatchObject({
      allDay: false,
      startLocal: '2026-11-27T13:00',
      endLocal: '2026-11-27T14:00',
    });
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toMatchObject([
      {
        id: rent!.id,
        amount: { minor: 85_000, currency: 'EUR' },
        category: 'housing',
        day: '2026-11-22',
        note: 'pay rent',
      },
    ]);
    expect(await client.tasks.get({ id: mum!.id })).toMatchObject({
      inInbox: false,
      dueDay: '2026-11-22',
      notes: '',
      repeat: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', anchor: 'due', occurrence: '2026-11-22' },
    });
    const { entries } = await client.journal.day({ day: '2026-11-21' });
    expect(entries.map(({ body }) => body)).toEqual(['feeling anxious about the launch']);
    expect((await client.history.list({})).items).toMatchObject([
      { seq, command: 'capture.file', words: 'Filed 1 event, 1 task, 1 expense, 1 journal entry' },
    ]);
    await client.history.undoCommit({ seq });
    expect(await client.tasks.list({ list: 'all' })).toEqual([]);
    expect((await client.journal.day({ day: '2026-11-21' })).entries).toEqual([]);
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toEqual([]);
  });

  it('keeps an expense on the day it was on, or else today, and leads to its month', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'lunch 12.50 eur\ntaxi $9 on 2026-10-31' });
    expect(filed.map(({ kind, title, route }) => ({ kind, title, route }))).toEqual([
      { kind: 'expense', title: 'lunch', route: `/money?month=2026-11&expense=${filed[0]!.id}` },
      { kind: 'expense', title: 'taxi', route: `/money?month=2026-10&expense=${filed[1]!.id}` },
    ]);
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toMatchObject([
      { note: 'lunch', day: '2026-11-21', amount: { minor: 1_250, currency: 'EUR' } },
    ]);
    await client.capture.file({ text: 'coffee 3 eur' });
    expect((await client.history.list({})).items[0]?.words).toBe('Filed “coffee”');
  });

  it('keeps in the note of an expense what an expense has no field for', async () => {
    const { client } = testCore();
    const text = 'netflix 12.99 eur every month #fun';
    expect((await client.capture.read({ text })).items).toMatchObject([
      { place: 'money', note: 'Kept as words in the note: repeating, tags.' },
    ]);
    await client.capture.file({ text });
    const { expenses } = await client.expenses.month({ month: '2026-11' });
    expect(expenses.map(({ note }) => note)).toEqual([text]);
  });

  it('puts money that can’t be kept into the inbox with all its words', async () => {
    const { client } = testCore();
    const long = `lunch ${'with everyone '.repeat(40)}12 eur`;
    for (const text of ['lunch 0 eur', 'expense: lunch', long]) {
      expect((await client.capture.read({ text })).items).toMatchObject([{ place: 'inbox', words: 'To the inbox' }]);
      const { filed } = await client.capture.file({ text });
      expect(filed).toMatchObject([{ kind: 'task', place: 'inbox', title: text }]);
    }
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toEqual([]);
  });

  it('keeps deadline, time, estimate, priority, tags and project of a task', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'send the report by friday at 5pm for 45 min !1 #work' });
    expect(await client.tasks.get({ id: filed[0]!.id })).toMatchObject({
      title: 'send the report',
      dueDay: '2026-11-27',
      dueTime: '17:00',
      estimateMin: 45,
      priority: 1,
      tags: [{ name: 'work' }],
    });
    expect((await client.history.list({})).items[0]?.words).toBe('Filed “send the report”');
  });

  it('makes an all-day event of one without a time', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'event: birthday party on 3 december' });
    expect(await client.calendar.event({ id: filed[0]!.id })).toMatchObject({
      title: 'birthday party',
      allDay: true,
      startLocal: '2026-12-03',
      endLocal: '2026-12-04',
    });
  });

  it('joins several journal lines to one entry', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({
      text: 'feeling light today\nbuy milk\njournal: the harbour was quiet',
    });
    expect(filed.map(({ kind }) => kind)).toEqual(['entry', 'task']);
    const { entries } = await client.journal.day({ day: '2026-11-21' });
    expect(entries.map(({ body }) => body)).toEqual(['feeling light today\n\nthe harbour was quiet']);
  });

  it('puts what can’t be made as it was read into the inbox in its own words', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'event: party; buy milk' });
    expect(filed.map(({ place, title }) => ({ place, title }))).toEqual([
      { place: 'inbox', title: 'event: party' },
      { place: 'tasks', title: 'buy milk' },
    ]);
    const last = await client.capture.file({ text: 'event: new year on 9999-12-31' });
    expect(last.filed).toMatchObject([{ place: 'inbox', title: 'event: new year on 9999-12-31' }]);
  });

  it('puts a day that there is not into the inbox, with no time made up', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'meeting 31 feb 10am' });
    expect(filed).toMatchObject([{ kind: 'task', place: 'inbox', title: 'meeting 31 feb 10am' }]);
    expect(await client.tasks.get({ id: filed[0]!.id })).toMatchObject({ dueDay: null, dueTime: null, doDay: null });
  });

  it('keeps the words of an event that would end beyond the calendar', async () => {
    const { client } = testCore();
    const text = 'lunch on dec 31 9999 at 23:30';
    await client.capture.read({ text });
    const { filed } = await client.capture.file({ text });
    expect(filed).toMatchObject([{ kind: 'task', place: 'inbox', title: text }]);
  });

  it('keeps both ends of days on the calendar', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'team offsite dec 3 to dec 5' });
    expect(await client.calendar.event({ id: filed[0]!.id })).toMatchObject({
      title: 'team offsite',
      allDay: true,
      startLocal: '2026-12-03',
      endLocal: '2026-12-06',
    });
  });

  it('keeps a text of which nothing is understood', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: ' ??? ' });
    expect(filed).toMatchObject([{ kind: 'task', place: 'inbox', title: '???' }]);
    const emoji = await client.capture.file({ text: '🌊🌊' });
    expect(emoji.filed).toMatchObject([{ place: 'inbox', title: '🌊🌊' }]);
  });

  it('files the whole text as a journal entry when asked', async () => {
    const { client } = testCore();
    const { filed } = await client.capture.file({ text: 'buy milk\ncall mum', as: 'entry' });
    expect(filed).toMatchObject([{ kind: 'entry', title: 'buy milk' }]);
    const { entries } = await client.journal.day({ day: '2026-11-21' });
    expect(entries[0]?.body).toBe('buy milk\ncall mum');
  });

  it('makes a journal entry of ten megabytes and keeps every character', async () => {
    const { client } = testCore();
    const text = `${'word '.repeat(2_097_152)}end`;
    const { filed } = await client.capture.file({ text });
    expect(filed).toHaveLength(1);
    const { entries } = await client.journal.day({ day: '2026-11-21' });
    expect(entries[0]?.body === text).toBe(true);
  });

  it('keeps hundreds of lines together', async () => {
    const { client } = testCore();
    const text = Array.from({ length: 1_200 }, (_, at) => `buy ${at}`).join('\n');
    expect((await client.capture.read({ text })).items).toMatchObject([
      { place: 'journal', words: 'Journal entry', note: 'More than 200 lines are kept together.' },
    ]);
    const { filed } = await client.capture.file({ text });
    expect(filed).toMatchObject([{ kind: 'entry', title: 'buy 0' }]);
  });

  it('cuts a title that is too long and keeps all of it in the notes', async () => {
    const { client } = testCore();
    const text = `buy ${'🥛'.repeat(1_500)}`;
    const { filed } = await client.capture.file({ text });
    const task = await client.tasks.get({ id: filed[0]!.id });
    expect(task.title).toBe(`buy ${'🥛'.repeat(98)}…`);
    expect(task.notes).toBe(text);
  });

  it('refuses an empty text kindly', async () => {
    const { client } = testCore();
    await expect(client.capture.file({ text: ' \n ' })).rejects.toMatchObject({
      code: 'EMPTY',
      message: 'There is nothing to file yet. Write what is on your mind first.',
    });
    expect((await client.history.list({})).items).toEqual([]);
  });
});

describe('the draft of the bar', () => {
  it('survives a restart without being history', async () => {
    const core = testCore();
    expect(await core.client.capture.draft()).toEqual({ text: '', ignored: [] });
    await core.client.capture.saveDraft({ text: 'call m' });
    await core.client.capture.saveDraft({ text: 'call mum fri', ignored: [{ from: 9, to: 12 }] });
    const { client } = await core.restart();
    expect(await client.capture.draft()).toEqual({ text: 'call mum fri', ignored: [{ from: 9, to: 12 }] });
    expect((await client.history.list({})).items).toEqual([]);
    await client.capture.saveDraft({ text: '' });
    expect(await client.capture.draft()).toEqual({ text: '', ignored: [] });
  });

  it('goes when it is filed, and stays when something else is', async () => {
    const { client } = testCore();
    await client.capture.saveDraft({ text: 'call mum' });
    await client.capture.file({ text: 'buy milk' });
    expect(await client.capture.draft()).toEqual({ text: 'call mum', ignored: [] });
    await client.capture.file({ text: 'call mum', fromDraft: true });
    expect(await client.capture.draft()).toEqual({ text: '', ignored: [] });
  });
});
