import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { type TestCore, testCore } from '../support/test-core.ts';

const at = (time: string): number => Date.parse(`2026-11-21T${time}:00Z`);

/** What was told so far, once everything on its way has arrived. */
async function told({ core, notices }: TestCore): Promise<string[]> {
  await core.settled();
  return notices.map(({ title }) => title);
}

describe('a focus session in rounds', () => {
  it('starts with the lengths of the settings, on a task', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Gallery 3 script', project: 'Audio guide' });
    const session = await client.focus.start({ taskId: task.id });
    expect(session).toMatchObject({
      mode: 'rounds',
      state: 'running',
      name: 'Gallery 3 script',
      task: { title: 'Gallery 3 script', status: 'open', project: 'Audio guide' },
      round: 1,
      rounds: 4,
      workMs: 0,
      part: { kind: 'work', plannedMs: 1_500_000, countsFromMs: at('09:00'), pausedAtMs: null },
      next: { kind: 'break', plannedMs: 300_000 },
    });
    expect(await client.focus.current()).toEqual(session);
    expect((await client.history.list({})).items[0]!.words).toBe('Started focusing on “Gallery 3 script”');
  });

  it('takes a break by itself, and waits for the person after it', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.focus.start({ intention: 'Write' });
    clock.advance({ minutes: 25 });
    expect(await client.focus.current()).toMatchObject({
      state: 'running',
      part: { kind: 'break', startedAtMs: at('09:25') },
      round: 1,
      workMs: 1_500_000,
      next: { kind: 'work' },
    });
    expect(await told(test)).toEqual(['Break, 5 minutes']);
    clock.advance({ minutes: 60 });
    expect(await client.focus.current()).toMatchObject({ state: 'ready', part: null, round: 2 });
    expect(await told(test)).toEqual(['Break, 5 minutes', 'Back to “Write”']);
    expect(test.notices[1]).toEqual({
      title: 'Back to “Write”',
      body: 'The break is over. Round 2 of 4 begins when you say so.',
      tag: 'focus',
      route: '/focus',
    });
    const session = await client.focus.resume();
    expect(session).toMatchObject({ state: 'running', part: { kind: 'work', startedAtMs: at('10:25') }, round: 2 });
  });

  it('gives a long break after the last round and begins to count again', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.settings.update({ focusRoundsBeforeLongBreak: 2 });
    await client.focus.start({});
    clock.advance({ minutes: 30 });
    await client.focus.resume();
    clock.advance({ minutes: 25 });
    expect(await client.focus.current()).toMatchObject({ part: { kind: 'long-break', plannedMs: 900_000 }, round: 2 });
    clock.advance({ minutes: 15 });
    expect(await client.focus.current()).toMatchObject({ state: 'ready', round: 1 });
    expect(await told(test)).toEqual(['Break, 5 minutes', 'Back to work', 'Long break, 15 minutes', 'Back to work']);
  });

  it('skips work to the break and the break to work, without waiting', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    clock.advance({ minutes: 10 });
    expect(await client.focus.skip()).toMatchObject({ part: { kind: 'break' }, workMs: 600_000 });
    clock.advance({ minutes: 1 });
    expect(await client.focus.skip()).toMatchObject({ state: 'running', part: { kind: 'work' }, round: 2 });
    expect((await client.history.list({})).items.map(({ words }) => words).slice(0, 2)).toEqual([
      'Skipped a break',
      'Went to a break early',
    ]);
  });

  it('puts the end off, and lengthens a break that is over', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.focus.start({});
    expect((await client.focus.extend({})).part).toMatchObject({ plannedMs: 1_800_000 });
    clock.advance({ minutes: 29 });
    expect((await client.focus.current())?.part?.kind).toBe('work');
    clock.advance({ minutes: 10 });
    expect((await client.focus.current())?.state).toBe('ready');
    expect(await client.focus.extend({ minutes: 3 })).toMatchObject({
      state: 'running',
      part: { kind: 'break', plannedMs: 180_000 },
      round: 1,
    });
    clock.advance({ minutes: 3 });
    expect(await told(test)).toEqual(['Break, 5 minutes', 'Back to work', 'Back to work']);
  });
});

describe('a pause', () => {
  it('stops the time; the end comes later by it', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.focus.start({});
    clock.advance({ minutes: 10 });
    expect(await client.focus.pause()).toMatchObject({ state: 'paused', part: { pausedAtMs: at('09:10') } });
    clock.advance({ minutes: 120 });
    expect(await client.focus.current()).toMatchObject({ state: 'paused', part: { kind: 'work' } });
    expect(await client.focus.resume()).toMatchObject({ state: 'running', part: { countsFromMs: at('11:00') } });
    clock.advance({ minutes: 14 });
    expect((await client.focus.current())?.part?.kind).toBe('work');
    clock.advance({ minutes: 1 });
    expect(await client.focus.current()).toMatchObject({ part: { kind: 'break' }, workMs: 1_500_000 });
    expect(await told(test)).toEqual(['Break, 5 minutes']);
  });

  it('is as if it never was when it is undone', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    clock.advance({ minutes: 10 });
    await client.focus.pause();
    clock.advance({ minutes: 5 });
    expect((await client.history.undo()).words).toBe('Took back: Paused the focus session');
    expect(await client.focus.current()).toMatchObject({
      state: 'running',
      part: { countsFromMs: at('09:00'), pausedAtMs: null },
    });
    clock.advance({ minutes: 10 });
    expect((await client.focus.current())?.part?.kind).toBe('break');
  });

  it('that is asked for twice is one, and going on twice too', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    await client.focus.pause();
    clock.advance({ minutes: 5 });
    expect(await client.focus.pause()).toMatchObject({ part: { pausedAtMs: at('09:00') } });
    await client.focus.resume();
    await client.focus.resume();
    expect((await client.history.list({})).items.map(({ command }) => command)).toEqual([
      'focus.resume',
      'focus.pause',
      'focus.start',
    ]);
  });

  it('still counts as one when the session is finished in it', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    clock.advance({ minutes: 10 });
    await client.focus.pause();
    clock.advance({ minutes: 90 });
    expect(await client.focus.finish()).toMatchObject({ workMs: 600_000, endedAtMs: at('09:10') });
  });
});

describe('a countdown and an open session', () => {
  it('counts down once and ends by itself', async () => {
    const test = testCore();
    const { client, clock } = test;
    await client.focus.start({ intention: 'Tax return', mode: 'countdown', minutes: 45 });
    await expect(client.focus.skip()).rejects.toMatchObject({ code: 'NOTHING_NEXT' });
    clock.advance({ minutes: 50 });
    expect(await client.focus.current()).toBeNull();
    expect(await told(test)).toEqual(['Time is up']);
    expect(test.notices[0]!.body).toBe('Focused 45 min on “Tax return”');
    const [item] = (await client.history.list({})).items;
    expect(item).toMatchObject({ actor: 'system', words: 'Focused 45 min on “Tax return”' });
  });

  it('runs until it is finished, and twelve hours at most', async () => {
    const { client, clock } = testCore();
    await client.focus.start({ mode: 'open' });
    await expect(client.focus.extend({})).rejects.toMatchObject({ code: 'NO_END' });
    clock.advance({ minutes: 95 });
    expect(await client.focus.finish()).toMatchObject({ workMs: 5_700_000 });
    await client.focus.start({ mode: 'open' });
    clock.advance({ days: 2 });
    expect(await client.focus.current()).toBeNull();
    const { sessions } = await client.focus.log({ fromDay: '2026-11-21', toDay: '2026-11-21' });
    expect(sessions[0]).toMatchObject({ mode: 'open', workMs: 12 * 3_600_000 });
  });
});

describe('a session and the program', () => {
  it('goes on right after a restart in the middle of work', async () => {
    const first = testCore();
    await first.client.focus.start({ intention: 'Write' });
    first.clock.advance({ minutes: 10 });
    const second = await first.restart();
    expect(await second.client.focus.current()).toMatchObject({
      state: 'running',
      part: { kind: 'work', countsFromMs: at('09:00') },
    });
    expect(second.trays).toEqual([{ kind: 'running', label: 'Write', endsAtMs: at('09:25') }]);
    second.clock.advance({ minutes: 15 });
    expect(await told(second)).toEqual(['Break, 5 minutes']);
  });

  it('goes on right after a restart in the middle of a break', async () => {
    const first = testCore();
    await first.client.focus.start({});
    first.clock.advance({ minutes: 27 });
    expect(await told(first)).toEqual(['Break, 5 minutes']);
    const second = await first.restart();
    expect(await second.client.focus.current()).toMatchObject({ part: { kind: 'break', startedAtMs: at('09:25') } });
    expect(await told(second)).toEqual([]);
    second.clock.advance({ minutes: 3 });
    expect(await told(second)).toEqual(['Back to work']);
  });

  it('never counts the hours while it was closed, and tells once where it is', async () => {
    const first = testCore();
    await first.client.focus.start({ intention: 'Write' });
    first.clock.advance({ minutes: 10 });
    await first.core.close();
    first.clock.advance({ minutes: 300 });
    const second = await first.restart();
    expect(await told(second)).toEqual(['Back to “Write”']);
    expect(await second.client.focus.current()).toMatchObject({ state: 'ready', workMs: 1_500_000 });
    const commands = (await second.client.history.list({})).items.map(({ command }) => command);
    expect(commands).toEqual(['focus.moveOn', 'focus.start']);
    expect(await second.client.focus.finish()).toMatchObject({ endedAtMs: at('09:30'), workMs: 1_500_000 });
  });

  it('says how much of the break is left when work ended while it was closed', async () => {
    const first = testCore();
    await first.client.focus.start({});
    await first.core.close();
    first.clock.advance({ minutes: 28 });
    const second = await first.restart();
    expect(await told(second)).toEqual(['Break, 2 minutes']);
  });

  it('is right when the machine slept over several parts and no timer rang', async () => {
    const clock = new SleepyClock('2026-11-21T09:00:00Z');
    const test = testCore({ clock });
    await test.client.focus.start({ intention: 'Write' });
    clock.sleep(180);
    expect(await test.client.focus.current()).toMatchObject({ state: 'ready', workMs: 1_500_000 });
    clock.advance({ minutes: 1 });
    expect(await told(test)).toEqual(['Back to “Write”']);
  });

  it('notices by itself, soon after, that the machine slept', async () => {
    const clock = new SleepyClock('2026-11-21T09:00:00Z');
    const test = testCore({ clock });
    await test.client.focus.start({});
    clock.sleep(26);
    clock.advance({ seconds: 30 });
    expect(await told(test)).toEqual(['Break, 4 minutes']);
  });

  it('does not tell what the person has moved past while telling failed', async () => {
    let failure: Error | null = new Error('no notifications now');
    const test = testCore({ notifierFails: () => failure });
    await test.client.focus.start({});
    test.clock.advance({ minutes: 25 });
    await test.core.settled();
    await test.client.focus.skip();
    failure = null;
    test.clock.advance({ minutes: 1 });
    expect(await told(test)).toEqual([]);
  });

  it('shows the tray what is on, and only when that changes', async () => {
    const { client, clock, trays } = testCore();
    const task = await client.tasks.create({ title: 'Script' });
    await client.focus.start({ taskId: task.id });
    clock.advance({ minutes: 10 });
    await client.focus.pause();
    await client.focus.resume();
    await client.tasks.update({ ids: [task.id], change: { title: 'Gallery script' } });
    clock.advance({ minutes: 20 });
    await client.focus.finish();
    expect(trays).toEqual([
      { kind: 'idle' },
      { kind: 'running', label: 'Script', endsAtMs: at('09:25') },
      { kind: 'paused', label: 'Script', endsAtMs: null },
      { kind: 'running', label: 'Script', endsAtMs: at('09:25') },
      { kind: 'running', label: 'Gallery script', endsAtMs: at('09:25') },
      { kind: 'running', label: 'Break', endsAtMs: at('09:30') },
      { kind: 'paused', label: 'Next: Gallery script', endsAtMs: null },
      { kind: 'idle' },
    ]);
  });
});

describe('one session at a time', () => {
  it('refuses a second one and says which is on', async () => {
    const { client } = testCore();
    const { id } = await client.focus.start({ intention: 'Write' });
    await expect(client.focus.start({})).rejects.toMatchObject({
      code: 'SESSION_ON',
      message: 'A focus session is on already. Finish it first.',
      data: { id, name: 'Write' },
    });
  });

  it('refuses everything else while none is on', async () => {
    const { client } = testCore();
    expect(await client.focus.current()).toBeNull();
    for (const call of [client.focus.pause, client.focus.resume, client.focus.skip, client.focus.finish])
      await expect(call()).rejects.toMatchObject({ code: 'NO_SESSION' });
    await expect(client.focus.extend({})).rejects.toMatchObject({ code: 'NO_SESSION' });
    await expect(client.focus.note({ text: 'x' })).rejects.toMatchObject({ code: 'NO_SESSION' });
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('does not set a finished one going beside another by undo', async () => {
    const { client } = testCore();
    await client.focus.start({ intention: 'first' });
    await client.focus.finish();
    await client.focus.start({ intention: 'second' });
    await expect(client.history.undoCommit({ seq: 2 })).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
    expect(await client.focus.current()).toMatchObject({ name: 'second' });
    await client.history.undo();
    await client.history.undo();
    expect(await client.focus.current()).toMatchObject({ name: 'first', state: 'running' });
  });
});

describe('the task of a session', () => {
  it('can be completed meanwhile; the person decides when the session ends', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Script' });
    await client.focus.start({ taskId: task.id });
    await client.tasks.complete({ ids: [task.id] });
    expect(await client.focus.current()).toMatchObject({ state: 'running', task: { status: 'done' } });
  });

  it('can be deleted; the session keeps its name and finds the task again when it comes back', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Script' });
    await client.focus.start({ taskId: task.id });
    await client.tasks.remove({ ids: [task.id] });
    expect(await client.focus.current()).toMatchObject({ name: 'Script', task: null });
    await client.history.undo();
    expect(await client.focus.current()).toMatchObject({ task: { title: 'Script' } });
  });

  it('comes from the block that was started', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'Script' });
    const block = await client.calendar.createBlock({ taskId: task.id, startMs: at('09:00'), endMs: at('10:00') });
    expect(await client.focus.start({ blockId: block.id, mode: 'countdown', minutes: 60 })).toMatchObject({
      taskId: task.id,
      blockId: block.id,
      name: 'Script',
    });
    await client.focus.finish();
    await client.calendar.removeBlock({ id: block.id });
    await expect(client.focus.start({ blockId: block.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a note in a session', () => {
  it('goes to the inbox in the same commit, and back with one undo', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    clock.advance({ minutes: 2 });
    const note = await client.focus.note({ text: '  Ferry times \n for the weekend ' });
    expect(note).toMatchObject({ atMs: at('09:02'), text: 'Ferry times for the weekend' });
    expect((await client.focus.current())?.notes).toEqual([note]);
    expect(await client.tasks.list({ list: 'inbox' })).toMatchObject([{ id: note.taskId, title: note.text }]);
    expect((await client.history.undo()).words).toBe('Took back: Noted “Ferry times for the weekend”');
    expect((await client.focus.current())?.notes).toEqual([]);
    expect(await client.tasks.list({ list: 'inbox' })).toEqual([]);
  });

  it('needs words', async () => {
    const { client } = testCore();
    await client.focus.start({});
    await expect(client.focus.note({ text: ' \n ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ message: 'A title is missing.', path: ['text'] }] },
    });
  });
});

describe('the log', () => {
  it('tells what was done, newest first, with totals by day and by task', async () => {
    const { client, clock } = testCore();
    const task = await client.tasks.create({ title: 'Script' });
    await client.focus.start({ taskId: task.id, minutes: 50, breakMinutes: 10 });
    clock.advance({ minutes: 55 });
    expect(await client.focus.finish()).toMatchObject({
      name: 'Script',
      day: '2026-11-21',
      workMs: 3_000_000,
      taskStatus: 'open',
    });
    clock.advance({ days: 1 });
    await client.focus.start({ intention: 'Mail', mode: 'countdown', minutes: 10 });
    clock.advance({ minutes: 20 });
    await client.focus.start({ taskId: task.id });
    clock.advance({ minutes: 5 });
    await client.focus.finish();
    const log = await client.focus.log({ fromDay: '2026-11-20', toDay: '2026-11-22' });
    expect(log.sessions.map(({ name, workMs }) => [name, workMs / 60_000])).toEqual([
      ['Script', 5],
      ['Mail', 10],
      ['Script', 50],
    ]);
    expect(log).toMatchObject({
      nextAfter: null,
      workMs: 65 * 60_000,
      days: [
        { day: '2026-11-20', workMs: 0 },
        { day: '2026-11-21', workMs: 50 * 60_000 },
        { day: '2026-11-22', workMs: 15 * 60_000 },
      ],
      subjects: [
        { taskId: task.id, name: 'Script', workMs: 55 * 60_000 },
        { taskId: null, name: 'Mail', workMs: 10 * 60_000 },
      ],
    });
    expect((await client.history.list({})).items[0]!.words).toBe('Focused 5 min on “Script”');
  });

  it('shares work across midnight out to the person’s days, in their zone', async () => {
    const clock = new FakeClock('2026-11-21T22:40:00Z', 'Europe/Vienna');
    const { client } = testCore({ clock });
    await client.focus.start({ mode: 'countdown', minutes: 60 });
    clock.advance({ minutes: 60 });
    const { days } = await client.focus.log({ fromDay: '2026-11-21', toDay: '2026-11-22' });
    expect(days).toEqual([
      { day: '2026-11-21', workMs: 20 * 60_000 },
      { day: '2026-11-22', workMs: 40 * 60_000 },
    ]);
    await client.settings.update({ dayStartMin: 120 });
    expect((await client.focus.log({ fromDay: '2026-11-21', toDay: '2026-11-21' })).days).toEqual([
      { day: '2026-11-21', workMs: 60 * 60_000 },
    ]);
  });

  it('counts the ended work of the session that is on', async () => {
    const { client, clock } = testCore();
    await client.focus.start({});
    clock.advance({ minutes: 26 });
    const log = await client.focus.log({ fromDay: '2026-11-21', toDay: '2026-11-21' });
    expect(log).toMatchObject({ sessions: [], workMs: 1_500_000 });
  });

  it('comes in pages', async () => {
    const { client, clock } = testCore();
    for (const intention of ['one', 'two', 'three']) {
      await client.focus.start({ intention });
      clock.advance({ minutes: 1 });
      await client.focus.finish();
    }
    const range = { fromDay: '2026-11-21', toDay: '2026-11-21', limit: 2 };
    const first = await client.focus.log(range);
    expect(first.sessions.map(({ name }) => name)).toEqual(['three', 'two']);
    const second = await client.focus.log({ ...range, after: first.nextAfter });
    expect(second.sessions.map(({ name }) => name)).toEqual(['one']);
    expect(second.nextAfter).toBeNull();
  });

  it('gives back what was taken out of it, whole', async () => {
    const { client, clock } = testCore();
    await client.focus.start({ intention: 'Write' });
    await client.focus.note({ text: 'Milk' });
    clock.advance({ minutes: 30 });
    const { id } = await client.focus.finish();
    const question = { fromDay: '2026-11-21', toDay: '2026-11-21' };
    const before = await client.focus.log(question);
    await client.focus.remove({ id });
    expect(await client.focus.log(question)).toMatchObject({ sessions: [], workMs: 0 });
    await expect(client.focus.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.history.undo()).words).toBe('Took back: Deleted the focus on “Write”');
    expect(await client.focus.log(question)).toEqual(before);
  });

  it('refuses more than 400 days and answers a range that ends before it begins with nothing', async () => {
    const { client } = testCore();
    await expect(client.focus.log({ fromDay: '2020-01-01', toDay: '2026-01-01' })).rejects.toMatchObject({
      code: 'TOO_WIDE',
    });
    expect(await client.focus.log({ fromDay: '2026-01-02', toDay: '2026-01-01' })).toMatchObject({ days: [] });
  });
});

/** A clock of a machine that can sleep: time passes, alarms do not ring before it is awake. */
class SleepyClock extends FakeClock {
  #sleptMs = 0;

  override nowMs(): number {
    return super.nowMs() + this.#sleptMs;
  }

  override alarm(atMs: number, ring: () => void): () => void {
    return super.alarm(atMs - this.#sleptMs, ring);
  }

  sleep(minutes: number): void {
    this.#sleptMs += minutes * 60_000;
  }
}
