import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { workingMorning } from '../support/morning.ts';

const ENTRY = 'The frost is back. I need to call the dentist about the crown. We should order the new headphones.';

/** Goes on with Tab until the thing has the focus, as a person would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

async function pressAll(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

test('the day is lived with the keyboard alone', async ({ app }) => {
  await app.elsewhere((client) => client.settings.update(workingMorning()));
  const { page } = app;
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await test.step('write in the journal and accept what was seen in the words', async () => {
    await pressAll(page, 'g j');
    await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
    const entry = page.getByRole('textbox', { name: /entry/i }).first();
    await expect(entry).toBeVisible();
    await page.keyboard.press('i');
    await expect(entry).toBeFocused();
    await page.keyboard.type(ENTRY);
    const notes = page.getByRole('group', { name: /^Task seen in your words/ });
    await expect(notes).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+.');
    await page.keyboard.press('a');
    await expect(notes).toHaveCount(1);
    await page.keyboard.press('a');
    await expect(notes).toHaveCount(0);
  });

  await test.step('go to the tasks, complete one, take it back', async () => {
    await pressAll(page, 'g t');
    await expect(page).toHaveURL(/\/tasks/);
    await tabTo(page, page.getByRole('link', { name: /^All/ }));
    await page.keyboard.press('Enter');
    const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
    await expect(rows).toHaveCount(2);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByText(/^Completed “/)).toBeVisible();
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(rows).toHaveCount(2);
  });

  await test.step('add a task and give it a due day in its pane', async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('Pay the deposit');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'Pay the deposit' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('plan the day, step through it, accept', async () => {
    await pressAll(page, 'g c');
    await expect(page).toHaveURL(/\/calendar/);
    await page.keyboard.press('d');
    await expect(page.getByRole('button', { name: 'Day', pressed: true, exact: true })).toBeVisible();
    await page.keyboard.press('p');
    const bar = page.getByRole('region', { name: 'Plan' });
    await expect(bar).toContainText('3 blocks');
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await expect(bar).toContainText('2 blocks');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(bar).toBeHidden();
    await expect(page.getByRole('button', { name: /task block/ })).toHaveCount(2);
  });

  await test.step('focus: start, pause, go on, finish', async () => {
    await pressAll(page, 'g f');
    await expect(page).toHaveURL(/\/focus/);
    const words = page.getByRole('textbox', { name: 'What will you do?' });
    await expect(words).toBeVisible();
    await page.keyboard.press('n');
    await expect(words).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/ends \d/)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText(/paused at/)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText(/ends \d/)).toBeVisible();
    await page.keyboard.press('f');
    await expect(page.getByRole('region', { name: 'Just finished' })).toBeVisible();
  });

  await test.step('capture a thought over whatever is shown', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+Space');
    const capture = page.getByRole('dialog', { name: 'Capture' });
    await expect(capture.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('lunch with Ana tomorrow 1pm');
    await page.keyboard.press('Enter');
    await expect(capture).toBeHidden();
  });

  await test.step('the palette asks where a task goes, and goes back a question', async () => {
    const palette = page.getByRole('dialog', { name: 'Commands and search' });
    const line = palette.getByRole('combobox');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('>move a task');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Move a task to');
    await page.keyboard.press('Enter');
    await expect(line).toHaveAttribute('placeholder', 'Which task?');
    await page.keyboard.type('deposit');
    await expect(palette.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(line).toHaveAttribute('placeholder', /^Where to/);
    await page.keyboard.press('Backspace');
    await expect(line).toHaveAttribute('placeholder', 'Which task?');
    await page.keyboard.type('deposit');
    await expect(palette.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(line).toHaveAttribute('placeholder', /^Where to/);
    await page.keyboard.type('some');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Someday');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(page.getByText('Moved “Pay the deposit” to Someday')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('/some');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Someday');
    await page.keyboard.press('Enter');
    // The list that was left shows the task too.
    await expect(page).toHaveURL(/list=someday/);
    await expect(palette).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Pay the deposit' })).toBeVisible();
  });

  await test.step('the palette finds a command, and the map shows every key', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('history');
    await expect(page.getByRole('option', { name: /Go to History/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/history/);
    await expect(page.getByRole('dialog', { name: 'Commands and search' })).toBeHidden();
    await page.keyboard.press('?');
    const map = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(map).toBeVisible();
    await expect(map.getByText('Plan what is shown')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(map).toBeHidden();
  });
});
