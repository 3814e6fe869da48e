/** One thing the doctor looked at. */
export interface Finding {
  readonly subject: string;
  /** `bad` needs to be acted on, `note` may need it. */
  readonly state: 'good' | 'note' | 'bad';
  /** What was seen, and what to do about it. Never a word the user wrote. */
  readonly words: string;
}

export const good = (subject: string, words: string): Finding => ({ subject, state: 'good', words });
export const note = (subject: string, words: string): Finding => ({ subject, state: 'note', words });
export const bad = (subject: string, words: string): Finding => ({ subject, state: 'bad', words });
