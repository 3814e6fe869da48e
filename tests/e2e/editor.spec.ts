import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

import type { EditorSetup } from '../support/editor/editor-page.tsx';

async function show(page: Page, setup: Partial<EditorSetup> & { readonly value: string }): Promise<Locator> {
  await page.goto('/');
  await page.waitForFunction(() => 'bench' in window);
  await page.evaluate((next) => window.bench.show(next), { documentId: 'first', ...setup });
  return page.getByRole('textbox', { name: 'Entry' });
}

const pageErrors: string[] = [];

test.beforeEach(({ page }) => {
  pageErrors.length = 0;
  page.on('pageerror', (error) => pageErrors.push(error.message));
});

test.afterEach(() => {
  expect(pageErrors).toEqual([]);
});

const textOf = (page: Page): Promise<string | undefined> => page.evaluate(() => window.bench.handle()?.getText());
const reportsOf = (page: Page): Promise<string[]> => page.evaluate(() => window.bench.reports);

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('text comes back exactly as it was, whatever its line breaks', async ({ page }) => {
  for (const value of [
    'one\r\n\r\n- [ ] two\r\n',
    'one\n\ttwo  \n',
    'mixed\r\nbreaks\nand\rmore',
    '\ufeff👩‍🚀 שלום\u2028',
  ]) {
    const editor = await show(page, { value });
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('x');
    expect(await textOf(page)).toBe(`${value}x`);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await textOf(page)).toBe(value);
  }
});

test('a new line takes the breaks of the text', async ({ page }) => {
  const editor = await show(page, { value: 'one\r\ntwo' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await paste(page, 'three\nfour');
  expect(await textOf(page)).toBe('one\r\ntwo\r\nthree\r\nfour');
});

test('marks show on the line of the cursor and nowhere else', async ({ page }) => {
  const editor = await show(page, { value: 'plain\n\nso **very** [good](https://a.example)\n\n## Head' });
  const bold = editor.locator('.cm-line').nth(2);
  const head = editor.locator('.cm-line').nth(4);
  await expect(bold).toHaveText('so very good');
  await expect(head).toHaveText('Head');
  await bold.click();
  await expect(bold).toHaveText('so **very** [good](https://a.example)');
  await page.keyboard.press('ControlOrMeta+End');
  await expect(bold).toHaveText('so very good');
  await expect(head).toHaveText('## Head');
  await page.keyboard.press('Escape');
  await expect(head).toHaveText('Head');
});

test('a task is ticked by mouse and by keyboard', async ({ page }) => {
  const editor = await show(page, { value: '- [ ] milk\n- [ ] bread' });
  const [milk, bread] = [editor.getByRole('checkbox').nth(0), editor.getByRole('checkbox').nth(1)];
  await milk.click();
  await expect(milk).toBeChecked();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bread).toBeChecked();
  expect(await textOf(page)).toBe('- [x] milk\n- [x] bread');
  expect(await reportsOf(page)).toEqual(
    expect.arrayContaining(['task {"isDone":true,"text":"milk"}', 'task {"isDone":true,"text":"bread"}']),
  );
});

test('a read-only page can be reached and read, not changed', async ({ page }) => {
  const editor = await show(page, { value: '- [ ] milk', readOnly: true });
  await page.getByRole('button', { name: 'Before' }).focus();
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('ControlOrMeta+Enter');
  await editor.getByRole('checkbox').click({ force: true });
  expect(await textOf(page)).toBe('- [ ] milk');
});

test('Tab moves list items and leaves the page elsewhere', async ({ page }) => {
  const editor = await show(page, { value: 'words\n- a\n- b' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  expect(await textOf(page)).toBe('words\n- a\n  - b');
  await page.keyboard.press('Shift+Tab');
  expect(await textOf(page)).toBe('words\n- a\n- b');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
});

test('Escape leaves the page, and the palette key is left to the app', async ({ page }) => {
  const editor = await show(page, { value: 'words' });
  await page.evaluate(() => {
    window.addEventListener('keydown', (event) => {
      if (event.key === 'k') window.bench.reports.push(`palette ${String(event.defaultPrevented)}`);
    });
  });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+k');
  expect(await reportsOf(page)).toContain('palette false');
  await page.keyboard.press('Escape');
  await expect(editor).not.toBeFocused();
  expect(await reportsOf(page)).toContain('blur');
});

test('Escape leaves the page at once while names are still being looked up', async ({ page }) => {
  const editor = await show(page, { value: '' });
  await editor.focus();
  await page.keyboard.type('see [[wha');
  await page.keyboard.press('Escape');
  await expect(editor).not.toBeFocused();
  // Longer than a look-up waits and takes: nothing comes up afterwards.
  await page.waitForTimeout(400);
  await expect(page.getByRole('listbox')).toHaveCount(0);
});

test('links open with Mod+click and Mod+Enter, and only safe ones', async ({ page }) => {
  const editor = await show(page, { value: '[web](https://a.example) [bad](javascript:alert(1)) [[Ana]]' });
  await editor.getByText('web').click({ modifiers: ['ControlOrMeta'] });
  await editor.getByText('bad').click({ modifiers: ['ControlOrMeta'] });
  await editor.getByText('Ana').click({ modifiers: ['ControlOrMeta'] });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Enter');
  const opened = (await reportsOf(page)).filter((report) => /^(open|reference)/.test(report));
  expect(opened).toEqual(['open "https://a.example"', 'reference "page" "Ana"', 'open "https://a.example"']);
});

test('an address pasted over words makes them a link', async ({ page }) => {
  const editor = await show(page, { value: 'plan' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, 'https://a.example');
  expect(await textOf(page)).toBe('[plan](https://a.example)');
});

test('names are offered while they are written', async ({ page }) => {
  const editor = await show(page, { value: '' });
  await editor.focus();
  await page.keyboard.type('see [[wha');
  await expect(page.getByRole('option', { name: 'Whale room' })).toBeVisible();
  // A list that has only just opened does not take Enter (75 ms): it may be meant for the text.
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  expect(await textOf(page)).toBe('see [[Whale room]]');
  await page.keyboard.type(' with @Jo');
  await expect(page.getByRole('option', { name: 'Jonas Weber' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(editor).toBeFocused();
});

test('another document starts a page of its own, and nothing typed is lost', async ({ page }) => {
  const editor = await show(page, { value: 'one' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('!');
  await page.evaluate(() => window.bench.show({ documentId: 'second', value: 'two' }));
  expect(await reportsOf(page)).toContain('change "one!"');
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await textOf(page)).toBe('two');
});

test('insight marks move with their words and can be clicked', async ({ page }) => {
  const value = 'First.\r\nI should ask Jonas today.\r\nLast.';
  const from = value.indexOf('ask');
  const marks = [{ id: 'm1', tone: 'task' as const, from, to: from + 9 }];
  const editor = await show(page, { value, marks, marksText: value });
  const mark = editor.locator('[data-mark=m1]');
  await expect(mark).toHaveText('ask Jonas');
  const before = await page.evaluate(() => window.bench.handle()?.markTop('m1'));
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Zero.');
  await page.keyboard.press('Enter');
  await expect(mark).toHaveText('ask Jonas');
  const after = await page.evaluate(() => window.bench.handle()?.markTop('m1'));
  expect(after).toBeGreaterThan(before ?? Number.NaN);
  // The same reading with another mark selected keeps the moved places.
  await page.evaluate(
    ([text, shown]) => window.bench.show({ documentId: 'first', value: '', marks: shown, marksText: text }),
    [value, marks.map((each) => ({ ...each, selected: true }))] as const,
  );
  await expect(mark).toHaveText('ask Jonas');
  await expect(mark).toHaveClass(/cm-insight-selected/);
  await mark.click();
  expect(await reportsOf(page)).toContain('mark "m1"');
});

test('each line runs in the direction of its words', async ({ page }) => {
  const editor = await show(page, { value: 'left\n\nשלום עולם\n- [ ] מטלה\n\n```\nקוד\n```' });
  const directions = await editor
    .locator('.cm-line')
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).direction));
  expect(directions).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr']);
});

test('an input method writes into marked-up text undisturbed', async ({ page }) => {
  const editor = await show(page, { value: '- [ ] **ab** c' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ['n', 'に', 'にほ', 'にほん']) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await keyboard.send('Input.insertText', { text: '日本' });
  expect(await textOf(page)).toBe('- [ ] **ab日本** c');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await textOf(page)).toBe('- [ ] **ab** c');
});

test('a picture is named, not fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const editor = await show(page, { value: 'words\n\n![a whale](https://a.example/whale.png)' });
  await expect(editor.getByRole('img', { name: 'Picture: a whale' })).toBeVisible();
  expect(asked.filter((url) => url.includes('a.example'))).toEqual([]);
});

test('a paste of ten megabytes is kept whole and drawn only where it is seen', async ({ page }) => {
  const editor = await show(page, { value: '' });
  await editor.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'A line of **words** with #tags and [[links]].\n'.repeat(220_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.keyboard.insertText('end');
  expect(await page.evaluate(() => window.bench.handle()?.getText().length)).toBe(45 * 220_000 + 220_000 + 3);
  expect(await editor.locator('.cm-line').count()).toBeLessThan(400);
});

test('nothing on the page keeps anyone out, in light and dark', async ({ page }) => {
  const value =
    '# Head\n\nso **very** `good` #tag @Ana [[Page]]\n\n- [ ] milk\n- [x] done\n- dot\n\n> said\n\n![a](https://a.example/b)';
  await show(page, { value, marks: [{ id: 'm', tone: 'mood', from: 8, to: 10 }] });
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page }).include('.cm-editor').analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    clipboardData.setData('text/plain', 'the words alone');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
}

test('a copied page keeps its headings, lists, links and tables as Markdown', async ({ page }) => {
  const editor = await show(page, { value: '' });
  const pasted = async (html: string): Promise<string | undefined> => {
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await pasteHtml(page, html);
    return textOf(page);
  };
  expect(await pasted('<h2>Head</h2><p>so <b>very </b>good, <a href="https://a.example/x)">see</a></p>')).toBe(
    '## Head\n\nso **very** good, [see](https://a.example/x%29)',
  );
  expect(await pasted('<ul><li>one<ol><li>deep</li></ol></li><li><input type="checkbox" checked>done</li></ul>')).toBe(
    '- one\n  1. deep\n- [x] done',
  );
  expect(await pasted('<blockquote><p>a</p><p>b</p></blockquote><pre>x  y\nz</pre>')).toBe(
    '> a\n>\n> b\n\n```\nx  y\nz\n```',
  );
  expect(await pasted('<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td><i>2</i></td></tr></table>')).toBe(
    '| a | b\\|c |\n| --- | --- |\n| 1 | *2* |',
  );
  // Words alone, what would run, and what a word processor wraps around everything.
  expect(await pasted('<p>plain <span>words</span></p>')).toBe('the words alone');
  expect(
    await pasted(
      '<b style="font-weight:normal"><p>a <i>b</i></p><script>bad()</script><img src="x" onerror="bad()"></b>',
    ),
  ).toBe('a *b*');
  expect(await pasted('<p><em>2*3</em> <a href="javascript:bad()">no</a></p>')).toBe('*2\\*3* no');
});

test('a table is drawn where the cursor is not, and written in line by Tab', async ({ page }) => {
  const value = '|a|b|\n|-|-:|\n|**x**|2|\n\nend';
  const editor = await show(page, { value });
  await expect(editor.getByRole('cell')).toHaveText(['x', '2']);
  expect(await textOf(page)).toBe(value);
  await editor.getByRole('cell', { name: 'x' }).click();
  await expect(editor.getByRole('table')).toHaveCount(0);
  await page.keyboard.press('Tab');
  expect(await textOf(page)).toBe('| a     |   b |\n| ----- | --: |\n| **x** |   2 |\n\nend');
  await page.keyboard.press('Tab');
  await page.keyboard.type('y');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await textOf(page)).toBe(
    '| a     |   b |\n| ----- | --: |\n| **x** |   3 |\n| y     |     |\n|       |     |\n\nend',
  );
  await page.keyboard.press('Enter');
  expect(await textOf(page)).toBe('| a     |   b |\n| ----- | --: |\n| **x** |   3 |\n| y     |     |\n\n\n\nend');
});

test('a block of code names its language, and shows its fences while it is written in', async ({ page }) => {
  const editor = await show(page, { value: 'a\n\n```ts\nconst x = 1;\n```\n\n[^1] note' });
  await expect(editor.locator('.cm-code-language')).toHaveText('ts');
  await expect(editor).not.toContainText('```');
  await editor.getByText('const x').click();
  await expect(editor).toContainText('```ts');
  await expect(editor.locator('.cm-footnote')).toHaveText('[^1]');
});

test('keys make headings, lists, quotes and code', async ({ page }) => {
  const editor = await show(page, { value: 'words' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  const after = async (keys: string): Promise<string | undefined> => {
    await page.keyboard.press(keys);
    const text = await textOf(page);
    await page.keyboard.press('ControlOrMeta+z');
    return text;
  };
  expect(await after('ControlOrMeta+Alt+2')).toBe('## words');
  expect(await after('ControlOrMeta+Shift+7')).toBe('1. words');
  expect(await after('ControlOrMeta+Shift+8')).toBe('- words');
  expect(await after('ControlOrMeta+Shift+9')).toBe('- [ ] words');
  expect(await after('ControlOrMeta+Shift+.')).toBe('> words');
  expect(await after('ControlOrMeta+e')).toBe('`words`');
  expect(await after('ControlOrMeta+Shift+x')).toBe('~~words~~');
});
