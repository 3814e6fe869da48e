import { examine } from '#main/core/examine';
import { Failure, type Program, UsageError, command } from '../command.ts';
import { dataFindings } from '../doctor/data-findings.ts';
import { type Finding, good, note } from '../doctor/finding.ts';
import { backupsFinding, folderFindings } from '../doctor/folder-findings.ts';
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
    const findings = findingsOf(folderOf(values), program);
    if (values.json) sayJson({ findings });
    else for (const { subject, state, words } of findings) say(`${MARKS[state]}  ${subject.padEnd(10)}${words}`);
    const faults = findings.filter(({ state }) => state === 'bad').length;
    if (faults > 0)
      throw new Failure('UNWELL', `${countText(faults, 'thing')} ${faults === 1 ? 'needs' : 'need'} care.`);
  },
});

function findingsOf(dataDir: string, { version, migrationsDir }: Program): Finding[] {
  const versions = good(
    'versions',
    `Braindump ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
  );
  const seen = examine(dataDir, migrationsDir);
  if (!seen) return [versions, note('folder', `${dataDir} does not exist yet: it is made when Braindump first runs.`)];
  return [versions, ...folderFindings(dataDir, seen.folder), ...dataFindings(seen.file), backupsFinding(seen.backups)];
}
