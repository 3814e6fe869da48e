import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  installFingerprint,
  isInstalledAsLocked,
  readIfThere,
  sourcesFingerprint,
  writeWhole,
} from '../../resources/scripts/fingerprint.mjs';

const lock = (packages: object) => JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'braindump-fingerprint-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the state of the sources', () => {
  const parts = ['main', 'resources', 'package.json', 'not-there'];
  const take = () => sourcesFingerprint(root, parts, ['resources/scripts']);

  beforeEach(() => {
    mkdirSync(join(root, 'main', 'domain'), { recursive: true });
    mkdirSync(join(root, 'resources', 'scripts'), { recursive: true });
    writeFileSync(join(root, 'main', 'domain', 'day.ts'), 'export const day = 1;');
    writeFileSync(join(root, 'package.json'), '{}');
  });

  test('is the same while nothing changes', () => {
    expect(take()).toBe(take());
  });

  test('changes when a file grows, appears, goes or is saved again', () => {
    const path = join(root, 'main', 'domain', 'day.ts');
    const states = [take()];
    writeFileSync(path, 'export const day = 10;');
    states.push(take());
    utimesSync(path, 1_000, 1_000);
    states.push(take());
    writeFileSync(join(root, 'main', 'week.ts'), '');
    states.push(take());
    rmSync(path);
    states.push(take());
    expect(new Set(states).size).toBe(5);
  });

  test('does not see what the app is not built from', () => {
    const before = take();
    writeFileSync(join(root, 'resources', 'scripts', 'test.mjs'), 'changed');
    writeFileSync(join(root, 'README.md'), 'changed');
    expect(take()).toBe(before);
  });
});

describe('the state of node_modules', () => {
  const wanted = lock({
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/oxlint-darwin': { version: '1.94.0', optional: true },
  });

  test('a lock file carried to another system is to be installed anew', () => {
    expect(installFingerprint(wanted, 'linux-x64')).not.toBe(installFingerprint(wanted, 'darwin-arm64'));
  });

  test("fits when all but other platforms' packages are there", () => {
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/zod': { version: '4.6.7' } }))).toBe(true);
  });

  test('does not fit when a package is missing or of another version', () => {
    expect(isInstalledAsLocked(wanted, lock({}))).toBe(false);
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/zod': { version: '4.6.6' } }))).toBe(false);
  });
});

describe('small files', () => {
  test('are written whole, with their folder, and leave nothing beside them', () => {
    const path = join(root, 'dist', '.stamp');
    writeWhole(path, 'abc');
    expect(readIfThere(path)).toBe('abc');
    expect(readdirSync(join(root, 'dist'))).toEqual(['.stamp']);
  });

  test('that are not there read as null', () => {
    expect(readIfThere(join(root, 'nothing'))).toBeNull();
  });
});
