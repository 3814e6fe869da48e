import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { holdKeys } from '#renderer/ui/shortcut-registry.ts';
import { useCallback } from 'react';

interface GoToOptions {
  readonly replace?: boolean;
  /** The same page goes on being shown: nothing is scrolled, which costs a layout of the whole window. */
  readonly keepsScroll?: boolean;
}

/** Goes to a route of the app, such as `/journal/2026-11-21` or `/tasks?list=today`. */
export function useGoTo(): (route: string, options?: GoToOptions) => void {
  const navigate = useNavigate();
  return useCallback(
    (route, options) => {
      const url = new URL(route, window.location.origin);
      // At once: the next key may come before the router has begun.
      if (url.pathname !== window.location.pathname && options?.keepsScroll !== true) holdKeys();
      void navigate({
        to: url.pathname,
        search: Object.fromEntries(url.searchParams),
        replace: options?.replace ?? false,
        resetScroll: options?.keepsScroll !== true,
      });
    },
    [navigate],
  );
}

/** A parameter of the route's path (`$day`), or undefined. */
export function useRouteParam(name: string): string | undefined {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name];
}

/** A search parameter of the route, or undefined. */
export function useSearchParam(name: string): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const value = search[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
