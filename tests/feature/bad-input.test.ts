import { DATABASE_FILE } from '#db/store/open-store';
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, testCore } from '../support/test-core.ts';

const DAY = '2026-11-21';
const ENTRY = '01980000-0000-7000-8000-000000000001';

/** Whether this machine lets a test mount a file system of its own. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  const folder = fs.mkdtempSync('/tmp/braindump-mount-');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    fs.rmdirSync(folder);
  }
}

/** A file system of `megabytes` that goes away with the test. */
function smallDisk(megabytes: number): string {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('what people type', () => {
  it('keeps a paste of ten megabytes, finds it, and takes it back', async () => {
    const { client } = testCore();
    const body = `${'Lorem ipsum dolor sit amet. '.repeat(375_000)}needle`;
    expect(body.length).toBeGreaterThan(10_000_000);
    await client.journal.write({ id: ENTRY, day: DAY, body });
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe(body);
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries).toEqual([]);
  });

  it('keeps emoji, right-to-left, combining and unpaired characters in titles', async () => {
    const { client } = testCore();
    for (const title of ['🏳️‍🌈👩‍👩‍👧 picnic', 'اتصل بالطبيب غدًا', 'קנה חלב', 'e\u0301tude', '日本語の件名', '\u202Eevil'])
      expect((await client.tasks.create({ title })).title).toBe(title);
    // SQLite can't keep half a surrogate pair or a NUL: the first becomes a replacement character, the second goes.
    expect((await client.tasks.create({ title: 'half \ud83d and nul \0 end' })).title).toBe('half \ufffd and nul end');
  });

  it('says which field is wrong about a date in the year 20000, and keeps nothing', async () => {
    const { client } = testCore();
    await expect(client.tasks.create({ title: 'far', dueDay: '20000-01-01' })).rejects.toMatchObject({
      data: { issues: [{ path: ['dueDay'], message: 'A day looks like 2026-11-21.' }] },
    });
    await expect(
      client.calendar.createEvent({ title: 'far', startLocal: '20000-01-01T09:00', endLocal: '20000-01-01T10:00' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await client.history.list({})).items).toEqual([]);
  });

  it('keeps the last day there is', async () => {
    const { client } = testCore();
    const task = await client.tasks.create({ title: 'patience', dueDay: '9999-12-31' });
    const event = await client.calendar.createEvent({
      title: 'the end',
      startLocal: '9999-12-31T22:00',
      endLocal: '9999-12-31T23:00',
    });
    expect(task.dueDay).toBe('9999-12-31');
    expect((await client.calendar.event({ id: event.id })).startLocal).toBe('9999-12-31T22:00');
  });
});

describe('a data file that can’t be used', () => {
  it('of a newer version is left alone, with the reason', async () => {
    const first = testCore();
    await first.client.tasks.create({ title: 'from the future' });
    await first.core.close();
    const file = path.join(first.dataDir, DATABASE_FILE);
    const database = new Database(file);
    database.pragma('user_version = 9999');
    database.close();
    const before = fs.readFileSync(file);
    const { client } = testCore({ dataDir: first.dataDir });
    expect((await client.system.status()).storage).toEqual({ state: 'failed', reason: 'NEWER' });
    await expect(client.tasks.create({ title: 'x' })).rejects.toMatchObject({
      code: 'STORAGE_NEWER',
      message: expect.stringContaining('Please update'),
    });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('of another program is left alone', async () => {
    const dataDir = temporaryFolder();
    const foreign = new Database(path.join(dataDir, DATABASE_FILE));
    foreign.exec('CREATE TABLE photos (id INTEGER)');
    foreign.close();
    const { client } = testCore({ dataDir });
    expect((await client.system.status()).storage).toEqual({ state: 'failed', reason: 'FOREIGN' });
  });

  it('that is damaged offers its backups, and a restore keeps the damaged file', async () => {
    const first = testCore();
    const task = await first.client.tasks.create({ title: 'worth keeping' });
    const backup = await first.client.system.backUp();
    await first.core.close();
    const file = path.join(first.dataDir, DATABASE_FILE);
    fs.writeFileSync(file, Buffer.alloc(8_192, 0x5a));
    const { client } = testCore({ dataDir: first.dataDir });
    expect((await client.system.status()).storage).toEqual({ state: 'failed', reason: 'CORRUPT' });
    await expect(client.tasks.list({ list: 'all' })).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    expect((await client.system.backups()).map(({ name }) => name)).toEqual([backup.name]);
    await client.system.restore({ name: backup.name });
    expect((await client.tasks.get({ id: task.id })).title).toBe('worth keeping');
    const kept = fs.readdirSync(first.dataDir).find((name) => name.startsWith(`${DATABASE_FILE}.replaced-`));
    expect(fs.readFileSync(path.join(first.dataDir, kept!))[0]).toBe(0x5a);
  });

  it('damaged in the middle of the day answers with a sentence, not with wrong data', async () => {
    const first = testCore();
    for (let at = 0; at < 200; at += 1)
      await first.client.tasks.create({ title: `task ${at}`, notes: 'n'.repeat(500) });
    await first.core.close();
    const file = path.join(first.dataDir, DATABASE_FILE);
    const bytes = fs.readFileSync(file);
    bytes.fill(0xff, 16 * 4_096, bytes.length - 4_096);
    fs.writeFileSync(file, bytes);
    const { client } = testCore({ dataDir: first.dataDir });
    const answer = await client.tasks.list({ list: 'all' }).then(
      () => 'listed',
      (error: { code: string }) => error.code,
    );
    expect(answer).toBe('STORAGE_CORRUPT');
  });
});

describe.runIf(canMount)('a disk that refuses', () => {
  it('when full says so, loses nothing saved, and goes on once there is room', async () => {
    const dataDir = smallDisk(6);
    const { client } = testCore({ dataDir });
    const kept = await client.tasks.create({ title: 'before it was full' });
    const ballast = path.join(dataDir, 'ballast');
    fs.writeFileSync(ballast, '');
    try {
      for (;;) fs.appendFileSync(ballast, Buffer.alloc(65_536));
    } catch {
      // Full.
    }
    const failure = await client.tasks
      .create({ title: 'too much', notes: 'x'.repeat(190_000) })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'STORAGE_FULL', message: expect.stringContaining('disk is full') });
    expect((await client.tasks.get({ id: kept.id })).title).toBe('before it was full');
    fs.rmSync(ballast);
    await client.tasks.create({ title: 'there is room again' });
    expect(await client.tasks.list({ list: 'all' })).toHaveLength(2);
    expect(await client.history.verify()).toEqual({ commits: 2, firstBrokenSeq: null });
  });

  it('when too full for a backup says so and leaves no half of one', async () => {
    const dataDir = smallDisk(6);
    const { client } = testCore({ dataDir });
    await client.tasks.create({ title: 'worth a backup', notes: 'x'.repeat(190_000) });
    fs.mkdirSync(path.join(dataDir, 'backups'));
    const ballast = path.join(dataDir, 'ballast');
    try {
      for (;;) fs.appendFileSync(ballast, Buffer.alloc(16_384));
    } catch {
      // Full.
    }
    await expect(client.system.backUp()).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await client.system.backups()).toEqual([]);
    expect(fs.readdirSync(path.join(dataDir, 'backups'))).toEqual([]);
  });

  it('when read-only shows everything and refuses each change in a sentence', async () => {
    const dataDir = smallDisk(16);
    const first = testCore({ dataDir });
    await first.client.tasks.create({ title: 'readable' });
    await first.core.close();
    execFileSync('mount', ['-o', 'remount,ro', dataDir]);
    const { client } = testCore({ dataDir });
    expect((await client.system.status()).storage).toEqual({ state: 'read-only', reason: 'READ_ONLY' });
    expect((await client.tasks.list({ list: 'all' })).map(({ title }) => title)).toEqual(['readable']);
    await expect(client.tasks.create({ title: 'no' })).rejects.toMatchObject({
      code: 'STORAGE_READ_ONLY',
      message: expect.stringContaining('read-only'),
    });
  });

  it('when read-only and empty says what to do', async () => {
    const dataDir = smallDisk(4);
    execFileSync('mount', ['-o', 'remount,ro', dataDir]);
    const { client } = testCore({ dataDir });
    expect((await client.system.status()).storage).toEqual({ state: 'failed', reason: 'READ_ONLY' });
  });
});
