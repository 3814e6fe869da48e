import type { ReadingContext } from '#contract/capture';
import { type Task, tasksContract } from '#contract/tasks';
import { partsOf } from '#db/queries/task-links';
import { allTags, dayOfEntry, deleteTag, findTag, taskCounts, tasksOfList, updateTag } from '#db/queries/tasks';
import type { LedgerTx } from '#main/ledger/ledger';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { asTask, createTask, removeTasks, requireTasks, setTaskStatus, updateTask } from './commands.ts';
import { taskFilterOf } from './filter.ts';
import { addLines, duplicateTasks, moveTasks } from './placing.ts';
import { keepDays } from './keep-days.ts';
import { readLine } from './read-line.ts';
import { exceptDay, skipOccurrences } from './renew.ts';
import { createView, moveView, removeView, updateView, viewsInOrder } from './views.ts';
import { tasksWords } from './words.ts';

export { asTask, createTask, removeTasks, requireTasks, setTaskStatus, updateTask } from './commands.ts';
export { definedOnly } from './given.ts';
export { colorOf, projectNamed } from './named.ts';
export { tasksReactions } from './renew.ts';
export { createView } from './views.ts';

const os = implement(tasksContract).$context<FeatureContext>().use(mapFailures);

const here = (services: Services): ReadingContext => ({
  nowMs: services.clock.nowMs(),
  zone: services.zone(),
  ...services.writing(),
});

const tasksAfter = (tx: LedgerTx, ids: readonly string[]): Task[] => requireTasks(tx, ids).map(asTask);

const router = os.router({
  list: os.list.handler(({ input: { list, query, ...question }, context: { services } }) => {
    const filter = query === undefined ? undefined : taskFilterOf(query, services);
    return tasksOfList(services.ledger.read, list, { ...question, ...filter, today: services.today() }).map(asTask);
  }),
  get: os.get.handler(({ input, context: { services } }) => asTask(requireTasks(services.ledger.read, [input.id])[0]!)),
  source: os.source.handler(({ input, context: { services } }) => {
    const { entryId } = requireTasks(services.ledger.read, [input.id])[0]!;
    const day = entryId === null ? null : dayOfEntry(services.ledger.read, entryId);
    return day === null ? null : { day };
  }),
  counts: os.counts.handler(({ context: { services } }) => taskCounts(services.ledger.read, services.today())),
  create: os.create.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.create' }, (tx) => createTask(tx, input)),
  ),
  subTasks: os.subTasks.handler(({ input, context: { services } }) => {
    const { read } = services.ledger;
    requireTasks(read, [input.id]);
    return requireTasks(read, partsOf(read, input.id)).map(asTask);
  }),
  readLine: os.readLine.handler(({ input, context: { services } }) => {
    const { task, words } = readLine(input.text, here(services));
    return { title: task.title, words };
  }),
  addLines: os.addLines.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.create' }, (tx) => addLines(tx, input, here(services))),
  ),
  update: os.update.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.update' }, (tx) =>
      updateTask(tx, input.ids, input.change, input.scope),
    ),
  ),
  skip: os.skip.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.skip' }, (tx) => skipOccurrences(tx, input.ids)),
  ),
  exceptDay: os.exceptDay.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.exceptDay' }, (tx) =>
      exceptDay(tx, input.id, input.day, input.isOut),
    ),
  ),
  complete: os.complete.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.complete' }, (tx) =>
      tasksAfter(tx, setTaskStatus(tx, input.ids, 'done')),
    ),
  ),
  drop: os.drop.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.drop' }, (tx) =>
      tasksAfter(tx, setTaskStatus(tx, input.ids, 'dropped')),
    ),
  ),
  reopen: os.reopen.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.reopen' }, (tx) =>
      tasksAfter(tx, setTaskStatus(tx, input.ids, 'open')),
    ),
  ),
  remove: os.remove.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.remove' }, (tx) => ({
      removed: removeTasks(tx, input.ids),
    })),
  ),
  duplicate: os.duplicate.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.duplicate' }, (tx) => duplicateTasks(tx, input.ids)),
  ),
  move: os.move.handler(({ input: { ids, beforeId, change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.move' }, (tx) => moveTasks(tx, ids, beforeId, change)),
  ),
  tags: os.tags.handler(({ context: { services } }) => allTags(services.ledger.read)),
  updateTag: os.updateTag.handler(({ input: { id, ...change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.updateTag' }, (tx) => {
      const taken = change.name === undefined ? undefined : findTag(tx, change.name);
      if (taken && taken.id !== id) throw new Refusal('NAME_TAKEN');
      const values = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      if (updateTag(tx, id, values) === 0) throw new Refusal('NOT_FOUND', { what: 'tag' });
      return allTags(tx).find((tag) => tag.id === id)!;
    }),
  ),
  removeTag: os.removeTag.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.removeTag' }, (tx) => {
      if (deleteTag(tx, input.id) === 0) throw new Refusal('NOT_FOUND', { what: 'tag' });
      tx.emit({ type: 'tag.deleted', version: 1, payload: { tagId: input.id } });
    }),
  ),
  views: os.views.handler(({ context: { services } }) => viewsInOrder(services.ledger.read)),
  createView: os.createView.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.createView' }, (tx) => createView(tx, input)),
  ),
  updateView: os.updateView.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.updateView' }, (tx) =>
      updateView(tx, input.id, input.change),
    ),
  ),
  removeView: os.removeView.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.removeView' }, (tx) => removeView(tx, input.id)),
  ),
  moveView: os.moveView.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'tasks.moveView' }, (tx) => moveView(tx, input.id, input.beforeId)),
  ),
});

export const tasksFeature = { name: 'tasks', router, words: tasksWords, start: keepDays } satisfies Feature<
  typeof router
>;
