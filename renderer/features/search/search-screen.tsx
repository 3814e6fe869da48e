import { type RankedHit, type SearchKind, searchKind } from '#contract/search';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { FoundRow } from './found-row.tsx';
import { KINDS } from './kinds.ts';
import styles from './search-screen.module.css';
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
  const isEmpty = query.trim() === '';
  const first = ranked.hits[0];

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
    else if (event.key === 'Enter' && first !== undefined) goTo(first.route);
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
        <TextField
          label="Search everything"
          hidesLabel
          type="search"
          ref={field}
          // The page is for typing into, and is only reached by asking for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          icon={Search}
          value={query}
          onChange={(text) => show(text, kind)}
          onKeyDown={handleFieldKey}
          placeholder="Words, “a phrase”, -without"
        />
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
          <EmptyState title="Find anything you have written">
            Entries, tasks and events that hold all your words, the best first. Put a phrase in quotes, and a minus
            before a word to leave out.
          </EmptyState>
        ) : (
          <Results
            ranked={ranked}
            kind={kind}
            onOpen={(hit) => goTo(hit.route)}
            onAllKinds={() => show(query, undefined)}
          />
        )}
      </div>
    </>
  );
}

interface ResultsProps {
  readonly ranked: Ranked;
  readonly kind: SearchKind | undefined;
  readonly onOpen: (hit: RankedHit) => void;
  readonly onAllKinds: () => void;
}

function Results({ ranked, kind, onOpen, onAllKinds }: ResultsProps) {
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
        title="Nothing holds all these words"
        action={kind === undefined ? undefined : <Button onClick={onAllKinds}>Look in everything</Button>}
      >
        Try fewer words, only the beginning of one, or another spelling.
      </EmptyState>
    );
  return (
    <>
      <VirtualList
        label="Results"
        items={ranked.hits}
        itemKey={(hit) => hit.id}
        estimateHeight={() => 92}
        onOpen={onOpen}
        renderItem={(hit) => <FoundRow hit={hit} today={now?.day} onOpen={() => onOpen(hit)} />}
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
