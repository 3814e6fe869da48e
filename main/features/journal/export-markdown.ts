import { filesLinkedIn } from '#main/features/attachments/index';
import { strToU8, zipSync } from 'fflate';
import type { Services } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { dayFile } from './day-file.ts';
import { type Pages, readPages } from './read-journal.ts';

/** What one frame of the bridge carries with room to spare. */
const MAX_BYTES = 50_000_000;

/**
 * Pages as one Markdown file, or with the files they link to as a zip of both.
 *
 * @throws Refusal NOTHING_WRITTEN, TOO_LARGE
 */
export function exportMarkdown(services: Services, pages: Pages): File {
  const days = readPages(services.ledger.read, services.today(), pages);
  if (days.length === 0) throw new Refusal('NOTHING_WRITTEN');
  const text = days.map((day) => Array.from(dayFile(day, services.zone())).join('')).join('\n');
  const name = pages.first === pages.last ? `Journal ${pages.first}` : `Journal ${pages.first} to ${pages.last}`;
  const files = filesLinkedIn(services, text, MAX_BYTES);
  if (files === null || text.length > MAX_BYTES) throw new Refusal('TOO_LARGE');
  if (files.size === 0) return new File([text], `${name}.md`, { type: 'text/markdown' });
  const zip = zipSync({
    [`${name}.md`]: strToU8(text),
    // Pictures are compressed already.
    ...Object.fromEntries([...files].map(([link, contents]) => [link, [contents, { level: 0 }]])),
  });
  return new File([zip], `${name}.zip`, { type: 'application/zip' });
}
