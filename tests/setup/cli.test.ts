import { becomeInstance } from '#main/core/instance';
import { temporaryFolder } from '../support/test-core.ts';
import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const entry = path.resolve(import.meta.dirname, '../../main/host-cli/cli.ts');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a process of its own, from its source. */
function cli(args: readonly string[], input = ''): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, [entry, ...args], { stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  child.on('close', (code) => resolve({ code, out, err }));
  child.stdin.end(input);
  return promise;
}

const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

describe('the command line', () => {
  test('lists its commands, and explains each', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('capture   file a text as the capture bar would');
    expect(await cli(['expand', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: braindump expand RRULE --dtstart TIME'),
    });
  });

  test.each([
    [[], 'Usage: braindump <command> [options]'],
    [['remember'], 'There is no command remember.'],
    [['today', '--tomorrow'], "Unknown option '--tomorrow'."],
    [['tasks', 'juggle'], 'Tasks can be listed, added and done, not juggle.'],
    [['expand', 'FREQ=DAILY'], 'Say where the series starts: --dtstart.'],
    [['export'], 'Say which folder to write.'],
    [['restore'], 'Say which backup: braindump backup --list shows them.'],
  ])('answers wrong usage %j with the right one', async (args, words) => {
    const { code, out, err } = await cli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('Usage: braindump');
  });

  test('says what failed in one sentence', async () => {
    expect(await cli(['expand', 'FREQ=NOW', '--dtstart', '2026-11-21'])).toEqual({
      code: 1,
      out: '',
      err: "The rule's FREQ can't be NOW.\n",
    });
    expect(await cli(['parse', 'tomorrow', '--zone', 'Mars/Olympus'])).toEqual({
      code: 1,
      out: '',
      err: 'There is no time zone Mars/Olympus.\n',
    });
  });
});

describe('parse', () => {
  const moment = ['--now', '2026-11-21T09:00:00+01:00', '--zone', 'Europe/Vienna'];

  test('tells a person what a text would become', async () => {
    expect(await cli(['parse', 'lunch with Ana fri 1pm', ...moment])).toEqual({
      code: 0,
      out: 'lunch with Ana\n  Event, Fri 27 Nov 13:00\n',
      err: '',
    });
  });

  test('answers every line and never stops at a bad one', async () => {
    const { code, out } = await cli(
      ['parse', '--jsonl'],
      [
        '{"id":"a","text":"call Bo tomorrow at 9am","now":"2013-02-12T04:30:00-02:00","zone":"Etc/GMT+2"}',
        'not JSON',
        '{"id":"b","text":5}',
        '[1]',
        '{"id":"c","text":"tomorrow","now":"soon"}',
        `{"id":"d","text":"one\u2028line","now":"2013-02-12T04:30:00Z","zone":"UTC"}`,
      ].join('\n'),
    );
    expect(code).toBe(0);
    const answers = jsonLines(out);
    expect(answers[0]).toMatchObject({
      id: 'a',
      dates: [
        {
          from: 8,
          to: 23,
          text: 'tomorrow at 9am',
          start: { local: '2013-02-13T09:00:00', instant: '2013-02-13T11:00:00Z' },
        },
      ],
      items: [{ kind: 'task', title: 'call Bo' }],
    });
    expect(answers.slice(1, 5)).toEqual([
      { id: null, error: { code: 'BAD_JSON', message: 'That is no JSON.' } },
      { id: 'b', error: { code: 'BAD_INPUT', message: '"text" is no text.' } },
      { id: null, error: { code: 'BAD_INPUT', message: 'That is no JSON object.' } },
      { id: 'c', error: { code: 'BAD_TIME', message: '"now" is no time such as 2026-11-21T09:00:00+01:00.' } },
    ]);
    expect(answers[5]).toMatchObject({ id: 'd' });
    expect(answers).toHaveLength(6);
  });

  test('answers with the fields of an item', async () => {
    const now = '2026-11-27T10:00:00+01:00';
    const lines = [
      { text: 'write report ~45m p1 #work +thesis @ana by friday 5pm' },
      { text: 'pay rent 850 eur tomorrow' },
      { text: 'clean filters every! 3 days' },
      { text: 'dentist tuesday 3pm, remind me 15 min before' },
      { text: 'meeting next thursday 14:00-15:30' },
      { text: 'Grüße 👋 Oma anrufen nächsten Montag', locale: 'de' },
    ].map((line, id) => JSON.stringify({ id, now, zone: 'Europe/Vienna', ...line }));
    const { code, out } = await cli(['parse', '--jsonl'], lines.join('\n'));
    expect(code).toBe(0);
    const [report, rent, filters, dentist, meeting, call] = jsonLines(out) as {
      dates: { from: number; to: number; text: string }[];
      items: Record<string, unknown>[];
    }[];
    expect(report?.items[0]).toMatchObject({
      kind: 'task',
      title: 'write report ana',
      durationMin: 45,
      priority: 1,
      tags: ['work'],
      people: ['ana'],
      project: 'thesis',
      due: { local: '2026-12-04T17:00:00', zone: 'Europe/Vienna', instant: '2026-12-04T16:00:00Z', grain: 'hour' },
      spans: [
        { from: 13, to: 17, role: 'duration' },
        { from: 18, to: 20, role: 'priority' },
        { from: 21, to: 26, role: 'tag' },
        { from: 27, to: 34, role: 'project' },
        { from: 35, to: 39, role: 'person' },
        { from: 40, to: 53, role: 'date' },
      ],
    });
    expect(rent?.items[0]).toMatchObject({
      kind: 'expense',
      title: 'pay rent',
      amount: { minor: 85_000, currency: 'EUR' },
      start: { local: '2026-11-28T00:00:00', grain: 'day' },
    });
    expect(filters?.items[0]).toMatchObject({ recurrence: 'FREQ=DAILY;INTERVAL=3', anchor: 'completion' });
    expect(dentist?.items[0]).toMatchObject({ kind: 'event', remindersMin: [15] });
    expect(meeting?.items[0]).toMatchObject({
      kind: 'event',
      start: { local: '2026-12-03T14:00:00', grain: 'minute' },
      end: { local: '2026-12-03T15:30:00', grain: 'minute' },
    });
    // UTF-16: the waving hand counts two.
    expect(call?.dates).toMatchObject([{ from: 21, to: 36, text: 'nächsten Montag' }]);
    expect(call?.items[0]).toMatchObject({ kind: 'task', due: { local: '2026-11-30T00:00:00' } });
  });

  test('streams: an answer comes before the next question is asked', async () => {
    const child = spawn(process.execPath, [entry, 'parse', '--jsonl'], { stdio: 'pipe' });
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    const ids: unknown[] = [];
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({ id, text: 'tea at 4pm', now: '2026-11-21T09:00:00Z', zone: 'UTC' })}\n`);
      const { value } = (await answers.next()) as { value: string };
      ids.push((JSON.parse(value) as { id: unknown }).id);
    }
    child.stdin.end();
    expect(ids).toEqual([1, 2, 3]);
  });

  test('takes thousands of lines and a reader that leaves early', async () => {
    const line = JSON.stringify({ id: 0, text: 'tea at 4pm', now: '2026-11-21T09:00:00Z', zone: 'UTC' });
    const { out } = await cli(['parse', '--jsonl'], `${line}\n`.repeat(3_000));
    expect(jsonLines(out)).toHaveLength(3_000);

    const child = spawn(process.execPath, [entry, 'parse', '--jsonl'], { stdio: 'pipe' });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${line}\n`.repeat(3_000));
    const { promise, resolve } = Promise.withResolvers<number | null>();
    child.on('close', (code) => resolve(code));
    expect(await promise).toBe(0);
  });
});

test('expand gives instants with their offset', async () => {
  const { out } = await cli(
    ['expand', '--jsonl'],
    [
      { id: 1, dtstart: '1997-09-02T09:00:00', zone: 'America/New_York', rrule: 'FREQ=DAILY;COUNT=2' },
      {
        id: 2,
        dtstart: '2026-11-21',
        zone: null,
        allDay: true,
        rrule: 'FREQ=WEEKLY',
        exdates: ['2026-11-28'],
        limit: 2,
      },
      { id: 3, dtstart: '2026-11-21T09:00:00', zone: null, rrule: 'FREQ=DAILY', from: '2026-12-01', to: '2026-12-02' },
      { id: 4, dtstart: 'then', zone: 'UTC' },
    ]
      .map((question) => JSON.stringify(question))
      .join('\n'),
  );
  expect(jsonLines(out)).toEqual([
    { id: 1, occurrences: ['1997-09-02T09:00:00-04:00', '1997-09-03T09:00:00-04:00'] },
    { id: 2, occurrences: ['2026-11-21', '2026-12-05'] },
    { id: 3, occurrences: ['2026-12-01T09:00:00', '2026-12-02T09:00:00'] },
    { id: 4, error: { code: 'BAD_INPUT', message: 'There is no such time: then.' } },
  ]);
});

test('insights names people and topics plainly', async () => {
  const { out } = await cli(
    ['insights', '--jsonl'],
    '{"id":1,"text":"Lunch with Ana was lovely. I need to call the bank by Friday. So happy.","now":"2026-11-21T09:00:00Z","zone":"UTC"}',
  );
  expect(jsonLines(out)[0]).toMatchObject({
    id: 1,
    todos: [
      { quote: 'I need to call the bank by Friday', title: 'Call the bank', due: { local: '2026-11-27T00:00:00' } },
    ],
    people: ['Ana'],
    mood: { evidence: 'So happy.' },
  });
});

describe('plan', () => {
  const instance = {
    zone: 'Europe/Vienna',
    now: '2026-11-23T08:00:00+01:00',
    from: '2026-11-23T08:00:00+01:00',
    to: '2026-11-23T18:00:00+01:00',
    workingHours: { mon: [['09:00', '17:00']] },
    busy: [{ start: '2026-11-23T09:00:00+01:00', end: '2026-11-23T11:00:00+01:00' }],
    tasks: [{ id: 'a', title: 'Write the offer', durationMin: 90, priority: 1 }],
  };

  test('places tasks in free time', async () => {
    const { code, out } = await cli(['plan', '--json'], JSON.stringify(instance));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      blocks: [{ task: 'a', start: '2026-11-23T11:00:00+01:00', end: '2026-11-23T12:30:00+01:00' }],
      unplaced: [],
    });
  });

  test('names the field that is wrong', async () => {
    const wrong = { ...instance, tasks: [{ ...instance.tasks[0], deadline: 'friday' }] };
    expect(await cli(['plan', '--json'], JSON.stringify(wrong))).toEqual({
      code: 1,
      out: '',
      err: '"tasks.0.deadline" is no time such as 2026-11-21T09:00:00+01:00.\n',
    });
    expect(
      (await cli(['plan'], JSON.stringify({ ...instance, tasks: [{ id: 'a', title: 'x', priority: 1 }] }))).err,
    ).toMatch(/^"tasks\.0\.durationMin": /);
  });
});

describe('with data', () => {
  test('what is captured is there for the next command', async () => {
    const data = ['--data-dir', temporaryFolder()];
    expect(await cli(['capture', 'buy stamps tomorrow', ...data])).toMatchObject({ code: 0, err: '' });
    const { out } = await cli(['tasks', '--list', 'all', '--json', ...data]);
    const [task] = (JSON.parse(out) as { tasks: { id: string; title: string }[] }).tasks;
    expect(task?.title).toBe('buy stamps');
    expect((await cli(['search', 'stamps', ...data])).out).toContain('buy stamps');

    const done = await cli(['tasks', 'done', task?.id.slice(-6) ?? '', ...data]);
    expect(done.out).toContain('[x] buy stamps');
    expect(await cli(['tasks', 'done', 'zzzzzz', ...data])).toEqual({
      code: 1,
      out: '',
      err: 'No open task has an id that ends in zzzzzz.\n',
    });
  });

  test('a backup takes back what came after it', async () => {
    const data = ['--data-dir', temporaryFolder()];
    await cli(['tasks', 'add', 'Before', ...data]);
    const { out } = await cli(['backup', '--json', ...data]);
    const [backup] = (JSON.parse(out) as { backups: { name: string }[] }).backups;
    await cli(['tasks', 'add', 'After', ...data]);

    const name = backup?.name ?? '';
    expect((await cli(['restore', name, '--dry-run', ...data])).out).toBe(
      `${name} would take the place of the data file.\n`,
    );
    expect((await cli(['tasks', '--list', 'all', ...data])).out).toContain('After');
    expect(await cli(['restore', name, ...data])).toEqual({ code: 0, out: `Restored ${name}.\n`, err: '' });
    const tasks = (await cli(['tasks', '--list', 'all', ...data])).out;
    expect(tasks).toContain('Before');
    expect(tasks).not.toContain('After');
    expect(await cli(['restore', 'other.db', ...data])).toMatchObject({
      code: 1,
      err: 'That backup is not there any more.\n',
    });
  });

  test('an export can be tried before it is made', async () => {
    const parent = temporaryFolder();
    const data = ['--data-dir', path.join(parent, 'data')];
    const folder = path.join(parent, 'out');
    expect(await cli(['export', folder, '--dry-run', ...data])).toEqual({
      code: 0,
      out: `Everything would be written to ${folder}.\n`,
      err: '',
    });
    expect(readdirSync(parent)).toEqual([]);
    expect(await cli(['export', folder, ...data])).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder)).toContain('README.txt');
    expect(await cli(['export', folder, '--dry-run', ...data])).toEqual({
      code: 1,
      out: '',
      err: 'There is something in that folder already. Choose a new or an empty one.\n',
    });
  });

  test('a restore waits until the app is closed', async () => {
    const dataDir = temporaryFolder();
    const leave = await becomeInstance(dataDir, () => {});
    expect(await cli(['restore', 'backup.db', '--data-dir', dataDir])).toEqual({
      code: 1,
      out: '',
      err: 'Braindump is open on this data. Close it first; nothing was changed.\n',
    });
    leave?.();
  });

  test('an open window is told of what was written, and of nothing else', async () => {
    const dataDir = temporaryFolder();
    const heard: string[] = [];
    const leave = await becomeInstance(dataDir, (message) => heard.push(message));
    await cli(['tasks', 'add', 'Buy stamps', '--data-dir', dataDir]);
    expect(heard).toEqual(['changed']);
    await cli(['tasks', '--data-dir', dataDir]);
    expect(heard).toEqual(['changed']);
    leave?.();
  });

  test('a damaged file is told in words', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(
      path.join(dataDir, 'braindump.db'),
      'this is no database, and it is longer than a header would be'.repeat(20),
    );
    expect(await cli(['today', '--data-dir', dataDir])).toEqual({
      code: 1,
      out: '',
      err: 'The data file is damaged. Nothing was changed. Restore a backup to go on.\n',
    });
  });
});

describe('doctor', () => {
  const findings = (out: string): Record<string, string> =>
    Object.fromEntries(
      (JSON.parse(out) as { findings: { subject: string; state: string }[] }).findings.map(({ subject, state }) => [
        subject,
        state,
      ]),
    );

  test('finds a healthy profile healthy and writes nothing', async () => {
    const dataDir = temporaryFolder();
    chmodSync(dataDir, 0o700);
    const data = ['--data-dir', dataDir];
    await cli(['capture', 'buy stamps tomorrow', ...data]);
    const before = readFileSync(path.join(dataDir, 'braindump.db'));
    const { code, out, err } = await cli(['doctor', '--json', ...data]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(findings(out)).toMatchObject({
      'data file': 'good',
      schema: 'good',
      ledger: 'good',
      search: 'good',
      folder: 'good',
    });
    expect(readFileSync(path.join(dataDir, 'braindump.db')).equals(before)).toBe(true);
  });

  test('sees a history that was changed from outside, and a search index that lost a row', async () => {
    const dataDir = temporaryFolder();
    await cli(['tasks', 'add', 'Buy stamps', '--data-dir', dataDir]);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path.join(dataDir, 'braindump.db'));
    database.exec(`UPDATE ledger_change SET after = replace(after, 'stamps', 'yachts'); DELETE FROM search_doc`);
    database.close();
    const { code, out, err } = await cli(['doctor', '--json', '--data-dir', dataDir]);
    expect({ code, err }).toEqual({ code: 1, err: '2 things need care.\n' });
    expect(findings(out)).toMatchObject({ 'data file': 'good', ledger: 'bad', search: 'bad' });
  });

  test('sees a damaged file and another program’s', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(path.join(dataDir, 'braindump.db'), 'no database'.repeat(200));
    const damaged = await cli(['doctor', '--data-dir', dataDir]);
    expect(damaged).toMatchObject({ code: 1, err: '1 thing needs care.\n' });
    expect(damaged.out).toContain('BAD   data file It is damaged (SQLITE_NOTADB). Restore a backup.');

    const { DatabaseSync } = await import('node:sqlite');
    rmSync(path.join(dataDir, 'braindump.db'));
    const other = new DatabaseSync(path.join(dataDir, 'braindump.db'));
    other.exec('CREATE TABLE bookmark (id TEXT)');
    other.close();
    expect(await cli(['doctor', '--data-dir', dataDir])).toMatchObject({
      code: 1,
      out: expect.stringContaining('It belongs to another program.'),
    });
  });

  test('makes nothing where there is nothing', async () => {
    const { code, out } = await cli(['doctor', '--data-dir', path.join(temporaryFolder(), 'none')]);
    expect(code).toBe(0);
    expect(out).toContain('does not exist yet');
  });
});
