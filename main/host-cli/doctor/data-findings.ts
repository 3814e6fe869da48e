import type { FileExamination } from '#main/core/examine';
import { countText, sizeText } from '../print.ts';
import { type Finding, bad, good, note } from './finding.ts';

type Failed = Extract<FileExamination, { state: 'unreadable' }>;
type Whole = Extract<FileExamination, { state: 'whole' }>;

/** What the doctor says of a data file. */
export function dataFindings(file: FileExamination | null): Finding[] {
  if (!file) return [note('data file', 'There is none yet: it is made when Braindump first runs.')];
  if (file.state === 'empty') return [note('data file', 'It is empty: Braindump fills it when it first runs.')];
  if (file.state === 'unreadable') return [failedFinding(file)];
  return [
    good('data file', 'Every page of it is whole.'),
    schemaFinding(file),
    ledgerFinding(file),
    ...searchFindings(file),
    ...attachmentsFindings(file),
  ];
}

function failedFinding({ reason, code }: Failed): Finding {
  if (reason === 'FOREIGN') return bad('data file', 'It belongs to another program. Choose another data folder.');
  if (reason === 'NEWER') return bad('schema', `A newer Braindump wrote it (${code}). Update this one.`);
  if (reason === 'CORRUPT') return bad('data file', `It is damaged (${code}). Restore a backup.`);
  return bad('data file', `It can't be read (${code}).`);
}

function schemaFinding({ schema: { version, shipped } }: Whole): Finding {
  return version < shipped
    ? note(
        'schema',
        `It is from an older Braindump (${version} of ${shipped}) and is brought up to date when it is opened.`,
      )
    : good('schema', `Version ${version}, as this Braindump writes it.`);
}

function ledgerFinding({ chain: { commits, firstBrokenSeq } }: Whole): Finding {
  return firstBrokenSeq === null
    ? good('ledger', `${countText(commits, 'commit')}, and the chain of their hashes holds.`)
    : bad('ledger', `The chain of hashes breaks at commit ${firstBrokenSeq}: the history was changed from outside.`);
}

function searchFindings({ index }: Whole): Finding[] {
  if (!index) return [];
  const { rows, found, documents } = index;
  if (rows === found && documents === found)
    return [good('search', `${countText(rows, 'thing')} in the index, none missing.`)];
  return [
    bad(
      'search',
      `The index misses ${rows - found} of ${countText(rows, 'thing')} and holds ${documents - found} too many. Restore a backup, or search will miss some.`,
    ),
  ];
}

function attachmentsFindings({ attachments }: Whole): Finding[] {
  if (!attachments) return [];
  const { files, bytes, missing, changed, onlyInHistory, unlinked } = attachments;
  const subject = 'files';
  const findings: Finding[] = [];
  if (missing > 0)
    findings.push(
      bad(
        subject,
        `${countText(missing, 'attached file')} can't be found. Restoring a backup brings back what it holds.`,
      ),
    );
  if (changed > 0)
    findings.push(
      bad(
        subject,
        `${countText(changed, 'attached file')} changed since it was attached. Restoring a backup brings back what it was.`,
      ),
    );
  if (onlyInHistory > 0)
    findings.push(
      note(subject, `${countText(onlyInHistory, 'file')} only the history links to: undo can bring the text back.`),
    );
  if (unlinked > 0)
    findings.push(note(subject, `${countText(unlinked, 'file')} no text links to, now or in the history.`));
  if (findings.length === 0 && files > 0)
    findings.push(good(subject, `${countText(files, 'attached file')}, ${sizeText(bytes)}, each as it was attached.`));
  return findings;
}
