import { projectsContract } from '#contract/projects';
import { allAreas, allProjects } from '#db/queries/projects';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import {
  createArea,
  createProject,
  moveArea,
  moveProject,
  removeArea,
  removeProject,
  setProjectStatus,
  updateArea,
  updateProject,
} from './commands.ts';
import { projectsWords } from './words.ts';

export { createArea, updateProject } from './commands.ts';

const os = implement(projectsContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  list: os.list.handler(({ context: { services } }) => allProjects(services.ledger.read)),
  create: os.create.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.create' }, (tx) => createProject(tx, input)),
  ),
  update: os.update.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.update' }, (tx) =>
      updateProject(tx, input.id, input.change),
    ),
  ),
  setStatus: os.setStatus.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.setStatus' }, (tx) =>
      setProjectStatus(tx, input.id, input.status),
    ),
  ),
  remove: os.remove.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.remove' }, (tx) =>
      removeProject(tx, input.id, input.tasks),
    ),
  ),
  move: os.move.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.move' }, (tx) =>
      moveProject(tx, input.id, input.beforeId, input.areaId),
    ),
  ),
  areas: os.areas.handler(({ context: { services } }) =>
    allAreas(services.ledger.read).map(({ id, name, color }) => ({ id, name, color })),
  ),
  createArea: os.createArea.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.createArea' }, (tx) =>
      createArea(tx, input.name, input.color),
    ),
  ),
  updateArea: os.updateArea.handler(({ input: { id, ...change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.updateArea' }, (tx) => updateArea(tx, id, change)),
  ),
  removeArea: os.removeArea.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.removeArea' }, (tx) => removeArea(tx, input.id)),
  ),
  moveArea: os.moveArea.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'projects.moveArea' }, (tx) =>
      moveArea(tx, input.id, input.beforeId),
    ),
  ),
});

export const projectsFeature = { name: 'projects', router, words: projectsWords } satisfies Feature<typeof router>;
