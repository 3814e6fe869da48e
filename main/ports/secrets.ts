/** Seals passwords and keys before they are kept. */
export interface Secrets {
  /** What guards them: the system's keychain, or a key in a file that only the user can read. */
  readonly guard: 'keychain' | 'key-file';
  seal(text: string): string;
  /** @returns null when it was sealed elsewhere, or its key is gone */
  open(sealed: string): string | null;
}
