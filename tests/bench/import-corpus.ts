import type { ImportPreview, ImportRefused } from '#contract/imports';
import { localClient } from '#main/core/bridge';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { handOver, previewOf, runImport } from '../support/import-files.ts';
import { openQuietCore } from '../support/quiet-core.ts';

// Every export of the corpora gives its counts or a refusal that names it; none crashes or hangs, and twice adds nothing.

const corpora = process.env['BRAINDUMP_CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora');

interface Case {
  readonly file: string;
  readonly format: string;
}

const told = (outcome: ImportPreview | ImportRefused): string =>
  outcome.outcome === 'refused'
    ? outcome.message
    : `${outcome.label}: ${outcome.found.entries} entries, ${outcome.found.tasks} tasks, ${outcome.found.events} events, ${outcome.found.attachments} files, ${outcome.skippedCount} left out`;

export async function benchImportCorpus(): Promise<void> {
  const index = path.join(corpora, 'imports/index.json');
  if (!fs.existsSync(index)) return void process.stdout.write(`Exports of real programs: no corpora at ${corpora}\n`);
  process.stdout.write('Exports of real programs: counts, or a refusal that names them\n');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-bench-corpus-'));
  const core = openQuietCore(dataDir);
  const client = localClient(core.services);
  const cases = [...(JSON.parse(fs.readFileSync(index, 'utf8')) as Case[]), ...calendarCases()];
  const problems: string[] = [];
  const tally = new Map<string, { count: number; read: number; refused: number; example: string }>();
  for (const { file, format } of cases) {
    try {
      const whole = path.join(corpora, file);
      const files = filesAt(whole);
      const id = await handOver(client, files);
      const outcome = await previewOf(client, id);
      const line = tally.get(format) ?? { count: 0, read: 0, refused: 0, example: told(outcome) };
      line.count += 1;
      if (outcome.outcome === 'ready') {
        line.read += 1;
        await runImport(client, id);
        const again = await handOver(client, files);
        const second = await previewOf(client, again);
        if (second.outcome === 'ready' && second.states.new + second.states.changed > 0) {
          const { made } = await runImport(client, again);
          const doubled = made.entries + made.tasks + made.events;
          if (doubled > 0) problems.push(`${file}: the second time made ${doubled}`);
        }
      } else line.refused += 1;
      tally.set(format, line);
    } catch (error) {
      problems.push(`${file}: ${String(error)}`);
    }
  }
  for (const [format, { count, read, refused, example }] of tally)
    process.stdout.write(
      `  ${format.padEnd(26)} ${String(count).padStart(3)}  read ${String(read).padStart(3)}  refused ${String(refused).padStart(3)}  ${example.slice(0, 110)}\n`,
    );
  process.stdout.write(
    problems.length === 0
      ? `  ${cases.length} exports, none crashed, none doubled\n`
      : `  PROBLEMS\n${problems.map((one) => `    ${one}\n`).join('')}`,
  );
  await core.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** The calendars of the corpora, which have an index of their own. */
function calendarCases(): Case[] {
  const folder = path.join(corpora, 'ics');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ics'))
    .toSorted()
    .map((name) => ({ file: `ics/${name}`, format: 'calendar (.ics)' }));
}

function filesAt(whole: string): Record<string, Uint8Array> {
  if (!fs.statSync(whole).isDirectory()) return { [whole.split('/').slice(-2).join('/')]: fs.readFileSync(whole) };
  const top = path.basename(whole);
  const names = fs
    .readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(whole, name)).isFile());
  return Object.fromEntries(names.map((name) => [`${top}/${name}`, fs.readFileSync(path.join(whole, name))]));
}
