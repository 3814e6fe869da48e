import { type Task, taskList } from '#contract/tasks';
import { Failure, UsageError, command } from '../command.ts';
import { countText, say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { type Client, withProfile } from '../profile.ts';
import { taskLine } from '../task-words.ts';

/** As many as a list shows at once. */
const MOST = 5_000;

/** `braindump tasks`: lists, adds and completes. */
export const tasks = command({
  usage: 'tasks [add TITLE | done ID...] [--list LIST] [--tag TAG] [--json]',
  help: `Lists tasks; adds one as it is written; completes some, named by the end of their ids as the list shows them.

  --list LIST    ${taskList.options.join(', ')}; today unless said
  --tag TAG      only those with this tag
${PROFILE_HELP}`,
  options: { ...PROFILE, list: { type: 'string', default: 'today' }, tag: { type: 'string' } },
  async run({ program, positionals, values }) {
    const [act, ...words] = positionals;
    const list = taskList.safeParse(values.list);
    if (!list.success)
      throw new UsageError(`There is no list ${values.list}. Choose one of ${taskList.options.join(', ')}.`);
    if (act !== undefined && act !== 'add' && act !== 'done')
      throw new UsageError(`Tasks can be listed, added and done, not ${act}.`);
    const { found, day } = await withProfile(program, values, async (client) => {
      const { day } = await client.today.now();
      if (act === undefined)
        return {
          day,
          found: await client.tasks.list({
            list: list.data,
            limit: MOST,
            ...(values.tag === undefined ? {} : { tag: values.tag }),
          }),
        };
      if (act === 'add') return { day, found: [await add(client, words)] };
      return { day, found: await complete(client, words) };
    });
    if (values.json) return sayJson({ tasks: found });
    if (act === undefined) say(countText(found.length, 'task'));
    for (const task of found) say(taskLine(task, day));
  },
});

async function add(client: Client, words: readonly string[]): Promise<Task> {
  if (words.length === 0) throw new UsageError('Say the title of the task.');
  return client.tasks.create({ title: words.join(' ') });
}

async function complete(client: Client, ends: readonly string[]): Promise<Task[]> {
  if (ends.length === 0) throw new UsageError('Say which task is done, by its id.');
  const open = (await client.tasks.list({ list: 'all', limit: MOST })).filter(({ status }) => status === 'open');
  const ids = ends.map((end) => {
    const [match, ...others] = open.filter(({ id }) => id.endsWith(end.toLowerCase()));
    if (!match) throw new Failure('NO_SUCH_TASK', `No open task has an id that ends in ${end}.`);
    if (others.length > 0)
      throw new Failure('AMBIGUOUS', `More than one task has an id that ends in ${end}. Give more of it.`);
    return match.id;
  });
  return client.tasks.complete({ ids });
}
