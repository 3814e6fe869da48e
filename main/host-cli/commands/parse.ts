import { describeItem } from '#main/domain/grammar/describe';
import { readText } from '#main/domain/grammar/read';
import { momentOf } from '../moment.ts';
import { MOMENT, MOMENT_HELP, pureCommand, textOf } from '../pure-command.ts';

/** `braindump parse`: what a text would become. */
export const parse = pureCommand({
  usage: 'parse [TEXT] [--now INSTANT] [--zone ZONE] [--json | --jsonl]',
  help: `Says what a text would become, and writes nothing. Without TEXT it reads standard input.

${MOMENT_HELP}`,
  options: MOMENT,
  question: async ({ positionals, values }) => ({ text: await textOf(positionals), ...values }),
  answer(question) {
    const locale = question.optionalText('locale');
    return readText(question.text('text'), { ...momentOf(question), ...(locale === undefined ? {} : { locale }) });
  },
  words({ items }, question) {
    if (items.length === 0) return 'Nothing: there are no words in it.';
    return items.map((item) => `${item.title}\n  ${describeItem(item, momentOf(question))}`).join('\n');
  },
});
