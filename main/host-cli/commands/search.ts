import { UsageError, command } from '../command.ts';
import { writeInstant } from '../instants.ts';
import { say, sayJson } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { withProfile } from '../profile.ts';

/** `braindump search`: everything that holds the words, best first. */
export const search = command({
  usage: 'search QUERY [--limit N] [--json]',
  help: `Finds what holds all the words, best first. The last word may be unfinished; "a phrase" in quotes; -without.

  --limit N      how many to show at most; 20 unless said
${PROFILE_HELP}`,
  options: { ...PROFILE, limit: { type: 'string', default: '20' } },
  async run({ program, positionals, values }) {
    const query = positionals.join(' ');
    const limit = Number(values.limit);
    if (query.trim() === '') throw new UsageError('Say what to look for.');
    if (!Number.isInteger(limit) || limit < 1 || limit > 200)
      throw new UsageError('The limit is a number from 1 to 200.');
    const { hits, zone } = await withProfile(program, values, async (client) => ({
      ...(await client.search.ranked({ query, limit })),
      ...(await client.today.now()),
    }));
    if (values.json)
      return sayJson({
        hits: hits.map(({ kind, id, title, snippets, atMs, route }) => ({
          kind,
          id,
          title,
          snippets: snippets.map(({ text }) => text),
          at: writeInstant(atMs, zone),
          route,
        })),
      });
    if (hits.length === 0) return say('Nothing was found.');
    for (const { kind, title, snippets, atMs } of hits) {
      say(`${writeInstant(atMs, zone).slice(0, 10)}  ${kind.padEnd(5)}  ${title}`);
      for (const { text } of snippets) say(`  ${text.replaceAll(/\s+/gu, ' ').trim()}`);
    }
  },
});
