import type { Calendar, FeedState } from '#contract/calendar';
import { client } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { AlertDialog } from '#renderer/ui/alert-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColorPicker } from '#renderer/ui/color-picker.tsx';
import { type ColorName, colorClass } from '#renderer/ui/colors.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Ellipsis, Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './calendar-list.module.css';
import { saveCalendar } from './save-calendar.ts';
import { SubscribeDialog } from './subscribe-dialog.tsx';
import { useOrderDrag } from './use-order-drag.ts';

/** What is wrong with a subscription; its events stay as they were. */
const TROUBLES: Partial<Record<FeedState, string>> = {
  offline: 'Could not be reached.',
  unauthorised: 'Asks for a password or a new link.',
  gone: 'Is not at its address any more.',
  broken: 'Its address answers with something else.',
};

/** The calendars: what there is, their colours, and one more. */
export function CalendarList({ calendars }: { readonly calendars: readonly Calendar[] }) {
  const [edited, setEdited] = useState<Calendar | 'new' | null>(null);
  // Nothing is lost by it, and the way back is the same click: no toast.
  const update = useCommand(client.calendar.updateCalendar);
  const goTo = useGoTo();
  const [isSubscribing, setSubscribing] = useState(false);
  const refresh = useCommand(client.calendar.refresh);
  const unsubscribe = useCommand(client.calendar.unsubscribe, { done: () => 'Unsubscribed' });
  const addEntries: MenuEntry[] = [
    { label: 'New calendar…', onSelect: () => setEdited('new') },
    { label: 'Import a file…', onSelect: () => goTo('/import') },
    { label: 'Subscribe to an address…', onSelect: () => setSubscribing(true) },
  ];
  const setHidden = (calendar: Calendar, hidden: boolean): void => {
    if (calendar.hidden !== hidden) update.mutate({ id: calendar.id, hidden });
  };
  const list = useRef<HTMLUListElement>(null);
  /** Puts a calendar before or after the one it passes: halfway to the one beyond it. */
  const place = (from: number, to: number): void => {
    const moved = calendars[from];
    if (moved === undefined || to === from || to < 0 || to >= calendars.length) return;
    const others = calendars.filter(({ id }) => id !== moved.id);
    const [before, after] = [others[to - 1]?.position, others[to]?.position];
    const position = before === undefined ? (after ?? 0) - 1 : after === undefined ? before + 1 : (before + after) / 2;
    update.mutate({ id: moved.id, position });
  };
  const order = useOrderDrag({ list, onPlace: place });
  const press = (event: KeyboardEvent, index: number): void => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (way === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) place(index, index + way);
    else list.current?.querySelectorAll<HTMLElement>('[data-calendar]')[index + way]?.focus();
  };
  const entriesOf = (calendar: Calendar, index: number): MenuEntry[] => [
    {
      kind: 'check',
      label: 'Shown',
      checked: !calendar.hidden,
      onChange: (isShown) => setHidden(calendar, !isShown),
    },
    {
      label: 'Show only this one',
      onSelect: () => {
        for (const other of calendars) setHidden(other, other.id !== calendar.id);
      },
    },
    {
      label: 'Show all',
      onSelect: () => {
        for (const other of calendars) setHidden(other, false);
      },
    },
    { kind: 'separator', label: 'itself' },
    ...(index > 0
      ? [{ label: 'Move up', icon: ArrowUp, keys: 'Alt+ArrowUp', onSelect: () => place(index, index - 1) }]
      : []),
    ...(index < calendars.length - 1
      ? [{ label: 'Move down', icon: ArrowDown, keys: 'Alt+ArrowDown', onSelect: () => place(index, index + 1) }]
      : []),
    ...(calendar.feed === null && !calendar.isDefault
      ? [{ label: 'New events go here', onSelect: () => update.mutate({ id: calendar.id, isDefault: true }) }]
      : []),
    { label: 'Save as .ics', onSelect: () => void saveCalendar({ calendarId: calendar.id }) },
    ...(calendar.feed === null
      ? []
      : [
          { label: 'Look for changes now', onSelect: () => refresh.mutate({ id: calendar.id }) },
          {
            label: 'Unsubscribe, keep its events',
            onSelect: () => unsubscribe.mutate({ id: calendar.id, keepEvents: true }),
          },
          { label: 'Unsubscribe', onSelect: () => unsubscribe.mutate({ id: calendar.id, keepEvents: false }) },
        ]),
    { label: 'Name and colour…', onSelect: () => setEdited(calendar) },
  ];
  return (
    <>
      <SectionLabel
        end={<Menu align="end" entries={addEntries} trigger={<IconButton icon={Plus} label="Add calendar" />} />}
      >
        Calendars
      </SectionLabel>
      {calendars.length === 0 && (
        <p className={styles.none}>Drag over free time or press C for your first event. Its calendar comes with it.</p>
      )}
      <ul ref={list} className={styles.list} {...order.handlers}>
        {calendars.map((calendar, index) => (
          <li key={calendar.id} className={clsx(styles.item, order.markOf(index))}>
            <ContextMenu entries={entriesOf(calendar, index)}>
              <button
                type="button"
                className={clsx(styles.calendar, colorClass(calendar.color), calendar.hidden && styles.hidden)}
                data-focus="inset"
                data-calendar={index}
                onKeyDown={(event) => press(event, index)}
                aria-pressed={!calendar.hidden}
                onClick={() => setHidden(calendar, !calendar.hidden)}
              >
                <span className={styles.dot} />
                <span className={styles.name} dir="auto">
                  {calendar.name}
                </span>
                {calendar.isDefault && calendars.length > 1 && <span className={styles.default}>default</span>}
              </button>
            </ContextMenu>
            <Menu
              align="end"
              entries={entriesOf(calendar, index)}
              trigger={<IconButton icon={Ellipsis} label={`More for ${calendar.name}`} />}
            />
            {calendar.feed !== null && TROUBLES[calendar.feed.state] !== undefined && (
              <p className={styles.trouble}>
                {TROUBLES[calendar.feed.state]}{' '}
                <Button variant="link" size="small" onClick={() => refresh.mutate({ id: calendar.id })}>
                  Try again
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {isSubscribing && <SubscribeDialog onClose={() => setSubscribing(false)} />}
      {edited !== null && (
        <CalendarDialog
          key={edited === 'new' ? 'new' : edited.id}
          calendar={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function CalendarDialog({ calendar, onClose }: { readonly calendar: Calendar | null; onClose(): void }) {
  const [name, setName] = useState(calendar?.name ?? '');
  const [color, setColor] = useState<ColorName>(calendar?.color ?? 'blue');
  const [hasColor, setHasColor] = useState(calendar !== null);
  const [error, setError] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const onFailure = ({ message }: { message: string }): void => setError(message);
  const create = useCommand(client.calendar.createCalendar, {
    done: () => 'Calendar added',
    onDone: onClose,
    onFailure,
  });
  const update = useCommand(client.calendar.updateCalendar, {
    done: () => 'Calendar changed',
    onDone: onClose,
    onFailure,
  });
  const remove = useCommand(client.calendar.removeCalendar, {
    done: () => 'Calendar deleted',
    onDone: onClose,
    onFailure,
  });

  function save(): void {
    if (calendar === null) create.mutate({ name, ...(hasColor ? { color } : {}) });
    else update.mutate({ id: calendar.id, name, color });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={calendar === null ? 'New calendar' : 'Calendar'}
      width="narrow"
      footer={
        <>
          {calendar !== null && (
            <Button variant="quiet" className={styles.delete} onClick={() => setAsking(true)}>
              Delete
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="calendar-form">
            {calendar === null ? 'Add calendar' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="calendar-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Name"
          value={name}
          error={error}
          maxLength={200}
          onChange={(next) => {
            setName(next);
            setError(undefined);
          }}
        />
        <ColorPicker
          label="Colour"
          value={color}
          onChange={(next) => {
            setColor(next);
            setHasColor(true);
          }}
        />
      </form>
      {calendar !== null && (
        <AlertDialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title="Delete this calendar?"
          description="Its events go with it. Undo brings all of them back."
          confirmLabel="Delete calendar"
          onConfirm={() => remove.mutate({ id: calendar.id })}
        />
      )}
    </Dialog>
  );
}
