import { type Reminder, type ReminderSubject, type ReminderWhen, remindersContract } from '#contract/reminders';
import {
  countWaitingDeliveries,
  findDelivery,
  latestDeliveries,
  setDelivery,
  type ShownDelivery,
  stuckDeliveries,
} from '#db/queries/reminder-deliveries';
import { type ReminderRow, nextAlarmOf, remindersOf, taskOfReminder } from '#db/queries/reminders';
import type { ReadHandle } from '#db/store/handles';
import { readReminder } from '#main/domain/reminders/read-reminder';
import { offsetWords } from '#main/domain/reminders/words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { type Around, addReminder, answer, changeReminder, completeTold, meantBy, removeReminder } from './commands.ts';
import { removeEmail, saveEmail, sendTest } from './email.ts';
import { secretOf } from './email-sender.ts';
import { keepReminders } from './keep-reminders.ts';
import { snoozeTime } from './snooze-time.ts';
import { readCentre } from './told.ts';
import { remindersWords } from './words.ts';

export { addReminder } from './commands.ts';
/** @public for tasks that repeat */
export { copyReminders } from './commands.ts';
export { reminderReactions } from './follow.ts';

const os = implement(remindersContract).$context<FeatureContext>().use(mapFailures);

const around = (services: Services): Around => ({ nowMs: services.clock.nowMs(), zone: services.zone() });

const shown = (handle: ReadHandle, row: ReminderRow): Reminder => ({
  id: row.id,
  taskId: row.taskId,
  eventId: row.eventId,
  occurrence: row.occurrence,
  anchor: row.anchor,
  offsetMin: row.offsetMin,
  atLocal: row.atLocal,
  zone: row.zone,
  words: row.offsetMin === null ? null : `${offsetWords(row.offsetMin)}${row.anchor === 'do' ? ' its day' : ''}`,
  nextMs: nextAlarmOf(handle, row.id),
});

/** The reminders of a thing; of one occurrence those of its series that mean it. */
function ofSubject(services: Services, named: ReminderSubject): Reminder[] {
  const { read } = services.ledger;
  const { subject, occurrence } = meantBy(read, named, around(services));
  return remindersOf(read, subject)
    .filter((row) => row.occurrence === null || occurrence === null || row.occurrence === occurrence)
    .toSorted(
      (one, other) =>
        (other.offsetMin ?? -1) - (one.offsetMin ?? -1) || (one.atLocal ?? '').localeCompare(other.atLocal ?? ''),
    )
    .map((row) => shown(read, row));
}

/** What a length of time counts back from, where nothing else is said. */
function anchorOf(handle: ReadHandle, subject: ReminderSubject): 'start' | 'due' | 'do' {
  if (!('taskId' in subject)) return 'start';
  const task = taskOfReminder(handle, subject.taskId);
  return task?.dueDay === null && task.doDay !== null ? 'do' : 'due';
}

/** The contract leaves out what is not shown. */
const asDelivery = (row: ShownDelivery) => ({ ...row, nextTryMs: row.state === 'waiting' ? row.nextTryMs : null });

const router = os.router({
  of: os.of.handler(({ input, context: { services } }) => ofSubject(services, input)),
  add: os.add.handler(({ input, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'reminders.add' }, (tx) => {
      const { subject, occurrence } = meantBy(tx, input.subject, around(services));
      return addReminder(tx, subject, input.when, occurrence);
    });
    return shown(services.ledger.read, row);
  }),
  readWords: os.readWords.handler(({ input, context: { services } }) => {
    const { read } = services.ledger;
    const said = readReminder(input.text, around(services), services.settings().reminderAllDayTime);
    if (said === null) return null;
    if (said.kind === 'at') return { when: { atLocal: said.local, zone: null }, words: said.local.replace('T', ' ') };
    const when = { anchor: anchorOf(read, input.subject), offsetMin: said.offsetMin };
    return { when, words: offsetWords(said.offsetMin) };
  }),
  change: os.change.handler(({ input, context: { services } }) => {
    const row = services.ledger.write({ actor: 'user', command: 'reminders.change' }, (tx) =>
      changeReminder(tx, input.id, input.when satisfies ReminderWhen),
    );
    return shown(services.ledger.read, row);
  }),
  remove: os.remove.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'reminders.remove' }, (tx) => removeReminder(tx, input.id)),
  ),
  centre: os.centre.handler(({ context: { services } }) => {
    const items = readCentre(services.ledger.read, services.clock.nowMs());
    return { count: items.filter(({ snoozedUntilMs }) => snoozedUntilMs === null).length, items };
  }),
  snooze: os.snooze.handler(({ input, context: { services } }) => {
    const { reminderAllDayTime } = services.settings();
    const untilMs = snoozeTime(input.until, services.clock.nowMs(), services.zone(), reminderAllDayTime);
    services.ledger.write({ actor: 'user', command: 'reminders.snooze' }, (tx) =>
      answer(tx, input.alarmIds, 'snoozed', untilMs),
    );
    return { untilMs };
  }),
  dismiss: os.dismiss.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'reminders.dismiss' }, (tx) =>
      answer(tx, input.alarmIds, 'dismissed', null),
    ),
  ),
  done: os.done.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'reminders.done' }, (tx) => completeTold(tx, input.alarmIds)),
  ),
  deliveries: os.deliveries.handler(({ input, context: { services } }) => {
    const { read } = services.ledger;
    return {
      stuck: stuckDeliveries(read, input.limit).map(asDelivery),
      latest: latestDeliveries(read, input.limit).map(asDelivery),
      waiting: countWaitingDeliveries(read),
    };
  }),
  retryDelivery: os.retryDelivery.handler(({ input, context: { services } }) =>
    setByHand(services, input.id, 'waiting'),
  ),
  email: os.email.handler(({ context: { services } }) => ({
    account: services.settings().reminderEmail,
    hasSecret: secretOf(services) !== null,
    guard: services.secrets.guard,
  })),
  saveEmail: os.saveEmail.handler(({ input, context: { services } }) =>
    saveEmail(services, input.account, input.secret),
  ),
  removeEmail: os.removeEmail.handler(({ context: { services } }) => removeEmail(services)),
  sendTest: os.sendTest.handler(({ input, context: { services } }) => sendTest(services, input.account, input.secret)),
  skipDelivery: os.skipDelivery.handler(({ input, context: { services } }) => setByHand(services, input.id, 'skipped')),
});

function setByHand(services: Services, id: number, state: 'waiting' | 'skipped'): void {
  const nowMs = services.clock.nowMs();
  services.ledger.writeUnrecorded((handle) => {
    const row = findDelivery(handle, id);
    if (!row || (row.state !== 'parked' && row.state !== 'waiting'))
      throw new Refusal('NOT_FOUND', { what: 'delivery' });
    setDelivery(handle, id, { state, attempts: 0, nextTryMs: nowMs, error: null, nowMs });
  });
  services.ledger.announceUnrecorded('reminder_delivery', [String(id)]);
}

export const remindersFeature = {
  name: 'reminders',
  router,
  words: remindersWords,
  start: keepReminders,
} satisfies Feature<typeof router>;
