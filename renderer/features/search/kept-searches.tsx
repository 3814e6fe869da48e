import type { SavedSearch } from '#contract/search';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { Bookmark, Clock, MoreHorizontal, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import styles from './search-screen.module.css';

/** Asks again for what was asked lately: it is outside the ledger, so no change hint tells of it. */
const refreshAsked = (): void => void queryClient.invalidateQueries({ queryKey: api.search.asked.key() });

/** Remembers that a question led somewhere. */
export function rememberAsked(query: string): void {
  if (query.trim() === '') return;
  // A question that can't be remembered (a read-only folder) is no trouble to anybody.
  void client.search.noteAsked({ query }).then(refreshAsked, () => {});
}

interface KeptSearchesProps {
  readonly onAsk: (query: string) => void;
}

/** Questions with a name, and those asked lately; shown while nothing is asked. */
export function KeptSearches({ onAsk }: KeptSearchesProps) {
  const saved = useQuery(api.search.saved.queryOptions()).data ?? [];
  const asked = useQuery(api.search.asked.queryOptions({ input: { limit: 8 } })).data ?? [];
  const [renaming, setRenaming] = useState<string | null>(null);
  const remove = useCommand((one: SavedSearch) => client.search.removeSaved({ id: one.id }), {
    done: (_, { name }) => `Saved search “${name}” deleted`,
  });
  const forget = useCommand((query: string | null) => client.search.forgetAsked({ query }), { onDone: refreshAsked });
  return (
    <div className={styles.kept}>
      {saved.length > 0 && (
        <section aria-label="Saved searches">
          <SectionLabel>Saved</SectionLabel>
          <ul className={styles.questions}>
            {saved.map((one) => (
              <li key={one.id} className={styles.question}>
                {renaming === one.id ? (
                  <NameForm
                    label="New name"
                    name={one.name}
                    onName={(name) => client.search.updateSaved({ id: one.id, name })}
                    onDone={() => setRenaming(null)}
                  />
                ) : (
                  <>
                    <button type="button" className={styles.ask} onClick={() => onAsk(`${one.query} `)}>
                      <Icon icon={Bookmark} />
                      <span dir="auto">{one.name}</span>
                      <span className={styles.words} dir="auto">
                        {one.query}
                      </span>
                    </button>
                    <Menu
                      align="end"
                      trigger={<IconButton icon={MoreHorizontal} label={`More about ${one.name}`} />}
                      entries={[
                        { label: 'Rename', onSelect: () => setRenaming(one.id) },
                        { label: 'Delete', tone: 'danger', onSelect: () => remove.mutate(one) },
                      ]}
                    />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked.length > 0 && (
        <section aria-label="Recent searches">
          <SectionLabel>Recent</SectionLabel>
          <ul className={styles.questions}>
            {asked.map((query) => (
              <li key={query} className={styles.question}>
                <button type="button" className={styles.ask} onClick={() => onAsk(`${query} `)}>
                  <Icon icon={Clock} />
                  <span dir="auto">{query}</span>
                </button>
                <IconButton icon={X} label={`Forget ${query}`} onClick={() => forget.mutate(query)} />
              </li>
            ))}
          </ul>
          <Button size="small" variant="quiet" onClick={() => forget.mutate(null)}>
            Forget all
          </Button>
        </section>
      )}
      <section aria-label="What can be asked">
        <SectionLabel>What can be asked</SectionLabel>
        <ul className={styles.questions}>
          {EXAMPLES.map(([query, words]) => (
            <li key={query} className={styles.question}>
              <button type="button" className={styles.ask} onClick={() => onAsk(`${query} `)}>
                <code>{query}</code>
                <span className={styles.words}>{words}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const EXAMPLES: readonly (readonly [query: string, words: string])[] = [
  ['in:journal on:last month', 'Entries of last month'],
  ['is:overdue or due:today', 'Tasks that are late or due today'],
  ['has:attachment -in:tasks', 'What has a file, but no tasks'],
  ['estimate:<30m is:open', 'Tasks for a short gap'],
  ['mood:>3 on:this year', 'Bright days of this year'],
];

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => Promise<unknown>;
  readonly onDone: () => void;
}

function NameForm({ label, name: first, onName, onDone }: NameFormProps) {
  const [name, setName] = useState(first);
  const [error, setError] = useState<string>();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await onName(name);
      onDone();
    } catch (failure) {
      setError(failureOf(failure).message);
    }
  }
  return (
    <form className={styles.nameForm} onSubmit={(event) => void submit(event)}>
      <TextField
        label={label}
        hidesLabel
        value={name}
        error={error}
        dir="auto"
        // It was just asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      <Button type="submit" size="small" disabled={name.trim() === ''}>
        Save
      </Button>
    </form>
  );
}

/** Keeps the question that is asked under a name. */
export function SaveSearch({ query }: { readonly query: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label="Save this search"
      showsTitle
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton icon={Bookmark} label="Save this search" />}
    >
      <NameForm
        label="Name of the search"
        name=""
        onName={(name) => client.search.save({ name, query: query.trim() })}
        onDone={() => setIsOpen(false)}
      />
    </Popover>
  );
}
