import { becomeInstance } from '#main/core/instance';
import { Failure, UsageError, command } from '../command.ts';
import { say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP, folderOf } from '../profile-options.ts';
import { withProfile } from '../profile.ts';

/** `braindump restore`: a backup in the place of the data file. */
export const restore = command({
  usage: 'restore NAME [--dry-run] [--json]',
  help: `Checks the backup NAME and puts it in the place of the data file, which is kept beside it under another name. The
names are listed by: braindump backup --list

  --dry-run      say what would happen, and change nothing
${PROFILE_HELP}`,
  options: { ...PROFILE, 'dry-run': { type: 'boolean', default: false } },
  async run({ program, positionals: [name, ...more], values }) {
    if (name === undefined || more.length > 0)
      throw new UsageError('Say which backup: braindump backup --list shows them.');
    const leave = await becomeInstance(folderOf(values), () => {});
    if (!leave) throw new Failure('RUNNING', 'Braindump is open on this data. Close it first; nothing was changed.');
    try {
      await withProfile(program, values, async (client) => {
        if (!values['dry-run']) return client.system.restore({ name });
        const backups = await client.system.backups();
        if (!backups.some((backup) => backup.name === name))
          throw new Failure('NO_SUCH_BACKUP', 'That backup is not there.');
      });
    } finally {
      leave();
    }
    if (values.json) return sayJson({ restored: name, isDryRun: values['dry-run'] });
    say(values['dry-run'] ? `${name} would take the place of the data file.` : `Restored ${name}.`);
  },
});
