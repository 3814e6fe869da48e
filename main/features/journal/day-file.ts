import type { JournalDay } from '#contract/journal';
import { withLinksFrom } from '#main/features/attachments/index';
import { localOf } from '#main/domain/time/zoned';

const MOODS = ['low', 'tense', 'even', 'light', 'bright'] as const;

/**
 * A day of the journal as Markdown: each entry under its time of day and its mood.
 *
 * @param toRoot how the file's folder leads to the one `attachments/` is in, such as `../../`
 */
export function* dayFile({ day, entries }: JournalDay, zone: string, toRoot = ''): Generator<string> {
  yield `# ${day}\n`;
  for (const { atMs, mood, body } of entries) {
    const time = localOf(atMs, zone).slice(11, 16);
    yield `\n## ${time}${mood === null ? '' : ` · ${MOODS[mood - 1] ?? ''}`}\n`;
    const text = withLinksFrom(body, toRoot);
    if (body !== '') yield `\n${text}${body.endsWith('\n') ? '' : '\n'}`;
  }
}
