import type { EmailAccount } from '#contract/reminders';
import type { ReminderEmail } from '#contract/reminder-email';
import { saveSecret, deleteSecret } from '#db/queries/secrets';
import { saveSetting } from '#db/queries/settings';
import { newId } from '#main/ledger/new-id';
import type { MailTrouble } from '#main/ports/mailer';
import type { Services } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { EMAIL_SECRET, secretOf } from './email-sender.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Keeps the account; its password apart, sealed. @throws Refusal EMAIL_INSECURE, EMAIL_SECRET_MISSING */
export function saveEmail(services: Services, account: EmailAccount, secret: string | undefined): void {
  const checked = check(services, account, secret);
  const nowMs = services.clock.nowMs();
  if (secret !== undefined) {
    const sealed = services.secrets.seal(secret);
    services.ledger.writeUnrecorded((handle) => saveSecret(handle, EMAIL_SECRET, sealed, nowMs));
  }
  services.ledger.write({ actor: 'user', command: 'reminders.saveEmail' }, (tx) =>
    saveSetting(tx, 'reminderEmail', { ...checked, agreedAtMs: tx.nowMs }),
  );
}

/** Ends the mailing and forgets the password. */
export function removeEmail(services: Services): void {
  services.ledger.writeUnrecorded((handle) => deleteSecret(handle, EMAIL_SECRET));
  services.ledger.write({ actor: 'user', command: 'reminders.removeEmail' }, (tx) =>
    saveSetting(tx, 'reminderEmail', null),
  );
}

const WHY: Readonly<Record<MailTrouble, string>> = {
  UNREACHABLE: 'EMAIL_UNREACHABLE',
  TIMEOUT: 'EMAIL_UNREACHABLE',
  BUSY: 'EMAIL_BUSY',
  LIMITED: 'EMAIL_BUSY',
  SERVER: 'EMAIL_BUSY',
  AUTH: 'EMAIL_AUTH',
  REFUSED: 'EMAIL_REFUSED',
  UNSURE: 'EMAIL_UNSURE',
};

/** Mails a line to see whether it works; nothing of the person's is in it. @throws Refusal why it did not */
export async function sendTest(services: Services, account: EmailAccount, secret: string | undefined): Promise<void> {
  const checked: ReminderEmail = { ...check(services, account, secret), agreedAtMs: services.clock.nowMs() };
  const answer = await services.mailer.send(
    {
      key: newId(services.clock.nowMs()),
      subject: 'A test from Braindump',
      text: 'Reminders by e-mail arrive here. There is nothing to do.',
    },
    checked,
    secret ?? secretOf(services) ?? '',
  );
  if (answer.outcome === 'failed') throw new Refusal(WHY[answer.error]);
}

function check(services: Services, account: EmailAccount, secret: string | undefined): EmailAccount {
  if (account.security === 'none' && !LOOPBACK.has(account.host)) throw new Refusal('EMAIL_INSECURE');
  if (account.provider === 'smtp' && account.host === '') throw new Refusal('EMAIL_HOST_MISSING');
  const isNeeded = account.provider === 'resend' || account.user !== '';
  if (isNeeded && (secret ?? secretOf(services) ?? '') === '') throw new Refusal('EMAIL_SECRET_MISSING');
  return account;
}
