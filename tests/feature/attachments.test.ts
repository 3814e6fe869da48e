import { MAX_ATTACHMENT_BYTES } from '#contract/attachments';
import { examine } from '#main/core/examine';
import { StorageError } from '#db/store/storage-error';
import { keepAttachment } from '#main/features/attachments/index';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { migrationsDir, temporaryFolder, testCore } from '../support/test-core.ts';

const DAY = '2026-11-21';
const id = (last: number): string => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const PIXEL_ID = '51bb41e1f3c43b4c0e8b8a0f5d7d3f6e';
const file = (name: string, contents: Uint8Array<ArrayBuffer> | string = new Uint8Array(PIXEL), type = ''): File =>
  new File([contents], name, { type });

describe('an attached file', () => {
  it('is kept under the hash of its contents and told by its name', async () => {
    const { client, dataDir } = testCore();
    const kept = await client.attachments.keep({ file: file('Lake at noon.PNG') });
    expect(kept).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      name: 'Lake at noon.PNG',
      mime: 'image/png',
      bytes: PIXEL.length,
      createdAtMs: Date.parse('2026-11-21T09:00:00Z'),
      path: `attachments/${kept.id}.png`,
    });
    expect(fs.readFileSync(path.join(dataDir, kept.path))).toEqual(PIXEL);
    expect(await client.attachments.describe({ ids: [kept.id, PIXEL_ID] })).toEqual([kept]);
  });

  it('is kept once, under the name it came with first', async () => {
    const { client, dataDir } = testCore();
    const first = await client.attachments.keep({ file: file('one.png') });
    const again = await client.attachments.keep({ file: file('another.jpeg') });
    expect(again).toEqual(first);
    expect(fs.readdirSync(path.join(dataDir, 'attachments'))).toEqual([`${first.id}.png`]);
  });

  it('without an extension gets that of its type, and a harmless one when nothing is known', async () => {
    const { client } = testCore();
    expect((await client.attachments.keep({ file: file('image', 'a', 'image/webp') })).path).toMatch(/\.webp$/);
    expect(await client.attachments.keep({ file: file('../../etc/passwd', 'b') })).toMatchObject({
      name: 'passwd',
      mime: 'application/octet-stream',
      path: expect.stringMatching(/^attachments\/[0-9a-f]{32}\.bin$/) as string,
    });
  });

  it('leaves nothing in the history: what undo takes back is the text that links to it', async () => {
    const { client, dataDir } = testCore();
    const { path: link } = await client.attachments.keep({ file: file('one.png') });
    expect((await client.history.list({})).items).toEqual([]);
    await client.journal.write({ id: id(1), day: DAY, body: `![lake](${link})` });
    await client.history.undo();
    expect((await client.journal.day({ day: DAY })).entries).toEqual([]);
    expect(fs.existsSync(path.join(dataDir, link))).toBe(true);
    await client.history.redo();
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toContain(link);
  });

  it('larger than the limit is refused in words', async () => {
    const { client } = testCore();
    const large = file('film.mov', new Uint8Array(MAX_ATTACHMENT_BYTES + 1));
    await expect(client.attachments.keep({ file: large })).rejects.toMatchObject({
      data: {
        issues: [{ message: 'A file may have 50 MB at most. This one was not attached; your text is as it was.' }],
      },
    });
  });

  it('leaves nothing behind when the disk refuses', async () => {
    const { core, client, dataDir } = testCore();
    // A folder in the file's place makes the rename fail, after the contents were written.
    const { path: link } = await client.attachments.keep({ file: file('one.png') });
    fs.rmSync(path.join(dataDir, link));
    fs.mkdirSync(path.join(dataDir, link, 'in the way'), { recursive: true });
    const keeping = keepAttachment(core.services, { name: 'one.png', contents: new Uint8Array(PIXEL) });
    await expect(keeping).rejects.toThrow();
    expect(fs.readdirSync(path.join(dataDir, 'attachments'))).toEqual([path.basename(link)]);
  });

  it('can’t be kept while the data is only read', async () => {
    const { core } = testCore();
    const services = Object.create(core.services, {
      storage: {
        value: {
          ...core.services.storage,
          status: () => ({ ...core.services.storage.status(), storage: { state: 'read-only', reason: 'READ_ONLY' } }),
        },
      },
    }) as typeof core.services;
    await expect(keepAttachment(services, { name: 'one.png', contents: new Uint8Array(PIXEL) })).rejects.toThrow(
      StorageError,
    );
  });

  it('of a start that crashed is swept when it was not whole', async () => {
    const { core, dataDir } = testCore();
    await core.close();
    fs.mkdirSync(path.join(dataDir, 'attachments'));
    fs.writeFileSync(path.join(dataDir, 'attachments', '.half.part'), 'ha');
    testCore({ dataDir });
    await expect.poll(() => fs.readdirSync(path.join(dataDir, 'attachments'))).toEqual([]);
  });

  it('opens in the program of the system, but is never started as one', async () => {
    const { client, dataDir, files } = testCore();
    const paper = await client.attachments.keep({ file: file('paper.pdf', 'pdf') });
    await client.attachments.open({ id: paper.id });
    expect(files).toEqual([path.join(dataDir, paper.path)]);
    const program = await client.attachments.keep({ file: file('setup.exe', 'exe') });
    await expect(client.attachments.open({ id: program.id })).rejects.toMatchObject({ code: 'IS_PROGRAM' });
    await expect(client.attachments.open({ id: PIXEL_ID })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(files).toHaveLength(1);
  });
});

describe('a backup', () => {
  it('brings attached files back with the texts that link to them', async () => {
    const { client, dataDir } = testCore();
    const lake = await client.attachments.keep({ file: file('lake.png') });
    const paper = await client.attachments.keep({ file: file('paper.pdf', 'as it was') });
    const body = `![lake](${lake.path}) [paper](${paper.path})`;
    await client.journal.write({ id: id(1), day: DAY, body });
    const { name } = await client.system.backUp();
    fs.rmSync(path.join(dataDir, lake.path));
    fs.writeFileSync(path.join(dataDir, paper.path), 'changed !');
    await client.journal.write({ id: id(1), day: DAY, body: 'all gone' });

    await client.system.restore({ name });
    expect((await client.journal.day({ day: DAY })).entries[0]!.body).toBe(body);
    expect(fs.readFileSync(path.join(dataDir, lake.path))).toEqual(PIXEL);
    expect(fs.readFileSync(path.join(dataDir, paper.path), 'utf8')).toBe('as it was');
    // What was in its place is set aside, as the data file itself is.
    const aside = fs.readdirSync(path.join(dataDir, 'attachments')).filter((found) => found.includes('.replaced-'));
    expect(aside.map((found) => fs.readFileSync(path.join(dataDir, 'attachments', found), 'utf8'))).toEqual([
      'changed !',
    ]);
  });

  it('shares one copy of each file with the others and lists as one data file', async () => {
    const { client, clock, dataDir } = testCore();
    await client.attachments.keep({ file: file('lake.png') });
    await client.system.backUp();
    clock.advance({ minutes: 1 });
    await client.system.backUp();
    expect(await client.system.backups()).toHaveLength(2);
    expect(fs.readdirSync(path.join(dataDir, 'backups', 'attachments'))).toHaveLength(1);
  });

  it('keeps the good copy of a file that was damaged since', async () => {
    const { client, clock, dataDir } = testCore();
    const lake = await client.attachments.keep({ file: file('lake.png') });
    await client.system.backUp();
    fs.writeFileSync(path.join(dataDir, lake.path), Buffer.alloc(PIXEL.length));
    clock.advance({ minutes: 1 });
    await client.system.backUp();
    expect(fs.readFileSync(path.join(dataDir, 'backups', lake.path))).toEqual(PIXEL);
  });
});

describe('an export', () => {
  it('holds the attached files where its Markdown finds them', async () => {
    const { client } = testCore();
    const lake = await client.attachments.keep({ file: file('lake.png') });
    await client.journal.write({ id: id(1), day: DAY, body: `![lake](${lake.path})\n\nattachments/ as words` });
    const folder = path.join(temporaryFolder(), 'out');
    await client.data.export({ folder });
    const written = path.join(folder, 'journal', '2026', `${DAY}.md`);
    const text = fs.readFileSync(written, 'utf8');
    const link = /!\[lake\]\(([^)]+)\)/.exec(text)![1]!;
    expect(fs.readFileSync(path.resolve(path.dirname(written), link))).toEqual(PIXEL);
    expect(text).toContain('\nattachments/ as words\n');
  });
});

describe('the doctor', () => {
  const seen = (dataDir: string) => {
    const found = examine(dataDir, migrationsDir)?.file;
    return found?.state === 'whole' ? found.attachments : null;
  };

  it('counts files that are missing, changed, only in the history or linked from nowhere', async () => {
    const { client, dataDir } = testCore();
    const keep = (name: string, contents: string) => client.attachments.keep({ file: file(name, contents) });
    const [good, missing, changed, past] = [
      await keep('a.png', 'good'),
      await keep('b.png', 'missing'),
      await keep('c.png', 'changed'),
      await keep('d.png', 'past'),
    ];
    await keep('e.png', 'never linked');
    await client.journal.write({ id: id(1), day: DAY, body: `![](${past.path})` });
    await client.journal.write({
      id: id(1),
      day: DAY,
      body: [good, missing, changed].map(({ path: link }) => `![](${link})`).join(' '),
    });
    fs.rmSync(path.join(dataDir, missing.path));
    fs.writeFileSync(path.join(dataDir, changed.path), 'CHANGED');
    expect(seen(dataDir)).toMatchObject({ files: 4, missing: 1, changed: 1, onlyInHistory: 1, unlinked: 1 });
  });

  it('counts a link whose file was never kept, also of a draft', async () => {
    const { client, dataDir } = testCore();
    await client.journal.saveDraft({ id: id(1), day: DAY, body: `![](attachments/${PIXEL_ID}.png)` });
    expect(seen(dataDir)).toMatchObject({ files: 0, missing: 1 });
  });
});

describe('pages saved as Markdown', () => {
  it('are one file, or a zip with what they link to', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: DAY, body: 'a day' });
    const plain = await client.journal.exportMarkdown({ first: DAY, last: DAY });
    expect(plain.name).toBe(`Journal ${DAY}.md`);
    expect(await plain.text()).toBe(`# ${DAY}\n\n## 09:00\n\na day\n`);
    const lake = await client.attachments.keep({ file: file('lake.png') });
    await client.journal.write({ id: id(2), day: '2026-11-22', body: `![lake](${lake.path})` });
    const both = await client.journal.exportMarkdown({ first: DAY, last: '2026-11-22' });
    expect(both.name).toBe(`Journal ${DAY} to 2026-11-22.zip`);
    const files = unzipSync(new Uint8Array(await both.arrayBuffer()));
    expect(Object.keys(files)).toEqual([`Journal ${DAY} to 2026-11-22.md`, lake.path]);
    expect(Buffer.from(files[lake.path]!)).toEqual(PIXEL);
  });

  it('may be one entry alone; where nothing was written that is said', async () => {
    const { client } = testCore();
    await client.journal.write({ id: id(1), day: DAY, body: 'first' });
    await client.journal.write({ id: id(2), day: DAY, body: 'second' });
    const one = await client.journal.exportMarkdown({ first: DAY, last: DAY, entryId: id(2) });
    expect(await one.text()).not.toContain('first');
    await expect(client.journal.exportMarkdown({ first: '2026-01-01', last: '2026-01-31' })).rejects.toMatchObject({
      code: 'NOTHING_WRITTEN',
    });
    await expect(client.journal.between({ first: '2020-01-01', last: '2026-01-31' })).rejects.toMatchObject({
      data: { issues: [{ message: 'Choose 400 days at most.' }] },
    });
  });
});

it('the words of an entry are those that were written, not where its files lie', async () => {
  const { client } = testCore();
  const lake = await client.attachments.keep({ file: file('lake.png') });
  const entry = await client.journal.write({ id: id(1), day: DAY, body: `Down here.\n\n![the lake](${lake.path})` });
  expect(entry!.words).toBe(4);
});

describe('an entry’s time', () => {
  it('is changed within its day and on the way to another', async () => {
    const { client } = testCore();
    await client.settings.update({ zone: 'Europe/Vienna', dayStartMin: 240 });
    await client.journal.write({ id: id(1), day: DAY, body: 'late' });
    const moved = await client.journal.moveToDay({ id: id(1), day: DAY, time: '18:30' });
    expect(new Date(moved.atMs).toISOString()).toBe('2026-11-21T17:30:00.000Z');
    // Two in the night is still that day, for one whose day begins at four.
    const late = await client.journal.moveToDay({ id: id(1), day: '2026-11-20', time: '02:00' });
    expect(new Date(late.atMs).toISOString()).toBe('2026-11-21T01:00:00.000Z');
    expect((await client.history.list({})).items[0]!.words).toMatch(/^Moved/);
  });
});
