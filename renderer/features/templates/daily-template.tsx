import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useQuery } from '@tanstack/react-query';
import { type OfferedTemplate, useTemplates } from './use-templates.ts';

/** The template a new day begins with; undefined for none, and until it is known. */
export function useDailyTemplate(): OfferedTemplate | undefined {
  const chosen = useQuery(api.settings.get.queryOptions()).data?.dailyTemplate;
  const templates = useTemplates();
  return chosen === undefined || chosen === null ? undefined : templates?.find(({ id }) => id === chosen);
}

/** Chooses what the first entry of a day begins with. */
export function DailyTemplateSelect({ hidesLabel = false }: { readonly hidesLabel?: boolean }) {
  const chosen = useQuery(api.settings.get.queryOptions()).data?.dailyTemplate;
  const templates = useTemplates() ?? [];
  const set = useCommand(client.settings.update, { done: () => 'Daily template changed' });
  const isKnown = templates.some(({ id }) => id === chosen);
  return (
    <Select
      label="A new day begins with"
      hidesLabel={hidesLabel}
      value={typeof chosen === 'string' && isKnown ? chosen : 'none'}
      options={[
        { value: 'none', label: 'An empty page' },
        ...templates.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => set.mutate({ dailyTemplate: id === 'none' ? null : id })}
    />
  );
}
