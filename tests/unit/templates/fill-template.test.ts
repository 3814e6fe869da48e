import { fillTemplate } from '#renderer/features/templates/fill-template.ts';
import { expect, it } from 'vitest';

const facts = { day: '2026-11-27', nowMs: Date.parse('2026-11-27T08:05:00Z'), zone: 'Europe/Vienna', locale: 'en-GB' };

it('fills in the day of the entry and the time it is', () => {
  expect(fillTemplate('{{weekday}} {{day}} {{ TIME }}, {{yesterday}} {{tomorrow}}, {{month}}', facts).text).toBe(
    'Friday 2026-11-27 09:05, 2026-11-26 2026-11-28, November 2026',
  );
  expect(fillTemplate('{{date}}', facts).text).toBe('Friday, 27 November 2026');
});

it('begins writing at the first place of the cursor, else at the end', () => {
  expect(fillTemplate('a {{day}} {{cursor}} b{{cursor}}', facts)).toEqual({ text: 'a 2026-11-27  b', cursor: 13 });
  expect(fillTemplate('a', facts).cursor).toBe(1);
});

it('leaves what is no variable as it was written', () => {
  expect(fillTemplate('{{name}} {{}} {day} {{date', facts).text).toBe('{{name}} {{}} {day} {{date');
});
