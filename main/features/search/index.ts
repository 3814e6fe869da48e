import { searchContract } from '#contract/search';
import {
  forgetPaletteUses,
  forgetSearch,
  noteSearch,
  paletteUses,
  recentSearches,
  savePaletteUse,
} from '#db/queries/saved-searches';
import { readQuery } from '#main/domain/query/read-query';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { findAsYouType, findRanked, findRecent } from './find.ts';
import { completeQuery, findNames } from './names.ts';
import { previewOf } from './preview.ts';
import { type AskedAt, readingContextOf } from './question.ts';
import { changeSaved, removeSaved, saveSearch, savedInOrder, searchWords } from './saved.ts';
import { usedAgain, weightNow } from './uses.ts';

export { findAsYouType, findRanked } from './find.ts';
export { TITLE_WEIGHT } from './score.ts';

const os = implement(searchContract).$context<FeatureContext>().use(mapFailures);

const askedNow = (services: Services): AskedAt => ({
  nowMs: services.clock.nowMs(),
  zone: services.zone(),
  dayStartMin: services.settings().dayStartMin,
});

const router = os.router({
  asYouType: os.asYouType.handler(({ input, context: { services } }) =>
    findAsYouType(services.ledger.read, { ...input, ...askedNow(services) }),
  ),
  ranked: os.ranked.handler(({ input, context: { services } }) =>
    findRanked(services.ledger.read, { ...input, ...askedNow(services) }),
  ),
  understand: os.understand.handler(({ input, context: { services } }) => {
    const { parts, problems } = readQuery(input.query, readingContextOf(askedNow(services)));
    return { parts: [...parts], problems: [...problems] };
  }),
  complete: os.complete.handler(({ input, context: { services } }) =>
    completeQuery(services.ledger.read, input.query, input.at),
  ),
  names: os.names.handler(({ input, context: { services } }) =>
    findNames(services.ledger.read, input.query, input.limit),
  ),
  preview: os.preview.handler(({ input, context: { services } }) =>
    previewOf(services.ledger.read, input.id, input.query, askedNow(services)),
  ),
  recent: os.recent.handler(({ input, context: { services } }) => findRecent(services.ledger.read, input.limit)),
  saved: os.saved.handler(({ context: { services } }) => savedInOrder(services.ledger.read)),
  save: os.save.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'search.save' }, (tx) => saveSearch(tx, input)),
  ),
  updateSaved: os.updateSaved.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'search.updateSaved' }, (tx) => changeSaved(tx, input)),
  ),
  removeSaved: os.removeSaved.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'search.removeSaved' }, (tx) => removeSaved(tx, input.id)),
  ),
  asked: os.asked.handler(({ input, context: { services } }) => recentSearches(services.ledger.read, input.limit)),
  noteAsked: os.noteAsked.handler(({ input, context: { services } }) => {
    const query = input.query.trim();
    if (query !== '') services.ledger.writeUnrecorded((handle) => noteSearch(handle, query, services.clock.nowMs()));
  }),
  forgetAsked: os.forgetAsked.handler(({ input, context: { services } }) => {
    services.ledger.writeUnrecorded((handle) => forgetSearch(handle, input.query));
  }),
  uses: os.uses.handler(({ context: { services } }) => {
    const nowMs = services.clock.nowMs();
    return Object.fromEntries(paletteUses(services.ledger.read).map((use) => [use.item, weightNow(use, nowMs)]));
  }),
  noteUse: os.noteUse.handler(({ input, context: { services } }) => {
    const nowMs = services.clock.nowMs();
    services.ledger.writeUnrecorded((handle) => {
      const before = paletteUses(handle).find(({ item }) => item === input.item);
      savePaletteUse(handle, { item: input.item, ...usedAgain(before, nowMs) });
    });
  }),
  forgetUses: os.forgetUses.handler(({ context: { services } }) => {
    services.ledger.writeUnrecorded(forgetPaletteUses);
  }),
});

/** Finds everything, and keeps questions under a name. The index is kept by the generated triggers. */
export const searchFeature = { name: 'search', router, words: searchWords } satisfies Feature<typeof router>;
