import { expandRecurrence, readSeries } from '#main/domain/recurrence/expand';
import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { oracleOfClock, oracleOfDays } from '../../support/recurrence/oracle.ts';
import { RULE_ZONES, rulesOfClock, rulesOfDays } from '../../support/recurrence/random-rules.ts';

// BRAINDUMP_RECURRENCE_CASES=20000 vitest run tests/unit/recurrence is the gate of goal R9.
const CASES = Number(process.env['BRAINDUMP_RECURRENCE_CASES'] ?? 2_000);
const SEED = Number(process.env['BRAINDUMP_SEED'] ?? 20_261_127);

const wallText = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const DAY_MS = 86_400_000;

describe('the engine says what a walk over every day says', () => {
  test('for rules of days and longer', { timeout: CASES * 60 }, () => {
    assert(
      property(rulesOfDays(), integer({ min: 1, max: 900 }), ({ rrule, startMs }, days) => {
        const endMs = Math.floor(startMs / DAY_MS) * DAY_MS + days * DAY_MS - 1;
        const expected = oracleOfDays(rrule, startMs, days);
        const series = readSeries({ dtstart: wallText(startMs), zone: null, rrule });
        expect(series.keysBetween(startMs, endMs, 100_000).map(wallText)).toEqual(expected.map(wallText));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  test('for rules of hours and less, on the clocks of a zone', { timeout: CASES * 60 }, () => {
    assert(
      property(rulesOfClock, constantFrom('UTC', ...RULE_ZONES), integer({ min: 0, max: 60 }), (rule, zone, index) => {
        // Half of them begin the day before the clocks are set.
        const changes = changesOf(zone);
        const change = changes.length === 0 || index % 2 === 0 ? null : changes[index % changes.length]!;
        const wallMs = change === null ? rule.startMs : change - DAY_MS + (rule.startMs % DAY_MS);
        const series = readSeries({ dtstart: wallText(wallMs), zone, rrule: rule.rrule });
        const startMs = Temporal.PlainDateTime.from(wallText(wallMs)).toZonedDateTime(zone).epochMilliseconds;
        const endMs = startMs + (rule.rrule.includes('SECONDLY') ? 0.5 : 2) * DAY_MS;
        const expected = oracleOfClock(rule.rrule, startMs, endMs, wallIn(zone, startMs));
        expect(series.keysBetween(startMs, endMs, 1_000_000)).toEqual(expected);
      }),
      { numRuns: Math.ceil(CASES / 20), seed: SEED },
    );
  });
});

describe('the zone is applied as Temporal applies it', () => {
  test('each wall-clock time of the oracle, shifted over gaps, the first of two', { timeout: CASES * 60 }, () => {
    assert(
      property(rulesOfDays(), constantFrom(...RULE_ZONES), ({ rrule, startMs }, zone) => {
        const walls = oracleOfDays(rrule, startMs, 200).slice(0, 20);
        const instants = walls.map(
          (ms) => Temporal.PlainDateTime.from(wallText(ms)).toZonedDateTime(zone).epochMilliseconds,
        );
        const to = new Date(Math.floor(startMs / DAY_MS) * DAY_MS + 205 * DAY_MS).toISOString();
        const found = expandRecurrence({ dtstart: wallText(startMs), zone, rrule, to, limit: 1_000 }).map((text) =>
          Date.parse(text),
        );
        const expected = [...new Set(instants)].toSorted((one, other) => one - other);
        // Of the last ones one may be shifted behind what the twenty do not reach.
        const length = Math.max(0, walls.length < 20 ? expected.length : expected.length - 3);
        expect(found.slice(0, length)).toEqual(expected.slice(0, length));
      }),
      { numRuns: Math.ceil(CASES / 20), seed: SEED },
    );
  });
});

describe('a series asked in pieces', () => {
  test('is ordered, each moment once, within bounds, and equal however it is windowed', { timeout: CASES * 60 }, () => {
    assert(
      property(
        rulesOfDays(),
        constantFrom(null, ...RULE_ZONES),
        integer({ min: 1, max: 3 }),
        integer({ min: 1, max: 200 }),
        ({ rrule, startMs }, zone, pieces, days) => {
          const series = readSeries({ dtstart: wallText(startMs), zone, rrule });
          const [fromKey, size] = [startMs + (days % 7) * 30 * DAY_MS, days * DAY_MS];
          const whole = series.keysBetween(fromKey, fromKey + pieces * size - 1, 100_000);
          const inPieces = Array.from({ length: pieces }, (_, piece) =>
            series.keysBetween(fromKey + piece * size, fromKey + (piece + 1) * size - 1, 100_000),
          ).flat();
          expect(inPieces).toEqual(whole);
          expect(whole.every((key, at) => at === 0 || key > whole[at - 1]!)).toBe(true);
          expect(whole.every((key) => key >= fromKey && key < fromKey + pieces * size)).toBe(true);
          expect(series.keysBetween(fromKey, fromKey + pieces * size - 1, 3)).toEqual(whole.slice(0, 3));
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
  });
});

const changesByZone = new Map<string, number[]>();

/** What the clocks show when they are set, from 1990 to 2000, as Temporal says. */
function changesOf(zone: string): number[] {
  const known = changesByZone.get(zone);
  if (known) return known;
  const found: number[] = [];
  let at = Temporal.Instant.from('1990-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  for (; at && at.year < 2000; at = at.getTimeZoneTransition('next'))
    found.push(Math.floor(at.epochMilliseconds / DAY_MS) * DAY_MS);
  changesByZone.set(zone, found);
  return found;
}

/** What a zone's clocks show, by Temporal's own changes around a start. */
function wallIn(zone: string, startMs: number): (instantMs: number) => number {
  const at = Temporal.Instant.fromEpochMilliseconds(startMs - 2 * DAY_MS).toZonedDateTimeISO(zone);
  const stretches = [{ fromMs: Number.NEGATIVE_INFINITY, offsetMs: at.offsetNanoseconds / 1e6 }];
  let next = at.getTimeZoneTransition('next');
  for (let changes = 0; next && changes < 3; changes += 1, next = next.getTimeZoneTransition('next'))
    stretches.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
  return (instantMs) => instantMs + stretches.findLast(({ fromMs }) => fromMs <= instantMs)!.offsetMs;
}
