import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { workingMorning } from '../support/morning.ts';

test.use({ hostArgs: ['--demo'], reducedMotion: 'reduce' });

interface Screen {
  readonly name: string;
  readonly route: string;
  /** Brings the screen to what is looked at, and returns when it is there. */
  readonly arrange: (page: Page) => Promise<void>;
}

/** In the order they are looked at: what one leaves behind, the next one shows. */
const screens: readonly Screen[] = [
  {
    name: 'Today',
    route: '/today',
    arrange: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'Journal',
    route: '/journal',
    arrange: (page) => expect(page.getByText('Ask Ana to lend us').first()).toBeAttached(),
  },
  {
    name: 'Journal, finding and replacing',
    route: '/journal',
    async arrange(page) {
      await expect(page.getByText('Ask Ana to lend us').first()).toBeAttached();
      await page.keyboard.press('ControlOrMeta+f');
      const bar = page.getByRole('search', { name: 'Find on this page' });
      await bar.getByRole('textbox').fill('the');
      await bar.getByRole('button', { name: 'Replace' }).click();
      await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
    },
  },
  {
    name: 'Templates',
    route: '/journal',
    async arrange(page) {
      await expect(page.getByRole('region', { name: 'Days' })).toBeVisible();
      await page.getByRole('button', { name: 'This day: more' }).click();
      await page.getByRole('menuitem', { name: 'Templates' }).click();
      await expect(
        page.getByRole('dialog', { name: 'Templates' }).getByRole('button', { name: /Gratitude/ }),
      ).toBeVisible();
    },
  },
  {
    name: 'Journal, names',
    route: '/journal/names',
    arrange: (page) => expect(page.getByRole('list', { name: 'Mentioned in' })).toBeVisible(),
  },
  {
    name: 'Journal, a year',
    route: '/journal/year',
    arrange: (page) => expect(page.getByRole('table', { name: /^Days written/ })).toBeVisible(),
  },
  { name: 'Calendar, week', route: '/calendar', arrange: expectThings },
  {
    name: 'Calendar, day',
    route: '/calendar',
    async arrange(page) {
      await expectThings(page);
      await page.keyboard.press('d');
      await expect(page.getByRole('button', { name: 'Day', exact: true, pressed: true })).toBeVisible();
    },
  },
  { name: 'Calendar, month', route: '/calendar?view=month', arrange: expectThings },
  { name: 'Calendar, agenda', route: '/calendar?view=agenda', arrange: expectThings },
  {
    name: 'Calendar, year',
    route: '/calendar?view=year',
    arrange: (page) => expect(page.getByRole('heading', { name: 'December' })).toBeVisible(),
  },
  {
    name: 'Calendar, an event in hand',
    route: '/calendar?new=1',
    arrange: (page) => expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused(),
  },
  {
    name: 'Calendar, a plan in hand',
    route: '/calendar?plan=day',
    async arrange(page) {
      await expect(page.getByRole('region', { name: 'Plan' })).toContainText(/Accept/);
      await page.keyboard.press('j');
    },
  },
  { name: 'Tasks', route: '/tasks?list=all', arrange: expectTasks },
  {
    name: 'Tasks, one in hand',
    route: '/tasks?list=all',
    async arrange(page) {
      await expectTasks(page);
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await expect(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
    },
  },
  { name: 'Inbox', route: '/tasks?list=inbox', arrange: expectTasks },
  { name: 'Tasks by project', route: '/tasks?list=all&group=project', arrange: expectTasks },
  { name: 'Tasks on a board', route: '/tasks?list=all&layout=board', arrange: expectTasks },
  {
    name: 'Search',
    route: '/search',
    async arrange(page) {
      await page.getByRole('main').getByRole('combobox').first().fill('museum');
      await expect(page.getByText(/\d results/)).toBeVisible();
    },
  },
  {
    name: 'Money',
    route: '/money',
    arrange: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'Insights',
    route: '/insights',
    async arrange(page) {
      await page.getByRole('list', { name: 'In short' }).getByRole('button', { name: /^Done/ }).click();
      await expect(page.getByRole('complementary', { name: /^Done/ }).getByRole('button').nth(1)).toBeVisible();
    },
  },
  {
    name: 'History',
    route: '/history',
    arrange: (page) => expect(page.getByText(/^Loaded sample data/)).toBeVisible(),
  },
  {
    name: 'Settings',
    route: '/settings',
    arrange: (page) => expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible(),
  },
  {
    name: 'Capture bar',
    route: '/journal',
    async arrange(page) {
      await expect(page.getByRole('link', { name: 'Journal' })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+Shift+Space');
      const capture = page.getByRole('dialog', { name: 'Capture' });
      await capture.getByRole('textbox').fill('lunch with Ana fri 1pm, pay rent 850 eur tomorrow, feeling calm');
      await expect(capture.getByRole('list', { name: 'Understood as' }).getByRole('listitem')).not.toHaveCount(0);
    },
  },
  {
    name: 'Palette',
    route: '/today',
    async arrange(page) {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.insertText('pl');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'Keyboard map',
    route: '/today',
    async arrange(page) {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    },
  },
  {
    name: 'Nothing at this address',
    route: '/nowhere',
    arrange: (page) => expect(page.getByText('There is nothing at this address')).toBeVisible(),
  },
  {
    name: 'Focus, idle',
    route: '/focus',
    arrange: (page) => expect(page.getByRole('textbox', { name: 'What will you do?' })).toBeVisible(),
  },
  {
    name: 'Focus, running',
    route: '/focus',
    async arrange(page) {
      await page.getByRole('textbox', { name: 'What will you do?' }).fill('Write');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();
    },
  },
];

for (const width of [900, 1600])
  test(`every screen is accessible and fits ${width} px, in light and dark`, async ({ app }) => {
    test.setTimeout(360_000);
    const { zone, workingHours } = workingMorning();
    await app.elsewhere((client) => client.settings.update({ zone, workingHours, theme: 'system' }));
    const { page } = app;
    await page.setViewportSize({ width, height: 900 });
    for (const { name, route, arrange } of screens)
      await test.step(name, async () => {
        await page.goto(new URL(route, page.url()).href);
        await arrange(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
          await app.expectAccessible();
        }
        const hidden = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(hidden, `what ${name} hides at the right, in px`).toBeLessThanOrEqual(0);
      });
  });

async function expectThings(page: Page): Promise<void> {
  await expect(page.locator('[data-key]').first()).toBeAttached();
}

async function expectTasks(page: Page): Promise<void> {
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })).not.toHaveCount(0);
}
