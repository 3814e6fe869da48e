import fs from 'node:fs';
import { expect, test } from '../support/app.ts';

test.use({ hostArgs: ['--demo'], reducedMotion: 'reduce' });

test('every number leads to what it counts, by mouse and by keyboard', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  const figures = page.getByRole('list', { name: 'In short' });
  await expect(figures).toBeVisible();
  await page.keyboard.press('[');
  await page.keyboard.press('t');

  // A key figure opens its things; they add up to it.
  const done = figures.getByRole('button', { name: /^Done/ });
  const count = Number(/\d+/.exec((await done.textContent()) ?? '')?.[0]);
  await done.click();
  const pane = page.getByRole('complementary', { name: /^Done/ });
  await expect(pane.getByRole('button')).toHaveCount(count + 1);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);

  // The table beside a picture does the same for one day; the thing opens.
  const numbers = page.getByRole('region', { name: 'Time by project' });
  await numbers.getByRole('button', { name: /^Worked, Audio guide/ }).press('Enter');
  const behind = page.getByRole('complementary', { name: /^Worked, Audio guide/ });
  await behind.getByRole('button', { name: /./ }).nth(1).press('Enter');
  await expect(page).toHaveURL(/\/(tasks|calendar)/);
  await page.goBack();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Time by project as CSV' }).click();
  const file = await (await saved).path();
  expect(fs.readFileSync(file, 'utf8')).toMatch(
    /^\uFEFFProject,Worked,Planned,Done\r\n[^\r]*Audio guide,\d+,\d+,\d+\r\n/,
  );
});

test('what is written shows at once', async ({ app }) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Insights' }).click();
  await expect(page.getByRole('list', { name: 'In short' })).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('button', { name: 'Week', pressed: true })).toBeVisible();
  const words = page.getByRole('list', { name: 'In short' }).getByRole('button', { name: /^Words/ });
  const written = /^Words, ([\d,]+)/;
  await expect(words).toHaveText(written);
  const before = Number(written.exec((await words.textContent()) ?? '')?.[1]?.replace(',', ''));
  await app.elsewhere(async (client) => {
    const { day } = await client.today.now();
    await client.journal.write({ id: '019aa000-0000-7000-8000-00000000000a', day, body: 'three more words' });
  });
  await expect(words).toHaveText(new RegExp(`^Words, ${(before + 3).toLocaleString('en-GB')},`));
});
