import { type TextRange, captureContract } from '#contract/capture';
import { captureDraft, deleteCaptureDraft, saveCaptureDraft } from '#db/queries/capture';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { momentOn } from '../journal/index.ts';
import { fileText } from './file-text.ts';
import type { PlanContext } from './plan-item.ts';
import { planText } from './plan-text.ts';
import { captureWords } from './words.ts';

const os = implement(captureContract).$context<FeatureContext>().use(mapFailures);

const here = (services: Services): PlanContext => ({
  nowMs: services.clock.nowMs(),
  zone: services.zone(),
  ...services.writing(),
  day: services.today(),
});

const router = os.router({
  read: os.read.handler(({ input: { text, ignored }, context: { services } }) => {
    const planned = planText(text, here(services), ignored);
    return { items: planned.map(({ item, place, words, note }) => ({ ...item, place, words, note })) };
  }),
  file: os.file.handler(({ input: { fromDraft, ...capture }, context: { services } }) => {
    const context = here(services);
    const filing = { ...context, atMs: momentOn(services, context.day) };
    return services.ledger.write({ actor: 'user', command: 'capture.file' }, (tx) => {
      if (fromDraft) deleteCaptureDraft(tx);
      return { seq: tx.seq, filed: fileText(tx, capture, filing) };
    });
  }),
  draft: os.draft.handler(({ context: { services } }) => {
    const row = captureDraft(services.ledger.read);
    return row ? { text: row.text, ignored: JSON.parse(row.ignored) as TextRange[] } : { text: '', ignored: [] };
  }),
  saveDraft: os.saveDraft.handler(({ input: { text, ignored }, context: { services } }) => {
    const updatedAtMs = services.clock.nowMs();
    services.ledger.writeUnrecorded((handle) => {
      if (text === '') deleteCaptureDraft(handle);
      else saveCaptureDraft(handle, { text, ignored: JSON.stringify(ignored), updatedAtMs });
    });
  }),
});

export const captureFeature = { name: 'capture', router, words: captureWords } satisfies Feature<typeof router>;
