import type { Delivery } from '#contract/reminders';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatCount, formatRelativeDay, formatTime } from '#renderer/ui/format.ts';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './reminders-screen.module.css';
import { ToldList, dayIn } from './told-list.tsx';
import { useTold } from './use-told.ts';

/** Everything that was told and waits for an answer, and what could not be delivered. */
export default function RemindersScreen() {
  const told = useTold();
  const waiting = told.items.filter(({ snoozedUntilMs }) => snoozedUntilMs === null);
  return (
    <>
      <Bar
        title="Reminders"
        detail={told.count === 0 ? undefined : formatCount(told.count, { one: 'waits', other: 'wait' })}
        end={
          waiting.length > 0 && (
            <Button
              size="small"
              onClick={() => told.dismiss.mutate({ alarmIds: waiting.map(({ alarmId }) => alarmId) })}
            >
              Clear all
            </Button>
          )
        }
      />
      <div className={styles.body} data-focus="inset">
        <div className={styles.column}>
          {told.centre.isSuccess && told.items.length === 0 && (
            <EmptyState compact title="Nothing waits">
              Give a task or an event a reminder, and what it tells you is kept here until you answer it.
            </EmptyState>
          )}
          <ToldList told={told} items={told.items} />
          <Stuck zone={told.zone} today={told.today} />
        </div>
      </div>
    </>
  );
}

const CHANNELS = { centre: 'In the window', native: 'Notification', email: 'E-mail' } as const;
const ERRORS: Readonly<Record<NonNullable<Delivery['error']>, string>> = {
  NOT_SHOWN: 'the system did not show it',
  UNREACHABLE: 'the server could not be reached',
  TIMEOUT: 'the server did not answer in time',
  BUSY: 'the server asked to come back later',
  LIMITED: 'the server takes no more for now',
  SERVER: 'the server had trouble',
  AUTH: 'the server did not accept the password or key',
  REFUSED: 'the server refused it',
  NOT_SET_UP: 'e-mail is not set up any more',
  UNSURE: 'it may have arrived; it is not sent again by itself',
};

/** Deliveries that were given up, each with why and a way on. */
function Stuck({ zone, today }: { readonly zone: string; readonly today: string }) {
  const { stuck = [] } = useQuery(api.reminders.deliveries.queryOptions({ input: {} })).data ?? {};
  const retry = useCommand(client.reminders.retryDelivery);
  const skip = useCommand(client.reminders.skipDelivery);
  if (stuck.length === 0) return null;
  return (
    <section className={styles.stuck} aria-labelledby="reminders-stuck">
      <SectionLabel id="reminders-stuck" end={stuck.length}>
        Not delivered
      </SectionLabel>
      <ul>
        {stuck.map((one) => (
          <li key={one.id}>
            <Row
              leading={
                <span className={styles.when}>
                  {formatRelativeDay(dayIn(one.dueMs, zone), today)} {formatTime(one.dueMs, zone)}
                </span>
              }
              title={<bdi>{one.title ?? 'Something that is not there any more'}</bdi>}
              meta={
                <span className={styles.why}>
                  {CHANNELS[one.channel]}: {one.error === null ? 'given up' : ERRORS[one.error]}
                </span>
              }
              end={
                <>
                  <Button size="small" variant="quiet" onClick={() => retry.mutate({ id: one.id })}>
                    Send again
                  </Button>
                  <Button size="small" variant="quiet" onClick={() => skip.mutate({ id: one.id })}>
                    Leave it
                  </Button>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
