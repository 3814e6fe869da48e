/** What is known of an attached file. */
export interface KnownFile {
  readonly name: string;
  /** Its size in words. */
  readonly size: string;
}

/** A file that was just kept. */
export interface KeptFile {
  readonly name: string;
  /** `attachments/<id>.<extension>` */
  readonly path: string;
  readonly isPicture: boolean;
}

/** What a page can do with files; all of it outside of the page. */
export interface EditorFiles {
  /** Keeps a file; null when it was refused, which is told by whoever refuses. */
  keep(file: File): Promise<KeptFile | null>;
  /** Where a picture can be shown from; null when it can't. */
  pictureUrl(path: string): Promise<string | null>;
  /** Null when there is no such file. */
  describe(path: string): Promise<KnownFile | null>;
  /** Shows a picture large, hands any other file to the system. */
  open(path: string, words: string): void;
}
