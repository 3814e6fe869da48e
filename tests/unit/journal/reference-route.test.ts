import { describe, expect, it } from 'vitest';

import { referenceRoute } from '#renderer/features/journal/reference-route.ts';

describe('what is named in an entry', () => {
  it.each([
    ['page', '2026-11-21', '/journal/2026-11-21'],
    ['page', 'Whale room', '/search?q=%22Whale%20room%22'],
    ['page', 'the "big" one', '/search?q=%22the%20%20big%20%20one%22'],
    ['tag', 'home/boiler', '/search?q=%22%23home%2Fboiler%22'],
    ['person', 'Ana', '/search?q=%22%40Ana%22'],
  ] as const)('leads from the %s “%s” to %s', (kind, name, route) => {
    expect(referenceRoute(kind, name)).toBe(route);
  });
});
