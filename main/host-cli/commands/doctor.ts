import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, type Program, UsageError, command } from '../command.ts';
import { examineDataFile } from '../doctor/examine-data-file.ts';
import { examineBackups, examineDisk, examineFolder } from '../doctor/examine-surroundings.ts';
import { type Finding, good, note } from '../doctor/finding.ts';
import { countText, say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP, folderOf } from '../profile-options.ts';

const MARKS = { good: 'ok  ', note: 'note', bad: 'BAD ' } as const;

/** `braindump doctor`: is the data whole, and will it stay so. */
export const doctor = command({
  usage: 'doctor [--json]',
  help: `Checks the data file (its pages, its ledger, its search index), the folder, the disk and the backups. It opens the data
read-only and writes nothing. Exit code 1 when something is bad.

${PROFILE_HELP}`,
  options: PROFILE,
  async run({ program, positionals, values }) {
    if (positionals.length > 0) throw new UsageError('The doctor looks at everything; it takes no words.');
    const findings = examine(folderOf(values), program);
    if (values.json) sayJson({ findings });
    else for (const { subject, state, words } of findings) say(`${MARKS[state]}  ${subject.padEnd(10)}${words}`);
    const faults = findings.filter(({ state }) => state === 'bad').length;
    if (faults > 0)
      throw new Failure('UNWELL', `${countText(faults, 'thing')} ${faults === 1 ? 'needs' : 'need'} care.`);
  },
});

function examine(dataDir: string, { version, migrationsDir }: Program): Finding[] {
  const versions = good(
    'versions',
    `Braindump ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
  );
  if (!existsSync(dataDir))
    return [versions, note('folder', `${dataDir} does not exist yet: it is made when Braindump first runs.`)];
  const file = path.join(dataDir, 'braindump.db');
  const data = existsSync(file)
    ? examineDataFile(file, migrationsDir)
    : [note('data file', 'There is none yet: it is made when Braindump first runs.')];
  return [versions, examineFolder(dataDir), examineDisk(dataDir), ...data, examineBackups(dataDir)];
}
