import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { ReminderEmailForm } from './reminder-email-form.tsx';
import { SettingLine } from './setting-line.tsx';
import type { SectionProps } from './settings-screen.tsx';

const LENGTHS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'none', label: 'None' },
  { value: '0', label: 'At the time' },
  { value: '5', label: '5 min before' },
  { value: '10', label: '10 min before' },
  { value: '15', label: '15 min before' },
  { value: '30', label: '30 min before' },
  { value: '60', label: '1 hour before' },
  { value: '1440', label: '1 day before' },
];

const valueOf = (minutes: readonly number[]): string => (minutes[0] === undefined ? 'none' : String(minutes[0]));
const minutesOf = (value: string): number[] => (value === 'none' ? [] : [Number(value)]);

function optionsWith(minutes: readonly number[]) {
  const value = valueOf(minutes);
  return LENGTHS.some((one) => one.value === value) ? LENGTHS : [...LENGTHS, { value, label: `${value} min before` }];
}

/** How and when the person is reminded. */
export function ReminderSettings({ desk: { settings, errors, set } }: SectionProps) {
  const quiet = settings.reminderQuiet;
  return (
    <>
      <SettingLine label="A new event begins with" hint="Events with a time. Each can have others, or none.">
        <Select
          label="A new event begins with"
          hidesLabel
          value={valueOf(settings.reminderEventMin)}
          options={optionsWith(settings.reminderEventMin)}
          onChange={(value) => set('reminderEventMin', minutesOf(value), 'Reminders of new events')}
        />
      </SettingLine>
      <SettingLine label="A task with a due time begins with">
        <Select
          label="A task with a due time begins with"
          hidesLabel
          value={valueOf(settings.reminderTaskMin)}
          options={optionsWith(settings.reminderTaskMin)}
          onChange={(value) => set('reminderTaskMin', minutesOf(value), 'Reminders of new tasks')}
        />
      </SettingLine>
      <SettingLine label="Whole days are told of at" hint="Tasks and events without a time of day.">
        <TimeField
          label="Whole days are told of at"
          hidesLabel
          value={settings.reminderAllDayTime}
          error={errors.reminderAllDayTime}
          onChange={(time) => set('reminderAllDayTime', time ?? '09:00', 'Time for whole days')}
        />
      </SettingLine>
      <SettingLine label="System notifications">
        <Switch
          label="Show them"
          checked={settings.reminderNative}
          onChange={(isOn) => set('reminderNative', isOn, 'Notifications')}
        />
      </SettingLine>
      <SettingLine
        label="Quiet hours"
        hint="What comes due waits for their end, and is told together. The bell shows it at once."
      >
        <Switch
          label="Keep quiet"
          checked={quiet !== null}
          onChange={(isOn) => set('reminderQuiet', isOn ? { from: '22:00', to: '07:00' } : null, 'Quiet hours')}
        />
        {quiet !== null && (
          <>
            <TimeField
              label="From"
              value={quiet.from}
              onChange={(from) => from !== undefined && set('reminderQuiet', { ...quiet, from }, 'Quiet hours')}
            />
            <TimeField
              label="To"
              value={quiet.to}
              onChange={(to) => to !== undefined && set('reminderQuiet', { ...quiet, to }, 'Quiet hours')}
            />
          </>
        )}
      </SettingLine>
      <ReminderEmailForm />
    </>
  );
}
