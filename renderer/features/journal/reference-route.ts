/**
 * Where a `[[page]]`, `#tag` or `@person` of an entry leads: a day to its page, everything else to what mentions it. The name
 * is looked for whole, as a phrase.
 */
export function referenceRoute(kind: 'page' | 'tag' | 'person', name: string): string {
  if (kind === 'page' && /^\d{4}-\d{2}-\d{2}$/.test(name)) return `/journal/${name}`;
  const sign = { page: '', tag: '#', person: '@' }[kind];
  return `/search?q=${encodeURIComponent(`"${sign}${name.replaceAll('"', ' ')}"`)}`;
}
