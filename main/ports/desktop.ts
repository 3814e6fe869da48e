import type { Capabilities } from '#contract/system';

/** What the tray shows of a running focus session. */
export type TrayState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' | 'paused'; readonly label: string; readonly endsAtMs: number | null };

/** The desktop around the core: its window, tray and default programs. */
export interface Desktop {
  readonly capabilities: Capabilities;
  /** Brings the window forward, at a route of the app when one is given. */
  showWindow(route?: string): void;
  showTray(state: TrayState): void;
  /** Opens an http(s) or mailto address in the user's own program. */
  openLink(url: string): Promise<void>;
  /** Opens a file of the data folder in the program the system has for it. @param file an absolute path */
  openFile(file: string): Promise<void>;
}
