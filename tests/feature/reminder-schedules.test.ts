import { addReminder } from '#main/features/reminders/index';
import { createEvent } from '#main/features/calendar/index';
import { createTask } from '#main/features/tasks/index';
import * as fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ReminderWorld } from '../support/reminder-world.ts';
import { folderInMemory } from '../support/test-core.ts';

/** 100,000 by night; a change is tried with fewer. */
const SCHEDULES = Number(process.env['BRAINDUMP_SCHEDULES'] ?? 60);
const START = '2026-03-01T12:00:00Z';
const ZONES = Intl.supportedValuesOf('timeZone');

const zone = fc.constantFrom(...ZONES);
const thing = fc.record({
  kind: fc.constantFrom('task', 'event', 'at'),
  /** Past the 24.8 days of a timer too. */
  inMin: fc.integer({ min: 3 * 1_440, max: 200 * 1_440 }),
  offsetMin: fc.constantFrom(0, 1, 15, 60, 1_440, 1_500),
  zone: fc.option(zone, { nil: null }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('run'), minutes: fc.integer({ min: 1, max: 3_000 }) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('sleep'), minutes: fc.integer({ min: 1, max: 60_000 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart'), minutes: fc.integer({ min: 0, max: 60_000 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('set'), minutes: fc.integer({ min: -3_000, max: 3_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('before-telling', 'before-claiming', 'before-showing', 'after-showing'),
      minutes: fc.integer({ min: 1, max: 2_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('travel'), minutes: fc.constant(10), to: zone }) },
);

describe('any schedule', () => {
  it('is told once each, whatever happens to the machine', { timeout: 24 * 3_600_000 }, async () => {
    // Made once: a new database for each would take most of the time.
    const template = folderInMemory();
    await new ReminderWorld(template, START, 'UTC').close();
    await fc.assert(
      fc.asyncProperty(
        zone,
        fc.array(thing, { minLength: 1, maxLength: 6 }),
        fc.array(step, { maxLength: 8 }),
        async (home, things, steps) => {
          const folder = fs.mkdtempSync(path.join(template, '..', 'braindump-schedule-'));
          fs.cpSync(template, folder, { recursive: true });
          const world = new ReminderWorld(folder, START, home);
          try {
            const reminders = world.core.services.ledger.write({ actor: 'user', command: 'test.fill' }, (tx) =>
              things.map((one) => {
                const local = Temporal.Instant.from(START)
                  .toZonedDateTimeISO('UTC')
                  .add({ minutes: one.inMin })
                  .toPlainDateTime()
                  .toString()
                  .slice(0, 16);
                if (one.kind === 'event') {
                  const endLocal = Temporal.PlainDateTime.from(local).add({ hours: 1 }).toString().slice(0, 16);
                  const { id } = createEvent(tx, { title: 'E', startLocal: local, endLocal, zone: one.zone });
                  return addReminder(tx, { eventId: id }, { anchor: 'start', offsetMin: one.offsetMin }).id;
                }
                const due = one.kind === 'task' ? { dueDay: local.slice(0, 10), dueTime: local.slice(11) } : {};
                const { id } = createTask(tx, { title: 'T', ...due });
                return addReminder(
                  tx,
                  { taskId: id },
                  one.kind === 'task'
                    ? { anchor: 'due', offsetMin: one.offsetMin }
                    : { atLocal: local, zone: one.zone },
                ).id;
              }),
            );
            const told = new Map<string, Set<string>>();
            const look = (): void => {
              for (const { reminderId, id, toldAtMs } of world.toldLately())
                told.set(reminderId, (told.get(reminderId) ?? new Set()).add(`${id} ${toldAtMs}`));
            };
            for (const one of steps) {
              if (one.act === 'run') await world.run(one.minutes);
              else if (one.act === 'sleep') await world.sleep(one.minutes);
              else if (one.act === 'restart') await world.restart(one.minutes);
              else if (one.act === 'set') await world.setClock(one.minutes);
              else if ('to' in one) {
                world.travel(one.to);
                await world.run(one.minutes);
              } else await world.kill(one.act, one.minutes);
              look();
            }
            // Past the last of them, with time for what is tried again.
            for (let week = 0; week < 8; week += 1) {
              await world.sleep(28 * 1_440);
              look();
            }
            await world.run(60);
            look();
            expect([...told.keys()].toSorted()).toEqual([...reminders].toSorted());
            expect([...told.values()].filter((times) => times.size > 1)).toEqual([]);
            expect([...world.shown.values()].filter((count) => count > 1)).toEqual([]);
            expect(reminders.length - world.shown.size).toBeLessThanOrEqual(world.lostToKills);
          } finally {
            await world.close();
            fs.rmSync(folder, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: SCHEDULES, ...(process.env['BRAINDUMP_SEED'] ? { seed: Number(process.env['BRAINDUMP_SEED']) } : {}) },
    );
  });
});
