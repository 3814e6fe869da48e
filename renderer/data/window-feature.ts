import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { TableQueries } from './change-hints.ts';

/** Something the user can do from anywhere: in the command palette, by its keys, or both. */
export interface Command {
  /** Stable, such as `tasks.new`. */
  readonly id: string;
  /** As the palette names it: "New task". */
  readonly title: string;
  readonly group: string;
  /** `Mod+Shift+T`, `g t`; shown in the palette and the map. */
  readonly keys?: string;
  readonly keywords?: readonly string[];
  run(app: AppActions): void | Promise<void>;
}

/** A line of the palette that is not a command: a name, a task, an answer to what a step asks. */
export interface PaletteChoice {
  /** Stable, such as `tag:home`: what is chosen often and lately comes first. */
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  run?(app: AppActions): void | Promise<void>;
  /** Asked next, in the palette, instead of running. */
  readonly next?: PaletteStep;
}

/** A question inside the palette: "Where to?" Backspace in the empty line goes back. */
export interface PaletteStep {
  /** Names it before the line: "Move a task". */
  readonly title: string;
  readonly placeholder: string;
  /** Answered already, as by the task that is in hand; its own step is then the one asked. */
  readonly given?: PaletteChoice | undefined;
  /** Its order means something: what was chosen before does not change it. */
  readonly keepsOrder?: boolean;
  choices(words: string): Promise<readonly PaletteChoice[]>;
}

/** A command that needs to know more, and asks for it inside the palette. */
export interface SteppedCommand extends Omit<Command, 'run' | 'keys'> {
  step(): PaletteStep;
}

/** What the palette looks among when the line begins with a sign: `#` tags. */
export interface PaletteMode {
  readonly sign: string;
  /** "Tags" */
  readonly title: string;
  choices(words: string): Promise<readonly PaletteChoice[]>;
}

/** What commands may do to the shell. */
export interface AppActions {
  goTo(route: string): void;
  openCapture(): void;
  openPalette(query?: string): void;
  openShortcutMap(): void;
  undo(): void;
  redo(): void;
}

export interface FeatureRoute {
  /** `/tasks`, `/journal/$day`; search parameters are the screen's own business. */
  readonly path: string;
  load(): Promise<{ default: ComponentType }>;
  /** Alone in its window, without rail and bars: the quick-capture window of the desktop. */
  readonly isBare?: boolean;
}

export interface RailEntry {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly place: 'day' | 'look-back' | 'foot';
  /** Sorts within its place. */
  readonly order: number;
  /** The shortcut that goes there, taught by its tooltip. */
  readonly keys?: string;
  /** A hook that says the small figure or time at its end, and what it counts; undefined for none. */
  readonly useBadge?: () => { readonly text: string; readonly label: string } | undefined;
}

/** One folder of screens. The registry in app/features.ts lists them; the shell knows none by name. */
export interface WindowFeature {
  readonly name: string;
  readonly routes?: readonly FeatureRoute[];
  readonly rail?: readonly RailEntry[];
  readonly commands?: readonly Command[];
  readonly steppedCommands?: readonly SteppedCommand[];
  readonly paletteModes?: readonly PaletteMode[];
  /** Keys of its screens, for the map behind `?`; commands with keys are listed by themselves. */
  readonly keys?: readonly {
    readonly title: string;
    readonly shortcuts: readonly { readonly keys: string; readonly label: string }[];
  }[];
  /** Which of its queries show rows of which tables. */
  readonly tables: TableQueries;
  /** Always shown in the header of every screen, such as the running timer. */
  readonly HeaderEnd?: ComponentType;
  /** Shown on Today's side, in this order. */
  readonly todaySections?: readonly { readonly order: number; readonly Section: ComponentType }[];
  /** Always mounted, renders nothing or what floats over everything. */
  readonly Background?: ComponentType;
}
