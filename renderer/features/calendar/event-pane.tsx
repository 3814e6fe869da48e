import type { Calendar, CalendarEvent } from '#contract/calendar';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type EventField, EventForm, type FieldErrors } from './event-form.tsx';
import styles from './event-form.module.css';
import { type EventValues, stretchOf, timeOf, valuesOf } from './event-values.ts';
import { rangeOf } from './thing-words.ts';
import type { Thing } from './things.ts';

interface PaneBase {
  readonly calendars: readonly Calendar[];
  readonly today: Day;
  readonly userZone: string;
  onClose(): void;
}

const FIELD_OF_REASON: Readonly<Record<string, EventField>> = {
  NO_SUCH_TIME: 'start',
  NO_SUCH_ZONE: 'zone',
  ENDS_BEFORE_START: 'end',
  TOO_LONG: 'end',
};
const FIELD_OF_INPUT: Readonly<Record<string, EventField>> = {
  title: 'title',
  startLocal: 'start',
  endLocal: 'end',
  place: 'place',
  notes: 'notes',
};

function errorsOf({ reason, field, message }: Failure): FieldErrors {
  return { [FIELD_OF_REASON[reason] ?? FIELD_OF_INPUT[field ?? ''] ?? 'title']: message };
}

/** What can be told without asking the core. */
function checked(values: EventValues, userZone: string): FieldErrors | undefined {
  if (values.title.trim() === '') return { title: 'A title is missing.' };
  if (stretchOf(values, userZone) === undefined) return { end: 'It ends before it begins. Choose a later end.' };
  return undefined;
}

/** An event in hand: what is changed is saved when its field is left. */
export function EventPane({
  event,
  conflicts,
  takesFocus,
  onDelete,
  onDuplicate,
  ...pane
}: PaneBase & {
  readonly event: CalendarEvent;
  /** What else wants its time. */
  readonly conflicts: readonly Thing[];
  readonly takesFocus: boolean;
  onDelete(): void;
  onDuplicate(): void;
}) {
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  const [draft, setDraft] = useState<EventValues>();
  const [errors, setErrors] = useState<FieldErrors>({});
  const update = useCommand(client.calendar.updateEvent, {
    done: () => 'Event changed',
    onDone: () => setDraft(undefined),
    onFailure: (failure) => setErrors(errorsOf(failure)),
  });
  const values = draft ?? valuesOf(event);

  function save(next: EventValues): void {
    const wrong = checked(next, pane.userZone);
    setErrors(wrong ?? {});
    const before = valuesOf(event);
    if (wrong || JSON.stringify(next) === JSON.stringify(before)) return;
    const { title, place, notes, busy, calendarId } = next;
    const details = { title, place, notes, busy, ...(calendarId === undefined ? {} : { calendarId }) };
    const hasMoved = JSON.stringify(timeOf(next)) !== JSON.stringify(timeOf(before));
    update.mutate({ id: event.id, change: { ...details, ...(hasMoved ? timeOf(next) : {}) } });
  }

  return (
    <Pane title="Event" onClose={pane.onClose}>
      <PaneSection>
        {conflicts.length > 0 && (
          <p className={styles.conflict}>
            Overlaps {conflicts.map((other) => `${other.title} (${rangeOf(other, pane.userZone)})`).join(', ')}.
          </p>
        )}
        <EventForm
          values={values}
          errors={errors}
          calendars={pane.calendars}
          today={pane.today}
          userZone={pane.userZone}
          titleRef={title}
          onChange={(next, isWhole) => {
            setDraft(next);
            if (isWhole) save(next);
          }}
          onLeave={() => save(values)}
        />
        <div className={styles.actions}>
          <Button size="small" icon={Copy} onClick={onDuplicate}>
            Duplicate
          </Button>
          <Button size="small" icon={Trash2} keys="Delete" onClick={onDelete}>
            Delete
          </Button>
        </div>
      </PaneSection>
    </Pane>
  );
}

/** An event that is about to be: nothing is written before it is added. */
export function NewEventPane({
  initial,
  onChange,
  onAdded,
  ...pane
}: PaneBase & { readonly initial: EventValues; onChange(values: EventValues): void; onAdded(id: string): void }) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const title = useRef<HTMLInputElement>(null);
  const create = useCommand(client.calendar.createEvent, {
    done: () => 'Event added',
    onDone: (event) => onAdded(event.id),
    onFailure: (failure) => setErrors(errorsOf(failure)),
  });
  useEffect(() => title.current?.focus(), []);
  useShortcuts([{ keys: 'Escape', run: pane.onClose, inFields: true }]);

  function add(): void {
    const wrong = checked(values, pane.userZone);
    setErrors(wrong ?? {});
    if (wrong || create.isPending) return;
    const { title, place, notes, busy, calendarId } = values;
    create.mutate({
      title,
      place,
      notes,
      busy,
      ...(calendarId === undefined ? {} : { calendarId }),
      ...timeOf(values),
    });
  }

  return (
    <Pane title="New event" onClose={pane.onClose}>
      <PaneSection>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <EventForm
            values={values}
            errors={errors}
            calendars={pane.calendars}
            today={pane.today}
            userZone={pane.userZone}
            titleRef={title}
            onChange={(next) => {
              setValues(next);
              onChange(next);
              if (next.title.trim() !== '') setErrors({});
            }}
            onLeave={() => undefined}
          />
          <div className={styles.actions}>
            <Button variant="primary" size="small" type="submit" keys="Enter">
              Add event
            </Button>
            <Button size="small" keys="Escape" onClick={pane.onClose}>
              Discard
            </Button>
          </div>
        </form>
      </PaneSection>
    </Pane>
  );
}
