import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { BUILT_IN } from './built-in.ts';

/** A template that can be used now: the user's own or one that is offered. */
export interface OfferedTemplate {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly isOwn: boolean;
}

/** The user's own templates by name, then those offered that they have none of the name of. */
export function useTemplates(): readonly OfferedTemplate[] | undefined {
  const own = useQuery(api.templates.list.queryOptions()).data;
  return useMemo(() => {
    if (own === undefined) return undefined;
    const names = new Set(own.map(({ name }) => name.toLocaleLowerCase()));
    return [
      ...own.map(({ id, name, body }) => ({ id, name, body, isOwn: true })),
      ...BUILT_IN.filter(({ name }) => !names.has(name.toLocaleLowerCase())).map((one) => ({ ...one, isOwn: false })),
    ];
  }, [own]);
}
