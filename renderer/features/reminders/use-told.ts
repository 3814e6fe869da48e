import type { ToldReminder } from '#contract/reminders';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { useQuery } from '@tanstack/react-query';

const told = (count: number): string => formatCount(count, { one: 'reminder', other: 'reminders' });

/** What was told and waits for an answer, and the answers. */
export function useTold() {
  const centre = useQuery(api.reminders.centre.queryOptions());
  const now = useQuery(api.today.now.queryOptions()).data;
  const zone = now?.zone ?? 'UTC';
  const today = now?.day ?? '1970-01-01';
  const snooze = useCommand(client.reminders.snooze, { done: (_, { alarmIds }) => `${told(alarmIds.length)} put off` });
  const dismiss = useCommand(client.reminders.dismiss, {
    done: (_, { alarmIds }) => `${told(alarmIds.length)} cleared`,
  });
  const done = useCommand(client.reminders.done, { done: () => 'Task completed' });
  const items: readonly ToldReminder[] = centre.data?.items ?? [];
  return { centre, items, count: centre.data?.count ?? 0, zone, today, snooze, dismiss, done };
}

export type Told = ReturnType<typeof useTold>;
