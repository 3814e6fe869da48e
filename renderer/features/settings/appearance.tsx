import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SettingLine } from './setting-line.tsx';
import type { SectionProps } from './settings-screen.tsx';

/** How the window looks. */
export function Appearance({ desk: { settings, errors, set } }: SectionProps) {
  return (
    <>
      <SettingLine label="Theme" hint="System follows your machine, also when it turns at night." error={errors.theme}>
        <SegmentedControl
          label="Theme"
          value={settings.theme}
          options={[
            { value: 'system', label: 'System' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => set('theme', theme, 'Theme')}
        />
      </SettingLine>
      <SettingLine label="Density" hint="Compact fits more rows and hours on the page." error={errors.density}>
        <SegmentedControl
          label="Density"
          value={settings.density}
          options={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
          ]}
          onChange={(density) => set('density', density, 'Density')}
        />
      </SettingLine>
    </>
  );
}
