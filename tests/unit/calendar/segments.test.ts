import { gridScale } from '#renderer/features/calendar/day-scale.ts';
import { segmentsOf, uncrowded } from '#renderer/features/calendar/segments.ts';
import type { Thing } from '#renderer/features/calendar/things.ts';
import { describe, expect, it } from 'vitest';

const scale = gridScale(['2026-11-23', '2026-11-24'], 'UTC');
const thing = (key: string, start: string, end: string): Thing => ({
  kind: 'draft',
  key,
  title: key,
  startMs: Date.parse(`2026-11-${start}Z`),
  endMs: Date.parse(`2026-11-${end}Z`),
});

describe('where things are drawn', () => {
  it('cuts what runs over midnight, and draws its first part on the first day shown', () => {
    const night = thing('night', '23T22:00', '24T01:30');
    const before = thing('before', '22T22:00', '23T01:00');
    const shown = segmentsOf([night, before], scale).map(
      ({ thing: { key }, day, topMin, lengthMin, isContinued }) =>
        `${key} ${day} ${topMin} ${lengthMin} ${isContinued}`,
    );
    expect(shown).toEqual(['before 0 0 60 false', 'night 0 1320 120 false', 'night 1 0 90 true']);
  });

  it('says how many more there are where an hour is crowded', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => thing(`e${index}`, '23T09:00', '23T10:00'));
    const alone = thing('alone', '24T09:00', '24T10:00');
    const { shown, crowds } = uncrowded(segmentsOf([...crowd, alone], scale), 4);
    expect(shown.map(({ thing: { key }, share }) => `${key} ${share.column}/${share.columns}`)).toEqual([
      'e0 0/4',
      'e1 1/4',
      'e2 2/4',
      'alone 0/1',
    ]);
    expect(crowds).toEqual([{ day: 0, topMin: 540, endMin: 600, count: 17 }]);
  });
});
