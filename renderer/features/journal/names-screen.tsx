import type { ReferenceKind, Suggestion } from '#contract/journal';
import { referenceKind } from '#contract/journal';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatDay, formatNumber } from '#renderer/ui/format.ts';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import styles from './names-screen.module.css';
import { PassageList } from './passage-list.tsx';
import { namePageRoute } from './reference-route.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { useMentions } from './use-mentions.ts';
import { type Now, useNow } from './use-now.ts';

const KINDS = [
  { value: 'page', label: 'Pages' },
  { value: 'tag', label: 'Tags' },
  { value: 'person', label: 'People' },
] as const;
/** A name as it is written: `#tag`, `@person`. */
const SIGN = { page: '', tag: '#', person: '@' } as const;

/** The names in the journal on the left, what is said of one of them beside. */
export default function NamesScreen() {
  const now = useNow();
  const kind = referenceKind.safeParse(useSearchParam('kind')).data ?? 'page';
  const name = useSearchParam('name');
  return now === null ? null : <Names key={kind} kind={kind} name={name} now={now} />;
}

interface NamesProps {
  readonly kind: ReferenceKind;
  readonly name: string | undefined;
  readonly now: Now;
}

function Names({ kind, name, now }: NamesProps) {
  const goTo = useGoTo();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** A name that was just renamed, until the list says so too. */
  const [renamed, setRenamed] = useState<{ readonly key: string; readonly listedAtMs: number }>();
  const names = useQuery({
    ...api.journal.allNames.queryOptions({ input: { kind, query } }),
    placeholderData: (last) => last,
  });
  const listed = names.data ?? [];
  const shown = name ?? listed[0]?.name;
  useShortcuts([{ keys: '/', run: () => field.current?.focus() }]);
  return (
    <div className={styles.screen}>
      <section aria-label="Names" className={styles.list}>
        <Bar title="Names" level={2} className={styles.bar} />
        <div className={styles.head}>
          <SegmentedControl
            label="Kind"
            value={kind}
            options={KINDS}
            onChange={(next) => goTo(`/journal/names?kind=${next}`, { replace: true })}
          />
          <TextField
            label="Find a name"
            hidesLabel
            type="search"
            ref={field}
            icon={Search}
            value={query}
            onChange={setQuery}
            placeholder="Find a name"
          />
        </div>
        {names.isSuccess && listed.length === 0 ? (
          <div className={styles.empty}>
            <EmptyState compact title={query === '' ? EMPTY[kind].title : 'No such name'}>
              {query === '' ? EMPTY[kind].words : 'Try fewer letters of it.'}
            </EmptyState>
          </div>
        ) : (
          <VirtualList
            label={`${LISTED_WORDS[kind]} in the journal`}
            role="listbox"
            items={listed}
            itemKey={keyOf}
            activeKey={shown === undefined ? undefined : shown.toLowerCase()}
            selectedKeys={new Set(shown === undefined ? [] : [shown.toLowerCase()])}
            estimateHeight={() => 32}
            onActiveChange={(one) => {
              // The focus comes back from the dialog to the row of the old name: that is no wish to go there.
              const isOld = renamed?.key === keyOf(one) && renamed.listedAtMs === names.dataUpdatedAt;
              if (!isOld) goTo(namePageRoute(kind, one.name), { replace: true });
            }}
            renderItem={(one) => (
              <span className={styles.row} data-current={keyOf(one) === shown?.toLowerCase() || undefined}>
                <span dir="auto" className={styles.name}>
                  {SIGN[kind]}
                  {one.name}
                </span>
                <span className={styles.count}>{formatNumber(one.mentions)}</span>
              </span>
            )}
          />
        )}
      </section>
      {shown === undefined ? (
        <section aria-label="What is said" className={styles.page}>
          <Bar title={LISTED_WORDS[kind]} />
        </section>
      ) : (
        <NamePage
          key={shown}
          kind={kind}
          name={shown}
          now={now}
          onRenamed={(to) => {
            setRenamed({ key: shown.toLowerCase(), listedAtMs: names.dataUpdatedAt });
            goTo(namePageRoute(kind, to), { replace: true });
          }}
        />
      )}
    </div>
  );
}

const keyOf = (one: Pick<Suggestion, 'name'>): string => one.name.toLowerCase();

const LISTED_WORDS = { page: 'Pages', tag: 'Tags', person: 'People' } as const;
const EMPTY = {
  page: { title: 'Pages', words: 'Write [[a name]] in an entry, and what is said of it gathers here.' },
  tag: { title: 'Tags', words: 'Write #tag in an entry to find it here.' },
  person: { title: 'People', words: 'Write @name in an entry, and what is said of them gathers here.' },
} as const;

interface NamePageProps {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly now: Now;
  readonly onRenamed: (to: string) => void;
}

function NamePage({ kind, name, now, onRenamed }: NamePageProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const about = useQuery(api.journal.reference.queryOptions({ input: { kind, name } }));
  const mentions = useMentions(kind, name);
  const unlinked = useQuery({
    ...api.journal.unlinked.queryOptions({ input: { kind, name } }),
    enabled: kind !== 'tag',
  });
  const canRename = (about.data?.mentions ?? 0) > 0;
  useShortcuts([{ keys: 'r', run: () => setIsRenaming(canRename) }]);
  const title = `${SIGN[kind]}${name}`;
  const loose = unlinked.data ?? [];
  return (
    <section aria-label={title} className={styles.page}>
      <Bar
        title={title}
        end={
          canRename ? (
            <Button size="small" variant="quiet" icon={Pencil} keys="r" onClick={() => setIsRenaming(true)}>
              Rename
            </Button>
          ) : undefined
        }
      />
      <div className={styles.sheet}>
        <h2 dir="auto" className={styles.title}>
          {title}
        </h2>
        {about.data && (
          <p className={styles.facts}>
            {formatCount(about.data.mentions, { one: 'mention', other: 'mentions' })}
            {about.data.firstDay !== null && about.data.lastDay !== null && (
              <>
                <span>First on {formatDay(about.data.firstDay, 'full')}</span>
                {about.data.lastDay !== about.data.firstDay && (
                  <span>last on {formatDay(about.data.lastDay, 'full')}</span>
                )}
              </>
            )}
          </p>
        )}
        {mentions.error !== null && (
          <ErrorNotice
            title="What is said of it could not be read"
            advice={failureOf(mentions.error).message}
            reference={failureOf(mentions.error).reference}
          />
        )}
        {mentions.isPending && <Skeleton label="Reading" rows={4} />}
        {about.data?.mentions === 0 && (
          <EmptyState compact title="Nothing is said of it yet">
            Write [[{name}]] in an entry to begin.
          </EmptyState>
        )}
        {mentions.passages.length > 0 && (
          <PassageList label="Mentioned in" passages={mentions.passages} today={now.today} />
        )}
        {mentions.hasOlder && (
          <Button variant="quiet" size="small" onClick={mentions.showOlder}>
            Show older
          </Button>
        )}
        {loose.length > 0 && (
          <section aria-label="Without a link" className={styles.loose}>
            <SectionLabel end={formatNumber(loose.length)}>Without a link</SectionLabel>
            <PassageList label="Mentioned without a link" passages={loose} today={now.today} />
          </section>
        )}
      </div>
      {isRenaming && (
        <RenameDialog
          kind={kind}
          name={name}
          onClose={() => setIsRenaming(false)}
          onRenamed={(to) => {
            setIsRenaming(false);
            onRenamed(to);
          }}
        />
      )}
    </section>
  );
}
