/** A recorded value as the page shows it; of a long text the stretch that changed. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return String(value[1]);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
