import { samplesContract } from '#contract/samples';
import { holdsLaterRows, isProfileEmpty, standingCommitOf } from '#db/queries/samples';
import { counted } from '#main/ledger/commit-words';
import { undoCommit } from '#main/ledger/undo';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';

const LOAD = 'samples.load';

const os = implement(samplesContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  canLoad: os.canLoad.handler(({ context: { services } }) => isProfileEmpty(services.ledger.read)),
  load: os.load.handler(async ({ context: { services } }) => {
    const { loadSamples } = await import('./load-samples.ts');
    const frame = {
      today: services.today(),
      zone: services.zone(),
      nowMs: services.clock.nowMs(),
      dayStartMin: services.settings().dayStartMin,
    };
    return services.ledger.write({ actor: 'import:samples', command: LOAD }, (tx) => {
      if (!isProfileEmpty(tx)) throw new Refusal('NOT_EMPTY');
      return loadSamples(tx, frame);
    });
  }),
  remove: os.remove.handler(({ context: { services } }) => {
    const seq = standingCommitOf(services.ledger.read, LOAD);
    if (seq === undefined) throw new Refusal('NOT_LOADED');
    if (holdsLaterRows(services.ledger.read, seq)) throw new Refusal('IN_USE');
    const result = undoCommit(services.ledger, 'user', seq);
    if (result.outcome !== 'done') throw new Refusal('IN_USE');
    return { seq: result.seq };
  }),
});

export const samplesFeature = {
  name: 'samples',
  router,
  words: {
    [LOAD]: ({ rows }) => {
      const added = (table: string, noun: string) =>
        counted(rows(table).filter((row) => row.op === 'insert').length, noun);
      return `Loaded sample data: ${added('entry', 'journal page')}, ${added('task', 'task')}, ${added('event', 'event')}, ${added('expense', 'expense')}`;
    },
  },
} satisfies Feature<typeof router>;
