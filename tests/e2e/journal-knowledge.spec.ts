import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

test.use({ reducedMotion: 'reduce' });

const entryOf = (page: Page) => page.getByRole('textbox', { name: /entry/i }).first();
const EARLIER = '2026-01-14';
const ID = '019aa000-0000-7000-8000-000000000001';

/** Looks at the screen in both looks and at both widths. */
async function look(page: Page, expectAccessible: () => Promise<void>): Promise<void> {
  for (const [width, colorScheme] of [
    [900, 'dark'],
    [1600, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible();
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflows, `${page.url()} at ${width} px`).toBe(false);
  }
}

test('names are linked while writing, gathered on pages, and renamed everywhere at once', async ({ app }) => {
  const { page } = app;
  await app.elsewhere((client) =>
    client.journal.write({ id: ID, day: EARLIER, body: 'Glazing with @dana.\n\nThe [[Whale room]] is cold. #studio' }),
  );
  const today = await app.elsewhere(async (client) => (await client.today.now()).day);

  await test.step('typing [[ offers names, days by their words, and a page never seen', async () => {
    await page.getByRole('link', { name: 'Journal' }).click();
    await entryOf(page).click();
    await page.keyboard.type('See [[wha');
    await expect(page.getByRole('option', { name: /Whale room/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and [[yest');
    await expect(page.getByRole('option', { name: /^yesterday/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and [[Kiln log');
    await expect(page.getByRole('option', { name: /Kiln log.*New page/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(entryOf(page)).toContainText('Kiln log');
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
  });

  await test.step('Mod+Enter on a link opens its page, newest passage first', async () => {
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kiln log' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Mentioned in' }).getByRole('listitem')).toHaveCount(1);
    await page.getByRole('option', { name: /Whale room/ }).click();
    const passages = page.getByRole('list', { name: 'Mentioned in' }).getByRole('listitem');
    await expect(passages).toHaveCount(2);
    await expect(passages.first()).toContainText('See [[Whale room]]');
    await look(page, app.expectAccessible);
  });

  await test.step('renaming tells beforehand what it changes, and is one undo', async () => {
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Rename Whale room' });
    await dialog.getByRole('textbox').fill('Bone room');
    await expect(dialog).toContainText('2 mentions in 2 entries will change.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bone room' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Mentioned in' })).toContainText('The [[Bone room]] is cold.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('option', { name: /Whale room/ }).click();
    await expect(page.getByRole('list', { name: 'Mentioned in' }).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('a passage leads to its place, and a day shows what mentions it', async () => {
    await page.getByRole('list', { name: 'Mentioned in' }).getByRole('link').last().click();
    await expect(page).toHaveURL(new RegExp(`/journal/${EARLIER}`));
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    await page.goto(new URL(`/journal/${yesterday}`, page.url()).href);
    await expect(page.getByRole('list', { name: 'Entries that mention this day' })).toContainText('See [[Whale room]]');
  });
});

test('a checkbox line is a task: ticked there or here, in words that go on being written', async ({ app }) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Journal' }).click();
  await entryOf(page).click();
  await page.keyboard.type('- [ ] Order glaze !!\nCall the supplier');
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  const openTitles = async (): Promise<string[]> =>
    app.elsewhere(async (client) => (await client.tasks.list({ list: 'all' })).map(({ title }) => title).toSorted());
  await expect.poll(openTitles, { timeout: 15_000 }).toEqual(['Call the supplier', 'Order glaze']);

  await test.step('ticking it in the text completes the task', async () => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(openTitles).toEqual(['Order glaze']);
  });

  await test.step('completing it elsewhere ticks it in the text, under the hand of the writer', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and ask');
    await app.elsewhere(async (client) => {
      const [task] = await client.tasks.list({ list: 'all' });
      await client.tasks.complete({ ids: [task!.id] });
    });
    await page.keyboard.type(' Dana');
    await expect(page.getByRole('checkbox', { name: 'Done' })).toHaveCount(2);
    await expect(entryOf(page)).toBeFocused();
    await expect(entryOf(page)).toContainText('and ask Dana');
    await expect
      .poll(() => app.elsewhere(async (client) => (await client.tasks.list({ list: 'done' })).length))
      .toBe(2);
  });
});

test('every version of an entry is kept, and the year of writing is seen', async ({ app }) => {
  const { page } = app;
  await app.elsewhere(async (client) => {
    for (const body of ['The first firing failed.', 'The first firing went well.'])
      await client.journal.write({ id: ID, day: EARLIER, body });
    await client.journal.setMood({ id: ID, day: EARLIER, mood: 4 });
  });

  await test.step('step through the versions and go back to one', async () => {
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await page.goto(new URL(`/journal/${EARLIER}`, page.url()).href);
    await page.getByRole('button', { name: /^Entry of .*: more$/ }).click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Versions of this entry' });
    await expect(dialog.getByRole('region', { name: 'Text of the version' }).locator('del')).toHaveText('failed');
    await look(page, app.expectAccessible);
    await dialog.getByRole('option').first().click();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('option', { selected: true })).toContainText('4 words added');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(entryOf(page)).toHaveText('The first firing failed.');
  });

  await test.step('a deleted entry is found on its day and brought back', async () => {
    await app.elsewhere((client) => client.journal.remove({ id: ID }));
    await page.getByRole('button', { name: 'Deleted: The first firing failed.' }).click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(page.getByRole('article').first()).toContainText('The first firing failed.');
  });

  await test.step('the year shows its days, by keyboard too', async () => {
    await page.keyboard.press('Escape');
    await page.goto(new URL('/journal/year?year=2026', page.url()).href);
    await expect(page.getByRole('button', { name: /January 14, 2026: 4 words, light/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^January/ })).toContainText('light');
    await look(page, app.expectAccessible);
    await page.getByRole('button', { name: 'Mood', exact: true }).click();
    await look(page, app.expectAccessible);
    await page.locator('table button[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/journal\/2026-01-14/);
    await page.goBack();
    await page.keyboard.press('[');
    await expect(page.getByRole('heading', { level: 1, name: '2025' })).toBeVisible();
  });
});
