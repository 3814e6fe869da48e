import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../support/import-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('who may import whom', () => {
  it('holds in every source file', () => {
    expect(findViolations(root)).toEqual([]);
  });

  it('reports every deliberate violation', () => {
    const found = findViolations(path.join(root, 'tests/support/forbidden-imports'));
    expect(found.map(({ file, rule }) => `${file}: ${rule}`).toSorted()).toEqual([
      'db/queries/reads-the-clock.ts: queries takes time from its caller',
      'db/queries/type-only-import-of-main.ts: queries',
      'main/core/type-only-electron.ts: core',
      'main/domain/does-io.ts: domain',
      'main/elsewhere/no-room.ts: belongs to no room',
      'main/features/journal/past-the-index.ts: feature',
      'main/features/tasks/imports-electron.ts: feature',
      'main/host-browser/asks-the-database.ts: host',
      'main/ports/knows-the-ledger.ts: ports',
      'preload/contract/reaches-the-database.ts: contract',
      'renderer/features/journal/dynamic-node.ts: screen',
      'renderer/features/journal/other-screen.ts: screen',
      'renderer/ui/fetches-data.ts: ui',
    ]);
  });
});
