/** How long typing must pause before the text is reported, and the longest it goes unreported while typing on. */
const reportPauseMs = 150;
const longestSilenceMs = 1_000;

/**
 * Reports at pauses instead of at keys: joining the lines of a long document into one string costs time in proportion to
 * its length, and a key press must not.
 */
export class PauseReporter {
  readonly #report: () => void;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(report: () => void) {
    this.#report = report;
  }

  /** Something changed. */
  touch(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.flush(), reportPauseMs);
    this.#silence ??= setTimeout(() => this.flush(), longestSilenceMs);
  }

  /** Reports now what has not been reported; does nothing when there is nothing. */
  flush(): void {
    if (this.#silence === undefined) return;
    clearTimeout(this.#pause);
    clearTimeout(this.#silence);
    this.#pause = undefined;
    this.#silence = undefined;
    this.#report();
  }
}
