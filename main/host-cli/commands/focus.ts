import type { FocusSession } from '#contract/focus';
import { UsageError, command } from '../command.ts';
import { lengthText, say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { withProfile } from '../profile.ts';

/** `braindump focus`: starts, stops and shows a focus session. */
export const focus = command({
  usage: 'focus [start [INTENTION] | stop] [--minutes N] [--json]',
  help: `Shows the focus session that is on, starts one, or finishes it.

  --minutes N    the length of the work
${PROFILE_HELP}`,
  options: { ...PROFILE, minutes: { type: 'string' } },
  async run({ program, positionals: [act, ...words], values }) {
    const minutes = values.minutes === undefined ? {} : { minutes: Number(values.minutes) };
    if (act !== undefined && act !== 'start' && act !== 'stop')
      throw new UsageError(`A focus session can be started and stopped, not ${act}.`);
    await withProfile(program, values, async (client) => {
      if (act === 'stop') {
        const session = await client.focus.finish();
        return values.json
          ? sayJson(session)
          : say(`Finished: ${named(session.name)}, ${lengthText(Math.round(session.workMs / 60_000))} of work`);
      }
      const session =
        act === 'start'
          ? await client.focus.start({ intention: words.join(' '), ...minutes })
          : await client.focus.current();
      if (values.json) return sayJson(session);
      say(session ? wordsOf(session) : 'No focus session is on.');
    });
  },
});

const named = (name: string): string => (name === '' ? 'a focus session' : name);

function wordsOf({ name, state, part, round, rounds }: FocusSession): string {
  const planned = typeof part?.plannedMs !== 'number' ? '' : `, ${lengthText(Math.round(part.plannedMs / 60_000))}`;
  return `${named(name)}: ${state}, ${part?.kind ?? 'before the next work'}${planned}, round ${round} of ${rounds}`;
}
