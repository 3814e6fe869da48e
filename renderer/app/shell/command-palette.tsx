import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { ChevronRight, Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';

import { Icon, type LucideIcon } from '#renderer/ui/icon.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';

import styles from './command-palette.module.css';
import { matchRanges } from './rank-commands.ts';

/** One line: a command, something found, or an answer to what is asked. */
export interface PaletteLine {
  readonly id: string;
  /** Of a command verb first: "Plan my day". */
  readonly title: string;
  /** Where or when: "Sun 8 Nov". */
  readonly detail?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  /** The shortcut that does the same. */
  readonly keys?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** It goes on inside the palette. */
  readonly asks?: boolean;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly heading: string;
  readonly lines: readonly PaletteLine[];
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What is shown for the query, in its order; the lines before stay until new ones are there. */
  readonly groups: readonly PaletteGroup[];
  /** What is typed; kept by the caller, who searches for it. */
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** The query without its sign: what is marked in the lines. */
  readonly words?: string;
  /** The questions answered so far and the one that is asked, each in a few words. */
  readonly path?: readonly string[];
  readonly placeholder?: string | undefined;
  /** Backspace in the empty line: to the question before. */
  readonly onBack?: () => void;
  /** What the line may begin with, shown while it is empty. */
  readonly modes?: readonly { readonly sign: string; readonly title: string }[];
  /** While the search runs, "nothing found" is not said yet. */
  readonly isSearching?: boolean;
  /** A problem of the search, in one sentence. */
  readonly searchError?: string | undefined;
  /** Opens the keyboard map. */
  readonly onShowKeys?: (() => void) | undefined;
}

/** Every command and everything that can be found, behind Mod+K. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onClose, groups, query, onQueryChange, words = query, path = [], placeholder, onBack } = props;
  const { modes = [], isSearching = false, searchError, onShowKeys } = props;
  const field = useRef<HTMLInputElement>(null);
  // The first line is the one in hand until the person moves: lines come and go while one types, and Enter must never fall
  // on one that is gone, nor on what happened to stand first before the others came.
  const asked = `${path.length} ${query}`;
  const [picked, setPicked] = useState({ asked, value: '' });
  const isMoving = useRef(false);
  const values = groups.flatMap(({ heading, lines }) => lines.map(({ id }) => valueOf(heading, id)));
  const inHand = picked.asked === asked && values.includes(picked.value) ? picked.value : (values[0] ?? '');
  const move = (): void => {
    isMoving.current = true;
    queueMicrotask(() => {
      isMoving.current = false;
    });
  };

  /** First closes, so that the focus is back on the page when the command moves it. */
  function choose({ asks = false, run }: Pick<PaletteLine, 'asks' | 'run'>): void {
    if (!asks) onClose();
    run();
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
          <Command
            shouldFilter={false}
            label="Commands and search"
            loop
            value={inHand}
            onValueChange={(value) => {
              if (isMoving.current) setPicked({ asked, value });
            }}
            onKeyDownCapture={move}
            onPointerMoveCapture={move}
            className={styles.command}
          >
            <div className={styles.line}>
              <Icon icon={Search} />
              {path.map((title, at) => (
                <span key={at} className={styles.crumb}>
                  {title}
                </span>
              ))}
              <Command.Input
                ref={field}
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder ?? 'Search or do anything'}
                onKeyDown={(event) => {
                  if (event.key !== 'Backspace' || query !== '' || path.length === 0) return;
                  event.preventDefault();
                  onBack?.();
                }}
                className={styles.input}
              />
            </div>
            {query === '' && path.length === 0 && modes.length > 0 && (
              <div role="group" aria-label="Look only among" className={styles.modes}>
                {modes.map(({ sign, title }) => (
                  <button
                    key={sign}
                    type="button"
                    tabIndex={-1}
                    className={styles.mode}
                    onClick={() => {
                      onQueryChange(sign);
                      field.current?.focus();
                    }}
                  >
                    <kbd>{sign}</kbd>
                    {title}
                  </button>
                ))}
              </div>
            )}
            <Command.List className={styles.list} label="Results">
              {groups.map(({ heading, lines }) => (
                <Command.Group key={heading} heading={heading} className={styles.group}>
                  {lines.map((line) => (
                    <Command.Item
                      key={line.id}
                      value={valueOf(heading, line.id)}
                      onSelect={() => choose(line)}
                      className={styles.item}
                    >
                      {line.icon === undefined ? <span className={styles.noIcon} /> : <Icon icon={line.icon} />}
                      <Marked text={line.title} query={words} />
                      {line.detail !== undefined && <span className={styles.detail}>{line.detail}</span>}
                      {line.keys !== undefined && <Kbd keys={line.keys} className={styles.keys} />}
                      {line.asks === true && (
                        <span className={styles.keys}>
                          <Icon icon={ChevronRight} />
                        </span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <output className={styles.note}>
              {searchError ??
                (groups.length > 0 ? '' : isSearching ? 'Searching' : 'Nothing found. Try fewer or other words.')}
            </output>
            <footer className={styles.foot}>
              <Hint keys="ArrowUp ArrowDown">Move</Hint>
              <Hint keys="Enter">{path.length > 0 ? 'Choose' : 'Run'}</Hint>
              {path.length > 0 && <Hint keys="Backspace">Back</Hint>}
              <Hint keys="Escape">Close</Hint>
              {onShowKeys !== undefined && (
                <button type="button" className={styles.allKeys} onClick={() => choose({ run: onShowKeys })}>
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

const valueOf = (heading: string, id: string): string => `${heading} ${id}`.trim();

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
