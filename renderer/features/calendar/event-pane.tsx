import type { Calendar, CalendarEvent, EventChange } from '#contract/calendar';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { ReminderField } from '#renderer/features/reminders/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { Copy, Download, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type EventField, EventForm, type FieldErrors } from './event-form.tsx';
import styles from './event-form.module.css';
import { type EventValues, changesOf, detailsOf, stretchOf, timeOf, valuesOf } from './event-values.ts';
import { saveCalendar } from './save-calendar.ts';
import { rangeOf } from './thing-words.ts';
import type { Thing } from './things.ts';
import type { AskScope } from './use-scope-question.ts';

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
  NO_SUCH_RULE: 'recurrence',
  RULE_OF_SERIES: 'recurrence',
  READ_ONLY_CALENDAR: 'calendar',
};
const FIELD_OF_INPUT: Readonly<Record<string, EventField>> = {
  title: 'title',
  startLocal: 'start',
  endLocal: 'end',
  place: 'place',
  notes: 'notes',
  url: 'url',
  guests: 'guests',
  travelMin: 'travel',
  recurrence: 'recurrence',
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
  ask,
  onSaved,
  onDelete,
  onDuplicate,
  ...pane
}: PaneBase & {
  readonly event: CalendarEvent;
  /** What else wants its time. */
  readonly conflicts: readonly Thing[];
  readonly takesFocus: boolean;
  readonly ask: AskScope;
  /** Saved, under the id it has now: a part of a series may have become one of its own. */
  onSaved(id: string): void;
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
    onDone(saved) {
      setDraft(undefined);
      onSaved(saved.id);
    },
    onFailure: (failure) => setErrors(errorsOf(failure)),
  });
  const isAsking = useRef(false);
  const values = draft ?? valuesOf(event);

  function save(next: EventValues): void {
    const wrong = checked(next, pane.userZone);
    setErrors(wrong ?? {});
    const before = valuesOf(event);
    const change = changesOf(before, next);
    // The question takes the focus, and with it the field is left.
    if (wrong || isAsking.current || Object.keys(change).length === 0) return;
    void send(change);
  }

  async function send(change: EventChange): Promise<void> {
    isAsking.current = true;
    const answer = await ask(event, 'change', change.recurrence !== undefined);
    isAsking.current = false;
    if (answer === undefined) setDraft(undefined);
    else update.mutate({ id: event.id, ...answer, change });
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
        <div className={styles.reminders}>
          <ReminderField
            key={event.seriesId ?? event.id}
            subject={{ eventId: event.seriesId ?? event.id }}
            anchor="start"
            hint={event.recurring ? 'Each time it happens.' : undefined}
          />
        </div>
        <div className={styles.actions}>
          <Button size="small" icon={Copy} onClick={onDuplicate}>
            Duplicate
          </Button>
          <Button
            size="small"
            icon={Download}
            onClick={() =>
              void saveCalendar({ calendarId: event.calendarId, eventId: event.seriesId ?? event.eventId })
            }
          >
            Save as .ics
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
    create.mutate({ ...detailsOf(values), ...timeOf(values) });
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
