import { type RankedHit, type SearchKind, searchKind } from '#contract/search';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatNumber } from '#renderer/ui/format.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AtSign, Folder, Hash, Layers } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { FoundRow } from './found-row.tsx';
import { KeptSearches, SaveSearch, rememberAsked } from './kept-searches.tsx';
import { KINDS } from './kinds.ts';
import { PreviewPane } from './preview-pane.tsx';
import { QueryField } from './query-field.tsx';
import styles from './search-screen.module.css';
import { Understood } from './understood.tsx';
import { type Ranked, useRanked } from './use-ranked.ts';

/** Everything that holds the words, the best first. */
export default function SearchScreen() {
  const goTo = useGoTo();
  const asked = useSearchParam('q') ?? '';
  const kind = searchKind.safeParse(useSearchParam('kind')).data;
  const [query, setQuery] = useState(asked);
  // The address follows what is typed; when something else changes it, the field follows the address.
  const [lastAsked, setLastAsked] = useState(asked);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    if (asked !== query.trim()) setQuery(asked);
  }
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const ranked = useRanked(useDeferredValue(query), kind);
  const { data: now } = useQuery(api.today.now.queryOptions());
  const isEmpty = query.trim() === '';
  const first = ranked.hits[0];
  const [inHandId, setInHandId] = useState<string>();
  const [hidesPreview, setHidesPreview] = useState(false);
  const hasRoom = useMediaQuery('(min-width: 1200px)');
  const inHand = ranked.hits.find((hit) => hit.id === inHandId) ?? first;

  function open(hit: RankedHit): void {
    rememberAsked(query);
    goTo(hit.route);
  }

  function show(nextQuery: string, nextKind: SearchKind | undefined): void {
    setQuery(nextQuery);
    const search = new URLSearchParams();
    if (nextQuery.trim() !== '') search.set('q', nextQuery.trim());
    if (nextKind !== undefined) search.set('kind', nextKind);
    const text = search.toString();
    goTo(text === '' ? '/search' : `/search?${text}`, { replace: true });
  }

  function handleFieldKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown')
      results.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')?.focus();
    else if (event.key === 'Enter' && first !== undefined) open(first);
    else return;
    event.preventDefault();
  }

  useShortcuts([
    { keys: '/', run: () => field.current?.focus() },
    { keys: 'Mod+Shift+F', run: () => field.current?.select(), inFields: true },
  ]);

  return (
    <>
      <Bar title="Search" detail={isEmpty ? undefined : <Told ranked={ranked} />} />
      <search className={styles.head}>
        <QueryField
          field={field}
          query={query}
          onChange={(text) => show(text, kind)}
          onKey={handleFieldKey}
          trailing={isEmpty ? undefined : <SaveSearch query={query} />}
        />
        <Understood query={query} onChange={(text) => show(text, kind)} />
        <div role="group" aria-label="Show" className={styles.kinds}>
          <Chip pressed={kind === undefined} onPress={() => show(query, undefined)}>
            Everything
          </Chip>
          {searchKind.options.map((one) => (
            <Chip
              key={one}
              icon={KINDS[one].icon}
              pressed={kind === one}
              onPress={() => show(query, kind === one ? undefined : one)}
            >
              {KINDS[one].many}
            </Chip>
          ))}
        </div>
      </search>
      <div ref={results} className={styles.results}>
        {isEmpty ? (
          <KeptSearches onAsk={(text) => show(text, kind)} />
        ) : (
          <>
            <Names query={query} onAsk={(text) => show(text, undefined)} />
            {ranked.respelled !== null && (
              <p role="status" className={styles.respelled}>
                Nothing holds “{query.trim()}”. Showing results for{' '}
                <Button variant="link" onClick={() => show(ranked.respelled ?? query, kind)}>
                  {ranked.respelled.trim()}
                </Button>
              </p>
            )}
            <Results
              ranked={ranked}
              kind={kind}
              inHand={inHand}
              onInHand={setInHandId}
              onOpen={open}
              onAllKinds={() => show(query, undefined)}
            />
          </>
        )}
      </div>
      {!isEmpty && hasRoom && !hidesPreview && inHand !== undefined && (
        <PagePane>
          <PreviewPane
            hit={inHand}
            query={ranked.respelled ?? query}
            today={now?.day}
            onOpen={() => open(inHand)}
            onClose={() => setHidesPreview(true)}
          />
        </PagePane>
      )}
    </>
  );
}

/** Tags, people, projects and areas that are called so. */
function Names({ query, onAsk }: { readonly query: string; readonly onAsk: (query: string) => void }) {
  const names = useQuery({
    ...api.search.names.queryOptions({ input: { query: query.trim(), limit: 6 } }),
    placeholderData: keepPreviousData,
  }).data;
  // Of a longer question no name is meant.
  if (!names || names.length === 0 || /["():]/u.test(query)) return null;
  return (
    <div role="group" aria-label="Names" className={styles.names}>
      {names.map((one) => (
        <Chip
          key={`${one.kind} ${one.name}`}
          icon={NAME_ICONS[one.kind]}
          detail={formatNumber(one.uses)}
          onPress={() => onAsk(one.query)}
        >
          {one.name}
        </Chip>
      ))}
    </div>
  );
}

const NAME_ICONS = { tag: Hash, person: AtSign, project: Folder, area: Layers } as const;

interface ResultsProps {
  readonly ranked: Ranked;
  readonly kind: SearchKind | undefined;
  /** The result that is looked at beside the list. */
  readonly inHand: RankedHit | undefined;
  readonly onInHand: (id: string) => void;
  readonly onOpen: (hit: RankedHit) => void;
  readonly onAllKinds: () => void;
}

function Results({ ranked, kind, inHand, onInHand, onOpen, onAllKinds }: ResultsProps) {
  const { data: now } = useQuery(api.today.now.queryOptions());
  if (ranked.error !== null && ranked.hits.length === 0) {
    const { message, reference } = failureOf(ranked.error);
    return (
      <div className={styles.notice}>
        <ErrorNotice title={message} kept="Your words are still here." reference={reference} />
      </div>
    );
  }
  if (ranked.hits.length === 0)
    return ranked.isSearching ? (
      <div className={styles.notice}>
        <Skeleton label="Searching" />
      </div>
    ) : (
      <EmptyState
        title="Nothing was found"
        action={kind === undefined ? undefined : <Button onClick={onAllKinds}>Look in everything</Button>}
      >
        Nothing is all of this at once. Try fewer words, only the beginning of one, or take a condition away.
      </EmptyState>
    );
  return (
    <>
      <VirtualList
        label="Results"
        items={ranked.hits}
        itemKey={(hit) => hit.id}
        estimateHeight={() => 92}
        activeKey={inHand?.id}
        onActiveChange={(hit) => onInHand(hit.id)}
        onOpen={onOpen}
        renderItem={(hit) => (
          <FoundRow hit={hit} today={now?.day} respelled={ranked.respelled !== null} onOpen={() => onOpen(hit)} />
        )}
        className={styles.list}
      />
      {ranked.hasOlder && (
        <footer className={styles.foot}>
          <Button onClick={ranked.lookFurther} disabled={ranked.isSearching}>
            Look further back
          </Button>
        </footer>
      )}
    </>
  );
}

/** How many there are, told to screen readers too. */
function Told({ ranked }: { readonly ranked: Ranked }) {
  const count = formatCount(ranked.hits.length, { one: 'result', other: 'results' });
  return <output>{ranked.isSearching ? 'Searching' : ranked.hasOlder ? `The best ${count}` : count}</output>;
}
