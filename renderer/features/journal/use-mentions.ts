import type { Passage, ReferenceKind } from '#contract/journal';
import { api } from '#renderer/data/api.ts';
import { useInfiniteQuery } from '@tanstack/react-query';

const PAGE = 30;

/** The passages that mention a name, newest first, a page at a time. */
export function useMentions(
  kind: ReferenceKind,
  name: string,
): {
  readonly passages: readonly Passage[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasOlder: boolean;
  readonly showOlder: () => void;
} {
  const pages = useInfiniteQuery(
    api.journal.mentions.infiniteOptions({
      input: (before: { atMs: number; entryId: string } | undefined) => ({
        kind,
        name,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined as { atMs: number; entryId: string } | undefined,
      getNextPageParam: (last) => last.nextBefore ?? undefined,
    }),
  );
  return {
    passages: pages.data?.pages.flatMap((page) => page.passages) ?? [],
    isPending: pages.isPending,
    error: pages.error,
    hasOlder: pages.hasNextPage,
    showOlder: () => void pages.fetchNextPage(),
  };
}
