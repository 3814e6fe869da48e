import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

describe('settings', () => {
  it('hold from the moment they are set, and undo brings back what held before', async () => {
    const { client } = testCore();
    await client.settings.update({ theme: 'dark' });
    await client.settings.update({ focusWorkMin: 50 });
    expect(await client.settings.get()).toMatchObject({ theme: 'dark', focusWorkMin: 50, focusBreakMin: 5 });
    const { items } = await client.history.list({});
    expect(items.map((item) => item.words)).toEqual(['Set the length of a round to 50 min', 'Set the theme to dark']);
    await client.history.undo();
    await client.history.undo();
    expect(await client.settings.get()).toMatchObject({ theme: 'system', focusWorkMin: 25 });
  });

  it('follow the machine’s zone until one is chosen', async () => {
    const { client, clock } = testCore();
    clock.setZone('Europe/Vienna');
    expect((await client.today.now()).zone).toBe('Europe/Vienna');
    await client.settings.update({ zone: 'Pacific/Kiritimati' });
    expect(await client.today.now()).toMatchObject({ zone: 'Pacific/Kiritimati', day: '2026-11-21' });
    clock.advance({ minutes: 60 });
    expect(await client.today.now()).toMatchObject({ day: '2026-11-22' });
    await client.settings.update({ zone: null });
    expect((await client.today.now()).zone).toBe('Europe/Vienna');
  });

  it('refuse what can’t hold in words and keep what held', async () => {
    const { client } = testCore();
    await expect(client.settings.update({ zone: 'Nowhere/Else' })).rejects.toMatchObject({ code: 'NO_SUCH_ZONE' });
    await expect(client.settings.update({ focusWorkMin: 0 })).rejects.toMatchObject({
      data: { issues: [{ message: 'Choose at least 1 min.', path: ['focusWorkMin'] }] },
    });
    await expect(client.settings.update({ workingHours: { mon: [['17:00', '09:00']] } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(
      client.settings.update({
        workingHours: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '17:00'],
          ],
        },
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('survive a restart', async () => {
    const first = testCore();
    await first.client.settings.update({
      density: 'compact',
      workingHours: {
        mon: [
          ['08:00', '12:00'],
          ['13:00', '24:00'],
        ],
      },
    });
    const second = await first.restart();
    expect(await second.client.settings.get()).toMatchObject({
      density: 'compact',
      workingHours: {
        mon: [
          ['08:00', '12:00'],
          ['13:00', '24:00'],
        ],
      },
    });
  });
});
