import { isTrustedSender } from '#main/host-electron/trusted-sender';
import { expect, it } from 'vitest';

const own = { origin: 'app://braindump', parent: null, detached: false };

it('answers the top frame of our own page and nobody else', () => {
  expect(isTrustedSender(own)).toBe(true);
  expect(isTrustedSender(null)).toBe(false);
  expect(isTrustedSender({ ...own, origin: 'https://braindump' })).toBe(false);
  expect(isTrustedSender({ ...own, origin: 'app://braindump.evil' })).toBe(false);
  expect(isTrustedSender({ ...own, detached: true })).toBe(false);
  expect(isTrustedSender({ ...own, parent: own as never })).toBe(false);
});
