import { describe, expect, it } from 'vitest';
import { testCore } from '../support/test-core.ts';

describe('a project', () => {
  it('is made by the first task that names it, and found again however the name is written', async () => {
    const { client } = testCore();
    const one = await client.tasks.create({ title: 'one', project: ' Audio  guide ' });
    const two = await client.tasks.create({ title: 'two', project: 'audio guide' });
    expect([one.project, two.project, two.projectId]).toEqual(['Audio guide', 'Audio guide', one.projectId]);
    expect(await client.projects.list()).toMatchObject([{ name: 'Audio guide', openTasks: 2, doneTasks: 0 }]);
    await expect(client.projects.create({ name: 'AUDIO GUIDE' })).rejects.toMatchObject({
      message: 'Another project has this name already.',
    });
  });

  it('goes with the undo of what made it, unless others use it by then', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'one', project: 'Alone' });
    await client.history.undo();
    expect(await client.projects.list()).toEqual([]);
    await client.tasks.create({ title: 'two', project: 'Shared', tags: ['home'] });
    const first = (await client.history.list({ limit: 1 })).items[0]!;
    await client.tasks.create({ title: 'three', project: 'Shared', tags: ['home'] });
    await client.history.undoCommit({ seq: first.seq });
    expect(await client.tasks.list({ list: 'all' })).toMatchObject([
      { title: 'three', project: 'Shared', tags: [{ name: 'home' }] },
    ]);
  });

  it('closes its open tasks with it, and one undo opens all of them', async () => {
    const { client } = testCore();
    const { projectId } = await client.tasks.create({ title: 'a', project: 'Move' });
    await client.tasks.create({ title: 'b', project: 'Move' });
    await client.projects.setStatus({ id: projectId!, status: 'done' });
    expect(await client.tasks.counts()).toMatchObject({ all: 0 });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(2);
    expect((await client.history.list({ limit: 1 })).items[0]!.words).toBe('Completed a project and its 2 open tasks');
    await client.history.undo();
    expect(await client.tasks.counts()).toMatchObject({ all: 2 });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(0);
    expect(await client.projects.list()).toMatchObject([{ status: 'open', openTasks: 2 }]);
  });

  it('leaves its tasks without a project, or takes them along, and comes back by undo with all of them', async () => {
    const { client } = testCore();
    const { projectId } = await client.tasks.create({ title: 'a', project: 'Move' });
    const projects = async () => (await client.tasks.list({ list: 'all' })).map((task) => task.project);
    await client.projects.remove({ id: projectId!, tasks: 'keep' });
    expect(await projects()).toEqual([null]);
    await client.history.undo();
    expect(await projects()).toEqual(['Move']);
    await client.projects.remove({ id: projectId!, tasks: 'delete' });
    expect(await projects()).toEqual([]);
    await client.history.undo();
    expect(await projects()).toEqual(['Move']);
  });

  it('stands in an area, whose page holds the tasks of its projects', async () => {
    const { client } = testCore();
    const area = await client.projects.createArea({ name: 'Work' });
    const project = await client.projects.create({ name: 'Launch', areaId: area.id });
    await client.tasks.create({ title: 'inside', projectId: project.id });
    await client.tasks.create({ title: 'outside' });
    const titles = async () => (await client.tasks.list({ list: 'all', areaId: area.id })).map((task) => task.title);
    expect(await titles()).toEqual(['inside']);
    await client.projects.removeArea({ id: area.id });
    expect(await client.projects.list()).toMatchObject([{ name: 'Launch', areaId: null }]);
    await client.history.undo();
    expect(await titles()).toEqual(['inside']);
  });

  it('takes its tasks to Someday when it is put off', async () => {
    const { client } = testCore();
    const { projectId } = await client.tasks.create({ title: 'a', project: 'Boat' });
    await client.projects.setStatus({ id: projectId!, status: 'someday' });
    expect(await client.tasks.counts()).toMatchObject({ anytime: 0, someday: 1 });
  });
});

describe('sub-tasks', () => {
  it('are counted on their parent, follow it, and are closed and deleted with it by one undoable act', async () => {
    const { client } = testCore();
    const parent = await client.tasks.create({ title: 'Trip', project: 'Lotte' });
    const pack = await client.tasks.create({ title: 'Pack', parentId: parent.id });
    await client.tasks.create({ title: 'Tickets', parentId: parent.id });
    expect(pack).toMatchObject({ parentId: parent.id, project: 'Lotte' });
    await client.tasks.complete({ ids: [pack.id] });
    expect((await client.tasks.get({ id: parent.id })).subTasks).toEqual({ closed: 1, total: 2 });
    await client.tasks.update({ ids: [parent.id], change: { project: 'Holiday' } });
    expect((await client.tasks.subTasks({ id: parent.id })).map((task) => [task.title, task.project])).toEqual([
      ['Pack', 'Holiday'],
      ['Tickets', 'Holiday'],
    ]);
    const closed = await client.tasks.complete({ ids: [parent.id] });
    expect(closed.map((task) => task.title)).toEqual(['Trip', 'Tickets']);
    await client.history.undo();
    expect(await client.tasks.counts()).toMatchObject({ all: 2 });
    expect(await client.tasks.list({ list: 'done' })).toHaveLength(1);
    expect(await client.tasks.remove({ ids: [parent.id] })).toEqual({ removed: 3 });
    await client.history.undo();
    expect((await client.tasks.subTasks({ id: parent.id })).map((task) => task.title)).toEqual(['Pack', 'Tickets']);
  });

  it('can’t hold what they are a part of', async () => {
    const { client } = testCore();
    const top = await client.tasks.create({ title: 'top' });
    const middle = await client.tasks.create({ title: 'middle', parentId: top.id });
    const low = await client.tasks.create({ title: 'low', parentId: middle.id });
    await expect(client.tasks.update({ ids: [top.id], change: { parentId: low.id } })).rejects.toMatchObject({
      code: 'PARENT_LOOP',
    });
  });

  it('stand by themselves in another project', async () => {
    const { client } = testCore();
    const top = await client.tasks.create({ title: 'top', project: 'One' });
    const part = await client.tasks.create({ title: 'part', parentId: top.id });
    await client.tasks.update({ ids: [part.id], change: { project: 'Two' } });
    expect(await client.tasks.get({ id: part.id })).toMatchObject({ parentId: null, project: 'Two' });
  });
});

describe('waiting for another task', () => {
  it('blocks a task until that one is closed, and never goes round in a circle', async () => {
    const { client } = testCore();
    const paint = await client.tasks.create({ title: 'Paint' });
    const sand = await client.tasks.create({ title: 'Sand' });
    const buy = await client.tasks.create({ title: 'Buy paper', waitsFor: [] });
    await client.tasks.update({ ids: [paint.id], change: { addWaitsFor: [sand.id] } });
    await client.tasks.update({ ids: [sand.id], change: { addWaitsFor: [buy.id] } });
    expect(await client.tasks.get({ id: paint.id })).toMatchObject({
      waitsFor: [{ title: 'Sand', isOpen: true }],
      blockedBy: [sand.id],
    });
    await expect(client.tasks.update({ ids: [buy.id], change: { addWaitsFor: [paint.id] } })).rejects.toMatchObject({
      message: 'Those would wait for each other, so neither could ever begin. Take the other wait away first.',
    });
    await expect(client.tasks.update({ ids: [buy.id], change: { addWaitsFor: [buy.id] } })).rejects.toMatchObject({
      code: 'DEPENDENCY_LOOP',
    });
    await client.tasks.complete({ ids: [sand.id] });
    expect(await client.tasks.get({ id: paint.id })).toMatchObject({ waitsFor: [{ isOpen: false }], blockedBy: [] });
    await client.tasks.update({ ids: [paint.id], change: { removeWaitsFor: [sand.id] } });
    expect((await client.tasks.get({ id: paint.id })).waitsFor).toEqual([]);
  });
});

describe('where a task belongs', () => {
  it('leaves the inbox with a day, a project or a tag, and Someday with a day to do it on', async () => {
    const { client } = testCore();
    const { id } = await client.tasks.create({ title: 'sort me', inInbox: true });
    expect((await client.tasks.update({ ids: [id], change: { someday: true } }))[0]).toMatchObject({
      inInbox: false,
      someday: true,
    });
    expect(await client.tasks.counts()).toMatchObject({ inbox: 0, someday: 1, anytime: 0 });
    expect((await client.tasks.update({ ids: [id], change: { doDay: '2026-11-21' } }))[0]).toMatchObject({
      someday: false,
    });
    expect((await client.tasks.update({ ids: [id], change: { someday: true } }))[0]).toMatchObject({ doDay: null });
  });

  it('is moved together with others, in their order, and with what the place asks for', async () => {
    const { client } = testCore();
    const ids: string[] = [];
    for (const title of ['a', 'b', 'c', 'd']) ids.push((await client.tasks.create({ title })).id);
    const [a, b, c, d] = ids;
    await client.tasks.move({ ids: [d!, c!], beforeId: a!, change: { project: 'Here' } });
    expect((await client.tasks.list({ list: 'anytime' })).map((task) => [task.title, task.project])).toEqual([
      ['d', 'Here'],
      ['c', 'Here'],
      ['a', null],
      ['b', null],
    ]);
    await client.history.undo();
    expect((await client.tasks.list({ list: 'anytime' })).map((task) => task.id)).toEqual([a, b, c, d]);
  });

  it('has its copy right after it, with its parts and tags', async () => {
    const { client } = testCore();
    const first = await client.tasks.create({ title: 'first', tags: ['home'], priority: 1 });
    await client.tasks.create({ title: 'part', parentId: first.id });
    await client.tasks.create({ title: 'last' });
    const [copy] = await client.tasks.duplicate({ ids: [first.id] });
    expect(copy).toMatchObject({ title: 'first', priority: 1, tags: [{ name: 'home' }], subTasks: { total: 1 } });
    expect((await client.tasks.list({ list: 'anytime' })).map((task) => task.title)).toEqual([
      'first',
      'first',
      'part',
      'last',
      'part',
    ]);
  });
});

describe('a saved view', () => {
  it('keeps its question and layout, has a name of its own, and comes back by undo', async () => {
    const { client } = testCore();
    const layout = { sort: 'due', grouping: 'project', layout: 'board' } as const;
    const view = await client.tasks.createView({ name: 'Calls', query: 'tag:phone', ...layout });
    await expect(client.tasks.createView({ name: 'calls', query: '', ...layout })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    await client.tasks.updateView({ id: view.id, change: { icon: 'phone' } });
    await client.tasks.removeView({ id: view.id });
    await client.history.undo();
    expect(await client.tasks.views()).toEqual([{ ...view, icon: 'phone' }]);
  });
});

describe('a line that is added', () => {
  it('is read as a task, and what it says goes before what its place says', async () => {
    const { client } = testCore();
    expect(await client.tasks.readLine({ text: 'call Ana tomorrow p1 #phone +Boiler' })).toEqual({
      title: 'call Ana',
      words: 'Due tomorrow, urgent, in Boiler, #phone',
    });
    const lines = ['call Ana tomorrow p1 #phone +Boiler', 'buy bread'];
    const added = await client.tasks.addLines({ lines, place: { inInbox: true, tags: ['quick'] } });
    expect(added).toMatchObject([
      { title: 'call Ana', dueDay: '2026-11-22', priority: 1, project: 'Boiler', inInbox: false },
      { title: 'buy bread', dueDay: null, project: null, inInbox: true },
    ]);
    expect(added.map(({ tags }) => tags.map((tag) => tag.name))).toEqual([['phone', 'quick'], ['quick']]);
    await client.history.undo();
    expect(await client.tasks.list({ list: 'all' })).toEqual([]);
  });

  it('keeps every word when that is asked for, and stands before another task', async () => {
    const { client } = testCore();
    const { id } = await client.tasks.create({ title: 'last' });
    await client.tasks.addLines({ lines: ['read “Tomorrow” tomorrow'], asWritten: true, beforeId: id });
    expect((await client.tasks.list({ list: 'anytime' })).map((task) => task.title)).toEqual([
      'read “Tomorrow” tomorrow',
      'last',
    ]);
  });
});

describe('a list narrowed by a question', () => {
  it('holds what fits its words and conditions, and closed tasks only when it asks for them', async () => {
    const { client } = testCore();
    await client.tasks.create({ title: 'Mend the gate', tags: ['home'], estimateMin: 20, priority: 1 });
    await client.tasks.create({ title: 'Mend the roof', tags: ['home'], estimateMin: 300, dueDay: '2026-11-20' });
    const done = await client.tasks.create({ title: 'Mend the chair', project: 'House' });
    await client.tasks.complete({ ids: [done.id] });
    const found = async (query: string) =>
      (await client.tasks.list({ list: 'all', query, sort: 'title' })).map((task) => task.title);
    expect(await found('mend')).toEqual(['Mend the gate', 'Mend the roof']);
    expect(await found('tag:home estimate:<=30m')).toEqual(['Mend the gate']);
    expect(await found('mend -priority:1')).toEqual(['Mend the roof']);
    expect(await found('is:overdue')).toEqual(['Mend the roof']);
    expect(await found('is:done project:house')).toEqual(['Mend the chair']);
  });
});
