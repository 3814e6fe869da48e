/** The program's own diary. Ids, codes and counts only: never a word the user wrote. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(message: string, error: unknown): void;
}
