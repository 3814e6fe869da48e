import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

describe('a template', () => {
  it('is made, changed, renamed and deleted; each can be undone and is told in words', async () => {
    const { client } = testCore();
    const made = await client.templates.create({ name: '  Evening ', body: '## {{weekday}}\n{{cursor}}' });
    expect(made).toMatchObject({ name: 'Evening', body: '## {{weekday}}\n{{cursor}}' });
    await client.templates.update({ id: made.id, change: { body: '## Evening' } });
    await client.templates.update({ id: made.id, change: { name: 'Night' } });
    await client.templates.remove({ id: made.id });
    expect(await client.templates.list()).toEqual([]);
    const { items } = await client.history.list({});
    expect(items.map(({ words }) => words)).toEqual([
      'Deleted the template “Night”',
      'Changed the template “Night”',
      'Changed a template',
      'Made the template “Evening”',
    ]);
    await client.history.undo();
    await client.history.undo();
    await client.history.undo();
    expect(await client.templates.list()).toEqual([made]);
  });

  it('needs a name, and is listed by it whatever its capitals', async () => {
    const { client } = testCore();
    await expect(client.templates.create({ name: ' ', body: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (const name of ['b', 'C', 'a']) await client.templates.create({ name, body: '' });
    expect((await client.templates.list()).map(({ name }) => name)).toEqual(['a', 'b', 'C']);
  });

  it('that is gone can’t be changed', async () => {
    const { client } = testCore();
    const { id } = await client.templates.create({ name: 'a', body: '' });
    await client.templates.remove({ id });
    await expect(client.templates.update({ id, change: { name: 'b' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.templates.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be what a new day begins with', async () => {
    const { client } = testCore();
    const { id } = await client.templates.create({ name: 'a', body: '' });
    expect((await client.settings.update({ dailyTemplate: id })).dailyTemplate).toBe(id);
    expect((await client.history.list({})).items[0]!.words).toBe('Changed the daily template');
    expect((await client.settings.update({ dailyTemplate: null })).dailyTemplate).toBeNull();
  });
});
