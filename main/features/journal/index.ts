import { journalContract } from '#contract/journal';
import { writtenDays, writtenDaysBetween } from '#db/queries/journal';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
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
import { asSummary, readDay, readOnThisDay, readPages } from './read-journal.ts';
import {
  commitDraftsOf,
  isNameable,
  listNames,
  previewRename,
  readMentions,
  readReference,
  readUnlinked,
  renameReference,
  suggestNames,
} from './references.ts';
import { readDeleted, readVersion, readVersions, restoreVersion } from './versions.ts';
import { journalWords } from './words.ts';
import { readStreaks } from './years.ts';

export { commitDraft, commitDrafts, journalReactions, momentOn, writeEntry } from './commands.ts';
export { dayFile } from './day-file.ts';
export { readDay, readEntry } from './read-journal.ts';
export { firstLineOf } from './entry-text.ts';
export { writingStreak } from './years.ts';

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
    writtenDaysBetween(services.ledger.read, `${input.month}-01`, `${input.month}-31`)
      .map(({ day, words, mood }) => ({ day, words, mood }))
      .toReversed(),
  ),
  onThisDay: os.onThisDay.handler(({ input, context: { services } }) => readOnThisDay(services.ledger.read, input.day)),
  names: os.names.handler(({ input, context: { services } }) =>
    suggestNames(services.ledger.read, input.kind, input.query, services.today()),
  ),
  year: os.year.handler(({ input, context: { services } }) => {
    const year = String(input.year).padStart(4, '0');
    return writtenDaysBetween(services.ledger.read, `${year}-01-01`, `${year}-12-31`);
  }),
  streaks: os.streaks.handler(({ context: { services } }) => readStreaks(services.ledger.read, services.today())),
  allNames: os.allNames.handler(({ input, context: { services } }) =>
    listNames(services.ledger.read, input.kind, input.query),
  ),
  reference: os.reference.handler(({ input, context: { services } }) => readReference(services.ledger.read, input)),
  mentions: os.mentions.handler(({ input, context: { services } }) =>
    readMentions(services.ledger.read, input, input.before, input.limit),
  ),
  unlinked: os.unlinked.handler(({ input, context: { services } }) => readUnlinked(services, input)),
  renamePreview: os.renamePreview.handler(({ input, context: { services } }) =>
    previewRename(services.ledger.read, input),
  ),
  rename: os.rename.handler(({ input, context: { services } }) => {
    const wanted = { ...input, to: input.to.trim() };
    if (!isNameable(wanted.kind, wanted.to)) throw new Refusal('NAME_UNFIT');
    commitDraftsOf(services, wanted);
    return services.ledger.write({ actor: 'user', command: 'journal.rename' }, (tx) =>
      renameReference(tx, wanted, services.zone()),
    );
  }),
  versions: os.versions.handler(({ input, context: { services } }) => readVersions(services.ledger.read, input.id)),
  version: os.version.handler(({ input, context: { services } }) =>
    readVersion(services.ledger.read, input.id, input.seq),
  ),
  restore: os.restore.handler(({ input: { id, seq }, context: { services } }) => {
    // What was typed last is history first: it is a version of its own.
    commitDraft(services, id);
    return services.ledger.write({ actor: 'user', command: 'journal.restore' }, (tx) =>
      restoreVersion(tx, id, seq, services.zone()),
    );
  }),
  deleted: os.deleted.handler(({ input, context: { services } }) => readDeleted(services.ledger.read, input.day)),
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
