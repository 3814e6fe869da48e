import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure, UsageError, command } from '../command.ts';
import { countText, say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { withProfile } from '../profile.ts';

/** `braindump export`: everything, in open formats. */
export const exportData = command({
  usage: 'export DIR [--dry-run] [--json]',
  help: `Writes everything into the new or empty folder DIR: JSON, Markdown, iCalendar and CSV.

  --dry-run      say what would happen, and write nothing
${PROFILE_HELP}`,
  options: { ...PROFILE, 'dry-run': { type: 'boolean', default: false } },
  async run({ program, positionals: [chosen, ...more], values }) {
    if (chosen === undefined || more.length > 0) throw new UsageError('Say which folder to write.');
    const folder = path.resolve(chosen);
    if (values['dry-run']) {
      if (isTaken(folder))
        throw new Failure(
          'FOLDER_NOT_EMPTY',
          'There is something in that folder already. Choose a new or an empty one.',
        );
      return values.json ? sayJson({ folder }) : say(`Everything would be written to ${folder}.`);
    }
    const report = await withProfile(program, values, (client) => client.data.export({ folder }));
    if (values.json) return sayJson(report);
    say(`${countText(report.rows, 'row')} in ${countText(report.files, 'file')} written to ${report.folder}`);
  },
});

function isTaken(folder: string): boolean {
  return existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0);
}
