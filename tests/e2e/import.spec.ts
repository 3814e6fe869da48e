import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';

test.use({ reducedMotion: 'reduce' });

/** A small vault on the disk, as a person would choose it. */
function vaultIn(folder: string): string {
  const vault = path.join(folder, 'Garden');
  fs.mkdirSync(path.join(vault, 'Daily'), { recursive: true });
  fs.writeFileSync(path.join(vault, 'Daily/2024-02-29.md'), 'Planted the [[Quince]].\n');
  fs.writeFileSync(path.join(vault, 'Quince.md'), '---\ncreated: 2023-11-05\n---\nA tree from a neighbour.\n');
  fs.writeFileSync(path.join(vault, 'Empty.md'), '\n');
  return vault;
}

async function choose(page: Page, label: string, files: string | string[]): Promise<void> {
  await page.getByLabel(label).setInputFiles(files);
}

async function goToImport(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
}

test('a vault is looked at, imported, known again and taken back', async ({ app }, testInfo) => {
  const { page } = app;
  const vault = vaultIn(testInfo.outputPath());
  await goToImport(page);
  await expect(page.getByRole('heading', { name: 'Come with what you have written' })).toBeVisible();
  await app.expectAccessible();

  await choose(page, 'Folder to import', vault);
  await expect(page.getByRole('heading', { name: '2 entries' })).toBeVisible();
  await expect(page.getByText(/5.*2023 to .*29.*2024/)).toBeVisible();
  await expect(page.getByText('It is empty.')).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '2 entries imported' })).toBeVisible();
  await app.expectAccessible();

  await choose(page, 'Folder to import', vault);
  await expect(page.getByText('All of it is here already.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Earlier imports' })).toBeVisible();
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(page.getByText('2 entries imported')).toBeVisible();
  await page.getByRole('button', { name: 'Take back Garden' }).click();
  await expect(page.getByText('taken back').first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 900, height: 900 });
  await app.expectAccessible();
});

test('what can’t be read is refused by name, and a table by what its columns say', async ({ app }, testInfo) => {
  const { page } = app;
  fs.mkdirSync(testInfo.outputPath(), { recursive: true });
  const enex = testInfo.outputPath('notes.enex');
  fs.writeFileSync(enex, '<?xml version="1.0"?><en-export></en-export>');
  const table = testInfo.outputPath('list.csv');
  fs.writeFileSync(table, 'Title,Planned\nPaint the door,2026-12-01\n');
  await goToImport(page);
  await choose(page, 'Files to import', enex);
  await expect(page.getByRole('alert')).toContainText('This is an Evernote export; Braindump can’t read it yet.');
  await choose(page, 'Files to import', table);
  await expect(page.getByRole('heading', { name: '1 task' })).toBeVisible();
  await page.getByRole('button', { name: 'Journal entries' }).click();
  await expect(page.getByRole('heading', { name: '1 entry' })).toBeVisible();
  await app.expectAccessible();
});

test('files dropped on any screen open the import', async ({ app }) => {
  const { page } = app;
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['(A) Call Ana +Move\n(B) Pack boxes +Move\n'], 'todo.txt'));
    return data;
  });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop to look at what could be imported')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('heading', { name: '2 tasks' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '2 tasks imported' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
});
