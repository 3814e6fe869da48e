import { strToU8, zipSync } from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, handOver, importFiles, previewOf, runImport } from '../support/import-files.ts';
import { testCore } from '../support/test-core.ts';

const counts = (entries: number, tasks = 0, attachments = 0) => ({ entries, tasks, events: 0, attachments });

const VAULT: Files = {
  'Vault/.obsidian/app.json': '{}',
  'Vault/Daily/2024-02-29.md':
    '---\nmood: 4\ntags: [garden, "two words"]\n---\nPlanted the [[Quince]].\n\n- [ ] Water it 📅 2024-03-02\n',
  'Vault/Quince.md':
    '---\ncreated: 2023-11-05T08:30\nsource: A neighbour\n---\nA tree. ![[leaf.png|200]] and [a plan](files/plan.pdf)\n',
  'Vault/files/leaf.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
  'Vault/files/plan.pdf': '%PDF-1.4 a plan',
  'Vault/files/never-shown.bin': new Uint8Array([1, 2, 3]),
  'Vault/Empty.md': '\n',
};

describe('a Markdown vault', () => {
  it('puts daily notes on their day and others on the day they were made, with heading, tags, mood and files', async () => {
    const { client, dataDir } = testCore();
    const report = await importFiles(client, VAULT);
    expect(report).toMatchObject({ label: 'Obsidian vault', source: 'Vault', made: counts(2, 0, 2), known: 0 });
    expect(report.skipped).toEqual([{ what: 'Vault/Empty.md', why: 'It is empty.' }]);
    const daily = (await client.journal.day({ day: '2024-02-29' })).entries;
    expect(daily).toHaveLength(1);
    expect(daily[0]).toMatchObject({ mood: 4 });
    expect(daily[0]!.body).toBe('Planted the [[Quince]].\n\n- [ ] Water it 📅 2024-03-02\n\n#garden #two-words');
    const [quince] = (await client.journal.day({ day: '2023-11-05' })).entries;
    expect(quince!.atMs).toBe(Date.parse('2023-11-05T08:30:00Z'));
    expect(quince!.body).toMatch(
      /^# Quince\n\nA tree\. !\[leaf\.png\]\((attachments\/[0-9a-f]{32}\.png)\) and \[a plan\]\(attachments\/[0-9a-f]{32}\.pdf\)\n\n```yaml\ncreated: 2023-11-05T08:30\nsource: A neighbour\n```$/,
    );
    const link = /attachments\/[0-9a-f]{32}\.png/.exec(quince!.body)![0];
    expect(fs.readFileSync(path.join(dataDir, link))).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
  });

  it('adds nothing the second time, also when a note has moved', async () => {
    const { client } = testCore();
    await importFiles(client, VAULT);
    const again: Files = Object.fromEntries(
      Object.entries(VAULT).map(([name, text]) => [name === 'Vault/Quince.md' ? 'Vault/Trees/Quince.md' : name, text]),
    );
    const report = await importFiles(client, again);
    expect(report).toMatchObject({ made: counts(0), known: 2, seq: null });
  });

  it('makes two entries of two notes with the same words', async () => {
    const { client } = testCore();
    const files = { 'N/2024-01-01.md': 'Nothing happened.', 'N/2024-01-02.md': 'Nothing happened.' };
    expect((await importFiles(client, files)).made).toEqual(counts(2));
    expect((await importFiles(client, files)).known).toBe(2);
  });

  it('reports a changed note, and brings it up to date when asked', async () => {
    const { client } = testCore();
    await importFiles(client, VAULT);
    const changed = { ...VAULT, 'Vault/Daily/2024-02-29.md': 'Planted two.' };
    const id = await handOver(client, changed);
    expect(await previewOf(client, id)).toMatchObject({ states: { new: 0, known: 1, changed: 1 } });
    const left = await runImport(client, id);
    expect(left.skipped).toContainEqual({
      what: '2024-02-29',
      why: 'It changed at its source since; changes were not asked for.',
    });
    expect(await importFiles(client, changed, { updateChanged: true })).toMatchObject({
      updated: 1,
      made: counts(0, 0, 2),
    });
    const { entries } = await client.journal.day({ day: '2024-02-29' });
    expect(entries.map(({ body }) => body)).toEqual(['Planted two.']);
  });

  it('keeps what was changed here when the source changed too', async () => {
    const { client } = testCore();
    const files = { 'N/2024-01-01.md': 'One.' };
    await importFiles(client, files);
    const [entry] = (await client.journal.day({ day: '2024-01-01' })).entries;
    await client.journal.write({ id: entry!.id, day: entry!.day, body: 'Mine.' });
    const report = await importFiles(client, { 'N/2024-01-01.md': 'Two.' }, { updateChanged: true });
    expect(report).toMatchObject({
      updated: 0,
      skipped: [{ why: 'It changed at its source and here too; what is here was kept.' }],
    });
    expect((await client.journal.day({ day: '2024-01-01' })).entries[0]!.body).toBe('Mine.');
  });

  it('is taken back by one undo and comes back by one redo', async () => {
    const { client } = testCore();
    const { id, seq } = await importFiles(client, VAULT);
    expect((await client.history.list({ limit: 1 })).items[0]).toMatchObject({
      seq,
      actor: 'import:markdown',
      words: expect.stringContaining('Imported 2 entries'),
    });
    await client.history.undo();
    expect((await client.journal.days({})).days).toEqual([]);
    expect(await client.imports.report({ id })).toMatchObject({ isUndone: true });
    await client.history.redo();
    expect((await client.journal.days({})).days).toHaveLength(2);
    await client.history.undo();
    expect((await importFiles(client, VAULT)).made).toEqual(counts(2, 0, 2));
  });

  it('finds the imported words and tells every screen', async () => {
    const { client, core } = testCore();
    const heard: string[] = [];
    core.services.ledger.subscribe(({ rows }) => heard.push(...rows.map(({ table }) => table)));
    await importFiles(client, VAULT);
    expect(heard).toContain('entry');
    expect((await client.search.asYouType({ query: 'planted' })).hits).toHaveLength(1);
  });
});

describe('Todoist', () => {
  const CSV = `TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
meta,view_style=list,,,,,,,,
task,Plan the party @home,For grandma,1,1,Ana (1),,2026-12-24,en,UTC
task,Buy candles,,4,2,Ana (1),,,en,UTC
note,The long ones,,,,Ana (1),,,,
,,,,,,,,,
section,Every week,,,,,,,,
task,Water the plants,,2,1,Ana (1),,every monday,en,UTC
task,Blumen gießen,,4,1,Ana (1),,jeden Montag,de,UTC
`;
  it('keeps projects, sub-tasks, labels, sections, comments and dates in words', async () => {
    const { client } = testCore();
    const report = await importFiles(client, { 'Home [2203].csv': CSV });
    expect(report).toMatchObject({ label: 'Todoist', made: counts(0, 4), skippedCount: 0 });
    const tasks = await client.tasks.list({ list: 'all' });
    const byTitle = new Map(tasks.map((task) => [task.title, task]));
    const party = byTitle.get('Plan the party')!;
    expect(party).toMatchObject({
      project: 'Home',
      dueDay: '2026-12-24',
      priority: 1,
      notes: 'For grandma',
      tags: [{ name: 'home' }],
    });
    expect(byTitle.get('Buy candles')).toMatchObject({ parentId: party.id, priority: 3, notes: 'The long ones' });
    expect(byTitle.get('Water the plants')).toMatchObject({
      dueDay: '2026-11-23',
      priority: 2,
      tags: [{ name: 'Every-week' }],
      notes: 'Repeats: every monday',
    });
    expect(byTitle.get('Blumen gießen')!.notes).toBe('Date in Todoist: jeden Montag');
    expect((await importFiles(client, { 'Home [2203].csv': CSV })).known).toBe(4);
  });
});

describe('todo.txt', () => {
  const LIST = `(A) 2024-01-02 Call Ana +Move @phone due:2024-02-01 t:2024-01-20
x 2024-01-05 2024-01-01 Sign the lease +Move
Water plants @home rec:1w
   
`;
  it('keeps priority, project, context, days and what is done', async () => {
    const { client } = testCore();
    expect((await importFiles(client, { 'todo.txt': LIST })).made).toEqual(counts(0, 3));
    const open = await client.tasks.list({ list: 'all' });
    expect(open.find(({ title }) => title === 'Call Ana')).toMatchObject({
      priority: 1,
      project: 'Move',
      dueDay: '2024-02-01',
      doDay: '2024-01-20',
      tags: [{ name: 'phone' }],
      createdAtMs: Date.UTC(2024, 0, 2, 12),
    });
    expect(open.find(({ title }) => title === 'Water plants')).toMatchObject({ notes: 'Repeats: rec:1w' });
    const [done] = await client.tasks.list({ list: 'done' });
    expect(done).toMatchObject({ title: 'Sign the lease', closedAtMs: Date.UTC(2024, 0, 5, 12) });
    // Finishing one at its source changes it; it is no second one.
    const finished = LIST.replace('(A) 2024-01-02', 'x 2024-02-01 2024-01-02');
    expect(await importFiles(client, { 'todo.txt': finished }, { updateChanged: true })).toMatchObject({
      updated: 1,
      known: 2,
    });
  });

  it('leaves what is done when asked, and puts the rest into a project', async () => {
    const { client } = testCore();
    const report = await importFiles(client, { 'todo.txt': LIST }, { withDone: false, project: 'Old list' });
    expect(report).toMatchObject({
      made: counts(0, 2),
      skipped: [{ what: 'Sign the lease', why: 'It is done; done tasks were not asked for.' }],
    });
    expect((await client.tasks.list({ list: 'all' })).find(({ title }) => title === 'Water plants')!.project).toBe(
      'Old list',
    );
  });
});

describe('Day One', () => {
  const journal = {
    metadata: { version: '1.0' },
    entries: [
      {
        uuid: 'A1',
        creationDate: '2022-07-01T22:30:00Z',
        timeZone: 'Europe/Vienna',
        starred: true,
        tags: ['Lake house'],
        text: 'Swam at night\\. ![](dayone-moment://P1)',
        location: { localityName: 'Mondsee', country: 'Austria' },
        weather: { conditionsDescription: 'Clear', temperatureCelsius: 21.4 },
        photos: [{ identifier: 'P1', md5: 'abc123', type: 'jpeg' }],
      },
      { uuid: 'A2', text: 'No date' },
    ],
  };
  it('keeps the day of the place, photos, tags, star, place and weather', async () => {
    const { client } = testCore();
    const zip = zipSync({
      'Journal.json': strToU8(JSON.stringify(journal)),
      'photos/abc123.jpeg': new Uint8Array([0xff, 0xd8, 1]),
    });
    const report = await importFiles(client, { 'dayone.zip': zip });
    expect(report).toMatchObject({ label: 'Day One journal', made: counts(1, 0, 1), skippedCount: 1 });
    const [entry] = (await client.journal.day({ day: '2022-07-02' })).entries;
    expect(entry!.body).toMatch(
      /^Swam at night\. !\[\]\(attachments\/[0-9a-f]{32}\.jpeg\)\n\nPlace: Mondsee, Austria\nWeather: Clear, 21 °C\n\n#Lake-house #starred$/,
    );
    expect(entry!.atMs).toBe(Date.parse('2022-07-01T22:30:00Z'));
  });
});

describe('a table', () => {
  it('takes its columns for what they are called, or as it is told', async () => {
    const { client } = testCore();
    const csv = 'Title,Planned,Done\nPaint the door,2026-12-01,no\nFix the lock,,yes\n';
    const id = await handOver(client, { 'list.csv': csv });
    const told = await previewOf(client, id);
    expect(told).toMatchObject({
      format: 'csv',
      found: counts(0, 2),
      doneTasks: 1,
      columns: { names: ['Title', 'Planned', 'Done'], map: { title: 'Title', day: null, done: 'Done' } },
    });
    if (told.outcome !== 'ready') throw new Error(told.message);
    const asEntries = await previewOf(client, id, { ...told.columns!.map, kind: 'entry', day: 'Planned' });
    expect(asEntries).toMatchObject({ found: counts(2), fromDay: '2024-03-05', toDay: '2026-12-01' });
  });
});

describe('what can’t be read', () => {
  const CASES: readonly (readonly [string, Files, string])[] = [
    [
      'Evernote',
      { 'a.enex': '<?xml version="1.0"?><en-export></en-export>' },
      'This is an Evernote export; Braindump can’t read it yet.',
    ],
    [
      'OFX',
      { 'bank.ofx': 'OFXHEADER:100\nDATA:OFXSGML' },
      'This is a bank statement (OFX); Braindump can’t read it yet.',
    ],
    [
      'an e-mail',
      { 'a.eml': 'From: a@example.com\nSubject: Hi\n\nHi' },
      'This is an e-mail; Braindump can’t read it yet.',
    ],
    [
      'Roam',
      { 'roam.json': '[{"title":"A","uid":"x","children":[]}]' },
      'This is an export of Roam Research; Braindump can’t read it yet.',
    ],
    [
      'a picture',
      { 'a.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
      'This is a picture; Braindump can’t read it yet.',
    ],
    [
      'garbage',
      { 'a.xyz': new Uint8Array(2_000).map((_, at) => (at * 7_919) % 256) },
      'Braindump doesn’t know files that end in .xyz, so nothing was read.',
    ],
    ['nothing', {}, 'There is nothing in it that could be imported.'],
    [
      'a cut-off archive',
      { 'a.zip': zipSync({ 'a.md': strToU8('x'.repeat(500)) }).subarray(0, 60) },
      'The archive is cut off or damaged.',
    ],
  ];
  it('is refused by its name', async () => {
    const { client } = testCore();
    for (const [name, files, message] of CASES) {
      const told = await previewOf(client, await handOver(client, files));
      expect([name, told.outcome === 'refused' ? told.message : told.label]).toEqual([name, message]);
    }
  });
});

describe('hostile input', () => {
  it('unpacks no more than an archive promised', async () => {
    const { client } = testCore();
    const bomb = zipSync({ 'bomb.md': new Uint8Array(50_000_000), 'good.md': strToU8('Fine.') });
    // The bomb lies about its length, in both of its headers.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 50_000_000)
        view.setUint32(at + 24, 100, true);
    }
    const report = await importFiles(client, { 'notes.zip': bomb });
    expect(report.made.entries).toBe(1);
    expect(report.skipped).toEqual([{ what: 'notes.zip/bomb.md', why: 'The archive is damaged here.' }]);
  });

  it('writes nothing outside its folder, whatever a path says', async () => {
    const { client, dataDir } = testCore();
    const zip = zipSync({
      '../../evil.md': strToU8('Evil ![](../../../etc/passwd)'),
      '/abs/olute.md': strToU8('Absolute'),
    });
    expect((await importFiles(client, { '../x/notes.zip': zip })).made).toEqual(counts(2));
    expect(fs.existsSync(path.join(dataDir, '..', 'evil.md'))).toBe(false);
    expect(fs.readdirSync(path.join(dataDir, 'importing'))).toEqual([]);
  });

  it('reads old encodings, and leaves what is no text', async () => {
    const { client } = testCore();
    const utf16 = new Uint8Array(Buffer.from('\uFEFFÜber den Fluß', 'utf16le'));
    const files = {
      'n/2024-01-01.md': utf16,
      'n/2024-01-02.md': new Uint8Array(Buffer.from('Caf\xe9 \x93gut\x94', 'latin1')),
      'n/2024-01-03.md': new Uint8Array(300).map((_, at) => at % 32),
    };
    const report = await importFiles(client, files);
    expect(report.skipped).toEqual([{ what: 'n/2024-01-03.md', why: 'It is no text.' }]);
    expect((await client.journal.day({ day: '2024-01-01' })).entries[0]!.body).toBe('Über den Fluß');
    expect((await client.journal.day({ day: '2024-01-02' })).entries[0]!.body).toBe('Café “gut”');
  });

  it('takes front matter that is none as text, and a billion laughs as words', async () => {
    const { client } = testCore();
    const laughs = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[at]}`).join(',')}]`)
      .join('\n')}\n---\nHa.`;
    const report = await importFiles(client, {
      'n/2024-01-01.md': laughs,
      'n/2024-01-02.md': '---\n: [broken\n---\nStill here.',
    });
    expect(report.made).toEqual(counts(2));
    expect((await client.journal.day({ day: '2024-01-02' })).entries[0]!.body).toContain('Still here.');
  });

  it('puts large files together from their pieces', async () => {
    const { client } = testCore();
    const large = new Uint8Array(50 * 1024 * 1024).map((_, at) => at % 251);
    const report = await importFiles(client, { 'v/2024-01-01.md': '![[video.mp4]]', 'v/video.mp4': large });
    expect(report.made).toEqual(counts(1, 0, 1));
  });
});

describe('a stopped import', () => {
  it('leaves nothing, and the data as writable as before', async () => {
    const { client } = testCore();
    const files = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`n/note ${at}.md`, `Note number ${at}\n`.repeat(40)]),
    );
    const id = await handOver(client, files);
    await previewOf(client, id);
    const stream = await client.imports.run({ id, options: { project: null, withDone: true, updateChanged: false } });
    await stream.next();
    const wrote = client.tasks.create({ title: 'meanwhile' });
    await stream.return?.();
    await wrote;
    expect((await client.journal.days({})).days).toEqual([]);
    expect((await client.history.list({})).items.map(({ command }) => command)).toEqual(['tasks.create']);
    expect(await client.imports.list()).toEqual([]);
    // The files are still held: it can be begun again.
    expect((await runImport(client, id)).made.entries).toBe(3_000);
  });
});

const CALENDAR = (summary: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Club',
    'BEGIN:VEVENT',
    'UID:rowing@example.org',
    'DTSTART:20261102T090000Z',
    'DTEND:20261102T100000Z',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    `SUMMARY:${summary}`,
    'END:VEVENT',
    'BEGIN:VTODO',
    'UID:oars@example.org',
    'SUMMARY:Mend the oars',
    'DUE;VALUE=DATE:20261112',
    'END:VTODO',
    'BEGIN:VEVENT',
    'UID:broken@example.org',
    'DTSTART:someday',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('a calendar file', () => {
  const november = { fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-12-01') };

  it('is known by its contents, says what would be made, and is taken back by one undo', async () => {
    const { client } = testCore();
    const id = await handOver(client, { 'club.txt': CALENDAR('Rowing') });
    expect(await previewOf(client, id)).toMatchObject({
      format: 'ics',
      label: 'Calendar file',
      calendarName: 'Club',
      found: { entries: 0, tasks: 1, events: 1, attachments: 0 },
      states: { new: 2, known: 0, changed: 0 },
      fromDay: '2026-11-02',
      first: [
        { kind: 'event', title: 'Rowing', day: '2026-11-02', detail: '09:00 · repeats', state: 'new' },
        { kind: 'task', title: 'Mend the oars', day: '2026-11-12', state: 'new' },
      ],
      skipped: [{ what: 'Event, line 16' }],
      notes: ['One of the events repeats.'],
    });
    expect((await client.calendar.calendars()).map(({ name }) => name)).not.toContain('Club');
    const report = await runImport(client, id);
    expect(report).toMatchObject({ format: 'ics', made: { tasks: 1, events: 1 }, known: 0, skippedCount: 1 });
    expect((await client.calendar.range(november)).events).toHaveLength(3);
    await client.history.undo();
    expect((await client.calendar.range(november)).events).toEqual([]);
    expect((await client.calendar.calendars()).map(({ name }) => name)).not.toContain('Club');
    expect(await client.imports.report({ id: report.id })).toMatchObject({ isUndone: true });
  });

  it('goes into the calendar that was chosen; twice adds nothing, and a newer version brings it up to date', async () => {
    const { client } = testCore();
    const { id: calendarId } = await client.calendar.createCalendar({ name: 'Sport' });
    await importFiles(client, { 'club.ics': CALENDAR('Rowing') }, { calendarId });
    const { events } = await client.calendar.range(november);
    expect(new Set(events.map((event) => event.calendarId))).toEqual(new Set([calendarId]));
    expect(await importFiles(client, { 'club.ics': CALENDAR('Rowing') })).toMatchObject({
      made: { tasks: 0, events: 0 },
      known: 2,
      seq: null,
    });
    expect(await importFiles(client, { 'club.ics': CALENDAR('Rowing hard') })).toMatchObject({
      made: { tasks: 0, events: 0 },
      updated: 1,
      known: 1,
    });
    expect((await client.calendar.range(november)).events.map(({ title }) => title)).toEqual(
      Array.from({ length: 3 }, () => 'Rowing hard'),
    );
  });

  it('refuses a calendar that is not there, and what only ends like one', async () => {
    const { client } = testCore();
    const id = await handOver(client, { 'club.ics': CALENDAR('Rowing') });
    await previewOf(client, id);
    const calendarId = '019a9d6e-0000-7000-8000-000000000000';
    await expect(runImport(client, id, { calendarId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await runImport(client, id)).toMatchObject({ made: { events: 1 } });
    const page = await handOver(client, { 'feed.ics': '<!doctype html><p>Sign in' });
    expect(await previewOf(client, page)).toMatchObject({
      outcome: 'refused',
      message: 'This is a web page, not a calendar. Look for a link to its .ics file.',
    });
  });

  it('reads several files at once', async () => {
    const { client } = testCore();
    const other = CALENDAR('Choir').replaceAll('@example.org', '@choir.example');
    const report = await importFiles(client, { 'All/club.ics': CALENDAR('Rowing'), 'All/choir.ics': other });
    expect(report).toMatchObject({ label: 'Calendar files', made: { tasks: 2, events: 2 } });
  });
});
