import type { Settings } from '#contract/settings';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { formatDuration } from '#renderer/ui/format.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useState } from 'react';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-screen.module.css';
import type { SectionProps } from './settings-screen.tsx';
import type { SettingsDesk } from './use-settings.ts';

type LengthName = {
  [Name in keyof Settings]: Settings[Name] extends number ? Name : never;
}[keyof Settings];

interface LengthLineProps {
  readonly desk: SettingsDesk;
  readonly name: LengthName;
  readonly label: string;
  readonly hint?: string;
}

/** A length of time to set; one that was refused stays in the field with what is wrong with it. */
function LengthLine({ desk, name, label, hint }: LengthLineProps) {
  const [refused, setRefused] = useState<number>();
  const error = desk.errors[name];
  return (
    <SettingLine label={label} hint={hint}>
      <DurationField
        label={label}
        hidesLabel
        value={error === undefined ? desk.settings[name] : (refused ?? desk.settings[name])}
        error={error}
        onChange={(minutes) => {
          if (minutes === undefined) return;
          setRefused(minutes);
          desk.set(name, minutes, label);
        }}
      />
    </SettingLine>
  );
}

/** What plans are made with. */
export function Planning({ desk }: SectionProps) {
  const { settings, errors, set } = desk;
  return (
    <>
      <SettingLine label="Kept free around events" error={errors.bufferMin}>
        <Select
          label="Kept free around events"
          hidesLabel
          value={String(settings.bufferMin)}
          options={withStanding([0, 5, 10, 15, 20, 30, 45, 60], settings.bufferMin).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? 'Nothing' : `${minutes} min`,
          }))}
          onChange={(minutes) => set('bufferMin', Number(minutes), 'Buffer')}
        />
      </SettingLine>
      <Lunch desk={desk} />
      <LimitLine
        desk={desk}
        name="mostPlannedMin"
        label="Most planned work a day"
        hint="What is over it goes to the next day."
      />
      <LimitLine
        desk={desk}
        name="mostDemandingMin"
        label="Most demanding work a day"
        hint="Tasks that need high energy."
      />
      <SettingLine
        label="Free time to keep"
        hint="Of the time that events leave in a day."
        error={errors.keepFreePercent}
      >
        <Select
          label="Free time to keep"
          hidesLabel
          value={String(settings.keepFreePercent)}
          options={withStanding([0, 10, 20, 30, 40, 50], settings.keepFreePercent).map((percent) => ({
            value: String(percent),
            label: percent === 0 ? 'None in particular' : `${percent} %`,
          }))}
          onChange={(percent) => set('keepFreePercent', Number(percent), 'Free time to keep')}
        />
      </SettingLine>
      <LengthLine
        desk={desk}
        name="defaultEstimateMin"
        label="Usual estimate"
        hint="What a task without an estimate is planned with, until enough like it were done."
      />
    </>
  );
}

/** A break in the middle of the day that plans leave free, wherever events leave it room. */
function Lunch({ desk: { settings, errors, set } }: SectionProps) {
  const { lunch } = settings;
  const change = (part: Partial<NonNullable<Settings['lunch']>>): void => {
    if (lunch !== null) set('lunch', { ...lunch, ...part }, 'Lunch');
  };
  return (
    <>
      <SettingLine label="Lunch" hint="Kept free on working days, wherever events leave it room." error={errors.lunch}>
        <Select
          label="Lunch"
          hidesLabel
          value={lunch === null ? '0' : String(lunch.durationMin)}
          options={withStanding([0, 30, 45, 60, 90], lunch?.durationMin ?? 0).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? 'No lunch' : `${minutes} min`,
          }))}
          onChange={(minutes) =>
            set('lunch', minutes === '0' ? null : { ...USUAL_LUNCH, ...lunch, durationMin: Number(minutes) }, 'Lunch')
          }
        />
      </SettingLine>
      {lunch !== null && (
        <SettingLine label="Lunch lies between">
          <span className={styles.stretch}>
            <TimeField
              label="Lunch, from"
              hidesLabel
              value={lunch.from}
              onChange={(from) => from !== undefined && change({ from })}
            />
            <span className={styles.to}>and</span>
            <TimeField
              label="Lunch, to"
              hidesLabel
              value={lunch.to}
              onChange={(to) => to !== undefined && change({ to })}
            />
          </span>
        </SettingLine>
      )}
    </>
  );
}

type LimitName = 'mostPlannedMin' | 'mostDemandingMin';

interface LimitLineProps extends Omit<LengthLineProps, 'name'> {
  readonly name: LimitName;
}

/** The most of something in a day, or no limit. */
function LimitLine({ desk: { settings, errors, set }, name, label, hint }: LimitLineProps) {
  const standing = settings[name] ?? 0;
  return (
    <SettingLine label={label} hint={hint} error={errors[name]}>
      <Select
        label={label}
        hidesLabel
        value={String(standing)}
        options={withStanding([0, 60, 90, 120, 180, 240, 300, 360, 420], standing).map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? 'No limit' : formatDuration(minutes),
        }))}
        onChange={(minutes) => set(name, minutes === '0' ? null : Number(minutes), label)}
      />
    </SettingLine>
  );
}

const USUAL_LUNCH = { from: '12:00', to: '14:00' };

/** The lengths a new focus session begins with. */
export function FocusLengths({ desk }: SectionProps) {
  const { settings, errors, set } = desk;
  return (
    <>
      <LengthLine desk={desk} name="focusWorkMin" label="Round" />
      <LengthLine desk={desk} name="focusBreakMin" label="Break" />
      <LengthLine desk={desk} name="focusLongBreakMin" label="Long break" />
      <SettingLine label="Rounds before a long break" error={errors.focusRoundsBeforeLongBreak}>
        <Select
          label="Rounds before a long break"
          hidesLabel
          value={String(settings.focusRoundsBeforeLongBreak)}
          options={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
          onChange={(rounds) => set('focusRoundsBeforeLongBreak', Number(rounds), 'Rounds')}
        />
      </SettingLine>
    </>
  );
}

const withStanding = (choices: readonly number[], standing: number): readonly number[] =>
  choices.includes(standing) ? choices : [...choices, standing].sort((one, other) => one - other);
