import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '#main/domain/grammar/annotations';
import { readText } from '#main/domain/grammar/read';
import { scanOf } from '#main/domain/grammar/scan';

const NOW = { nowMs: Date.parse('2026-11-27T09:00:00Z'), zone: 'Europe/Vienna' };

/** Pieces that parsers take interest in, so that random texts reach into them. */
const PIECES = (
  'every other friday|at 9|5pm|!|#tag|@ana|+proj|~45m|remind me|15 min before|€12.50|p1|!!|until may|from|to|-|,|.|:|/|the|last|' +
  'day|of|month|2026-02-31|31.12.|week|34|Q3|in|3|business days|next|this|weekend|christmas|new years|and|a half|um|halb|drei|' +
  "jeden|zweiten|l'année|prochaine|hace|días|às|10|times|after|completion|2nd|\n|\u200f|e\u0301|\ud800|\udc00|👋|שלום|مرحبا|٣"
).split('|');

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40 })
    .chain((pieces) => fc.constantFrom('', ' ').map((joint) => pieces.join(joint))),
);
const locales = fc.constantFrom('en', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'it', 'xx', '');

describe('reading any text', () => {
  test('never throws, and its spans lie in order within the text and never overlap', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        const { dates, items } = readText(text, { ...NOW, locale });
        for (const spans of [dates, items, ...items.map((item) => item.spans)]) {
          let end = 0;
          for (const { from, to } of spans) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThanOrEqual(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const date of dates) expect(date.text).toBe(text.slice(date.from, date.to));
      }),
      { numRuns: 3_000 },
    );
  });

  test('takes 100 KB of anything as one entry, to the last character', () => {
    for (const piece of ['every monday at 9 ', '\ud800', '1/2/', '"', 'a'.repeat(50), 'and 3 ', '\n'])
      for (const locale of ['en', 'de', 'fr']) {
        const text = `x${piece.repeat(Math.ceil(100_000 / piece.length))}`;
        const { items } = readText(text, { ...NOW, locale });
        expect(items.map(({ kind, title }) => [kind, title.length])).toEqual([['entry', text.length]]);
      }
  });

  test.each([
    'every monday at 9 and tuesday and ',
    'the last day of the last day of ',
    '2 hours and 3 minutes and ',
    'from 3 to 4 to 5 to ',
    '1,234,567,890, ',
    '1 234 567 ',
    'remind me 5 min and 6 min and ',
    'the day before the day before ',
    'first of the first of ',
    '!!!!!!!! ',
    'with Ana and Bob and Cid and ',
    'mon, tue, wed, thu, ',
    '10:10:10:10:',
    'a week after a week after ',
  ])('looks at tokens in proportion to the text: "%s" over and over', (piece) => {
    const work = (times: number): number => {
      let looks = 0;
      const scan = scanOf(piece.repeat(times), NOW);
      const tokens = new Proxy(scan.tokens, {
        get(target, key, receiver) {
          looks += 1;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
      annotate({ ...scan, tokens }, []);
      return looks;
    };
    expect(work(100) / work(50)).toBeLessThanOrEqual(2.5);
  });
});
