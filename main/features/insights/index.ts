import { insightsContract } from '#contract/insights';
import type { Entry } from '#contract/journal';
import { quoted } from '#main/ledger/commit-words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { commitDraft, readEntry } from '../journal/index.ts';
import { Refusal } from '../refusal.ts';
import { acceptEvent, acceptExpense, acceptTodo, linkTodo, refuseInsight } from './commands.ts';
import { noticeIn } from './notice.ts';

const os = implement(insightsContract).$context<FeatureContext>().use(mapFailures);

/** @throws Refusal NOT_FOUND */
function requireEntry(services: Services, entryId: string): Entry {
  const entry = readEntry(services.ledger.read, entryId);
  if (!entry) throw new Refusal('NOT_FOUND', { what: 'entry' });
  return entry;
}

/** What is decided about stands in history, so that taking the decision back leaves the text. */
function settleText(services: Services, entryId: string): void {
  requireEntry(services, entryId);
  commitDraft(services, entryId);
}

const router = os.router({
  ofEntry: os.ofEntry.handler(({ input, context: { services }, signal }) =>
    noticeIn(services, requireEntry(services, input.entryId), signal),
  ),
  accept: os.accept.handler(({ input, context: { services } }) => {
    settleText(services, input.entryId);
    return services.ledger.write({ actor: 'user', command: 'insights.accept' }, (tx) => acceptTodo(tx, input));
  }),
  acceptEvent: os.acceptEvent.handler(({ input, context: { services } }) => {
    settleText(services, input.entryId);
    const zone = services.zone();
    return services.ledger.write({ actor: 'user', command: 'insights.acceptEvent' }, (tx) =>
      acceptEvent(tx, input, zone),
    );
  }),
  acceptExpense: os.acceptExpense.handler(({ input: { expense, ...seen }, context: { services } }) => {
    settleText(services, seen.entryId);
    return services.ledger.write({ actor: 'user', command: 'insights.acceptExpense' }, (tx) =>
      acceptExpense(tx, seen, expense),
    );
  }),
  link: os.link.handler(({ input: { taskId, ...seen }, context: { services } }) => {
    settleText(services, seen.entryId);
    services.ledger.write({ actor: 'user', command: 'insights.link' }, (tx) => linkTodo(tx, seen, taskId));
  }),
  refuse: os.refuse.handler(({ input: { kind, ...seen }, context: { services } }) => {
    settleText(services, seen.entryId);
    services.ledger.write({ actor: 'user', command: 'insights.refuse' }, (tx) => refuseInsight(tx, seen, kind));
  }),
});

export const insightsFeature = {
  name: 'insights',
  router,
  words: {
    'insights.accept': ({ rows }) => `Accepted ${quoted(rows('task')[0]?.after['title'])} as a task`,
    'insights.acceptEvent': ({ rows }) => `Put ${quoted(rows('event')[0]?.after['title'])} on the calendar`,
    'insights.acceptExpense': ({ rows }) => {
      const note = rows('expense')[0]?.after['note'];
      return note ? `Kept ${quoted(note)} as an expense` : 'Kept an expense';
    },
    'insights.link': ({ rows }) => `Linked ${quoted(rows('insight_decision')[0]?.after['quote'])} to a task`,
    'insights.refuse': ({ rows }) => `Refused a suggestion: ${quoted(rows('insight_decision')[0]?.after['quote'])}`,
  },
} satisfies Feature<typeof router>;
