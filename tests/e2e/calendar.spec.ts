import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, expect, test } from '../support/app.ts';

// The calendar by the pointer and by the keyboard alone, in a week of its own: 8 to 14 March 2027, Monday first.

test.use({ locale: 'en-GB', reducedMotion: 'reduce' });

const WEEK = '/calendar?view=week&day=2027-03-10';
const MONDAY = '2027-03-08';

type NewEvent = { title: string; startLocal: string; endLocal: string; recurrence?: string[]; allDay?: boolean };

/** Opens a place of the calendar with these events in it. */
async function open(app: App, events: readonly NewEvent[], route = WEEK): Promise<void> {
  await expect(app.page.getByRole('navigation').first()).toBeVisible();
  await app.elsewhere(async (client) => {
    await client.settings.update({ zone: 'Europe/Vienna', weekStart: 'monday' });
    for (const event of events) await client.calendar.createEvent(event);
  });
  await app.page.goto(new URL(route, app.page.url()).href);
  await expect(app.page.getByRole('region', { name: 'Calendar' })).toBeVisible();
  if (events.length > 0) await expect(thing(app.page, events[0]!.title).first()).toBeVisible();
}

/** The head of a day in the calendar, not the mini month's. */
const head = (page: Page, day: string): Locator =>
  page.getByRole('region', { name: 'Calendar' }).getByRole('button', { name: day, exact: true });

const thing = (page: Page, title: string): Locator =>
  page
    .getByRole('button', { name: new RegExp(`^${title}`, 'u') })
    .and(page.locator('[data-key]:not([data-continued])'));

/** When the events of the week begin and end, as the core has them. */
async function times(app: App): Promise<string[]> {
  return app.elsewhere(async (client) => {
    const { events } = await client.calendar.range({
      fromMs: Date.parse(`${MONDAY}T00:00+01:00`),
      toMs: Date.parse('2027-04-05T00:00+02:00'),
    });
    return events.map(({ title, startLocal, endLocal }) => `${title} ${startLocal} ${endLocal}`);
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the grid of the week. */
async function at(page: Page, day: number, time: string): Promise<Point> {
  return page.locator('[data-scroller]:visible').evaluate(
    (scroller, [column, text]) => {
      const box = scroller.firstElementChild!.children[1]!.getBoundingClientRect();
      const minute = Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      return { x: box.left + ((column + 0.5) / 7) * box.width, y: box.top + (minute / 1440) * box.height };
    },
    [day, time] as const,
  );
}

/** A day of the month view, or of the lane above the hours: by the box that its row has. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

async function middle(of: Locator, down = 0.5): Promise<Point> {
  let found: Point | null = null;
  await expect(async () => {
    const box = await of.boundingBox();
    expect(box).not.toBeNull();
    found = box && { x: box.x + box.width / 2, y: box.y + box.height * down };
  }).toPass();
  return found!;
}

/** Takes the last change back and waits until the week is as it was. */
async function undo(app: App, before: readonly string[]): Promise<void> {
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => times(app)).toEqual(before);
}

test('the pointer draws, moves, stretches, copies and makes whole days of events, and each is taken back', async ({
  app,
}) => {
  await open(app, [{ title: 'Studio', startLocal: '2027-03-09T10:00', endLocal: '2027-03-09T11:30' }]);
  const { page } = app;
  const before = ['Studio 2027-03-09T10:00 2027-03-09T11:30'];

  await test.step('drawn over free time', async () => {
    await drag(page, await at(page, 2, '09:00'), await at(page, 2, '10:30'));
    const title = page.getByRole('textbox', { name: 'Title' });
    await expect(title).toBeFocused();
    await page.keyboard.type('Proof');
    await page.keyboard.press('Enter');
    await expect(thing(page, 'Proof')).toBeVisible();
    expect(await times(app)).toEqual([...before, 'Proof 2027-03-10T09:00 2027-03-10T10:30']);
    await undo(app, before);
  });

  await test.step('moved to another day and hour', async () => {
    await drag(page, await middle(thing(page, 'Studio')), await at(page, 3, '14:45'));
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-11T14:00 2027-03-11T15:30']);
    await expect(thing(page, 'Studio')).toHaveAccessibleName(/14:00 to 15:30.*Thursday 11 March/u);
    await undo(app, before);
  });

  await test.step('let go of by Escape it stays', async () => {
    const from = await middle(thing(page, 'Studio'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 200, from.y + 60, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await times(app)).toEqual(before);
  });

  await test.step('made longer and later at its ends', async () => {
    const box = (await thing(page, 'Studio').boundingBox())!;
    const x = box.x + box.width / 2;
    await drag(page, { x, y: box.y + box.height - 3 }, await at(page, 1, '12:30'));
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-09T10:00 2027-03-09T12:30']);
    await undo(app, before);
    await drag(page, { x, y: box.y + 3 }, await at(page, 1, '09:15'));
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-09T09:15 2027-03-09T11:30']);
    await undo(app, before);
  });

  await test.step('copied with Alt', async () => {
    await page.keyboard.down('Alt');
    await drag(page, await middle(thing(page, 'Studio')), await at(page, 4, '10:45'));
    await page.keyboard.up('Alt');
    await expect.poll(() => times(app)).toEqual([...before, 'Studio 2027-03-12T10:00 2027-03-12T11:30']);
    await undo(app, before);
  });

  await test.step('put above the hours it is a whole day, and back an hour', async () => {
    const label = (await page.getByText('all day', { exact: true }).first().boundingBox())!;
    const lane = label.y + label.height / 2;
    await drag(page, await middle(thing(page, 'Studio')), { x: (await at(page, 2, '12:00')).x, y: lane });
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-10 2027-03-11']);
    await expect(thing(page, 'Studio')).toHaveAccessibleName(/all day/u);
    await drag(page, await middle(thing(page, 'Studio')), await at(page, 4, '13:00'));
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-12T13:00 2027-03-12T14:00']);
    await undo(app, ['Studio 2027-03-10 2027-03-11']);
    // Along the lane, and longer at its end.
    await drag(page, await middle(thing(page, 'Studio')), { x: (await at(page, 4, '12:00')).x, y: lane });
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-12 2027-03-13']);
    const bar = (await thing(page, 'Studio').boundingBox())!;
    const end = { x: bar.x + bar.width - 3, y: bar.y + bar.height / 2 };
    await drag(page, end, { x: (await at(page, 5, '12:00')).x, y: end.y });
    await expect.poll(() => times(app)).toEqual(['Studio 2027-03-12 2027-03-14']);
  });
});

test('the keyboard moves, stretches, copies, deletes and places events', async ({ app }) => {
  await open(app, [{ title: 'Studio', startLocal: '2027-03-09T10:00', endLocal: '2027-03-09T11:00' }]);
  const { page } = app;
  const before = ['Studio 2027-03-09T10:00 2027-03-09T11:00'];
  const studio = thing(page, 'Studio');
  await studio.focus();
  for (const keys of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight']) await page.keyboard.press(keys);
  await expect(page.locator('[aria-live]').getByText('10:30 to 11:30, Wednesday 10 March')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect.poll(() => times(app)).toEqual(['Studio 2027-03-10T10:30 2027-03-10T11:30']);
  await expect(studio).toBeFocused();
  await undo(app, before);

  await studio.focus();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => times(app)).toEqual(['Studio 2027-03-09T10:00 2027-03-09T11:15']);
  await undo(app, before);

  await studio.focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move', exact: true });
  await dialog.getByRole('textbox', { name: 'Day' }).fill('12 march 2027');
  await dialog.getByRole('textbox', { name: 'At' }).fill('16:30');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => times(app)).toEqual(['Studio 2027-03-12T16:30 2027-03-12T17:30']);
  await undo(app, before);

  await studio.focus();
  await page.keyboard.press('Control+d');
  await expect.poll(() => times(app)).toEqual([...before, ...before]);
  await undo(app, before);
  await expect(studio).toHaveCount(1);
  await studio.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => times(app)).toEqual([]);
  await undo(app, before);

  await test.step('a step keeps the days beside ready, and nothing of them is found', async () => {
    await page.keyboard.press('j');
    await expect(head(page, 'Monday, 15 March 2027')).toBeVisible();
    await expect(studio).toHaveCount(0);
    await page.keyboard.press('k');
    await expect(studio).toBeVisible();
    await expect(page).toHaveURL(/day=2027-03-10/u);
  });
});

test('a task becomes a block and goes back, and a month moves what is in it', async ({ app }) => {
  await app.elsewhere((client) => client.tasks.create({ title: 'Write the script', estimateMin: 60 }));
  await open(app, [{ title: 'Studio', startLocal: '2027-03-09T10:00', endLocal: '2027-03-09T11:00' }]);
  const { page } = app;
  const row = page.getByRole('list', { name: /^To plan/u }).getByRole('button', { name: /Write the script/u });
  await drag(page, await middle(row), await at(page, 2, '13:00'));
  const block = thing(page, 'Write the script');
  await expect(block).toHaveAccessibleName(/13:00 to 14:00, task block, pinned, Wednesday 10 March/u);
  await expect(row).toHaveCount(0);
  await drag(page, await middle(block), await middle(page.locator('[data-to-plan]')));
  await expect(block).toHaveCount(0);
  await expect(row).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(block).toBeVisible();

  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await expect(head(page, 'Wednesday, 31 March 2027')).toBeVisible();
  const target = (await head(page, 'Thursday, 18 March 2027').boundingBox())!;
  await drag(page, await middle(thing(page, 'Studio')), { x: target.x + 60, y: target.y + 60 });
  await expect.poll(() => times(app)).toEqual(['Studio 2027-03-18T10:00 2027-03-18T11:00']);
  await undo(app, ['Studio 2027-03-09T10:00 2027-03-09T11:00']);
  await thing(page, 'Studio').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => times(app)).toEqual(['Studio 2027-03-16T10:00 2027-03-16T11:00']);
  await undo(app, ['Studio 2027-03-09T10:00 2027-03-09T11:00']);
});

test('of a series one, the rest or all are meant, and undo gives it back', async ({ app }) => {
  const series = { title: 'Stand-up', startLocal: '2027-03-08T09:00', endLocal: '2027-03-08T09:30' };
  await open(app, [{ ...series, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] }]);
  const { page } = app;
  const on = (day: string, time = '09:00'): string =>
    `Stand-up 2027-${day}T${time} 2027-${day}T${time.slice(0, 3)}${Number(time.slice(3)) + 30}`;
  const before = ['03-08', '03-15', '03-22', '03-29'].map((day) => on(day));
  await expect.poll(() => times(app)).toEqual(before);
  const which = page.getByRole('group', { name: 'Which of them' });
  const moveBy = async (answer: string): Promise<void> => {
    await thing(page, 'Stand-up').focus();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await expect(which).toBeVisible();
    await page.keyboard.press(answer);
    await expect(which).toBeHidden();
  };

  await page.keyboard.press('j');
  await expect(head(page, 'Monday, 15 March 2027')).toBeVisible();
  await moveBy('1');
  await expect.poll(() => times(app)).toEqual([before[0], on('03-15', '10:00'), before[2], before[3]]);
  await undo(app, before);
  await moveBy('2');
  await expect
    .poll(() => times(app))
    .toEqual([before[0], ...['03-15', '03-22', '03-29'].map((day) => on(day, '10:00'))]);
  await undo(app, before);
  await moveBy('3');
  await expect.poll(() => times(app)).toEqual(['03-08', '03-15', '03-22', '03-29'].map((day) => on(day, '10:00')));
  await undo(app, before);

  await test.step('Escape takes back what the pointer moved', async () => {
    await expect(thing(page, 'Stand-up')).toHaveAccessibleName(/09:00 to 09:30/u);
    await drag(page, await middle(thing(page, 'Stand-up')), await at(page, 2, '11:00'));
    await expect(which).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(which).toBeHidden();
    expect(await times(app)).toEqual(before);
    await expect(thing(page, 'Stand-up')).toHaveAccessibleName(/09:00 to 09:30.*Monday 15 March/u);
  });
});

test('clashes and another zone are shown, readable in light and dark, wide and narrow', async ({ app }) => {
  await app.elsewhere((client) => client.settings.update({ secondZone: 'America/New_York' }));
  await open(app, [
    { title: 'Board review', startLocal: '2027-03-10T10:00', endLocal: '2027-03-10T11:30' },
    { title: 'Call with Priya', startLocal: '2027-03-10T11:00', endLocal: '2027-03-10T12:00' },
    { title: 'Fair', startLocal: '2027-03-11', endLocal: '2027-03-13', allDay: true },
  ]);
  const { page } = app;
  await expect(thing(page, 'Board review')).toHaveAccessibleName(/overlaps something else/u);
  await expect(page.getByText('1 conflict')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Calendar' }).getByText('New York')).toBeVisible();
  for (const [route, width] of [WEEK, '/calendar?view=month&day=2027-03-10'].flatMap((one) => [
    [one, 900] as const,
    [one, 1600] as const,
  ])) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(new URL(route, page.url()).href);
    await expect(thing(page, 'Board review')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await app.expectAccessible();
    }
  }
});

test('a calendar file comes in after a look at it and goes out, and an address is followed', async ({
  app,
}, testInfo) => {
  const file = (...titles: string[]): string =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Test//EN',
      'X-WR-CALNAME:Club',
      ...titles.flatMap((title, index) => [
        'BEGIN:VEVENT',
        `UID:${title}`,
        'DTSTAMP:20270101T000000Z',
        `DTSTART:2027031${index}T090000Z`,
        `DTEND:2027031${index}T100000Z`,
        `SUMMARY:${title}`,
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  await open(app, []);
  const { page } = app;
  const more = page.getByRole('button', { name: 'Add calendar' });

  await test.step('import, with what will be made told first', async () => {
    fs.mkdirSync(testInfo.outputPath(), { recursive: true });
    const path = testInfo.outputPath('club.ics');
    fs.writeFileSync(path, file('Regatta', 'Supper'));
    await more.click();
    await page.getByRole('menuitem', { name: /Import a file/u }).click();
    await page.getByLabel('Files to import').setInputFiles(path);
    await expect(page.getByRole('heading', { name: '2 events' })).toBeVisible();
    expect(await times(app)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '2 events imported' })).toBeVisible();
    await page.goto(new URL(WEEK, page.url()).href);
    await expect(thing(page, 'Regatta')).toBeVisible();
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^More for/u })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Save as .ics' }).click();
    const saved = fs.readFileSync(await (await download).path(), 'utf8');
    expect(saved.match(/SUMMARY:.*/gu)).toEqual(['SUMMARY:Regatta', 'SUMMARY:Supper']);
  });

  await test.step('subscribe to an address of this machine, and look again', async () => {
    let titles = ['Training'];
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/calendar' }).end(file(...titles)),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await more.click();
      await page.getByRole('menuitem', { name: /Subscribe to an address/u }).click();
      const dialog = page.getByRole('dialog', { name: 'Subscribe to a calendar' });
      await dialog.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/club.ics`);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('1 event, from 10 Mar 2027 to 10 Mar 2027.')).toBeVisible();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Rowing');
      await dialog.getByRole('button', { name: 'Subscribe', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(thing(page, 'Training')).toBeVisible();
      titles = ['Training', 'Race'];
      await page.getByRole('button', { name: 'More for Rowing' }).click();
      await page.getByRole('menuitem', { name: 'Look for changes now' }).click();
      await expect(thing(page, 'Race')).toBeVisible();
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

test('an event of any date is found by its words, and Escape leads back', async ({ app }) => {
  await open(app, [
    { title: 'Studio', startLocal: '2027-03-09T10:00', endLocal: '2027-03-09T11:00' },
    { title: 'Eye test', startLocal: '2027-09-14T10:00', endLocal: '2027-09-14T11:00' },
    { title: 'Eye test again', startLocal: '2028-01-11T10:00', endLocal: '2028-01-11T11:00' },
  ]);
  const { page } = app;
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Words of an event' });
  await expect(field).toBeFocused();
  await page.keyboard.type('eye test');
  await expect(page.getByRole('option')).toHaveCount(2);
  await app.expectAccessible();
  await page.keyboard.press('ArrowDown');
  await expect(thing(page, 'Eye test')).toHaveAccessibleName(/Tuesday 14 September/u);
  await page.keyboard.press('ArrowDown');
  await expect(thing(page, 'Eye test again')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(thing(page, 'Studio')).toBeVisible();
  await expect(field).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('eye');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
  await expect(thing(page, 'Eye test')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'Title' })).toHaveValue('Eye test');
  await page.keyboard.press('Escape');
  await expect(thing(page, 'Eye test')).toBeFocused();
});

test('calendars are put in order with the pointer and with the keyboard', async ({ app }) => {
  await app.elsewhere(async (client) => {
    for (const name of ['One', 'Two', 'Three']) await client.calendar.createCalendar({ name });
  });
  await open(app, []);
  const { page } = app;
  const shown = page.locator('[data-calendar]');
  await expect(shown).toHaveText([/^One/u, /^Two/u, /^Three/u]);
  await drag(page, await middle(shown.nth(2)), await middle(shown.nth(0)));
  await expect(shown).toHaveText([/^Three/u, /^One/u, /^Two/u]);
  await shown.nth(0).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(shown).toHaveText([/^One/u, /^Three/u, /^Two/u]);
  await expect(shown.nth(1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(shown).toHaveText([/^Three/u, /^One/u, /^Two/u]);
});
