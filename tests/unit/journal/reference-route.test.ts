import { describe, expect, it } from 'vitest';

import { referenceRoute } from '#renderer/features/journal/reference-route.ts';

describe('what is named in an entry', () => {
  it.each([
    ['page', '2026-11-21', '/journal/2026-11-21'],
    ['page', 'Whale room', '/journal/names?kind=page&name=Whale%20room'],
    ['page', 'the "big" one', '/journal/names?kind=page&name=the%20%22big%22%20one'],
    ['tag', 'home/boiler', '/journal/names?kind=tag&name=home%2Fboiler'],
    ['person', 'Ana', '/journal/names?kind=person&name=Ana'],
  ] as const)('leads from the %s “%s” to %s', (kind, name, route) => {
    expect(referenceRoute(kind, name)).toBe(route);
  });
});
