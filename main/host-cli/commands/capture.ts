import { UsageError, command } from '../command.ts';
import { shortened } from '#main/domain/text/shortened';
import { say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { withProfile } from '../profile.ts';
import { textOf } from '../pure-command.ts';

/** `braindump capture`: files a text as the capture bar would. */
export const capture = command({
  usage: 'capture TEXT [--entry] [--json]',
  help: `Files the text as the capture bar would, and prints what was made. Without TEXT it reads standard input.

  --entry        file all of it as one journal entry
${PROFILE_HELP}`,
  options: { ...PROFILE, entry: { type: 'boolean', default: false } },
  async run({ program, positionals, values }) {
    const text = await textOf(positionals);
    if (text.trim() === '') throw new UsageError('Say what to file.');
    const { filed } = await withProfile(program, values, (client) =>
      client.capture.file({ text, as: values.entry ? 'entry' : 'items' }),
    );
    if (values.json) return sayJson({ filed });
    for (const { title, words } of filed) say(`${oneLine(title)}\n  ${words}`);
  },
});

/** The beginning of a title that may be a whole journal entry. */
function oneLine(title: string): string {
  return shortened(title.replaceAll(/\s+/gu, ' ').trim(), 200);
}
