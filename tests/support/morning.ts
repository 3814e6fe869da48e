import type { SettingsChange } from '#contract/settings';

const wholeDay: [string, string][] = [['09:00', '18:00']];

/** Settings under which it is nine in the morning of a working day, whenever a test runs: there is time ahead to plan. */
export function workingMorning(): SettingsChange {
  const ahead = (9 - new Date().getUTCHours() + 24) % 24;
  return {
    // POSIX signs: Etc/GMT-3 lies three hours ahead of UTC.
    zone: ahead <= 14 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`,
    theme: 'light',
    workingHours: {
      mon: wholeDay,
      tue: wholeDay,
      wed: wholeDay,
      thu: wholeDay,
      fri: wholeDay,
      sat: wholeDay,
      sun: wholeDay,
    },
  };
}
