import { expect, test } from '../support/app.ts';

test.use({ hostArgs: ['--demo'], reducedMotion: 'reduce' });

test('a day is planned and closed with the keyboard alone', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('button', { name: /^Plan my day/ })).toBeVisible();
  await page.keyboard.press('p');
  const morning = page.getByRole('dialog', { name: 'Plan my day' });
  const first = morning.getByRole('listitem').first();
  await expect(first).toBeFocused();
  const title = await first.locator('[dir=auto]').first().textContent();
  // The first task goes to tomorrow, the second is done, and the focus goes on by itself.
  await page.keyboard.press('m');
  await page.keyboard.press('x');
  await expect(morning.getByRole('listitem').nth(2)).toBeFocused();
  await app.expectAccessible();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(morning).toHaveCount(0);
  await expect(page.getByText('The day is planned')).toBeVisible();

  await page.keyboard.press('e');
  const evening = page.getByRole('dialog', { name: 'Close my day' });
  await expect(evening.getByRole('listitem').first()).toBeFocused();
  await app.expectAccessible();
  // A line that is begun survives Escape.
  await evening.getByRole('textbox', { name: 'One line for the journal' }).fill('A day with fog.');
  await page.keyboard.press('Escape');
  await expect(evening).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(evening.getByRole('textbox')).toHaveValue('A day with fog.');
  await evening.getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(evening).toHaveCount(0);
  await expect(page.getByRole('main').getByText('A day with fog.')).toBeAttached();

  // One undo takes the closing back, the next one the planning.
  await app.elsewhere(async (client) => {
    const { day } = await client.today.now();
    const { items } = await client.history.list({ limit: 5 });
    expect(items.map(({ command }) => command)).toEqual(expect.arrayContaining(['today.close', 'today.plan']));
    await client.history.undo();
    const written = (await client.journal.day({ day })).entries.map(({ body }) => body);
    expect(written).not.toContain('A day with fog.');
    const review = await client.today.review();
    expect([...review.today, ...review.left].some((task) => task.title === title)).toBe(true);
  });
});
