/** A to-do as a cue sees it: word indexes within its sentence. */
export interface TodoDraft {
  /** The first word of the quotation. */
  readonly first: number;
  /** The first word of the deed. */
  readonly deed: number;
  /** The last word of both. */
  readonly last: number;
  readonly confidence: number;
  /** Put before the deed where its words are no command: "Write" + "the Year 9 reports". */
  readonly prefix?: string;
}
