/** The only source of time. A fake one drives the tests. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** The machine's IANA zone at this moment. */
  zone(): string;
  /**
   * Calls once at or after an instant, also when that is weeks away and when the machine slept over it.
   *
   * @returns cancels it
   */
  alarm(atMs: number, ring: () => void): () => void;
}
