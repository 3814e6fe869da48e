import {
  BookOpen,
  CalendarDays,
  ChartLine,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  CircleUser,
  Ellipsis,
  Inbox,
  LibraryBig,
  MessageSquare,
  Pencil,
  Plus,
  SlidersHorizontal,
  Sun,
  Timer,
  Trash2,
  Undo2,
  Waypoints,
  WalletCards,
} from 'lucide-react';
import { useState } from 'react';

import { Banner } from '#renderer/app/shell/banner.tsx';
import { CommandPalette, type PaletteLine } from '#renderer/app/shell/command-palette.tsx';
import { ErrorBoundary } from '#renderer/app/shell/error-boundary.tsx';
import { Rail, type RailItem } from '#renderer/app/shell/rail.tsx';
import { Shell } from '#renderer/app/shell/shell.tsx';
import { ShortcutMap } from '#renderer/app/shell/shortcut-map.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';

import styles from './gallery.module.css';
import { Parts } from './parts.tsx';

const groups: readonly (readonly RailItem[])[] = [
  [
    { to: '/', label: 'Today', icon: Sun, keys: 'g d' },
    { to: '/journal', label: 'Journal', icon: BookOpen },
    { to: '/calendar', label: 'Calendar', icon: CalendarDays },
    { to: '/tasks', label: 'Tasks', icon: CircleCheck, count: '7', countLabel: '7 tasks due' },
    { to: '/focus', label: 'Focus', icon: Timer, count: '17:42' },
  ],
  [
    { to: '/ask', label: 'Ask', icon: MessageSquare },
    { to: '/library', label: 'Library', icon: LibraryBig },
    { to: '/graph', label: 'Graph', icon: Waypoints },
    { to: '/money', label: 'Money', icon: WalletCards },
    { to: '/insights', label: 'Insights', icon: ChartLine },
  ],
];
const foot: readonly RailItem[] = [
  { to: '/inbox', label: 'Inbox', icon: Inbox, count: '3', countLabel: '3 things to file' },
  { to: '/settings', label: 'Settings', icon: SlidersHorizontal },
  { to: '/account', label: 'On this machine', icon: CircleUser },
];

const commands: readonly PaletteLine[] = [
  { id: 'plan-day', title: 'Plan my day', icon: CalendarDays, keys: 'p d', run: () => undefined },
  { id: 'plan-week', title: 'Plan my week', icon: CalendarDays, keys: 'p w', run: () => undefined },
  { id: 'undo', title: 'Undo the last plan', icon: Undo2, keys: 'Mod+Z', run: () => undefined },
  {
    id: 'focus',
    title: 'Start focus on the next planned block',

    icon: Timer,
    keys: 'f',
    run: () => undefined,
  },
  { id: 'today', title: 'Go to Today', icon: Sun, keys: 'g d', run: () => undefined },
];

const hits = [
  { id: 'a', title: 'Send Jonas the floor plan', detail: 'done today', icon: CircleCheck, run: () => undefined },
  {
    id: 'b',
    title: 'Summer, without a plan and better for it',
    detail: 'Sun 8 Nov',
    icon: BookOpen,
    run: () => undefined,
  },
];

const entries: readonly MenuEntry[] = [
  { label: 'Edit', icon: Pencil, keys: 'e', onSelect: () => undefined },
  { kind: 'check', label: 'Pinned', checked: true, onChange: () => undefined },
  {
    kind: 'submenu',
    label: 'Move to',
    entries: [
      { label: 'Tomorrow', onSelect: () => undefined },
      { label: 'Next week', onSelect: () => undefined },
    ],
  },
  { kind: 'separator', label: 'before deleting' },
  {
    label: 'Delete',
    icon: Trash2,
    keys: 'Backspace',
    tone: 'danger',
    onSelect: () => showToast({ message: 'Task deleted', undo: () => undefined }),
  },
];

const tasks = Array.from({ length: 5000 }, (_, index) => ({
  id: `task-${index}`,
  title: `Task ${index + 1} of five thousand`,
}));

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
}

/** All parts in a window like the product's. */
export function GalleryWindow({ isEmpty }: { readonly isEmpty: boolean }) {
  const [place, setPlace] = useState('/');
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isMapOpen, setMapOpen] = useState(false);
  const [hasPane, setPane] = useState(true);
  const [query, setQuery] = useState('');
  const [range, setRange] = useState<'day' | 'week' | 'month'>('week');
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useShortcuts(
    [
      { keys: 'Mod+K', run: () => setPaletteOpen(true) },
      { keys: '?', run: () => setMapOpen(true) },
      { keys: 'g d', run: () => setPlace('/') },
    ],
    'app',
  );

  return (
    <Shell
      banner={isEmpty ? <Banner state="storage-full" action={<Button size="small">Try again</Button>} /> : undefined}
      rail={
        <Rail
          groups={groups}
          foot={foot}
          isCurrent={(to) => to === place}
          onSearch={() => setPaletteOpen(true)}
          renderLink={({ to, children, ...rest }) => (
            <a
              href={`#${to}`}
              {...rest}
              onClick={(event) => {
                event.preventDefault();
                setPlace(to);
              }}
            >
              {children}
            </a>
          )}
        />
      }
      pane={
        hasPane && (
          <Pane title="10:24" detail="3 h 10 min free" onClose={() => setPane(false)}>
            <PaneSection>
              <SectionLabel>Next</SectionLabel>
              <div className={styles.rows}>
                <Row leading="11:30" title="Call with Priya" end="1 h" onOpen={() => undefined} />
                <Row leading="13:30" title="Lift quotes" end="proposed" tone="quiet" onOpen={() => undefined} />
              </div>
            </PaneSection>
            <PaneSection className={styles.tall ?? ''}>
              <SectionLabel end="5,000">Due</SectionLabel>
              <div className={styles.virtual}>
                <VirtualList
                  label="Tasks due"
                  items={isEmpty ? [] : tasks}
                  itemKey={(task) => task.id}
                  renderItem={(task, { isActive }) => (
                    <ContextMenu entries={entries}>
                      <Row
                        selected={isActive}
                        leading={
                          <Checkbox
                            label={`Done: ${task.title}`}
                            tabIndex={-1}
                            checked={done.has(task.id)}
                            onChange={() => setDone(toggled(done, task.id))}
                          />
                        }
                        title={task.title}
                        end="today"
                      />
                    </ContextMenu>
                  )}
                  onKey={(event, task) => {
                    if (event.key !== 'x') return false;
                    setDone(toggled(done, task.id));
                    showToast({ message: 'Task completed', undo: () => setDone(done) });
                    return true;
                  }}
                />
              </div>
            </PaneSection>
          </Pane>
        )
      }
    >
      <Bar
        title="Parts"
        start={<IconButton icon={ChevronLeft} label="Day before" />}
        beside={<IconButton icon={ChevronRight} label="Day after" />}
        detail="Saved 10:24"
        end={
          <>
            <SegmentedControl
              label="Range"
              value={range}
              onChange={setRange}
              options={[
                { value: 'day', label: 'Day' },
                { value: 'week', label: 'Week' },
                { value: 'month', label: 'Month' },
              ]}
            />
            <Menu entries={entries} trigger={<IconButton icon={Ellipsis} label="More" />} align="end" />
            <Button variant="primary" size="small" icon={Plus} keys="n">
              New
            </Button>
          </>
        }
      />
      <ErrorBoundary name="The gallery" resetKey={place}>
        {isEmpty ? (
          <EmptyState
            title="A page for every day"
            action={
              <Button variant="primary" keys="n">
                Write the first line
              </Button>
            }
          >
            Write what is on your mind. To-dos, dates and people in it are found as you go, and nothing leaves this
            machine.
          </EmptyState>
        ) : (
          <Parts />
        )}
      </ErrorBoundary>
      <CommandPalette
        open={isPaletteOpen}
        onClose={() => setPaletteOpen(false)}
        groups={[
          { heading: 'Commands', lines: commands },
          ...(query === 'plan' ? [{ heading: 'Found', lines: hits }] : []),
        ]}
        query={query}
        onQueryChange={setQuery}
        onShowKeys={() => setMapOpen(true)}
      />
      <ShortcutMap
        open={isMapOpen}
        onClose={() => setMapOpen(false)}
        groups={[
          {
            title: 'Everywhere',
            shortcuts: [
              { keys: 'Mod+K', label: 'Search or do anything' },
              { keys: 'Mod+Z', label: 'Undo' },
              { keys: '?', label: 'This map' },
            ],
          },
          {
            title: 'In lists',
            shortcuts: [
              { keys: 'j', label: 'Next' },
              { keys: 'k', label: 'Previous' },
              { keys: 'x', label: 'Done' },
            ],
          },
        ]}
      />
    </Shell>
  );
}
