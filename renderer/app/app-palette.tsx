import type { AppActions, Command } from '#renderer/data/window-feature.ts';
import { usePaletteHits } from '#renderer/features/search/index.ts';
import { CommandPalette } from './shell/command-palette.tsx';

interface AppPaletteProps {
  readonly app: AppActions;
  readonly commands: readonly Command[];
  /** Null while it is closed. */
  readonly query: string | null;
  readonly onQueryChange: (query: string | null) => void;
}

/** Every command, and what the search finds for the same words. */
export function AppPalette({ app, commands, query, onQueryChange }: AppPaletteProps) {
  const found = usePaletteHits(query, app.goTo);
  return (
    <CommandPalette
      open={query !== null}
      onClose={() => onQueryChange(null)}
      query={query ?? ''}
      onQueryChange={(next) => {
        // A key pressed while it fades away still reaches its field; it must not open it again.
        if (query !== null) onQueryChange(next);
      }}
      commands={commands.map((command) => ({ ...command, run: () => void command.run(app) }))}
      onShowKeys={app.openShortcutMap}
      {...found}
    />
  );
}
