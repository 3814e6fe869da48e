import { journalContract } from '#contract/journal';
import { writtenDays, writtenDaysBetween } from '#db/queries/journal';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import {
  commitDraft,
  commitLeftDrafts,
  commitWriting,
  keepDraft,
  momentAt,
  momentOn,
  moveEntry,
  removeEntry,
  setMood,
} from './commands.ts';
import { asSummary, completeNames, readDay, readOnThisDay, readPages } from './read-journal.ts';
import { journalWords } from './words.ts';

export { commitDraft, journalReactions, momentOn, writeEntry } from './commands.ts';
export { dayFile } from './day-file.ts';
export { readDay, readEntry } from './read-journal.ts';
export { firstLineOf } from './entry-text.ts';

const os = implement(journalContract).$context<FeatureContext>().use(mapFailures);

/** After every day that can be written. */
const END_OF_DAYS = '9999-99-99';

const router = os.router({
  day: os.day.handler(({ input, context: { services } }) => readDay(services.ledger.read, input.day, services.today())),
  days: os.days.handler(({ input, context: { services } }) => {
    const days = writtenDays(services.ledger.read, input.before ?? END_OF_DAYS, input.limit).map(asSummary);
    return { days, nextBefore: days.length === input.limit ? days.at(-1)!.day : null };
  }),
  month: os.month.handler(({ input, context: { services } }) =>
    writtenDaysBetween(services.ledger.read, `${input.month}-01`, `${input.month}-31`).map(({ day, words, mood }) => ({
      day,
      words,
      mood,
    })),
  ),
  onThisDay: os.onThisDay.handler(({ input, context: { services } }) => readOnThisDay(services.ledger.read, input.day)),
  names: os.names.handler(({ input, context: { services } }) =>
    completeNames(services.ledger.read, input.kind, input.query),
  ),
  saveDraft: os.saveDraft.handler(({ input, context: { services } }) => keepDraft(services, input)),
  write: os.write.handler(({ input, context: { services } }) => commitWriting(services, input)),
  setMood: os.setMood.handler(({ input, context: { services } }) => {
    commitDraft(services, input.id);
    const atMs = momentOn(services, input.day);
    return services.ledger.write({ actor: 'user', command: 'journal.setMood' }, (tx) => setMood(tx, input, atMs));
  }),
  between: os.between.handler(({ input, context: { services } }) =>
    readPages(services.ledger.read, services.today(), input),
  ),
  exportMarkdown: os.exportMarkdown.handler(async ({ input, context: { services } }) => {
    const { exportMarkdown } = await import('./export-markdown.ts');
    return exportMarkdown(services, input);
  }),
  moveToDay: os.moveToDay.handler(({ input: { id, day, time }, context: { services } }) => {
    commitDraft(services, id);
    const atMs = time === undefined ? momentOn(services, day) : momentAt(services, day, time);
    return services.ledger.write({ actor: 'user', command: 'journal.moveToDay' }, (tx) => moveEntry(tx, id, day, atMs));
  }),
  remove: os.remove.handler(({ input: { id }, context: { services } }) => {
    // What was typed last is history first, so that undo brings it back too.
    commitDraft(services, id);
    return services.ledger.write({ actor: 'user', command: 'journal.remove' }, (tx) => ({
      removed: removeEntry(tx, id, services.zone()),
    }));
  }),
});

export const journalFeature = {
  name: 'journal',
  router,
  words: journalWords,
  start(services) {
    commitLeftDrafts(services);
    return () => {};
  },
} satisfies Feature<typeof router>;
