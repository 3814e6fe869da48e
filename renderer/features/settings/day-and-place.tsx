import { api } from '#renderer/data/api.ts';
import { userLocale } from '#renderer/ui/format.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { SettingLine } from './setting-line.tsx';
import type { SectionProps } from './settings-screen.tsx';

const MACHINE = 'machine';
const NONE = 'none';
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'French' },
  { value: 'de', label: 'German' },
  { value: 'it', label: 'Italian' },
  { value: 'pt', label: 'Portuguese' },
  { value: 'es', label: 'Spanish' },
] as const;

/** When and where the person lives. */
export function DayAndPlace({ desk: { settings, errors, set } }: SectionProps) {
  const zone = useQuery(api.system.status.queryOptions()).data?.zone;
  const followed = settings.zone === null && zone !== undefined ? ` (${zoneLabel(zone)})` : '';
  const zones = useMemo(() => withChosen(Intl.supportedValuesOf('timeZone'), settings.zone), [settings.zone]);
  const currencies = useMemo(
    () => withChosen(Intl.supportedValuesOf('currency'), settings.currency),
    [settings.currency],
  );
  const currencyNames = useMemo(() => new Intl.DisplayNames(userLocale(), { type: 'currency' }), []);
  return (
    <>
      <SettingLine label="The day begins at" hint="What you write before this time still belongs to the day before.">
        <TimeField
          label="The day begins at"
          hidesLabel
          value={timeOf(settings.dayStartMin)}
          error={errors.dayStartMin}
          onChange={(time) => set('dayStartMin', time === undefined ? 0 : minutesOf(time), 'Start of the day')}
        />
      </SettingLine>
      <SettingLine label="Time zone">
        <Select
          label="Time zone"
          hidesLabel
          value={settings.zone ?? MACHINE}
          error={errors.zone}
          options={[
            { value: MACHINE, label: `Like this machine${followed}` },
            ...zones.map((name) => ({ value: name, label: zoneLabel(name) })),
          ]}
          onChange={(name) => set('zone', name === MACHINE ? null : name, 'Time zone')}
        />
      </SettingLine>
      <SettingLine label="Second time zone" hint="Its hours stand beside yours on the calendar.">
        <Select
          label="Second time zone"
          hidesLabel
          value={settings.secondZone ?? NONE}
          error={errors.secondZone}
          options={[{ value: NONE, label: 'None' }, ...zones.map((name) => ({ value: name, label: zoneLabel(name) }))]}
          onChange={(name) => set('secondZone', name === NONE ? null : name, 'Second time zone')}
        />
      </SettingLine>
      <SettingLine label="The week begins on">
        <Select
          label="The week begins on"
          hidesLabel
          value={settings.weekStart}
          error={errors.weekStart}
          options={[
            { value: 'monday', label: 'Monday' },
            { value: 'saturday', label: 'Saturday' },
            { value: 'sunday', label: 'Sunday' },
          ]}
          onChange={(weekStart) => set('weekStart', weekStart, 'Start of the week')}
        />
      </SettingLine>
      <SettingLine
        label="You write in"
        hint="Dates and repetitions are understood in it: “nächsten Freitag”, “tous les lundis”. English always is."
      >
        <Select
          label="You write in"
          hidesLabel
          value={settings.writingLanguage ?? MACHINE}
          error={errors.writingLanguage}
          options={[{ value: MACHINE, label: 'Like this machine' }, ...LANGUAGES]}
          onChange={(language) => set('writingLanguage', language === MACHINE ? null : language, 'Language')}
        />
      </SettingLine>
      <SettingLine label="Currency" hint="What an amount is in when you don’t say.">
        <Select
          label="Currency"
          hidesLabel
          value={settings.currency}
          error={errors.currency}
          options={currencies.map((code) => ({ value: code, label: `${code} ${currencyNames.of(code) ?? ''}` }))}
          onChange={(currency) => set('currency', currency, 'Currency')}
        />
      </SettingLine>
    </>
  );
}

const zoneLabel = (name: string): string => name.replaceAll('_', ' ');

/** Names this browser knows, and the chosen one where it does not. */
function withChosen(names: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || names.includes(chosen) ? names : [chosen, ...names];
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
