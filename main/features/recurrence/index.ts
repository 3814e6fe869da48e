import { recurrenceContract } from '#contract/recurrence';
import { readText } from '#main/domain/grammar/read';
import { ruleText } from '#main/domain/recurrence/rule-text';
import { type TaskSeries, daysFrom } from '#main/domain/recurrence/task-series';
import { addDays, instantOf } from '#main/domain/time/zoned';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';

/** What a preview lists: a year of days, or of those that come every day the nearest. */
const MOST_DAYS = 400;

const os = implement(recurrenceContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  preview: os.preview.handler(({ input: { rule, anchor = 'due', start, except = [] } }) => {
    const series: TaskSeries = { rule, anchor, start, except };
    try {
      const last = addDays(start, 366);
      const found = daysFrom(series, start, MOST_DAYS + 1, last);
      const isLast = daysFrom(series, addDays(last, 1), 1).length === 0;
      return {
        words: ruleText(rule, anchor),
        days: found.slice(0, MOST_DAYS),
        hasMore: found.length > MOST_DAYS,
        isLast,
      };
    } catch (error) {
      if (error instanceof RangeError) throw new Refusal('NO_SUCH_RULE', { field: 'repeat' });
      throw error;
    }
  }),
  read: os.read.handler(({ input: { text, start }, context: { services } }) => {
    const zone = services.zone();
    // A thing to do in front of it, so that the words are not taken for a line of the journal.
    const { items } = readText(`do it ${text}`, { nowMs: instantOf(`${start}T09:00`, zone), zone });
    const item = items.find((one) => one.recurrence !== undefined);
    if (!item) return null;
    const first = item.due ?? item.start;
    return {
      rule: item.recurrence!,
      anchor: item.anchor ?? 'due',
      start: first === undefined ? start : first.local.slice(0, 10),
    };
  }),
});

/** Rules in words and in days, for whoever edits one. */
export const recurrenceFeature = { name: 'recurrence', router } satisfies Feature<typeof router>;
