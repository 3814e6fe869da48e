import { readComponents } from '#main/domain/icalendar/components';
import { readCalendar } from '#main/domain/icalendar/read-calendar';
import { escaped, folded, parameter, unescaped } from '#main/domain/icalendar/text';
import { readContentLine } from '#main/domain/recurrence/series-lines';
import { array, assert, constantFrom, integer, property, record, string } from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { lostIn, written } from '../../bench/ics-corpus.ts';

/** What a program may write that has no sign of its own in a file: no control characters, and line breaks as \n. */
const words = string({ unit: 'grapheme', maxLength: 140 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' '));
/** ^ begins an escape in parameters (RFC 6868). */
const parameterText = string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map(
  (text) => text.replaceAll(/[\p{Cc}^]/gu, ' ').trim() || 'x',
);
const line = record({
  name: constantFrom('COMMENT', 'CONTACT', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'X-BENCH', 'X-OTHER-SIGN'),
  parameters: array(record({ name: constantFrom('LANGUAGE', 'ALTREP', 'X-A', 'X-B'), text: parameterText }), {
    maxLength: 2,
  }),
  value: array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
}).map(({ name, parameters, value }) => {
  const once = new Map(parameters.map((one) => [one.name, one.text]));
  return `${name}${[...once].map(([key, text]) => `;${key}=${parameter(text)}`).join('')}:${escaped(value)}`;
});
const event = record({
  day: integer({ min: 10, max: 28 }),
  hour: integer({ min: 10, max: 20 }),
  time: constantFrom('', ';TZID=Europe/Vienna', 'Z', ';VALUE=DATE'),
  rule: constantFrom('', 'RRULE:FREQ=WEEKLY;COUNT=4', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR'),
  lines: array(line, { maxLength: 6 }),
});
const files = array(event, { minLength: 1, maxLength: 3 }).map((events) =>
  folded([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//generated//EN',
    ...events.flatMap(({ day, hour, time, rule, lines }, at) => [
      'BEGIN:VEVENT',
      `UID:${at}@example.org`,
      'DTSTAMP:20261101T080000Z',
      time === 'Z'
        ? `DTSTART:202611${day}T${hour}0000Z`
        : `DTSTART${time}:202611${day}${time.includes('DATE') ? '' : `T${hour}0000`}`,
      ...(rule === '' ? [] : [rule]),
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]),
);
const RUNS = { numRuns: 60, seed: 20_261_127 };

test('what an export gives back holds every property of the file, to the letter, and reads the same again', () => {
  assert(
    property(files, (text) => {
      const read = readCalendar(text, 'Europe/Vienna');
      if (typeof read === 'string') throw new Error(read);
      expect(read.skipped).toEqual([]);
      expect(lostIn(text, read)).toEqual([]);
      const again = readCalendar(written(read), 'Europe/Vienna');
      if (typeof again === 'string') throw new Error(again);
      expect(again.events.map(({ fields }) => fields)).toEqual(read.events.map(({ fields }) => fields));
      expect(lostIn(written(read), again)).toEqual([]);
    }),
    RUNS,
  );
});

test('ical.js finds the same properties, parameters and texts in a file as our reader', () => {
  assert(
    property(files, (text) => {
      const ours = readComponents(text).roots[0]!.children.map(({ lines }) =>
        lines.map((content) => {
          const { name, parameters, value } = readContentLine(content)!;
          return { name, parameters: Object.fromEntries(parameters), text: isText(name) ? unescaped(value) : null };
        }),
      );
      const theirs = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) =>
        component.getAllProperties().map((one) => {
          const [name, parameters, , value] = one.toJSON() as [string, Record<string, string>, string, unknown];
          const own = Object.entries(parameters).map(([key, said]) => [key.toUpperCase(), said] as const);
          const capitals = name.toUpperCase();
          // It takes VALUE out of the parameters: it is the property's type there.
          const day = one.type === 'date' ? { VALUE: 'DATE' } : {};
          return {
            name: capitals,
            parameters: { ...Object.fromEntries(own), ...day },
            text: isText(capitals) ? value : null,
          };
        }),
      );
      expect(ours).toEqual(theirs);
    }),
    RUNS,
  );
});

const isText = (name: string): boolean => /^(COMMENT|CONTACT|SUMMARY|DESCRIPTION|LOCATION)$/.test(name);
