/**
 * An expected "no" of a command: its reason is declared in the call's contract, which also holds the sentence the user
 * reads. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  /** SCREAMING_SNAKE, as in the contract. */
  readonly reason: string;
  readonly data: unknown;

  constructor(reason: string, data?: unknown) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.data = data;
  }
}
