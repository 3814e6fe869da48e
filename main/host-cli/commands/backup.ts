import type { Backup } from '#contract/system';
import { UsageError, command } from '../command.ts';
import { say, sayJson, sizeText } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { withProfile } from '../profile.ts';

/** `braindump backup`: writes one, or lists them. */
export const backup = command({
  usage: 'backup [--list] [--json]',
  help: `Writes a checked backup of the data file into the backups of its folder; the app may be open meanwhile.

  --list         list the backups instead, newest first
${PROFILE_HELP}`,
  options: { ...PROFILE, list: { type: 'boolean', default: false } },
  async run({ program, positionals, values }) {
    if (positionals.length > 0) throw new UsageError('Backups have no name of their own.');
    const backups = await withProfile(program, values, async (client) =>
      values.list ? client.system.backups() : [await client.system.backUp()],
    );
    if (values.json) return sayJson({ backups: backups.map(asJson) });
    if (backups.length === 0) say('There is no backup yet.');
    for (const { name, bytes } of backups) say(`${name}  ${sizeText(bytes)}`);
  },
});

function asJson({ name, atMs, bytes }: Backup) {
  return { name, at: new Date(atMs).toISOString(), bytes };
}
