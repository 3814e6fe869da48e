import type { ReferenceKind } from '#contract/journal';

/** The page of a name: what is said of it. */
export const namePageRoute = (kind: ReferenceKind, name: string): string =>
  `/journal/names?kind=${kind}&name=${encodeURIComponent(name)}`;

/** Where a `[[page]]`, `#tag` or `@person` of an entry leads: a day to its page, everything else to what is said of it. */
export function referenceRoute(kind: ReferenceKind, name: string): string {
  return kind === 'page' && /^\d{4}-\d{2}-\d{2}$/.test(name) ? `/journal/${name}` : namePageRoute(kind, name);
}
