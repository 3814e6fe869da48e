import { planContract } from '#contract/plan';
import { blocksBetween } from '#db/queries/calendar';
import { overdueTasks } from '#db/queries/plan';
import { freeStretches } from '#main/domain/scheduling/free-time';
import { dayBounds } from '#main/domain/time/zoned';
import { counted } from '#main/ledger/commit-words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { acceptPlan } from './accept.ts';
import { checkPlan } from './check-plan.ts';
import { busyStretches, planMaterial } from './instance.ts';
import { learnedOf } from './learning.ts';
import { sortedOverdue } from './overdue.ts';
import { type Surroundings, hoursFor, periodOf } from './period.ts';
import { asProposal } from './proposal.ts';
import type { SolvedProposal } from './solve-proposal.ts';

const os = implement(planContract).$context<FeatureContext>().use(mapFailures);

const surroundings = (services: Services): Surroundings => ({
  settings: services.settings(),
  zone: services.zone(),
  today: services.today(),
  nowMs: services.clock.nowMs(),
});

/** The working time of a day that events and blocks leave, from now on. */
function freeTimeOf(
  services: Services,
  day: string,
): { freeMin: number; stretches: { startMs: number; endMs: number }[] } {
  const { settings, zone, nowMs } = surroundings(services);
  const { startMs, endMs: toMs } = dayBounds(day, zone, settings.dayStartMin);
  const fromMs = Math.max(startMs, nowMs);
  if (fromMs >= toMs) return { freeMin: 0, stretches: [] };
  const { read } = services.ledger;
  const stretches = freeStretches({
    zone,
    fromMs,
    toMs,
    workingHours: hoursFor(settings),
    bufferMin: settings.bufferMin,
    busy: busyStretches(read, { fromMs, toMs }, zone),
    pinned: blocksBetween(read, fromMs, toMs),
  }).map((stretch) => ({ startMs: stretch.startMs, endMs: stretch.endMs }));
  return {
    freeMin: stretches.reduce((sum, stretch) => sum + (stretch.endMs - stretch.startMs) / 60_000, 0),
    stretches,
  };
}

const router = os.router({
  propose: os.propose.handler(async ({ input, context: { services }, signal }) => {
    const around = surroundings(services);
    const period = periodOf(input, around);
    const material = planMaterial(services.ledger.read, input, period, around);
    const solved = await services.worker.run<SolvedProposal>('solveProposal', material.input, signal);
    const overdue = input.anew === true ? overdueTasks(services.ledger.read, around.today) : [];
    return asProposal(input, period, material, solved, around, sortedOverdue(overdue, solved.result, period, around));
  }),
  accept: os.accept.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'plan.accept' }, (tx) => acceptPlan(tx, input, services.zone())),
  ),
  check: os.check.handler(({ context: { services } }) => checkPlan(services.ledger.read, surroundings(services))),
  learned: os.learned.handler(({ input, context: { services } }) => {
    const learned = learnedOf(services.ledger.read, input.taskId, services.clock.nowMs());
    if (!learned) throw new Refusal('NOT_FOUND', { what: 'task' });
    return learned;
  }),
  freeTime: os.freeTime.handler(({ input, context: { services } }) => freeTimeOf(services, input.day)),
});

export const planFeature = {
  name: 'plan',
  router,
  words: {
    'plan.accept': (facts) =>
      `Accepted a plan of ${counted(facts.rows('block').filter((row) => row.op !== 'delete').length, 'block')}`,
  },
} satisfies Feature<typeof router>;
