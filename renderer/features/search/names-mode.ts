import { client } from '#renderer/data/api.ts';
import type { PaletteMode } from '#renderer/data/window-feature.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { AtSign, Hash } from 'lucide-react';

const OFFERED = 30;

/** The palette's `#` and `@`: names that things go by, the most used first; choosing one finds all that go by it. */
export const namesMode = (sign: '#' | '@', title: string): PaletteMode => ({
  sign,
  title,
  async choices(words) {
    const names = await client.search.names({ query: sign + words, limit: OFFERED });
    return names.map(({ kind, name, uses, query }) => ({
      id: `${kind}:${name}`.slice(0, 200),
      title: name,
      detail: uses === 0 ? undefined : formatCount(uses, { one: 'thing', other: 'things' }),
      icon: sign === '#' ? Hash : AtSign,
      run: (app) => app.goTo(`/search?q=${encodeURIComponent(query)}`),
    }));
  },
});
