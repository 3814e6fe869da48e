import type { Calendar } from '#contract/calendar';
import type { Day } from '#contract/time';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import type { RefObject } from 'react';
import styles from './event-form.module.css';
import { type EventValues, withStart } from './event-values.ts';

export type EventField = 'title' | 'start' | 'end' | 'zone' | 'place' | 'notes' | 'calendar';
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
  const isElsewhere = !values.allDay && values.zone !== null && values.zone !== userZone;
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
      {isElsewhere && <p className={styles.hint}>Times are those of {values.zone?.replaceAll('_', ' ')}.</p>}
      {errors.zone !== undefined && <p className={styles.error}>{errors.zone}</p>}
      {calendars.length > 0 && (
        <Select
          label="Calendar"
          value={values.calendarId ?? calendars[0]!.id}
          options={calendars.map(({ id, name, color }) => ({ value: id, label: name, color }))}
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
      <TextArea
        label="Notes"
        value={values.notes}
        error={errors.notes}
        onChange={(notes) => write({ notes })}
        onBlur={onLeave}
      />
      <Switch
        label="Takes time"
        hint="Plans keep clear of it."
        checked={values.busy}
        onChange={(busy) => choose({ ...values, busy })}
      />
    </div>
  );
}
