import { expandRecurrence } from '#main/domain/recurrence/expand';
import { Failure, UsageError } from '../command.ts';
import type { JsonFields } from '../json-fields.ts';
import { pureCommand } from '../pure-command.ts';

/** More than anybody reads; a list this long still fits into memory many times. */
const MAX_LIMIT = 1_000_000;

/** `braindump expand`: the occurrences of a recurrence. */
export const expand = pureCommand({
  usage: 'expand RRULE --dtstart TIME [--zone ZONE] [--from TIME] [--to TIME] [--limit N] [--json | --jsonl]',
  help: `Lists the occurrences of a recurrence, and writes nothing.

  --dtstart T    where the series starts: 2026-11-21T09:00:00, or a day for an all-day series
  --zone ZONE    its time zone; without one it floats
  --rdate T      one more date; may be given several times
  --exdate T     a date taken out; may be given several times
  --from T       the first moment to list
  --to T         the last moment to list
  --limit N      how many to list at most; 1,000 unless said`,
  options: {
    dtstart: { type: 'string' },
    zone: { type: 'string' },
    rdate: { type: 'string', multiple: true },
    exdate: { type: 'string', multiple: true },
    from: { type: 'string' },
    to: { type: 'string' },
    limit: { type: 'string' },
  },
  async question({ positionals, values }) {
    if (values.dtstart === undefined) throw new UsageError('Say where the series starts: --dtstart.');
    if (positionals.length > 1) throw new UsageError('Give one rule, in quotes if your shell needs them.');
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    return { ...values, limit, rdates: values.rdate, exdates: values.exdate, rrule: positionals[0] };
  },
  answer: (question) => ({
    occurrences: expandRecurrence({
      dtstart: question.text('dtstart'),
      zone: question.optionalText('zone') ?? null,
      allDay: question.optionalFlag('allDay'),
      rrule: question.optionalText('rrule'),
      rdates: question.optionalTexts('rdates'),
      exdates: question.optionalTexts('exdates'),
      from: question.optionalText('from'),
      to: question.optionalText('to'),
      limit: limitOf(question),
    }),
  }),
  words: ({ occurrences }) => (occurrences.length === 0 ? 'It never happens.' : occurrences.join('\n')),
});

function limitOf(question: JsonFields): number | undefined {
  const limit = question.optionalNumber('limit');
  if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 0 && limit <= MAX_LIMIT)) return limit;
  throw new Failure('BAD_INPUT', `"limit" is no whole number up to ${MAX_LIMIT.toLocaleString('en')}.`);
}
