import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

const commandsOf = async ({ client }: TestCore): Promise<string[]> =>
  (await client.history.list({})).items.map(({ command }) => command);

describe('a visit beside a window', () => {
  it('leaves what is being typed a draft', async () => {
    const window = testCore();
    const draft = { id: '01a1fd9f-0000-7000-8000-000000000001', day: '2026-11-21', body: 'half a sent' };
    await window.client.journal.saveDraft(draft);

    const visit = testCore({ dataDir: window.dataDir, isVisit: true });
    await visit.client.tasks.create({ title: 'Buy stamps' });
    await visit.core.close();
    expect(await commandsOf(window)).toEqual(['tasks.create']);

    const next = await window.restart();
    expect(await commandsOf(next)).toEqual(['journal.write', 'tasks.create']);
  });

  it('leaves telling to the window, which tells it once', async () => {
    const window = testCore();
    await window.client.focus.start({ intention: 'Write' });

    const visit = testCore({
      dataDir: window.dataDir,
      isVisit: true,
      clock: new FakeClock('2026-11-21T09:26:00Z'),
    });
    expect(await visit.client.focus.current()).toMatchObject({ part: { kind: 'break' } });
    visit.clock.advance({ minutes: 10 });
    await visit.core.settled();
    await visit.core.close();
    expect({ notices: visit.notices, trays: visit.trays }).toEqual({ notices: [], trays: [] });
    expect(await commandsOf(window)).toEqual(['focus.moveOn', 'focus.start']);

    window.clock.advance({ minutes: 26 });
    window.core.refresh();
    await window.core.settled();
    expect(window.notices.map(({ title }) => title)).toEqual(['Break, 4 minutes']);
  });

  it('shows at once what it sets', async () => {
    const visit = testCore({ isVisit: true });
    expect(visit.core.services.today()).toBe('2026-11-21');
    await visit.client.settings.update({ dayStartMin: 600 });
    expect(visit.core.services.today()).toBe('2026-11-20');
  });
});
