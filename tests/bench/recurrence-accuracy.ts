/**
 * How many cases of the recurrence corpus are expanded as the peers' test suites say.
 *
 *   node tests/bench/recurrence-accuracy.ts [--wrong]
 *
 * Reads BRAINDUMP_CORPORA, by default ../shared/corpora; says so and stops when it is not there. Cases where the peers
 * disagree are counted apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { expandRecurrence } from '#main/domain/recurrence/expand';

const recurrenceCase = z.object({
  id: z.string(),
  rrule: z.string(),
  dtstart: z.string(),
  all_day: z.boolean(),
  tzid: z.string().nullable(),
  expected: z.array(z.string()).nullable(),
  expected_is: z.enum(['all', 'first_n', 'window', 'error_or_unsupported']),
  window: z.tuple([z.string(), z.string()]).optional(),
  exdates: z.array(z.string()).optional(),
  rrules_extra: z.array(z.string()).optional(),
  tags: z.array(z.string()),
});
type RecurrenceCase = z.infer<typeof recurrenceCase>;

const corpora = process.env['BRAINDUMP_CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const file = path.join(corpora, 'recurrence/recurrence.json');

/** Local times, or the error's words. */
function answerOf(one: RecurrenceCase): string[] | string {
  try {
    const occurrences = expandRecurrence({
      dtstart: one.dtstart,
      zone: one.tzid,
      allDay: one.all_day,
      rrule: one.rrule,
      exdates: one.exdates,
      from: one.window?.[0],
      to: one.window?.[1],
      limit: one.expected_is === 'first_n' ? (one.expected?.length ?? 0) : 1_000,
    });
    return occurrences.map((text) => text.slice(0, 19));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isRight(one: RecurrenceCase): boolean {
  const answer = answerOf(one);
  if (one.expected_is === 'error_or_unsupported') return typeof answer === 'string' || answer.length === 0;
  return JSON.stringify(answer) === JSON.stringify(one.expected);
}

if (existsSync(file)) {
  const cases = z
    .array(recurrenceCase)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .filter((one) => one.rrules_extra === undefined);
  for (const [name, isMeant] of [
    ['agreed', (one: RecurrenceCase) => !one.tags.includes('disputed')],
    ['disputed', (one: RecurrenceCase) => one.tags.includes('disputed')],
  ] as const) {
    const chosen = cases.filter(isMeant);
    const wrong = chosen.filter((one) => !isRight(one));
    process.stdout.write(`${name}: ${chosen.length - wrong.length} of ${chosen.length}\n`);
    if (process.argv.includes('--wrong'))
      for (const one of wrong)
        process.stdout.write(
          `  ${one.id} ${one.rrule} from ${one.dtstart}: expected ${String(one.expected)} got ${String(answerOf(one))}\n`,
        );
  }
} else {
  process.stdout.write(`No corpora at ${corpora}; set BRAINDUMP_CORPORA.\n`);
}
