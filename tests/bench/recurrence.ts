import { readSeries } from '#main/domain/recurrence/expand';
import { pathToFileURL } from 'node:url';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { figuresOf, ms, ratio, report, timed } from './figures.ts';

// Goal P7: 1,000 series over a year in eight zones with dates taken out, held against rrule-temporal given the same rules in
// Temporal's own types, which spares it the reading of texts that ours is measured with. What they answer is compared first.

const SERIES = 1_000;
const ROUNDS = 5;
const ZONES = [
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/Vienna',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
] as const;
/** What calendars hold, the common ones more often; the last ones are there so that no part is left out. */
const RULES = [
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=TU,TH',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=SU',
  'FREQ=WEEKLY;COUNT=40',
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0,30',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SU',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
  'FREQ=YEARLY;BYYEARDAY=1,100,-1',
  'FREQ=HOURLY;INTERVAL=6',
] as const;
const FROM = '2026-01-01T00:00:00Z';
const TO = '2026-12-31T23:59:59Z';
const MOST = 5_000;
const DAY_MS = 86_400_000;

interface BenchSeries {
  readonly rrule: string;
  readonly zone: string;
  readonly dtstart: string;
  readonly exdates: readonly string[];
}

const allSeries: readonly BenchSeries[] = Array.from({ length: SERIES }, (_, at) => {
  const startMs = Date.UTC(2025, 0, 1) + ((at * 37) % 500) * DAY_MS + (7 * 60 + ((at * 25) % 840)) * 60_000;
  const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return {
    rrule: RULES[at % RULES.length]!,
    zone: ZONES[(at * 3) % ZONES.length]!,
    dtstart: local(startMs),
    exdates: at % 4 === 0 ? [local(startMs + 14 * DAY_MS), local(startMs + 21 * DAY_MS)] : [],
  };
});

/** Instants, as the calendar asks for them; what a rule says is read again each time. */
const ours = ({ rrule, zone, dtstart, exdates }: BenchSeries): number[] =>
  readSeries({ rrule, zone, dtstart, exdates }).keysBetween(Date.parse(FROM), Date.parse(TO), MOST);

function peers({ rrule, zone, dtstart, exdates }: BenchSeries): Temporal.ZonedDateTime[] {
  const zoned = (local: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return new RRuleTemporal({
    rruleString: rrule,
    dtstart: zoned(dtstart),
    exDate: exdates.map(zoned),
    temporal: Temporal,
  }).between(
    Temporal.Instant.from(FROM).toZonedDateTimeISO(zone),
    Temporal.Instant.from(TO).toZonedDateTimeISO(zone),
    true,
  );
}

/** How many series are told differently. None of these begins in an hour that the clocks of its zone skip. */
function disagreements(): number {
  return allSeries.filter((series) => {
    const theirs = peers(series).map((at) => at.epochMilliseconds);
    return JSON.stringify(ours(series)) !== JSON.stringify(theirs);
  }).length;
}

export async function benchRecurrence(): Promise<void> {
  process.stdout.write('\nRecurrence: 1,000 series, a year, eight zones\n');
  const different = disagreements();
  report('told differently from rrule-temporal', `${different} of ${SERIES}`, '', '0');
  const [own, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(timed(() => allSeries.forEach((series) => void ours(series))));
    peer.push(timed(() => allSeries.forEach((series) => void peers(series))));
  }
  const [a, b] = [figuresOf(own), figuresOf(peer)];
  report(
    'all of them',
    ms(a.median),
    `rrule-temporal ${ms(b.median)}: 1/${(b.median / a.median).toFixed(0)}`,
    '<= 1/30',
  );
  report('the slowest round', ms(a.p95), `rrule-temporal ${ms(b.p95)}: ${ratio(a.p95 / b.p95)}`, '<= 0.03x');
  const occurrences = allSeries.reduce((sum, series) => sum + ours(series).length, 0);
  report('an occurrence', `${((a.median / occurrences) * 1_000).toFixed(2)} µs`, `of ${occurrences}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchRecurrence();
