import type { Settings, SettingsChange } from '#contract/settings';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { offerUndo } from '#renderer/data/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

export type SettingName = keyof Settings;

export interface SettingsDesk {
  readonly settings: Settings;
  /** What was wrong with a change, to be said beside its field. */
  readonly errors: Partial<Record<SettingName, string>>;
  /** Sets something at once and offers undo. @param what "Theme": names it in the toast */
  set<Name extends SettingName>(name: Name, value: Settings[Name], what: string): void;
}

/** What holds, and a way to change it; undefined until the core has answered. */
export function useSettings(): SettingsDesk | undefined {
  const settings = useQuery(api.settings.get.queryOptions()).data;
  const [errors, setErrors] = useState<SettingsDesk['errors']>({});
  if (settings === undefined) return undefined;

  async function save(name: SettingName, change: SettingsChange, what: string): Promise<void> {
    const key = api.settings.get.queryKey();
    // The look changes with the press, not after the answer.
    queryClient.setQueryData(key, (current) => (current ? ({ ...current, ...change } as Settings) : current));
    try {
      queryClient.setQueryData(key, await client.settings.update(change));
      setErrors((current) => ({ ...current, [name]: undefined }));
      void offerUndo(`${what} changed`);
    } catch (error) {
      setErrors((current) => ({ ...current, [name]: failureOf(error).message }));
      await queryClient.invalidateQueries({ queryKey: key });
    }
  }

  return {
    settings,
    errors,
    set(name, value, what) {
      if (JSON.stringify(settings[name]) !== JSON.stringify(value)) void save(name, { [name]: value }, what);
    },
  };
}
