import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

const ENTRY = '019aa000-0000-7000-8000-000000000001';
const DAY = '2026-11-21';
const BODY =
  'The map goes to print on the 27th. I need to ask Jonas about the ramp before Friday. I also have to call the dentist tomorrow at 9am.';

async function written(body = BODY) {
  const core = testCore();
  await core.client.journal.write({ id: ENTRY, day: DAY, body });
  return core;
}

describe('insights of an entry', () => {
  it('offer the to-dos seen in it, each with its words and due day', async () => {
    const { client } = await written();
    const { todos, textLength } = await client.insights.ofEntry({ entryId: ENTRY });
    expect(textLength).toBe(BODY.length);
    expect(todos.map(({ title, dueDay, dueTime, task }) => ({ title, dueDay, dueTime, task }))).toEqual([
      { title: 'Ask Jonas about the ramp', dueDay: '2026-11-27', dueTime: null, task: null },
      { title: 'Call the dentist', dueDay: '2026-11-22', dueTime: '09:00', task: null },
    ]);
    for (const { from, to, quote } of todos) expect(BODY.slice(from, to)).toBe(quote);
  });

  it('read the draft that is being written', async () => {
    const { client } = await written('Nothing to do.');
    await client.journal.saveDraft({ id: ENTRY, day: DAY, body: BODY });
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos).toHaveLength(2);
  });

  it('make a task as it was worded, in one commit that one undo takes back', async () => {
    const { client } = await written();
    const [todo] = (await client.insights.ofEntry({ entryId: ENTRY })).todos;
    const { taskId } = await client.insights.accept({
      entryId: ENTRY,
      quote: todo!.quote,
      title: 'Ask Jonas',
      dueDay: '2026-11-26',
      dueTime: null,
    });
    expect(await client.tasks.get({ id: taskId })).toMatchObject({
      title: 'Ask Jonas',
      dueDay: '2026-11-26',
      entryId: ENTRY,
      entryQuote: todo!.quote,
    });
    await client.tasks.complete({ ids: [taskId] });
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos[0]).toMatchObject({
      quote: todo!.quote,
      task: { id: taskId, title: 'Ask Jonas', status: 'done' },
    });
    await client.history.undo();
    expect((await client.history.undo()).words).toBe('Took back: Accepted “Ask Jonas” as a task');
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos[0]).toMatchObject({
      quote: todo!.quote,
      task: null,
    });
    expect(await client.tasks.list({ list: 'all' })).toEqual([]);
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe(BODY);
  });

  it('offer a task that says the same, and link it instead of a second one', async () => {
    const { client } = await written();
    const task = await client.tasks.create({ title: 'Phone the dentist' });
    const todo = (await client.insights.ofEntry({ entryId: ENTRY })).todos[1]!;
    expect(todo.similar).toEqual({ id: task.id, title: 'Phone the dentist' });
    await client.insights.link({ entryId: ENTRY, quote: todo.quote, taskId: task.id });
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos[1]).toMatchObject({
      quote: todo.quote,
      task: { id: task.id },
    });
    expect(await client.tasks.list({ list: 'all' })).toHaveLength(1);
  });

  it('do not offer again what was refused, and drop what was accepted and then deleted', async () => {
    const { client } = await written();
    const { todos, people } = await client.insights.ofEntry({ entryId: ENTRY });
    expect(people.map((person) => person.name)).toEqual(['Jonas']);
    await client.insights.refuse({ entryId: ENTRY, kind: 'todo', quote: todos[0]!.quote });
    await client.insights.refuse({ entryId: ENTRY, kind: 'person', quote: people[0]!.quote });
    const { taskId } = await client.insights.accept({ ...todos[1]!, entryId: ENTRY });
    await client.tasks.remove({ ids: [taskId] });
    const after = await client.insights.ofEntry({ entryId: ENTRY });
    expect([after.todos, after.people]).toEqual([[], []]);
    await client.history.undo();
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos).toHaveLength(1);
  });

  it('put a meeting on the calendar, and one undo takes it off', async () => {
    const { client } = await written('Lunch with Ana next Friday at 1pm.');
    const [seen] = (await client.insights.ofEntry({ entryId: ENTRY })).events;
    expect(seen).toMatchObject({
      title: 'Lunch with Ana',
      day: '2026-11-27',
      time: '13:00',
      durationMin: 60,
      event: null,
    });
    const { quote, title, durationMin } = seen!;
    const { eventId } = await client.insights.acceptEvent({
      entryId: ENTRY,
      quote,
      title,
      day: '2026-11-27',
      time: '13:00',
      durationMin,
    });
    expect(await client.calendar.event({ id: eventId })).toMatchObject({
      title: 'Lunch with Ana',
      allDay: false,
      startLocal: '2026-11-27T13:00',
      endLocal: '2026-11-27T14:00',
    });
    expect((await client.insights.ofEntry({ entryId: ENTRY })).events).toMatchObject([
      { quote, event: { id: eventId } },
    ]);
    expect((await client.history.undo()).words).toBe('Took back: Put “Lunch with Ana” on the calendar');
    expect((await client.insights.ofEntry({ entryId: ENTRY })).events).toMatchObject([{ quote, event: null }]);
  });

  it('keep money that was spent as an expense, and one undo takes back both', async () => {
    const { client } = await written('Spent 12.50 euros on lunch.');
    const [seen] = (await client.insights.ofEntry({ entryId: ENTRY })).expenses;
    expect(seen).toMatchObject({
      title: 'Lunch',
      amount: { minor: 1_250, currency: 'EUR' },
      category: 'eating-out',
      day: DAY,
      expense: null,
    });
    const { quote, amount, category } = seen!;
    const { expenseId } = await client.insights.acceptExpense({
      entryId: ENTRY,
      quote,
      expense: { amount, category, day: '2026-11-20', note: 'Lunch with Ana' },
    });
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toMatchObject([
      { id: expenseId, amount: { minor: 1_250, currency: 'EUR' }, day: '2026-11-20', note: 'Lunch with Ana' },
    ]);
    expect((await client.insights.ofEntry({ entryId: ENTRY })).expenses).toMatchObject([
      { quote, title: 'Lunch with Ana', day: '2026-11-20', expense: { id: expenseId } },
    ]);
    expect((await client.history.undo()).words).toBe('Took back: Kept “Lunch with Ana” as an expense');
    expect((await client.expenses.month({ month: '2026-11' })).expenses).toEqual([]);
    expect((await client.insights.ofEntry({ entryId: ENTRY })).expenses).toMatchObject([{ quote, expense: null }]);
  });

  it('do not offer an expense again that was kept and then deleted, nor one that was refused', async () => {
    const { client } = await written('Spent 12.50 euros on lunch. Paid 9 euros for the taxi.');
    const [lunch, taxi] = (await client.insights.ofEntry({ entryId: ENTRY })).expenses;
    const { quote, amount } = lunch!;
    const { expenseId } = await client.insights.acceptExpense({ entryId: ENTRY, quote, expense: { amount, day: DAY } });
    await client.insights.refuse({ entryId: ENTRY, kind: 'expense', quote: taxi!.quote });
    await client.expenses.remove({ id: expenseId });
    expect((await client.insights.ofEntry({ entryId: ENTRY })).expenses).toEqual([]);
  });

  it('keep the text when accepting is undone before the text was history', async () => {
    const { client } = testCore();
    await client.journal.saveDraft({ id: ENTRY, day: DAY, body: BODY });
    const [todo] = (await client.insights.ofEntry({ entryId: ENTRY })).todos;
    await client.insights.accept({ ...todo!, entryId: ENTRY });
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe(BODY);
  });

  it('read a long entry off the main thread', async () => {
    const body = `${BODY}\n\n${'The rain went on and on. '.repeat(2_500)}`;
    const { client } = await written(body);
    expect((await client.insights.ofEntry({ entryId: ENTRY })).todos).toHaveLength(2);
  });

  it('of an entry that is gone are refused in words', async () => {
    const { client } = testCore();
    await expect(client.insights.ofEntry({ entryId: ENTRY })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'entry' },
    });
    await expect(client.insights.refuse({ entryId: ENTRY, kind: 'todo', quote: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
