import type { EntryInsights, NoticedTodo } from '#contract/insights';
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../renderer/features/journal/notes.ts';

const todo = (quote: string, from = 0): NoticedTodo => ({
  from,
  to: from + quote.length,
  quote,
  title: quote,
  dueDay: null,
  dueTime: null,
  person: null,
  task: null,
  similar: null,
});

const reading = (...todos: NoticedTodo[]): EntryInsights => ({
  textLength: 200,
  todos,
  events: [],
  expenses: [],
  people: [],
  topics: [],
  mood: null,
});

describe('notes of a text that is still being written', () => {
  it('keep their names while their sentences grow, or are cut short', () => {
    const half = notesOf(reading(todo('Call Ana'), todo('We should order the new headp', 20)));
    const whole = notesOf(reading(todo('Call Ana'), todo('We should order the new headphones', 20)), half);
    expect(whole.map(({ quote }) => quote)).toEqual(['Call Ana', 'We should order the new headphones']);
    expect(whole.map(({ id }) => id)).toEqual(half.map(({ id }) => id));
    const cut = notesOf(reading(todo('Call Ana'), todo('We should order', 20)), whole);
    expect(cut.map(({ id }) => id)).toEqual(half.map(({ id }) => id));
  });

  it('are others when their words are others', () => {
    const before = notesOf(reading(todo('Call Ana')));
    const after = notesOf(reading(todo('Pay the rent')), before);
    expect(after[0]!.id).not.toBe(before[0]!.id);
  });

  it('never share a name, also when a short sentence comes back beside the one grown from it', () => {
    const before = notesOf(reading(todo('Call Ana')));
    const grown = notesOf(reading(todo('Call Ana about the crown')), before);
    const both = notesOf(reading(todo('Call Ana'), todo('Call Ana about the crown', 40)), grown);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    expect(both[1]!.id).toBe(grown[0]!.id);
  });
});
