import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';

import { Icon, type LucideIcon } from '#renderer/ui/icon.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';

import styles from './command-palette.module.css';
import { matchRanges, rankCommands } from './rank-commands.ts';

export interface PaletteCommand {
  readonly id: string;
  /** Verb first: "Plan my day". */
  readonly title: string;
  readonly group: string;
  readonly icon?: LucideIcon | undefined;
  /** The shortcut that does the same. */
  readonly keys?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly run: () => void;
}

/** Something the search found. */
export interface PaletteHit {
  readonly id: string;
  readonly title: string;
  /** Where or when: "Sun 8 Nov". */
  readonly detail?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly open: () => void;
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly PaletteCommand[];
  /** What is typed; kept by the caller, who searches for it. */
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** What the search found for the query, in its order; the ones before stay until new ones are there. */
  readonly hits?: readonly PaletteHit[];
  /** While the search runs, "nothing found" is not said yet. */
  readonly isSearching?: boolean;
  /** A problem of the search, in one sentence. */
  readonly searchError?: string | undefined;
  /** Opens the keyboard map. */
  readonly onShowKeys?: (() => void) | undefined;
}

/** Every command and everything that can be found, behind Mod+K. */
export function CommandPalette({
  open,
  onClose,
  commands,
  query,
  onQueryChange,
  hits = [],
  isSearching = false,
  searchError,
  onShowKeys,
}: CommandPaletteProps) {
  const groups = Map.groupBy(rankCommands(commands, query), (command) => command.group);
  const isEmpty = groups.size === 0 && hits.length === 0;

  /** First closes, so that the focus is back on the page when the command moves it. */
  function choose(act: () => void): void {
    onClose();
    act();
  }

  return (
    <Dialog.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.palette} aria-label="Commands and search">
          <Command shouldFilter={false} label="Commands and search" loop className={styles.command}>
            <div className={styles.line}>
              <Icon icon={Search} />
              <Command.Input
                value={query}
                onValueChange={onQueryChange}
                placeholder="Search or do anything"
                className={styles.input}
              />
            </div>
            <Command.List className={styles.list} label="Results">
              {[...groups].map(([group, members]) => (
                <Command.Group key={group} heading={group} className={styles.group}>
                  {members.map((command) => (
                    <Command.Item
                      key={command.id}
                      value={`command ${command.id}`}
                      onSelect={() => choose(command.run)}
                      className={styles.item}
                    >
                      {command.icon === undefined ? <span className={styles.noIcon} /> : <Icon icon={command.icon} />}
                      <Marked text={command.title} query={query} />
                      {command.keys !== undefined && <Kbd keys={command.keys} className={styles.keys} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {hits.length > 0 && (
                <Command.Group heading="Found" className={styles.group}>
                  {hits.map((hit) => (
                    <Command.Item
                      key={hit.id}
                      value={`hit ${hit.id}`}
                      onSelect={() => choose(hit.open)}
                      className={styles.item}
                    >
                      {hit.icon === undefined ? <span className={styles.noIcon} /> : <Icon icon={hit.icon} />}
                      <Marked text={hit.title} query={query} />
                      {hit.detail !== undefined && <span className={styles.detail}>{hit.detail}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
            <output className={styles.note}>
              {searchError ?? (isEmpty ? (isSearching ? 'Searching' : 'Nothing found. Try fewer or other words.') : '')}
            </output>
            <footer className={styles.foot}>
              <Hint keys="ArrowUp ArrowDown">Move</Hint>
              <Hint keys="Enter">Run</Hint>
              <Hint keys="Escape">Close</Hint>
              {onShowKeys !== undefined && (
                <button type="button" className={styles.allKeys} onClick={() => choose(onShowKeys)}>
                  All keys
                </button>
              )}
            </footer>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Hint({ keys, children }: { readonly keys: string; readonly children: string }) {
  return (
    <span className={styles.hint}>
      <Kbd keys={keys} />
      {children}
    </span>
  );
}

/** A title with what was asked for in bold. */
function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { from, to } of matchRanges(text, query)) {
    parts.push(text.slice(end, from), <b key={from}>{text.slice(from, to)}</b>);
    end = to;
  }
  parts.push(text.slice(end));
  return <span className={styles.title}>{parts}</span>;
}
