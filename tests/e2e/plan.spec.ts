import { expect, test } from '../support/app.ts';
import { workingMorning } from '../support/morning.ts';

test('a plan is looked at, doubted, refused in part and accepted with the keyboard alone', async ({ app }) => {
  await app.elsewhere(async (client) => {
    await client.settings.update({ ...workingMorning(), lunch: null });
    for (const title of ['Write the report', 'Call the printer', 'Sort the shelf']) {
      await client.tasks.create({ title, estimateMin: 30 });
    }
  });
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const bar = page.getByRole('region', { name: 'Plan', exact: true });
  await expect(page.getByRole('button', { name: /^Plan/ })).toBeVisible();

  await test.step('the bar says how many blocks there are, in a narrow window too', async () => {
    await page.keyboard.press('p');
    await expect(bar.getByText(/3 blocks/)).toBeInViewport({ ratio: 1 });
    await app.expectAccessible();
  });

  await test.step('a supposition shows what it would change, and goes away again', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByRole('menuitem', { name: /were left out/ }).click();
    await expect(bar).toContainText(/What if “.*” were left out\?/);
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.expectAccessible();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Escape');
    await expect(bar).toContainText('3 blocks');
  });

  await test.step('a refused block goes elsewhere for the reason given', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await expect(bar.getByRole('group', { name: /^Why not/ })).toBeVisible();
    await app.expectAccessible();
    await page.keyboard.press('4');
    await expect(bar.getByRole('group', { name: /^Why not/ })).toBeHidden();
    await expect(bar).toContainText('3 blocks');
  });

  await test.step('what is left is accepted', async () => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByText('Planned 3 blocks')).toBeVisible();
  });

  await test.step('a meeting over a block is told quietly and mended', async () => {
    await app.elsewhere(async (client) => {
      const { startMs, endMs } = await client.today.now();
      const { blocks } = await client.calendar.range({ fromMs: startMs, toMs: endMs + 7 * 86_400_000 });
      const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
      await client.calendar.createEvent({
        title: 'Visit',
        startLocal: local(blocks[1]!.startMs),
        endLocal: local(blocks[1]!.endMs),
        zone: 'UTC',
      });
    });
    await page.getByRole('region', { name: 'Plan check' }).getByRole('button', { name: 'Mend it' }).click();
    await expect(bar).toContainText('1 block,');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('region', { name: 'Plan check' })).toBeHidden();
  });
});
