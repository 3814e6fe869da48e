import { api } from '#renderer/data/api.ts';
import { followChanges } from '#renderer/data/change-hints.ts';
import { connection } from '#renderer/data/connection.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { redoLast, undoLast } from '#renderer/data/use-command.ts';
import type { AppActions, Command, RailEntry } from '#renderer/data/window-feature.ts';
import { BarEndContext } from '#renderer/ui/bar.tsx';
import { PaneOutlet, PaneSlotProvider } from '#renderer/ui/page-pane.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { WeekStartContext } from '#renderer/ui/week-start.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AppPalette } from './app-palette.tsx';
import { features } from './features.ts';
import { LostConnection } from './lost-connection.tsx';
import { RecoveryScreen } from './recovery-screen.tsx';
import { Banner } from './shell/banner.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Rail, type RailItem } from './shell/rail.tsx';
import { Shell } from './shell/shell.tsx';
import { ShortcutMap } from './shell/shortcut-map.tsx';
import { showWork } from './show-work.ts';
import { useLook } from './use-look.ts';

const commands: readonly Command[] = features.flatMap((feature) => feature.commands ?? []);
const steppedCommands = features.flatMap((feature) => feature.steppedCommands ?? []);
const paletteModes = features.flatMap((feature) => feature.paletteModes ?? []);
const tables = Object.fromEntries(
  [
    ...Map.groupBy(
      features.flatMap((feature) => Object.entries(feature.tables)),
      ([table]) => table,
    ),
  ].map(([table, entries]) => [table, entries.flatMap(([, paths]) => paths)]),
);
const rail: readonly RailEntry[] = features
  .flatMap((feature) => feature.rail ?? [])
  .toSorted((one, other) => one.order - other.order);
const bareRoutes = new Set(
  features.flatMap((feature) => feature.routes ?? []).flatMap(({ path, isBare }) => (isBare === true ? [path] : [])),
);
const headerEnds = <>{features.map(({ name, HeaderEnd }) => HeaderEnd && <HeaderEnd key={name} />)}</>;
const backgrounds = features.flatMap((feature) => feature.Background ?? []);

/** The whole window: the rail, the page of the route, and what floats over it. */
export function AppFrame() {
  const goTo = useGoTo();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const connectionState = useSyncExternalStore(connection.subscribe, connection.state);
  const status = useQuery(api.system.status.queryOptions());
  const storage = status.data?.storage;
  const settings = useQuery({
    ...api.settings.get.queryOptions(),
    enabled: storage !== undefined && storage.state !== 'failed',
  });
  const [paletteQuery, setPaletteQuery] = useState<string | null>(null);
  const [isMapOpen, setIsMapOpen] = useState(false);
  useLook(settings.data);

  useEffect(() => {
    void followChanges(tables, goTo, showWork);
  }, [goTo]);

  const app = useMemo<AppActions>(
    () => ({
      goTo,
      openCapture: () => window.dispatchEvent(new Event('braindump:capture')),
      openPalette: (query = '') => setPaletteQuery(query),
      openShortcutMap: () => setIsMapOpen(true),
      undo: () => void undoLast(),
      redo: () => void redoLast(),
    }),
    [goTo],
  );
  useShortcuts(
    [
      { keys: 'Mod+K', run: () => app.openPalette(), inFields: true },
      { keys: '/', run: () => app.openPalette() },
      { keys: '?', run: () => app.openShortcutMap() },
      { keys: 'Mod+Z', run: () => app.undo() },
      { keys: 'Mod+Shift+Z', run: () => app.redo() },
      { keys: 'Mod+Y', run: () => app.redo() },
      ...commands.flatMap((command) =>
        command.keys === undefined ? [] : [{ keys: command.keys, run: () => void command.run(app) }],
      ),
    ],
    'app',
  );

  if (connectionState === 'lost' && status.data === undefined) return <LostConnection />;
  if (storage?.state === 'failed') return <RecoveryScreen reason={storage.reason ?? 'FAILED'} />;
  if (bareRoutes.has(pathname)) return <Outlet />;
  return (
    <PaneSlotProvider>
      <Shell
        rail={<AppRail pathname={pathname} onSearch={() => app.openPalette()} />}
        pane={<PaneOutlet />}
        banner={
          connectionState === 'lost' ? (
            <LostConnection asBanner />
          ) : storage?.state === 'read-only' ? (
            <Banner state="read-only" />
          ) : undefined
        }
        titleBar={
          status.data?.capabilities.host === 'electron'
            ? navigator.platform.startsWith('Mac')
              ? 'lights'
              : 'overlay'
            : 'system'
        }
      >
        <WeekStartContext value={settings.data?.weekStart}>
          <ErrorBoundary name="This page" resetKey={pathname}>
            <BarEndContext value={headerEnds}>
              <Outlet />
            </BarEndContext>
          </ErrorBoundary>
          {backgrounds.map((Background, at) => (
            <Background key={at} />
          ))}
        </WeekStartContext>
      </Shell>
      <AppPalette
        app={app}
        commands={commands}
        steppedCommands={steppedCommands}
        modes={paletteModes}
        query={paletteQuery}
        onQueryChange={setPaletteQuery}
      />
      <ShortcutMap open={isMapOpen} onClose={() => setIsMapOpen(false)} groups={shortcutGroups} />
    </PaneSlotProvider>
  );
}

const everywhere = [
  { keys: 'Mod+K', label: 'Search and commands' },
  { keys: '?', label: 'This list' },
  { keys: 'Mod+Z', label: 'Undo' },
  { keys: 'Mod+Shift+Z', label: 'Do again' },
  { keys: 'Escape', label: 'Close, leave the field' },
];

const shortcutGroups = [
  { title: 'Everywhere', shortcuts: everywhere },
  ...[
    ...Map.groupBy(
      commands.filter((command) => command.keys !== undefined),
      (command) => command.group,
    ),
  ].map(([title, group]) => ({
    title,
    shortcuts: group.map((command) => ({ keys: command.keys!, label: command.title })),
  })),
  ...features.flatMap((feature) => feature.keys ?? []),
];

function AppRail({ pathname, onSearch }: { readonly pathname: string; readonly onSearch: () => void }) {
  const items = useRailItems();
  const of = (place: RailEntry['place']): RailItem[] =>
    items.filter(({ entry }) => entry.place === place).map(({ item }) => item);
  return (
    <Rail
      groups={[of('day'), of('look-back')].filter((group) => group.length > 0)}
      foot={of('foot')}
      isCurrent={(to) => isWithin(pathname, to)}
      renderLink={({ to, ...link }) => <Link to={to.split('?')[0]!} search={searchOf(to)} {...link} />}
      onSearch={onSearch}
    />
  );
}

/** The rail never changes while the window lives, so its entries' hooks run in the same order at every render. */
function useRailItems(): readonly { entry: RailEntry; item: RailItem }[] {
  const items: { entry: RailEntry; item: RailItem }[] = [];
  for (const entry of rail) {
    // oxlint-disable-next-line react/hooks -- a fixed list, see above
    const badge = entry.useBadge?.();
    const { to, label, icon, keys } = entry;
    items.push({ entry, item: { to, label, icon, keys, count: badge?.text, countLabel: badge?.label } });
  }
  return items;
}

function isWithin(pathname: string, to: string): boolean {
  const path = to.split('?')[0]!;
  return (
    (pathname === path || pathname.startsWith(`${path}/`)) &&
    (!to.includes('?') || window.location.search === `?${to.split('?')[1]!}`)
  );
}

function searchOf(to: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(to.split('?')[1] ?? ''));
}
