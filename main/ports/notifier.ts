export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Notices of one tag replace each other. */
  readonly tag: string;
  /** Where in the window a click leads, such as `/focus`. */
  readonly route: string;
  /** What can be done with it at once, where the system has buttons. */
  readonly actions?: readonly { readonly label: string; run(): void }[];
}

/** Native notifications of the operating system. */
export interface Notifier {
  /** @returns when the system took it @throws when the system has no way to show it now */
  show(notice: Notice): Promise<void>;
}
