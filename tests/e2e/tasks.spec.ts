import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

test.use({ hostArgs: ['--demo'], reducedMotion: 'reduce' });

const rowsOf = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox') });
const rowOf = (page: Page, title: string): Locator => rowsOf(page).filter({ hasText: title });
const places = (page: Page): Locator => page.getByRole('navigation', { name: 'Task lists' });
const titled = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });

async function open(page: Page, query: string): Promise<void> {
  // The page trades its token first.
  await expect(page.getByRole('link', { name: /^Tasks/ })).toBeVisible();
  await page.goto(new URL(`/tasks?${query}`, page.url()).href);
  await expect(rowsOf(page)).not.toHaveCount(0);
}

test('a project is worked through with the keyboard: lines pasted, waits, order, move, undo', async ({ app }) => {
  const { page } = app;
  await open(page, 'list=all');
  await page.keyboard.press('n');
  const line = page.getByRole('textbox', { name: 'Add a task' });
  await expect(line).toBeFocused();
  await page.keyboard.type('Order the sail cloth tomorrow p1 +Boat #shop');
  await expect(page.getByText(/Order the sail cloth: .*in Boat/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Added “Order the sail cloth”')).toBeVisible();
  await places(page).getByRole('link', { name: 'Boat' }).click();
  await expect(titled(page, 'Boat')).toBeVisible();

  await page.keyboard.press('n');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '- [ ] Sand the hull\n- [ ] Paint the hull\n\n3. Hang the rudder');
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('3 lines pasted; each becomes a task.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveText([/Order the sail cloth/, /Sand the hull/, /Paint the hull/, /Hang the rudder/]);
  await page.keyboard.press('Escape');

  // Up the list by Alt+Up, twice; then one of another project by "Move to".
  await rowOf(page, 'Hang the rudder').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rowsOf(page).nth(2)).toContainText('Hang the rudder');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rowsOf(page).nth(1)).toContainText('Hang the rudder');
  await page.keyboard.press('m');
  await page.keyboard.type('Some');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved “Hang the rudder” to Someday')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');

  // Painting waits for sanding, and says so; a circle is refused in words.
  await rowOf(page, 'Paint the hull').click();
  const pane = page.getByRole('complementary', { name: 'Task' });
  await pane.getByRole('combobox', { name: 'Task it waits for' }).fill('sand');
  await expect(pane.getByRole('option', { name: 'Sand the hull' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Paint the hull')).toContainText('Waits for Sand the hull');
  await rowsOf(page)
    .filter({ hasText: /^Sand the hull$/ })
    .click();
  await pane.getByRole('combobox', { name: 'Task it waits for' }).fill('paint');
  await expect(pane.getByRole('option', { name: 'Paint the hull' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(pane.getByText(/would wait for each other/)).toBeVisible();
  await app.expectAccessible();
});

test('sub-tasks show how far a task is and go with it', async ({ app }) => {
  const { page } = app;
  await open(page, 'list=all');
  await rowOf(page, 'Find a present for Mum').click();
  const pane = page.getByRole('complementary', { name: 'Task' });
  const line = pane.getByRole('textbox', { name: 'Add a sub-task' });
  for (const title of ['Ask Anton', 'Look in the bookshop']) {
    await line.fill(title);
    await page.keyboard.press('Enter');
    await expect(pane.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  }
  await pane.getByRole('checkbox', { name: 'Complete: Ask Anton' }).click();
  await expect(rowOf(page, 'Find a present for Mum')).toContainText('1/2');
  await rowOf(page, 'Find a present for Mum').getByRole('checkbox').click();
  await expect(page.getByText('Completed “Find a present for Mum” and 1 sub-task')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rowOf(page, 'Find a present for Mum')).toContainText('1/2');
});

test('tasks are dragged onto places and into another order', async ({ app }) => {
  const { page } = app;
  await open(page, 'list=anytime');
  const drag = async (from: Locator, to: Locator): Promise<void> => {
    const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
    await page.mouse.move(start.x + 120, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(start.x + 140, start.y + start.height / 2 + 12, { steps: 4 });
    await page.mouse.move(end.x + 60, end.y + end.height / 4, { steps: 12 });
    await page.mouse.up();
  };
  const last = await rowsOf(page).last().textContent();
  await drag(rowsOf(page).last(), rowsOf(page).first());
  await expect(rowsOf(page).first()).toHaveText(last ?? '');
  await drag(rowOf(page, 'Mend the bike light'), places(page).getByRole('link', { name: /^Someday/ }));
  await expect(page.getByText('Moved “Mend the bike light” to Someday')).toBeVisible();
  await expect(rowOf(page, 'Mend the bike light')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rowOf(page, 'Mend the bike light')).toBeVisible();
});

test('a question narrows the list, and is saved as a view with its board', async ({ app }) => {
  const { page } = app;
  await open(page, 'list=all');
  await page.keyboard.press('/');
  await page.keyboard.type('tag:museum estimate:>=1h');
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove estimate:>=1h' }).click();
  await expect(rowsOf(page)).not.toHaveCount(3);
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('menuitemradio', { name: 'Board' }).click();
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('menuitemradio', { name: 'Priority' }).last().click();
  await expect(page.getByRole('region', { name: 'Urgent' })).toContainText('Proofread the map');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('At the museum');
  await page.keyboard.press('Enter');
  await expect(titled(page, 'At the museum')).toBeVisible();

  // A card goes one column on by Alt+Right.
  const card = page
    .getByRole('region', { name: 'Urgent' })
    .getByRole('listitem')
    .filter({ hasText: 'Proofread the map' });
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('region', { name: 'High' })).toContainText('Proofread the map');
  await app.expectAccessible();
});

test.describe('narrow and dark', () => {
  test.use({ viewport: { width: 900, height: 700 }, colorScheme: 'dark' });
  test('the pane of a task shows its fields whole, and many tasks are changed at once', async ({ app }) => {
    const { page } = app;
    await open(page, 'list=all');
    await rowsOf(page)
      .filter({ hasText: /^Whale room script/ })
      .click();
    const due = page.getByRole('complementary', { name: 'Task' }).getByRole('textbox', { name: 'Due', exact: true });
    await expect(due).toBeVisible();
    expect(await due.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true);
    await app.expectAccessible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: 'Selected tasks' });
    await expect(bar).toContainText('3 tasks selected');
    await bar.getByRole('button', { name: 'Estimate' }).click();
    await page.getByRole('button', { name: '15 min', exact: true }).click();
    await expect(page.getByText('Changed 3 tasks')).toBeVisible();
    await app.expectAccessible();
  });
});
