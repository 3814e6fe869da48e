import type { PlanSession } from '#renderer/features/plan/index.ts';
import { type Thing, blockThing, eventThing } from './things.ts';
import type { CalendarRange } from './use-calendar-data.ts';

const kept = new WeakMap<CalendarRange, { readonly session: PlanSession | null; readonly things: readonly Thing[] }>();

/** Everything that stands on the calendar, with what a plan in hand would add and take away. Of the same, the same. */
export function thingsIn(range: CalendarRange, session: PlanSession | null): readonly Thing[] {
  const before = kept.get(range);
  if (before?.session === session) return before.things;
  const things = readThings(range, session);
  kept.set(range, { session, things });
  return things;
}

function readThings({ events, blocks, calendars }: CalendarRange, session: PlanSession | null): readonly Thing[] {
  const entries = session?.entries.filter((entry) => entry.decision !== 'refuse') ?? [];
  const leaving = new Set([
    ...(session?.proposal.removed.map((block) => block.id) ?? []),
    ...entries.flatMap(({ planned }) => (planned.change === 'moved' ? [planned.id] : [])),
  ]);
  return [
    ...events.map((event) => eventThing(event, calendars)),
    ...blocks.map((block) => blockThing(block, leaving.has(block.id))),
    ...entries.map(({ key, planned }): Thing => {
      const { title, startMs, endMs } = planned;
      return { kind: 'proposed', key, title, startMs, endMs, planned };
    }),
  ];
}
