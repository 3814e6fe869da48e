import type { SearchHit } from '#contract/search';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import type { AppActions, PaletteChoice } from '#renderer/data/window-feature.ts';
import { formatRelativeDay } from '#renderer/ui/format.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { KINDS } from './kinds.ts';

/** What the palette shows of the search. */
export interface PaletteHits {
  readonly hits: readonly PaletteChoice[];
  readonly isSearching: boolean;
  /** A problem of the search, in one sentence. */
  readonly searchError: string | undefined;
}

const SHOWN = 8;

/**
 * What the palette shows of the search: the newest things that hold all words typed, or what was touched last while
 * nothing is typed.
 *
 * @param query null while nothing is searched for: the palette is closed, or asks something else
 */
export function usePaletteHits(query: string | null): PaletteHits {
  const text = query?.trim() ?? '';
  const isAsking = query !== null && text !== '';
  const { data: now } = useQuery({ ...api.today.now.queryOptions(), enabled: query !== null });
  const found = useQuery({
    // The space at the end tells that the last word is finished.
    ...api.search.asYouType.queryOptions({ input: { query: query ?? '', limit: SHOWN } }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const recent = useQuery({
    ...api.search.recent.queryOptions({ input: { limit: SHOWN } }),
    enabled: query !== null && !isAsking,
  });
  const hits = (isAsking ? found.data?.hits : recent.data) ?? [];
  const lines = hits.map((hit) => ({
    id: hit.id,
    title: lineOf(hit),
    detail: hit.day === null || !now ? undefined : formatRelativeDay(hit.day, now.day),
    icon: KINDS[hit.kind].icon,
    run: (app: AppActions) => app.goTo(hit.route),
  }));
  const all: PaletteChoice = {
    id: 'all',
    title: 'Show all results',
    icon: Search,
    run: (app) => app.goTo(`/search?q=${encodeURIComponent(text)}`),
  };
  const mayHaveMore = isAsking && (lines.length > 0 || found.data?.isComplete === false);
  const failed = isAsking ? found.error : recent.error;
  return {
    hits: mayHaveMore ? [...lines, all] : lines,
    isSearching: isAsking && found.isFetching,
    searchError: failed ? failureOf(failed).message : undefined,
  };
}

/** A name alone where it says why it was found, else with the words around what was. */
function lineOf({ kind, title, titleRanges, snippets }: SearchHit): string {
  const snippet = snippets.find(({ ranges }) => ranges.length > 0);
  if (!snippet || titleRanges.length > 0) return title;
  return kind === 'entry' ? snippet.text : `${title}: ${snippet.text}`;
}
