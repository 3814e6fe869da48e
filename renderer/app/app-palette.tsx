import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import type {
  AppActions,
  Command,
  PaletteChoice,
  PaletteMode,
  PaletteStep,
  SteppedCommand,
} from '#renderer/data/window-feature.ts';
import { usePaletteHits } from '#renderer/features/search/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandPalette, type PaletteGroup, type PaletteLine } from './shell/command-palette.tsx';
import { rankCommands } from './shell/rank-commands.ts';

interface AppPaletteProps {
  readonly app: AppActions;
  readonly commands: readonly Command[];
  readonly steppedCommands: readonly SteppedCommand[];
  readonly modes: readonly PaletteMode[];
  /** Null while it is closed. */
  readonly query: string | null;
  readonly onQueryChange: (query: string | null) => void;
}

const COMMANDS_SIGN = '>';
/** Of what was done lately, while nothing is typed. */
const RECENT_SHOWN = 5;

/**
 * Every command, and what the search finds for the same words; with a sign before them only commands, tags, people or places.
 * A command that needs to know more asks for it here, step by step.
 */
export function AppPalette(props: AppPaletteProps) {
  const { app, commands, steppedCommands, modes, query, onQueryChange } = props;
  const [steps, setSteps] = useState<readonly PaletteStep[]>([]);
  const isOpen = query !== null;
  // Closed and opened again, it begins anew.
  if (!isOpen && steps.length > 0) setSteps([]);
  const typed = query ?? '';
  const step = steps.at(-1);
  const mode = step === undefined ? modes.find(({ sign }) => typed.startsWith(sign)) : undefined;
  const isCommandsOnly = step === undefined && typed.startsWith(COMMANDS_SIGN);
  const words = mode === undefined && !isCommandsOnly ? typed : typed.slice(1).trimStart();

  const { data: uses = {} } = useQuery({ ...api.search.uses.queryOptions(), enabled: isOpen, staleTime: 0 });
  const found = usePaletteHits(isOpen && step === undefined && mode === undefined && !isCommandsOnly ? typed : null);
  const asked = step ?? mode;
  const choices = useQuery({
    queryKey: ['palette', steps.map(({ title, placeholder }) => `${title} ${placeholder}`), mode?.sign, words],
    queryFn: () => asked!.choices(words),
    enabled: isOpen && asked !== undefined,
    // Asked anew each time: nobody tells the palette what changed while it was closed.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });

  const begin = (next: PaletteStep): void => {
    // What is in hand answers the first question; Backspace asks it all the same.
    setSteps([...steps, next, ...(next.given?.next === undefined ? [] : [next.given.next])]);
    onQueryChange('');
  };
  const learn = (id: string): void => void client.search.noteUse({ item: id }).catch(() => undefined);
  const lineOf = (choice: PaletteChoice, learns: boolean): PaletteLine => {
    const { id, title, detail, icon, next } = choice;
    const run = (): void => {
      if (learns) learn(id);
      void choice.run?.(app);
    };
    return next === undefined
      ? { id, title, detail, icon, run }
      : { id, title, detail, icon, asks: true, run: () => begin(next) };
  };
  const byHabit = (of: readonly PaletteChoice[]): readonly PaletteChoice[] =>
    of.toSorted((one, other) => (uses[other.id] ?? 0) - (uses[one.id] ?? 0));

  const commandGroups = (): PaletteGroup[] => {
    const all: readonly (PaletteLine & { readonly group: string })[] = [
      ...commands.map((command) => ({
        ...command,
        run: () => {
          learn(command.id);
          void command.run(app);
        },
      })),
      ...steppedCommands.map(({ step: ask, ...command }) => ({
        ...command,
        asks: true,
        run: () => {
          learn(command.id);
          begin(ask());
        },
      })),
    ];
    const ranked = rankCommands(all, words, uses);
    return [...Map.groupBy(ranked, ({ group }) => group)].map(([heading, lines]) => ({ heading, lines }));
  };
  const groups = (): readonly PaletteGroup[] => {
    if (asked !== undefined) {
      const learns = step === undefined || step.keepsOrder !== true;
      const lines = learns ? byHabit(choices.data ?? []) : (choices.data ?? []);
      return [{ heading: asked.title, lines: lines.map((choice) => lineOf(choice, learns)) }];
    }
    const things = byHabit(found.hits).map((hit) => lineOf(hit, hit.id !== 'all'));
    if (isCommandsOnly) return commandGroups();
    return words.trim() === ''
      ? [{ heading: 'Recent', lines: things.slice(0, RECENT_SHOWN) }, ...commandGroups()]
      : [...commandGroups(), { heading: 'Found', lines: things }];
  };

  const failed = asked === undefined ? undefined : choices.error;
  return (
    <CommandPalette
      open={isOpen}
      onClose={() => onQueryChange(null)}
      query={typed}
      onQueryChange={(next) => {
        // A key pressed while it fades away still reaches its field; it must not open it again.
        if (isOpen) onQueryChange(next);
      }}
      words={words}
      groups={groups().filter(({ lines }) => lines.length > 0)}
      path={steps.map(({ title }) => title)}
      placeholder={step?.placeholder}
      onBack={() => setSteps(steps.slice(0, -1))}
      modes={[{ sign: COMMANDS_SIGN, title: 'Commands' }, ...modes]}
      isSearching={asked === undefined ? found.isSearching : choices.isFetching}
      searchError={failed ? failureOf(failed).message : found.searchError}
      onShowKeys={app.openShortcutMap}
    />
  );
}
