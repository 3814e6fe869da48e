import type { Settings } from '#contract/settings';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { useState } from 'react';
import { SettingLine } from './setting-line.tsx';
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
      <LengthLine
        desk={desk}
        name="defaultEstimateMin"
        label="Usual estimate"
        hint="What a task without an estimate is planned with."
      />
    </>
  );
}

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
