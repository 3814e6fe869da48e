import type { Contract } from '#contract/index';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { hostLink } from './connection.ts';

/** The core, call by call: `await client.tasks.create({ title })`. */
export const client: ContractRouterClient<Contract> = createORPCClient(hostLink);

/** The same as query and mutation options: `useQuery(api.tasks.list.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

/** Data is fresh until a change hint says otherwise, so nothing is fetched twice and nothing polls. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
