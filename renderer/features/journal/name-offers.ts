import type { NameKind, Suggestion } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { formatDay, formatNumber } from '#renderer/ui/format.ts';
import type { Completions, NameOffer } from './editor/completions.ts';

/** What the names offered while writing are called, and what is said beside them. */
export const nameOffers: Completions = {
  links: async (query) => withNew(await offersOf('links', query), query),
  tags: (query) => offersOf('tags', query),
  people: (query) => offersOf('people', query),
};

async function offersOf(kind: NameKind, query: string): Promise<NameOffer[]> {
  return (await client.journal.names({ kind, query })).map(asOffer);
}

function asOffer({ name, what, words, mentions }: Suggestion): NameOffer {
  switch (what) {
    case 'day':
      return { name, label: words ?? name, detail: formatDay(name, 'medium') };
    case 'entry':
      return { name, detail: 'Entry' };
    case 'task':
      return { name, detail: 'Task' };
    case 'project':
      return { name, detail: 'Project' };
    default:
      return mentions > 0 ? { name, detail: formatNumber(mentions) } : { name };
  }
}

/** A name never seen becomes a page by being accepted. */
function withNew(offers: readonly NameOffer[], query: string): readonly NameOffer[] {
  const name = query.trim();
  const isKnown = offers.some((offer) => offer.name.toLowerCase() === name.toLowerCase() || offer.label === name);
  return name === '' || isKnown ? offers : [...offers, { name, detail: 'New page' }];
}
