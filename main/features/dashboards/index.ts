import { type DayFigures, dashboardsContract } from '#contract/dashboards';
import type { Day } from '#contract/time';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { figuresByDay, figuresByProject, figuresByTag, streaksOf, totalsOf } from './figures.ts';
import { dayRange, rangeBefore } from './range.ts';
import { readFacts } from './read-facts.ts';
import { thingsBehind } from './things.ts';

const os = implement(dashboardsContract).$context<FeatureContext>().use(mapFailures);

const whereOf = (services: Services) => ({ zone: services.zone(), dayStartMin: services.settings().dayStartMin });

const router = os.router({
  figures: os.figures.handler(({ input, context: { services } }) => {
    const { zone, dayStartMin } = whereOf(services);
    const handle = services.ledger.read;
    const range = dayRange(input.fromDay, input.toDay, zone, dayStartMin);
    const earlier = rangeBefore(range, zone, dayStartMin);
    const facts = readFacts(handle, range);
    const days = figuresByDay(facts, range);
    return {
      days,
      totals: totalsOf(days),
      before: totalsOf(figuresByDay(readFacts(handle, earlier), earlier)),
      projects: figuresByProject(facts),
      tags: figuresByTag(handle, facts),
      streaks: streaksOf(handle, days, { today: services.today(), zone, dayStartMin }),
    };
  }),
  things: os.things.handler(({ input, context: { services } }) => {
    const { zone, dayStartMin } = whereOf(services);
    return thingsBehind(services.ledger.read, dayRange(input.fromDay, input.toDay, zone, dayStartMin), input);
  }),
});

/** The figures of one day of the user. */
export function dayInFigures(services: Services, day: Day): DayFigures {
  const { zone, dayStartMin } = whereOf(services);
  const range = dayRange(day, day, zone, dayStartMin);
  return figuresByDay(readFacts(services.ledger.read, range), range)[0]!;
}

/** What was planned, done, written and felt, in numbers that each lead to what they count. */
export const dashboardsFeature = { name: 'dashboards', router } satisfies Feature<typeof router>;
