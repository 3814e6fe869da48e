import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAbandoned, withLock } from '../../resources/scripts/setup-lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'braindump-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const endedPid = () => spawnSync(process.execPath, ['-e', '']).pid;
const ticket = (pids: readonly number[], host = hostname()) => JSON.stringify({ id: 'x', host, pids });

describe('one set-up at a time', () => {
  test('works that want the same lock follow each other, and the later ones are told', async () => {
    const log: string[] = [];
    const work = (name: string) =>
      withLock(
        path,
        () => log.push(`${name} waits`),
        async () => {
          log.push(`${name} begins`);
          await new Promise((resolve) => setTimeout(resolve, 20));
          log.push(`${name} ends`);
        },
      );
    await Promise.all([work('one'), work('two')]);
    expect(log).toEqual(['one begins', 'two waits', 'one ends', 'two begins', 'two ends']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a failed work gives the lock back and hands on its error', async () => {
    const failing = withLock(
      path,
      () => {},
      () => Promise.reject(new Error('no network')),
    );
    await expect(failing).rejects.toThrow('no network');
    expect(existsSync(path)).toBe(false);
  });

  test('the lock of a killed start is taken over', async () => {
    writeFileSync(path, ticket([endedPid()]));
    await expect(
      withLock(
        path,
        () => {},
        () => Promise.resolve('done'),
      ),
    ).resolves.toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('processes the work starts are written into the lock', async () => {
    const held = await withLock(
      path,
      () => {},
      (addProcess) => {
        addProcess(4_242);
        return Promise.resolve(readFileSync(path, 'utf8'));
      },
    );
    expect(JSON.parse(held)).toMatchObject({ host: hostname(), pids: [process.pid, 4_242] });
  });
});

describe('an abandoned lock', () => {
  const nowMs = 1_800_000_000_000;

  test('is one whose processes have all ended', () => {
    expect(isAbandoned(ticket([endedPid()]), nowMs, nowMs)).toBe(true);
    expect(isAbandoned(ticket([endedPid(), process.pid]), nowMs, nowMs)).toBe(false);
  });

  test('on another machine is one that has been silent for half a minute', () => {
    expect(isAbandoned(ticket([1], 'elsewhere'), nowMs - 30_000, nowMs)).toBe(false);
    expect(isAbandoned(ticket([1], 'elsewhere'), nowMs - 30_001, nowMs)).toBe(true);
  });

  test('is not one that is just being written', () => {
    expect(isAbandoned('', nowMs, nowMs)).toBe(false);
  });

  test('is any that has been silent for ten minutes, for process numbers are given away again', () => {
    expect(isAbandoned(ticket([process.pid]), nowMs - 600_001, nowMs)).toBe(true);
  });
});
