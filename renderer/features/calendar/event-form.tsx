import type { Calendar, EventStatus } from '#contract/calendar';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { ExternalLink } from 'lucide-react';
import type { RefObject } from 'react';
import styles from './event-form.module.css';
import { type EventValues, withRead, withStart } from './event-values.ts';
import { RepeatField } from './repeat-field.tsx';
import { WhenField } from './when-field.tsx';
import { ZoneField } from './zone-field.tsx';

const STATUSES: readonly { value: EventStatus; label: string }[] = [
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'tentative', label: 'Tentative' },
  { value: 'cancelled', label: 'Cancelled' },
];

const canOpen = (url: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(url) && URL.canParse(url);

export type EventField =
  'title' | 'start' | 'end' | 'zone' | 'recurrence' | 'place' | 'url' | 'guests' | 'notes' | 'calendar' | 'travel';
/** What is wrong, beside the field it is about. */
export type FieldErrors = Partial<Record<EventField, string>>;

export interface EventFormProps {
  readonly values: EventValues;
  readonly errors: FieldErrors;
  readonly calendars: readonly Calendar[];
  readonly today: Day;
  readonly userZone: string;
  readonly titleRef?: RefObject<HTMLInputElement | null>;
  /** `isWhole` says that the field is done with, not in the middle of being typed. */
  onChange(values: EventValues, isWhole: boolean): void;
  /** A text field was left. */
  onLeave(): void;
}

/** The fields of an event, new or not. */
export function EventForm({ values, errors, calendars, today, userZone, titleRef, onChange, onLeave }: EventFormProps) {
  const write = (part: Partial<EventValues>): void => onChange({ ...values, ...part }, false);
  const choose = (next: EventValues): void => onChange(next, true);
  return (
    <div className={styles.form}>
      <TextField
        label="Title"
        value={values.title}
        error={errors.title}
        ref={titleRef}
        onChange={(title) => write({ title })}
        onBlur={onLeave}
      />
      <WhenField today={today} onRead={(read) => choose(withRead(values, read))} />
      <Switch
        label="All day"
        checked={values.allDay}
        onChange={(allDay) => choose({ ...values, allDay, busy: !allDay })}
      />
      <div className={styles.when}>
        <DateField
          label="Starts"
          today={today}
          value={values.startDay}
          error={errors.start}
          onChange={(day) => {
            if (day !== undefined) choose(withStart(values, day, values.startTime));
          }}
        />
        {!values.allDay && (
          <TimeField
            label="At"
            value={values.startTime}
            onChange={(time) => {
              if (time !== undefined) choose(withStart(values, values.startDay, time));
            }}
          />
        )}
        <DateField
          label={values.allDay ? 'Last day' : 'Ends'}
          today={today}
          value={values.endDay}
          error={errors.end}
          onChange={(day) => {
            if (day !== undefined) choose({ ...values, endDay: day });
          }}
        />
        {!values.allDay && (
          <TimeField
            label="Until"
            value={values.endTime}
            onChange={(time) => {
              if (time !== undefined) choose({ ...values, endTime: time });
            }}
          />
        )}
      </div>
      {!values.allDay && (
        <ZoneField
          value={values.zone}
          userZone={userZone}
          error={errors.zone}
          onChange={(zone) => choose({ ...values, zone })}
        />
      )}
      <RepeatField
        value={values.recurrence}
        day={values.startDay}
        today={today}
        error={errors.recurrence}
        onChange={(recurrence) => choose({ ...values, recurrence })}
      />
      {calendars.length > 0 && (
        <Select
          label="Calendar"
          value={values.calendarId ?? calendars.find(({ feed }) => feed === null)?.id ?? null}
          options={calendars
            .filter(({ id, feed }) => feed === null || id === values.calendarId)
            .map(({ id, name, color }) => ({ value: id, label: name, color }))}
          error={errors.calendar}
          onChange={(calendarId) => choose({ ...values, calendarId })}
        />
      )}
      <TextField
        label="Place"
        value={values.place}
        error={errors.place}
        onChange={(place) => write({ place })}
        onBlur={onLeave}
      />
      <TextField
        label="Link"
        placeholder="https://"
        value={values.url}
        error={errors.url}
        trailing={
          canOpen(values.url) && (
            <IconButton
              icon={ExternalLink}
              label="Open link"
              onClick={() => void client.system.openLink({ url: values.url })}
            />
          )
        }
        onChange={(url) => write({ url })}
        onBlur={onLeave}
      />
      <TextArea
        label="Guests"
        hint="One a line. Nobody is written to."
        value={values.guests}
        error={errors.guests}
        onChange={(guests) => write({ guests })}
        onBlur={onLeave}
      />
      <TextArea
        label="Notes"
        value={values.notes}
        error={errors.notes}
        onChange={(notes) => write({ notes })}
        onBlur={onLeave}
      />
      <div className={styles.pair}>
        <DurationField
          label="Way there"
          value={values.travelMin === 0 ? undefined : values.travelMin}
          error={errors.travel}
          onChange={(travelMin = 0) => choose({ ...values, travelMin })}
        />
        <Select
          label="Status"
          value={values.status}
          options={STATUSES}
          onChange={(status) => choose({ ...values, status })}
        />
      </div>
      <Switch
        label="Takes time"
        hint="Plans keep clear of it."
        checked={values.busy}
        onChange={(busy) => choose({ ...values, busy })}
      />
    </div>
  );
}
