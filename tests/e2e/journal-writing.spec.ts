import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';

test.use({ reducedMotion: 'reduce' });

const entryOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(?:New entry|Entry of)/ });

/** Hands files to the page as the clipboard or the mouse would: a picture of some size, or a text. */
async function give(
  page: Page,
  how: 'paste' | 'drop',
  file: { readonly name: string; readonly width?: number; readonly text?: string },
): Promise<void> {
  await page.evaluate(
    async ({ kind, name, width, text }) => {
      const data = new DataTransfer();
      if (width === undefined) {
        data.items.add(new File([text ?? ''], name, { type: 'text/plain' }));
      } else {
        const canvas = new OffscreenCanvas(width, Math.round(width / 2));
        const pen = canvas.getContext('2d')!;
        const sky = pen.createLinearGradient(0, 0, 0, canvas.height);
        sky.addColorStop(0, '#b8d4e0');
        sky.addColorStop(1, '#3f6f7f');
        pen.fillStyle = sky;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        data.items.add(new File([await canvas.convertToBlob()], name, { type: 'image/png' }));
      }
      const at = document.activeElement!;
      const { left, top } = at.getBoundingClientRect();
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: data,
              bubbles: true,
              cancelable: true,
              clientX: left + 4,
              clientY: top + 8,
            });
      at.dispatchEvent(event);
    },
    { kind: how, ...file },
  );
}

/** What the core has as the text of today's only entry. */
async function savedText(page: Page): Promise<string> {
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  return page.evaluate(() => document.querySelector('.cm-content')?.textContent ?? '');
}

test.describe('with a file that goes missing', () => {
  test.use({ expectedProblems: [/404/] });

  test('pictures and files are pasted and dropped, kept, shown, enlarged, and come back with a backup', async ({
    app,
  }) => {
    const { page } = app;
    await page.getByRole('link', { name: 'Journal' }).click();
    await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
    const entry = entryOf(page);
    await entry.click();
    await page.keyboard.insertText('Down at the lake.');
    await give(page, 'paste', { name: 'Lake at noon.png', width: 900 });
    const picture = entry.getByRole('img', { name: 'Lake at noon' });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
    const kept = fs.readdirSync(path.join(app.dataDir, 'attachments'));
    expect(kept).toHaveLength(1);
    expect(await savedText(page)).toContain('Down at the lake.');

    await test.step('the same picture is kept once, a file stands as a chip', async () => {
      await give(page, 'paste', { name: 'Again.png', width: 900 });
      await expect(entry.getByRole('img', { name: 'Again' })).toBeVisible();
      await give(page, 'drop', { name: 'minutes.txt', text: 'what was said' });
      await page.keyboard.press('ControlOrMeta+End');
      await expect(entry.getByText('13 bytes')).toBeVisible();
      expect(fs.readdirSync(path.join(app.dataDir, 'attachments'))).toHaveLength(2);
    });

    await test.step('a press enlarges it, Escape puts it back', async () => {
      await picture.click();
      const large = page.getByRole('dialog', { name: 'Lake at noon' });
      await expect(large.getByRole('img')).toBeVisible();
      await app.expectAccessible();
      await page.keyboard.press('Escape');
      await expect(large).toBeHidden();
    });

    await test.step('undo takes the link, the file stays; redo brings it back', async () => {
      await entry.focus();
      await page.keyboard.press('ControlOrMeta+z');
      await expect(entry.getByText('13 bytes')).toBeHidden();
      expect(fs.readdirSync(path.join(app.dataDir, 'attachments'))).toHaveLength(2);
      await page.keyboard.press('ControlOrMeta+Shift+Z');
      await expect(entry.getByText('13 bytes')).toBeVisible();
    });

    await test.step('after a restart it is still there, and a backup holds it', async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByText(/^Saved/).first()).toBeVisible();
      await app.cli('backup');
      await app.restart('SIGTERM', () => fs.rmSync(path.join(app.dataDir, 'attachments', kept[0]!)));
      expect(await app.cli('doctor').catch(() => 'unwell')).toBe('unwell');
      const { backups } = JSON.parse(await app.cli('backup', '--list', '--json')) as { backups: { name: string }[] };
      await app.elsewhere((client) => client.system.restore({ name: backups[0]!.name }));
      await app.page.getByRole('link', { name: 'Journal' }).click();
      await expect(app.page.getByRole('region', { name: 'Days' })).toBeVisible();
      await expect(entryOf(app.page).getByRole('img', { name: 'Lake at noon' })).toBeVisible();
    });
  });
});

test('a slash makes headings, tables and templates of a line', async ({ app }) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
  const entry = entryOf(page);
  await entry.click();
  await page.keyboard.type('/heading 2');
  const menu = page.locator('.cm-tooltip-autocomplete');
  await expect(menu.getByRole('option').first()).toHaveText('Heading 2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Costs');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await test.step('a table is filled cell by cell and drawn when it is left', async () => {
    await page.keyboard.type('/table');
    await expect(menu.getByRole('option').first()).toHaveText('Table');
    await page.keyboard.press('Enter');
    for (const words of ['What', 'How much', '**Paint**', '40']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Rope');
    await page.keyboard.press('ControlOrMeta+End');
    const table = entry.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveText(['What', 'How much']);
    await expect(table.getByRole('cell')).toHaveText(['Paint', '40', 'Rope', '']);
    await table.getByRole('cell', { name: '40' }).click();
    await expect(table).toBeHidden();
    await page.keyboard.type('0');
    await page.keyboard.press('ControlOrMeta+End');
    await expect(table.getByRole('cell', { name: '400' })).toBeVisible();
    await app.expectAccessible();
  });

  await test.step('a template of one’s own is made, used and deleted', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('templates of');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Templates' });
    await expect(dialog.getByRole('button', { name: /Gratitude/ })).toBeVisible();
    await dialog.getByRole('button', { name: 'New template' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('New template');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Standup');
    await dialog.getByRole('textbox', { name: 'Text' }).fill('On {{day}}: {{cursor}}.');
    await dialog.getByRole('textbox', { name: 'Name' }).focus();
    await expect(dialog.getByRole('button', { name: 'Standup', exact: true })).toBeVisible();
    await app.expectAccessible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const day = await app.elsewhere(async (client) => (await client.today.now()).day);
    await entry.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/stand');
    await expect(menu.getByRole('option').first()).toContainText('Standup');
    await page.keyboard.press('Enter');
    await page.keyboard.type('all well');
    await expect(entry).toContainText(`On ${day}: all well.`);
  });
});

test('what is looked for is found in all entries of the day, and replaced', async ({ app }) => {
  await app.elsewhere(async (client) => {
    const { day } = await client.today.now();
    const id = (last: number): string => `019aa000-0000-7000-8000-00000000000${last}`;
    await client.journal.write({ id: id(1), day, body: 'The whale room is loud. A whale sings.' });
    await client.journal.write({ id: id(2), day, body: '| a | b |\n| --- | --- |\n| Whale | 2 |\n\nend' });
  });
  const { page } = app;
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
  await expect(entryOf(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+f');
  const bar = page.getByRole('search', { name: 'Find on this page' });
  await bar.getByRole('textbox', { name: 'Find on this page' }).fill('whale');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('3 of 3');
  // The match is inside a table, which shows its text for it.
  await expect(page.locator('.cm-found-here')).toHaveText('Whale');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 3');
  await app.expectAccessible();
  await bar.getByRole('button', { name: 'Capitals count' }).click();
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await bar.getByRole('button', { name: 'Replace', exact: true }).first().click();
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('seal');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await expect(entryOf(page).first()).toHaveText('The seal room is loud. A seal sings.');
  await bar.getByRole('textbox', { name: 'Find on this page' }).focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('a day is printed and saved as Markdown, and an entry gets another time', async ({ app }) => {
  await app.elsewhere(async (client) => {
    const { day } = await client.today.now();
    const body = '## Harbour\n\n- [x] rope\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n<b>no HTML</b>';
    await client.journal.write({ id: '019aa000-0000-7000-8000-000000000001', day, body });
  });
  const { page } = app;
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
  const entry = entryOf(page).first();
  await expect(entry).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title);
  });

  await test.step('printed by its key, without the app around it', async () => {
    await entry.click();
    await page.keyboard.press('ControlOrMeta+p');
    await expect(page.locator('body')).toHaveAttribute('data-printed', /^Journal \d{4}-\d\d-\d\d$/);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    await expect(sheet.getByRole('heading', { name: 'Harbour' })).toBeVisible();
    await expect(sheet.getByRole('listitem')).toHaveText('☑ rope');
    await expect(sheet.getByRole('table')).toBeVisible();
    await expect(sheet).toContainText('<b>no HTML</b>');
    await expect(page.getByRole('link', { name: 'Journal' })).toBeHidden();
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
  });

  await test.step('saved from the menu of the day', async () => {
    await page.getByRole('button', { name: 'This day: more' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save this day as Markdown' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Journal \d{4}-\d\d-\d\d\.md$/);
    expect(fs.readFileSync(await file.path(), 'utf8')).toContain('## Harbour');
  });

  await test.step('the entry is moved to another time of its day, and undo puts it back', async () => {
    await entry.hover();
    await page.getByRole('button', { name: /^Entry of .*: more$/ }).click();
    await page.getByRole('menuitem', { name: 'Change day or time' }).click();
    const dialog = page.getByRole('dialog', { name: 'Day and time of the entry' });
    await dialog.getByRole('textbox', { name: 'Time' }).fill('6:05');
    await app.expectAccessible();
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(page.getByRole('textbox', { name: /^Entry of 6:05|^Entry of 06:05/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('textbox', { name: /^Entry of 0?6:05/ })).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, hostArgs: ['--demo'] });
    for (const width of [900, 1600]) {
      test(`everything that can stand in an entry reads well at ${width} px`, async ({ app }) => {
        await app.elsewhere(async (client) => {
          const { day } = await client.today.now();
          const body =
            '# All\n\n| a | b |\n| :-- | --: |\n| **x** | 2 |\n\n```ts\nconst a = 1;\n```\n\n> quoted\n\n- one\n  - two\n\n---\n\nnote[^1]\n\n[^1]: below';
          await client.journal.write({ id: '019aa000-0000-7000-8000-000000000009', day, body });
        });
        const { page } = app;
        await page.setViewportSize({ width, height: 1000 });
        await page.getByRole('link', { name: 'Journal' }).click();
        await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
        await expect(page.getByRole('table')).toBeVisible();
        await expect(page.getByText('ts', { exact: true })).toBeVisible();
        await page.getByRole('table').evaluate((table) => table.scrollIntoView({ block: 'center' }));
        await app.expectAccessible();
        await page.keyboard.press('ControlOrMeta+f');
        await expect(page.getByRole('search', { name: 'Find on this page' })).toBeVisible();
        await app.expectAccessible();
      });
    }
  });
}
