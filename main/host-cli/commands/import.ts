import { type ImportOptions, type ImportPreview, type ImportReport, MAX_PIECE_BYTES } from '#contract/imports';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, UsageError, command } from '../command.ts';
import { countText, say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { type Client, withProfile } from '../profile.ts';

/** `braindump import`: brings in what other programs exported. */
export const importData = command({
  usage: 'import FILE... [--dry-run] [--project NAME] [--calendar NAME] [--update] [--without-done] [--json]',
  help: `Brings in files or folders that other programs exported: Markdown folders and Obsidian vaults, Todoist CSV, todo.txt,
Day One JSON, Bear and TextBundle, Google Keep, Apple Journal, Kindle clippings, tables as CSV,
calendars as .ics. What was imported before is known again: twice adds nothing. One undo takes all of it back.

  --dry-run      say what would be made, and write nothing
  --project NAME put tasks without a project of their own there
  --calendar NAME put the events of a calendar file there, instead of in a new calendar
  --update       bring up to date what changed at its source since it was imported
  --without-done leave tasks that are done already
${PROFILE_HELP}`,
  options: {
    ...PROFILE,
    'dry-run': { type: 'boolean', default: false },
    project: { type: 'string' },
    calendar: { type: 'string' },
    update: { type: 'boolean', default: false },
    'without-done': { type: 'boolean', default: false },
  },
  async run({ program, positionals, values }) {
    if (positionals.length === 0) throw new UsageError('Say which file or folder to import.');
    for (const chosen of positionals)
      if (!fs.existsSync(chosen)) throw new Failure('NO_SUCH_FILE', `There is no ${chosen}.`);
    await withProfile(program, values, async (client) => {
      const options = {
        project: values.project ?? null,
        withDone: !values['without-done'],
        updateChanged: values.update,
        calendarId: values.calendar === undefined ? null : await calendarNamed(client, values.calendar),
      };
      const id = await handOver(client, positionals);
      const preview = await previewOf(client, id);
      if (values['dry-run']) {
        await client.imports.end({ id });
        return values.json ? sayJson(preview) : sayPreview(preview);
      }
      const report = await runOf(client, id, options);
      return values.json ? sayJson(report) : sayReport(report);
    });
  },
});

async function calendarNamed(client: Client, name: string): Promise<string> {
  const found = (await client.calendar.calendars()).find(
    (calendar) => calendar.name.toLowerCase() === name.toLowerCase(),
  );
  if (!found) throw new Failure('NO_SUCH_CALENDAR', `There is no calendar called “${name}”.`);
  return found.id;
}

/** Hands the files over as a window does. Links are not followed: they may lead anywhere. */
async function handOver(client: Client, chosen: readonly string[]): Promise<string> {
  const { id } = await client.imports.begin({ name: chosen.map((one) => path.basename(path.resolve(one))).join(', ') });
  let files: { path: string; modifiedMs: number; bytes: number; isPart: boolean }[] = [];
  let data: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const send = async (): Promise<void> => {
    if (files.length > 0) await client.imports.add({ id, files, data: new File(data, 'pieces') });
    [files, data, length] = [[], [], 0];
  };
  for (const { file, name } of chosen.flatMap((one) => [
    ...filesBelow(path.resolve(one), path.basename(path.resolve(one))),
  ])) {
    const { size, mtimeMs } = fs.statSync(file);
    const descriptor = fs.openSync(file, 'r');
    try {
      let from = 0;
      do {
        const piece = new Uint8Array(Math.min(size - from, MAX_PIECE_BYTES - length));
        const bytes = fs.readSync(descriptor, piece, 0, piece.length, from);
        from = bytes < piece.length ? size : from + bytes;
        files.push({ path: name, modifiedMs: Math.floor(mtimeMs), bytes, isPart: from < size });
        data.push(piece.subarray(0, bytes));
        length += bytes;
        if (length >= MAX_PIECE_BYTES || files.length >= 2_000) await send();
      } while (from < size);
    } finally {
      fs.closeSync(descriptor);
    }
  }
  await send();
  return id;
}

function* filesBelow(file: string, name: string): Generator<{ file: string; name: string }> {
  const found = fs.lstatSync(file);
  if (found.isFile()) yield { file, name };
  if (!found.isDirectory() || /^(\.git|node_modules)$/.test(path.basename(file))) return;
  for (const child of fs.readdirSync(file).toSorted()) yield* filesBelow(path.join(file, child), `${name}/${child}`);
}

async function previewOf(client: Client, id: string): Promise<ImportPreview> {
  for await (const told of await client.imports.preview({ id })) {
    if (told.outcome === 'refused') throw new Failure('CANT_READ', told.message);
    if (told.outcome === 'ready') return told;
  }
  throw new Failure('STOPPED', 'It was stopped; nothing was imported.');
}

async function runOf(client: Client, id: string, options: ImportOptions): Promise<ImportReport> {
  for await (const told of await client.imports.run({ id, options })) if (told.outcome === 'done') return told.report;
  throw new Failure('STOPPED', 'It was stopped; nothing was imported.');
}

const countsText = ({ entries, tasks, events, attachments }: ImportReport['made']): string =>
  [
    entries > 0 ? countText(entries, 'entry', 'entries') : '',
    tasks > 0 ? countText(tasks, 'task') : '',
    events > 0 ? countText(events, 'event') : '',
    attachments > 0 ? countText(attachments, 'file') : '',
  ]
    .filter((part) => part !== '')
    .join(', ') || 'nothing';

function sayPreview({
  label,
  found,
  format,
  states,
  fromDay,
  toDay,
  skipped,
  skippedCount,
  notes,
}: ImportPreview): void {
  say(`${label}: ${countsText(found)}${fromDay === null ? '' : ` (${fromDay} to ${toDay ?? fromDay})`}`);
  if (states.known > 0) say(`${countText(states.known, 'thing is', 'things are')} here already`);
  if (states.changed > 0)
    say(
      format === 'ics'
        ? `${countText(states.changed, 'thing')} changed since and will be brought up to date`
        : `${countText(states.changed, 'thing')} changed since; --update brings them up to date`,
    );
  for (const note of notes) say(note);
  saySkipped(skipped, skippedCount);
}

function sayReport({ made, updated, known, skipped, skippedCount }: ImportReport): void {
  say(`Imported ${countsText(made)}`);
  if (updated > 0) say(`${countText(updated, 'thing')} brought up to date`);
  if (known > 0) say(`${countText(known, 'thing was', 'things were')} here already`);
  saySkipped(skipped, skippedCount);
}

function saySkipped(skipped: ImportReport['skipped'], count: number): void {
  if (count === 0) return;
  say(`${countText(count, 'thing')} left out:`);
  for (const { what, why } of skipped.slice(0, 20)) say(`  ${what}: ${why}`);
  if (count > 20) say(`  and ${countText(count - 20, 'more', 'more')}`);
}
