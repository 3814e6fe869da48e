import { toldWords } from '#main/domain/reminders/told-words';
import type { Services } from '../feature.ts';
import type { Sender } from './deliveries.ts';
import { answer, completeTold } from './commands.ts';

const SNOOZE_MIN = 10;

/** Tells by the system's notifications. A click opens the thing, or the list of what was told. */
export function nativeSender(services: Services): Sender {
  return {
    channel: 'native',
    backoff: { firstMs: 5_000, longestMs: 30 * 60_000 },
    mostAttempts: 8,
    // The system takes no key: what may have been shown is not shown again.
    isRepeatable: () => false,
    async send({ id, things }) {
      const [first] = things;
      const isOne = things.length === 1 && first !== undefined;
      const alarmIds = things.map(({ alarmId }) => alarmId);
      const act = (command: string, work: () => void): void => {
        try {
          work();
        } catch (error) {
          services.log.error(`reminders: ${command} was refused`, error);
        }
      };
      const actions = [
        ...(isOne && first.taskId !== null
          ? [
              {
                label: 'Done',
                run: () =>
                  act('reminders.done', () =>
                    services.ledger.write({ actor: 'user', command: 'reminders.done' }, (tx) =>
                      completeTold(tx, alarmIds),
                    ),
                  ),
              },
            ]
          : []),
        {
          label: `Snooze ${SNOOZE_MIN} min`,
          run: () =>
            act('reminders.snooze', () =>
              services.ledger.write({ actor: 'user', command: 'reminders.snooze' }, (tx) =>
                answer(tx, alarmIds, 'snoozed', tx.nowMs + SNOOZE_MIN * 60_000),
              ),
            ),
        },
      ];
      try {
        await services.notifier.show({
          ...toldWords(things, services.clock.nowMs(), services.zone()),
          tag: `reminder-${id}`,
          route: isOne ? first.route : '/reminders',
          actions,
        });
        return { outcome: 'delivered' };
      } catch (error) {
        services.log.error('reminders: the system did not show a notification', error);
        return { outcome: 'failed', error: 'NOT_SHOWN', isFinal: false };
      }
    },
  };
}
