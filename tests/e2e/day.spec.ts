import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { workingMorning } from '../support/morning.ts';

const ENTRY = [
  'Slept well for once. The kitchen was quiet and I drank my coffee standing, looking at the frost on the sheds. ',
  'Before the week gets loud: I need to call the dentist about the crown, and I must not forget to renew the library card.',
  '',
  'The workshop with Priya went better than I feared. She liked the second draft. I promised Jonas to send him the floor plan, ',
  'and we should order the new headphones before the pilot. The rest can wait until there is less noise about the budget.',
  '',
  'Walked home along the canal. I have to water the plants at the studio, they looked tired this morning.',
].join('\n');
const TODOS = [/dentist/i, /library card/i, /floor plan/i, /headphones/i, /plants/i];

/** A thing on the calendar's grid; its text tells its day and time. */
const onGrid = (page: Page, name: RegExp): Locator =>
  page.getByRole('button', { name }).and(page.locator('[data-key]:not([data-continued])'));

test('a day is lived: write, find the to-dos, plan round two meetings, focus, undo, search, restart', async ({
  app,
}) => {
  await app.elsewhere(async (client) => {
    await client.settings.update(workingMorning());
    const { day } = await client.today.now();
    await client.calendar.createEvent({ title: 'Team meeting', startLocal: `${day}T11:00`, endLocal: `${day}T12:00` });
    await client.calendar.createEvent({
      title: 'Lunch with Ana',
      startLocal: `${day}T13:00`,
      endLocal: `${day}T14:00`,
    });
  });
  let { page } = app;

  await test.step('write an entry and accept the five to-dos in it', async () => {
    await page.getByRole('link', { name: 'Journal' }).click();
    await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
    const entry = page.getByRole('textbox', { name: /entry/i }).first();
    await entry.click();
    await expect(entry).toBeFocused();
    await page.keyboard.insertText(ENTRY);
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    const notes = page.getByRole('group', { name: /^Task seen in your words/ });
    await expect(notes).toHaveCount(5);
    await app.expectAccessible();
    for (let left = 5; left > 0; left -= 1) {
      await notes
        .first()
        .getByRole('button', { name: /^Accept/ })
        .click();
      await expect(notes).toHaveCount(left - 1);
    }
  });

  await test.step('they are tasks', async () => {
    await page.getByRole('link', { name: /^Tasks/ }).click();
    await page.getByRole('link', { name: /^All/ }).click();
    for (const words of TODOS) await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
    await app.expectAccessible();
  });

  await test.step('plan the day round the two meetings and accept', async () => {
    await page.getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: 'Day', exact: true }).click();
    await expect(onGrid(page, /Team meeting/)).toBeVisible();
    await page.keyboard.press('p');
    const bar = page.getByRole('region', { name: 'Plan' });
    await expect(bar).toContainText('5 blocks');
    await app.expectAccessible();
    await bar.getByRole('button', { name: /Accept all/ }).click();
    await expect(bar).toBeHidden();
    for (const words of TODOS) await expect(onGrid(page, words)).toBeVisible();
  });

  await test.step('no block overlaps a meeting', async () => {
    const { events, blocks } = await app.elsewhere(async (client) => {
      const { startMs, endMs } = await client.today.now();
      return client.calendar.range({ fromMs: startMs, toMs: endMs });
    });
    expect(events).toHaveLength(2);
    expect(blocks).toHaveLength(5);
    for (const block of blocks)
      expect(events.filter(({ startMs, endMs }) => block.startMs < endMs && block.endMs > startMs)).toEqual([]);
  });

  const moved = onGrid(page, /headphones/i);
  let movedTo = '';
  await test.step('move a block, take the move back, move it again', async () => {
    const before = (await moved.textContent())!;
    await moved.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(moved).not.toHaveText(before);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(moved).toHaveText(before);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await expect(moved).not.toHaveText(before);
    movedTo = withoutConflict(await moved.textContent());
  });

  await test.step('focus on a task, pause, go on, finish', async () => {
    await page.getByRole('link', { name: /^Focus/ }).click();
    await page.getByRole('button', { name: /^Focus on .*dentist/i }).click();
    await expect(page.getByRole('timer').first()).toContainText(/25:00|24:/);
    await app.expectAccessible();
    await page.getByRole('button', { name: /^Pause/ }).click();
    await expect(page.getByText(/paused at/)).toBeVisible();
    await page.getByRole('button', { name: /^Go on/ }).click();
    await expect(page.getByText(/ends \d/)).toBeVisible();
    await page.getByRole('button', { name: /^Finish/ }).click();
    await expect(page.getByRole('region', { name: 'Just finished' })).toContainText(/dentist/i);
  });

  await test.step('complete a task and undo it', async () => {
    await page.getByRole('link', { name: /^Tasks/ }).click();
    await page.getByRole('link', { name: /^All/ }).click();
    const row = page.getByRole('listitem').filter({ hasText: /library card/i });
    await row.getByRole('checkbox').click();
    await expect(page.getByText(/^Completed “.*library card”$/i)).toBeVisible();
    await expect(row).toBeHidden();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(row).toBeVisible();
  });

  await test.step('complete another for good', async () => {
    const row = page.getByRole('listitem').filter({ hasText: /plants/i });
    await row.getByRole('checkbox').click();
    await expect(row).toBeHidden();
  });

  await test.step('search finds the entry by a word in it', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.insertText('canal');
    await page.getByRole('option', { name: /canal/i }).first().click();
    await expect(page).toHaveURL(/\/journal\//);
    await expect(page.getByText('Walked home along the canal')).toBeVisible();
  });

  await test.step('restart the whole program: all of it is there', async () => {
    await app.restart();
    ({ page } = app);
    await page.getByRole('link', { name: 'Journal' }).click();
    await expect(page.getByText('Walked home along the canal')).toBeVisible();
    await page.getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: 'Day', exact: true }).click();
    await expect(onGrid(page, /Team meeting/)).toBeVisible();
    for (const words of [/dentist/i, /library card/i, /floor plan/i]) await expect(onGrid(page, words)).toBeVisible();
    // What it overlapped when it was moved has been done or put off since.
    await expect.poll(async () => withoutConflict(await onGrid(page, /headphones/i).textContent())).toBe(movedTo);
    // Completed before its block began: the time is free again.
    await expect(onGrid(page, /plants/i)).toBeHidden();
    await page.getByRole('link', { name: /^Tasks/ }).click();
    await page.getByRole('link', { name: /^All/ }).click();
    await expect(page.getByRole('listitem').filter({ hasText: /library card/i })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /plants/i })).toBeHidden();
    await page.getByRole('link', { name: /^Focus/ }).click();
    await expect(page.getByRole('region', { name: 'Just finished' })).toContainText(/dentist/i);
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByText(/Planned|Accepted/).first()).toBeVisible();
  });
});

const withoutConflict = (text: string | null): string => (text ?? '').replace(', overlaps something else', '');
