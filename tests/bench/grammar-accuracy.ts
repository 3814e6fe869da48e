/**
 * Prints how many of the corpora's cases the grammar reads as the peers' test suites do, beside chrono-node.
 *
 *   node tests/bench/grammar-accuracy.ts [--wrong FILE-PREFIX]
 *
 * Reads BRAINDUMP_CORPORA, by default ../shared/corpora; says so and stops when it is not there.
 */
import * as chrono from 'chrono-node';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findDates } from '../../main/domain/grammar/dates.ts';
import { readText } from '../../main/domain/grammar/read.ts';

const corpora = process.env['BRAINDUMP_CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora');

const dateCase = z.object({
  id: z.string(),
  input: z.string(),
  reference: z.string().nullish(),
  timezone: z.union([z.string(), z.number().transform(offsetText)]).default('UTC'),
  locale: z.string().optional(),
  expected_start: z.string().nullish(),
  expected_end: z.string().nullish(),
  grain: z.string().nullish(),
  compare: z.string().nullish(),
  tags: z.array(z.string()).default([]),
  strict: z.boolean().optional(),
});
type DateCase = z.infer<typeof dateCase>;

const taskCase = z.object({
  id: z.string(),
  input: z.string(),
  reference_time: z.string(),
  timezone: z.string(),
  syntax: z.string(),
  tags: z.array(z.string()),
  expected: z.record(z.string(), z.unknown()),
});

const languageCase = z.object({
  id: z.string(),
  input: z.string(),
  locale: z.string(),
  text: z.string().nullish(),
  reference: z.string().nullish(),
  expected_start: z.string().nullish(),
  expected_end: z.string().nullish(),
  compare: z.string().nullish(),
});

const phraseCase = z.object({ id: z.string(), text: z.string(), rrule: z.string() });

const PRECISION: Record<string, number> = {
  year: 4,
  quarter: 7,
  month: 7,
  week: 10,
  day: 10,
  hour: 13,
  minute: 16,
  second: 19,
};
const FALLBACK_NOW = '2024-05-15T10:30:01Z';

function load<T extends z.ZodType>(file: string, shape: T): z.infer<T>[] {
  return z.array(shape).parse(JSON.parse(readFileSync(path.join(corpora, file), 'utf8')));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Minutes east of UTC as an offset. */
function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** The fixed offsets of the corpora as IANA names, whose sign is the other way round. */
function ianaZone(zone: string): string {
  const hours = offsetMinutes(zone) / 60;
  return hours === 0 ? 'UTC' : `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`;
}

function localText(ms: number, zone: string): string {
  return new Date(ms + offsetMinutes(zone) * 60_000).toISOString().slice(0, 19);
}

function isSame(one: DateCase, startMs: number, endMs: number | undefined): boolean {
  const digits =
    one.compare === 'date'
      ? Math.min(10, PRECISION[one.grain ?? 'day'] ?? 10)
      : (PRECISION[one.grain ?? 'minute'] ?? 16);
  const equal = (expected: string, ms: number): boolean =>
    localText(Date.parse(expected), one.timezone).slice(0, digits) === localText(ms, one.timezone).slice(0, digits);
  if (!one.expected_start || !equal(one.expected_start, startMs)) return false;
  // Duckling's ends are exclusive at their grain: "to 11:00" ends at 11:01. The exact end is as right.
  const grainMs =
    one.grain === 'minute' ? 60_000 : one.grain === 'hour' ? 3_600_000 : one.compare === 'date' ? 86_400_000 : 0;
  return (
    !one.expected_end ||
    (endMs !== undefined &&
      (equal(one.expected_end, endMs) ||
        equal(one.expected_end, endMs + grainMs) ||
        equal(one.expected_end, endMs - grainMs)))
  );
}

function ours(one: DateCase): boolean {
  const first = findDates(one.input, {
    nowMs: Date.parse(one.reference ?? FALLBACK_NOW),
    zone: ianaZone(one.timezone),
    ...(one.locale ? { locale: one.locale } : {}),
  })[0];
  return (
    first !== undefined && isSame(one, Date.parse(first.start.instant), first.end && Date.parse(first.end.instant))
  );
}

function theirs(one: DateCase): boolean {
  const instant = new Date(one.reference ?? FALLBACK_NOW);
  const isDayFirst = one.locale !== undefined && /-(AU|BZ|GB|IE|IN|JM|NZ|TT)$/.test(one.locale);
  const parser = isDayFirst ? chrono.en.GB : chrono.en.casual;
  const first = parser.parse(one.input, { instant, timezone: offsetMinutes(one.timezone) }, { forwardDate: true })[0];
  if (!first) return false;
  const zeroed = (component: chrono.ParsedComponents): number => {
    if (one.compare !== 'date') return component.date().getTime();
    const [year, month, day] = [component.get('year'), component.get('month'), component.get('day')];
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) - offsetMinutes(one.timezone) * 60_000;
  };
  return isSame(one, zeroed(first.start), first.end ? zeroed(first.end) : undefined);
}

const TAGGED = [
  'holiday',
  'locale',
  'latent',
  'peer_quirk',
  'bce',
  'open_interval',
  'disputed',
  'peer_specific',
  'peer_default_time',
  'weekday_is_today',
  'explicit_reference_timezone',
  'date_only_keeps_reference_time',
  'span_only',
];

function report(name: string, right: number, total: number, peer?: number): void {
  const share = (count: number): string => `${count}/${total} (${Math.round((100 * count) / Math.max(1, total))}%)`;
  process.stdout.write(
    `${name.padEnd(28)} ours ${share(right).padEnd(16)}${peer === undefined ? '' : ` chrono-node ${share(peer)}`}\n`,
  );
}

function dateFile(name: string, file: string, keep: (one: DateCase) => boolean): void {
  const cases = load(file, dateCase).filter((one) => keep(one) && one.expected_start);
  const wrong = cases.filter((one) => !ours(one));
  report(name, cases.length - wrong.length, cases.length, cases.filter(theirs).length);
  if (name.startsWith(wanted)) {
    for (const one of wrong) {
      const got = findDates(one.input, {
        nowMs: Date.parse(one.reference ?? FALLBACK_NOW),
        zone: ianaZone(one.timezone),
        ...(one.locale ? { locale: one.locale } : {}),
      });
      const said = got
        .map((date) => `${date.text}=${date.start.local}${date.end ? `..${date.end.local}` : ''}`)
        .join('; ');
      process.stdout.write(
        `  ${one.id} "${one.input}" now ${one.reference ?? ''} expected ${one.expected_start ?? ''}..${one.expected_end ?? ''} ${one.grain ?? ''} [${one.tags.join()}] got ${said}\n`,
      );
    }
  }
}

function negatives(): void {
  const cases = load('nl_dates/negative_en.json', dateCase);
  for (const strict of [false, true]) {
    const chosen = cases.filter((one) => one.strict === strict);
    const read = (one: DateCase): number =>
      findDates(one.input, { nowMs: Date.parse(one.reference ?? FALLBACK_NOW), zone: ianaZone(one.timezone) }).length;
    const wrong = chosen.filter((one) => read(one) > 0);
    const peer = chosen.filter((one) => chrono.en.casual.parse(one.input).length === 0);
    report(`negative_en${strict ? ' (strict only)' : ''}`, chosen.length - wrong.length, chosen.length, peer.length);
    if ('negative_en'.startsWith(wanted)) for (const one of wrong) process.stdout.write(`  ${one.id} "${one.input}"\n`);
  }
}

function quickAdd(): void {
  const cases = load('nl_tasks/quick_add.json', taskCase);
  const wrong = cases.filter((one) => {
    const item = readText(one.input, { nowMs: Date.parse(one.reference_time), zone: ianaZone(one.timezone) }).items[0];
    const when = item?.due ?? item?.start;
    return Object.entries(one.expected).some(([key, expected]) => {
      switch (key) {
        case 'title':
          return item?.title !== expected;
        case 'due':
          return when?.local.slice(0, 10) !== expected;
        case 'time':
          return when?.local.slice(11, 16) !== expected;
        case 'duration_seconds':
          return (item?.durationMin ?? 0) * 60 !== expected;
        case 'tags':
          return JSON.stringify(item?.tags) !== JSON.stringify(expected);
        case 'recurrence':
          return !isSameRule(String(expected), (item?.recurrence ?? '').replace(/;UNTIL=[\dTZ]+/, ''));
        default:
          return false;
      }
    });
  });
  report('quick_add', cases.length - wrong.length, cases.length);
  if ('quick_add'.startsWith(wanted)) {
    for (const one of wrong) {
      const item = readText(one.input, { nowMs: Date.parse(one.reference_time), zone: ianaZone(one.timezone) })
        .items[0];
      process.stdout.write(
        `  ${one.id} "${one.input}" expected ${JSON.stringify(one.expected)} got ${JSON.stringify({ ...item, spans: undefined, due: item?.due?.local, start: item?.start?.local })}\n`,
      );
    }
  }
}

function ruleOf(one: { text: string }): string {
  return readText(one.text, { nowMs: Date.parse(FALLBACK_NOW), zone: 'UTC' }).items[0]?.recurrence ?? '';
}

function phrases(): void {
  const cases = load('nl_tasks/recurrence_phrases.json', phraseCase);
  const wrong = cases.filter((one) => !isSameRule(one.rrule, ruleOf(one)));
  report('recurrence_phrases', cases.length - wrong.length, cases.length);
  if ('recurrence_phrases'.startsWith(wanted))
    for (const one of wrong)
      process.stdout.write(`  ${one.id} "${one.text}" expected ${one.rrule} got ${ruleOf(one)}\n`);
}

function sortedParts(rule: string): string {
  return rule.replaceAll('+', '').split(';').sort().join(';');
}

function isSameRule(one: string, other: string): boolean {
  return sortedParts(one) === sortedParts(other);
}

function speed(): void {
  const text =
    'lunch with Ana fri 1pm, pay rent 850 eur tomorrow, call mum every other sunday, feeling anxious about the launch'.padEnd(
      200,
      ' and more words',
    );
  const times: number[] = [];
  for (let round = 0; round < 400; round += 1) {
    const before = performance.now();
    readText(text, { nowMs: Date.parse(FALLBACK_NOW) + round, zone: 'Europe/Vienna' });
    times.push(performance.now() - before);
  }
  times.sort((one, other) => one - other);
  process.stdout.write(`200 characters: median ${times[200]?.toFixed(3)} ms, p95 ${times[380]?.toFixed(3)} ms\n`);
}

/** Accuracy of each language's phrases beside chrono-node's own locale for it. */
function languagesFile(): void {
  const locales: Readonly<Record<string, chrono.Chrono>> = {
    de: chrono.de.casual,
    es: chrono.es.casual,
    fr: chrono.fr.casual,
    it: chrono.it.casual,
    pt: chrono.pt.casual,
  };
  const cases = load('nl_dates/chrono_i18n.json', languageCase);
  for (const [code, parser] of Object.entries(locales)) {
    // Years before our era are none an item can have.
    const own = cases.filter((one) => one.locale === code && !one.expected_start?.startsWith('-0'));
    const wrong = own.filter((one) => !isSaid(one, firstOfOurs(one)));
    const peer = own.filter((one) => isSaid(one, firstOfTheirs(one, parser)));
    report(`chrono_i18n ${code}`, own.length - wrong.length, own.length, peer.length);
    if ('chrono_i18n'.startsWith(wanted))
      for (const one of wrong)
        process.stdout.write(`  ${one.id} "${one.input}" expected ${one.expected_start ?? one.text ?? 'no date'}\n`);
  }
}

interface Said {
  readonly text: string;
  readonly start: string;
  readonly end?: string | undefined;
}

function firstOfOurs(one: z.infer<typeof languageCase>): Said | undefined {
  const [first] = findDates(one.input, {
    nowMs: Date.parse(one.reference ?? FALLBACK_NOW),
    zone: 'UTC',
    locale: one.locale,
  });
  return first && { text: first.text, start: first.start.local, end: first.end?.local };
}

function firstOfTheirs(one: z.infer<typeof languageCase>, parser: chrono.Chrono): Said | undefined {
  const [first] = parser.parse(one.input, { instant: new Date(one.reference ?? FALLBACK_NOW), timezone: 0 });
  const local = (part: chrono.ParsedComponents): string => part.date().toISOString().slice(0, 19);
  return first && { text: first.text, start: local(first.start), end: first.end ? local(first.end) : undefined };
}

function isSaid(one: z.infer<typeof languageCase>, said: Said | undefined): boolean {
  const expected = one.expected_start;
  if (!expected)
    return one.text ? said?.text.trim().toLowerCase() === one.text.trim().toLowerCase() : said === undefined;
  const digits = one.compare === 'date' ? 10 : 16;
  const isSameEnd = (end: string, ours: string): boolean =>
    [0, -1].some((ms) => new Date(Date.parse(`${ours}Z`) + ms).toISOString().slice(0, digits) === end.slice(0, digits));
  return (
    said?.start.slice(0, digits) === expected.slice(0, digits) &&
    (!one.expected_end || (said.end !== undefined && isSameEnd(one.expected_end, said.end)))
  );
}

const isDirect = process.argv[1] === import.meta.filename;
const wanted =
  isDirect && process.argv.includes('--wrong')
    ? (process.argv.at(process.argv.indexOf('--wrong') + 1) ?? '')
    : '\u0000';

/** Prints the accuracy on each corpus and the speed; says so where the corpora are absent. */
export function grammarAccuracy(): void {
  if (!existsSync(corpora)) {
    process.stdout.write(`No corpora at ${corpora}; set BRAINDUMP_CORPORA.\n`);
    speed();
    return;
  }
  const isPlain = (one: DateCase): boolean => !one.tags.some((tag) => TAGGED.includes(tag));
  dateFile('duckling_en', 'nl_dates/duckling_en.json', isPlain);
  dateFile('duckling_en (tagged)', 'nl_dates/duckling_en.json', (one) => !isPlain(one));
  dateFile('parsedatetime', 'nl_dates/parsedatetime.json', isPlain);
  dateFile('chrono_en', 'nl_dates/chrono_en.json', isPlain);
  dateFile('ranges_en', 'nl_dates/ranges_en.json', isPlain);
  languagesFile();
  negatives();
  quickAdd();
  phrases();
  speed();
}

if (isDirect) grammarAccuracy();
