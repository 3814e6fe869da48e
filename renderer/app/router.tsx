import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { holdKeys, keysMayGo } from '#renderer/ui/shortcut-registry.ts';
import { AppFrame } from './app-frame.tsx';
import { features } from './features.ts';
import { NoSuchPage } from './no-such-page.tsx';

const root = createRootRoute({ component: AppFrame, notFoundComponent: NoSuchPage });

const HOME = '/today';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: HOME, replace: true });
  },
});

const pages = features
  .flatMap((feature) => feature.routes ?? [])
  .map(({ path, load }) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }));

/** The window's places. Every feature brings its own; going back and forth keeps scroll positions. */
export const router = createRouter({
  routeTree: root.addChildren([home, ...pages]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

// A page's code and what it shows may take a moment to come; what is typed meanwhile is meant for it.
router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
  if (pathChanged) holdKeys();
});
router.subscribe('onRendered', keysMayGo);
