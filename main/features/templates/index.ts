import { type Template, templatesContract } from '#contract/templates';
import { allTemplates, deleteTemplate, insertTemplate, templateById, updateTemplate } from '#db/queries/templates';
import type { ReadHandle } from '#db/store/handles';
import { type CommitFacts, quoted } from '#main/ledger/commit-words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';

const os = implement(templatesContract).$context<FeatureContext>().use(mapFailures);

/** @throws Refusal NOT_FOUND */
function requireTemplate(handle: ReadHandle, id: string): Template {
  const row = templateById(handle, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'template' });
  return row;
}

const router = os.router({
  list: os.list.handler(({ context: { services } }) => allTemplates(services.ledger.read)),
  create: os.create.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'templates.create' }, (tx) => {
      const id = tx.newId();
      insertTemplate(tx, { ...input, id, createdAtMs: tx.nowMs });
      tx.emit({ type: 'template.created', version: 1, payload: { templateId: id } });
      return requireTemplate(tx, id);
    }),
  ),
  update: os.update.handler(({ input: { id, change }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'templates.update' }, (tx) => {
      const before = requireTemplate(tx, id);
      const { name = before.name, body = before.body } = change;
      if (name !== before.name || body !== before.body) updateTemplate(tx, id, { name, body });
      return requireTemplate(tx, id);
    }),
  ),
  remove: os.remove.handler(({ input: { id }, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'templates.remove' }, (tx) => {
      if (deleteTemplate(tx, id) === 0) throw new Refusal('NOT_FOUND', { what: 'template' });
    }),
  ),
});

/** "Made the template “Morning pages”"; of a change of its text alone the name is not known. */
const told =
  (verb: string) =>
  (facts: CommitFacts): string => {
    const [row] = facts.rows('template');
    const name = row?.after['name'] ?? row?.before['name'];
    return typeof name === 'string' ? `${verb} the template ${quoted(name)}` : `${verb} a template`;
  };

export const templatesFeature = {
  name: 'templates',
  router,
  words: { 'templates.create': told('Made'), 'templates.update': told('Changed'), 'templates.remove': told('Deleted') },
} satisfies Feature<typeof router>;
