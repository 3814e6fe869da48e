import type { Locator } from '@playwright/test';
import { DATABASE_FILE } from '#db/store/open-store';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from '../support/app.ts';
import { workingMorning } from '../support/morning.ts';

const FIRST = 'The first paragraph was on the disk before the lights went out.';
const SECOND = ' The second one was still being typed when they did.';

/** Opens the journal with the cursor in today's entry. */
async function beginToWrite({ page }: App): Promise<void> {
  await page.getByRole('link', { name: 'Journal' }).click();
  await page.getByRole('textbox', { name: /entry/i }).first().click();
}

/** A line of today's page; the list of days beside it tells its beginning too. */
const onPage = ({ page }: App, words: string): Locator => page.locator('.cm-line').filter({ hasText: words });

/** What the core holds of today, as another process reads it. */
async function wordsOfToday(app: App): Promise<string> {
  return app.elsewhere(async (client) => {
    const { day } = await client.today.now();
    const { entries } = await client.journal.day({ day });
    return entries.map(({ body }) => body).join('\n');
  });
}

test.describe('the core dies', () => {
  // The window says on its console that nobody answers.
  test.use({ expectedProblems: [/WebSocket|ERR_CONNECTION|ERR_INTERNET/] });

  test('while text is being written: what was saved is there after a restart', async ({ app }) => {
    await beginToWrite(app);
    await app.page.keyboard.type(FIRST);
    await expect(app.page.getByText(/^Saved/).first()).toBeVisible();
    await expect.poll(() => wordsOfToday(app)).toBe(FIRST);
    const typing = app.page.keyboard.type(SECOND, { delay: 20 }).catch(() => undefined);
    await app.page.waitForTimeout(400);
    await app.kill();
    await typing;
    await app.restart('SIGKILL');
    await app.page.getByRole('link', { name: 'Journal' }).click();
    await expect(onPage(app, FIRST)).toBeVisible();
    const kept = await wordsOfToday(app);
    expect(kept.startsWith(FIRST)).toBe(true);
    expect((FIRST + SECOND).startsWith(kept)).toBe(true);
  });

  test('and the window keeps what is typed, says so, and asks before it closes', async ({ app, host }) => {
    test.skip(host === 'electron', 'In Electron the window ends with its core.');
    const { page } = app;
    await beginToWrite(app);
    await page.keyboard.type(FIRST);
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    await app.kill();
    await page.keyboard.type(SECOND);
    await expect(page.getByText('Not saved yet', { exact: true })).toBeVisible();
    await expect(page.getByText('Braindump’s core does not answer.')).toBeVisible({ timeout: 30_000 });
    await expect(onPage(app, FIRST + SECOND)).toBeVisible();
    const question = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });
});

test('a window closed in the middle of a sentence loses nothing', async ({ app }) => {
  await beginToWrite(app);
  await app.page.keyboard.type(FIRST);
  await app.page.close({ runBeforeUnload: true });
  await expect.poll(() => wordsOfToday(app)).toBe(FIRST);
  await app.restart();
  await app.page.getByRole('link', { name: 'Journal' }).click();
  await expect(onPage(app, FIRST)).toBeVisible();
});

test('a folder that can’t be written is said, and everything in it can be read', async ({ app }) => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'Only root on Linux can mount a read-only folder.',
  );
  await app.elsewhere(async (client) => {
    await client.tasks.create({ title: 'Water the fern' });
  });
  try {
    await app.restart('SIGTERM', () => lockFolder(app.dataDir));
    await expect(app.page.getByRole('alert')).toContainText('Your data can be read, but not changed.');
    await app.page.getByRole('link', { name: /^Tasks/ }).click();
    await app.page.getByRole('link', { name: /^All/ }).click();
    const row = app.page.getByRole('listitem').filter({ hasText: 'Water the fern' });
    await expect(row).toBeVisible();
    await row.getByRole('checkbox').click();
    await expect(app.page.getByText(/can be read|can’t be written|read-only/i).nth(1)).toBeVisible();
    await expect(row).toBeVisible();
    await app.expectAccessible();
  } finally {
    execFileSync('umount', ['-l', app.dataDir]);
  }
});

test('a damaged data file leads to its backups, and a restore brings everything back', async ({ app }) => {
  await app.elsewhere(async (client) => {
    await client.tasks.create({ title: 'Worth keeping' });
    await client.system.backUp();
  });
  await app.restart('SIGTERM', () => {
    for (const suffix of ['-wal', '-shm']) fs.rmSync(path.join(app.dataDir, DATABASE_FILE + suffix), { force: true });
    fs.writeFileSync(path.join(app.dataDir, DATABASE_FILE), Buffer.alloc(8_192, 0x5a));
  });
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'Braindump can’t open your data' })).toBeVisible();
  await expect(page.getByText('The data file is damaged.')).toBeVisible();
  await app.expectAccessible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: /^Tasks/ }).click();
  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Worth keeping' })).toBeVisible();
});

test('an address whose token is spent says so instead of showing anything', async ({ app, host, context }) => {
  test.skip(host === 'electron', 'Electron’s window has no address.');
  const page = await context.newPage();
  await page.goto(new URL('/#token=spent', app.page.url()).href);
  await expect(page.getByRole('heading', { name: 'Braindump is not running behind this page' })).toBeVisible();
  await expect(page.getByText('this address was used before')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.close();
});

test('wrong input is told beside its field and kept', async ({ app }) => {
  const { page } = app;
  await app.elsewhere(async (client) => {
    await client.settings.update(workingMorning());
    await client.tasks.create({ title: 'Water the fern' });
  });

  await test.step('a due day that is none', async () => {
    await page.getByRole('link', { name: /^Tasks/ }).click();
    await page.getByRole('link', { name: /^All/ }).click();
    await page.getByText('Water the fern').click();
    const due = page.getByRole('textbox', { name: 'Due' });
    await due.fill('the day after never');
    await due.press('Enter');
    await expect(due).toHaveAccessibleDescription('Write a day such as tomorrow, fri or 13 nov.');
    await expect(due).toHaveValue('the day after never');
    await app.expectAccessible();
    await due.fill('tomorrow');
    await due.press('Enter');
    await expect(due).toHaveAccessibleDescription('');
  });

  await test.step('an event that ends before it begins', async () => {
    await page.getByRole('link', { name: 'Calendar' }).click();
    await expect(page.getByRole('button', { name: 'Week', exact: true, pressed: true })).toBeVisible();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Title' }).fill('Backwards');
    const until = page.getByRole('textbox', { name: 'Until' });
    await until.fill('00:05');
    await until.press('Tab');
    await page.getByRole('button', { name: /^Add event/ }).click();
    await expect(page.getByRole('textbox', { name: 'Ends' })).toHaveAccessibleDescription(/end/i);
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Backwards');
    await app.expectAccessible();
    const { events } = await app.elsewhere(async (client) => {
      const { startMs, endMs } = await client.today.now();
      return client.calendar.range({ fromMs: startMs, toMs: endMs });
    });
    expect(events).toEqual([]);
  });
});

/** Puts a read-only file system with the same files in the folder's place. */
function lockFolder(folder: string): void {
  const copy = fs.mkdtempSync(`${folder}-copy-`);
  fs.cpSync(folder, copy, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]);
  fs.cpSync(copy, folder, { recursive: true });
  fs.rmSync(copy, { recursive: true });
  execFileSync('mount', ['-o', 'remount,ro', folder]);
}
