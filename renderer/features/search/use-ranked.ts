import type { RankedHit, SearchKind } from '#contract/search';
import { api } from '#renderer/data/api.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Fewer results than this, and the search looks further back by itself. */
const ENOUGH = 20;

export interface Ranked {
  readonly hits: readonly RankedHit[];
  readonly isSearching: boolean;
  /** Whether there are older things that were not looked through yet. */
  readonly hasOlder: boolean;
  readonly error: Error | null;
  /** The spelling that was answered instead of the typed one. */
  readonly respelled: string | null;
  lookFurther(): void;
}

/** Where an answer goes on, and with which spelling. */
interface Page {
  readonly before?: number;
  readonly respelled?: string | undefined;
}

const FIRST_PAGE: Page = {};

/** The best results for a query; looks back step by step until there are enough or nothing older is left. */
export function useRanked(query: string, kind: SearchKind | undefined): Ranked {
  const answers = useInfiniteQuery({
    ...api.search.ranked.infiniteOptions({
      input: ({ before, respelled }: Page) => ({
        query: respelled ?? query,
        ...(kind === undefined ? {} : { kinds: [kind] }),
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: FIRST_PAGE,
      getNextPageParam: ({ nextBefore, respelled }, _all, page) =>
        nextBefore === null ? undefined : { before: nextBefore, respelled: respelled ?? page.respelled },
    }),
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = answers;
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const looksOn = hits.length < ENOUGH && hasNextPage && !isError;
  useEffect(() => {
    if (looksOn && !isFetching) void fetchNextPage();
  }, [looksOn, isFetching, fetchNextPage]);
  return {
    hits,
    isSearching: isFetching || looksOn,
    hasOlder: hasNextPage,
    error: answers.error,
    respelled: data?.pages.findLast((page) => page.respelled !== null)?.respelled ?? null,
    lookFurther: () => void fetchNextPage(),
  };
}
