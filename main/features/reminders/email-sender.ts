import { findSecret } from '#db/queries/secrets';
import { toldWords, whenWords } from '#main/domain/reminders/told-words';
import type { MailAnswer } from '#main/ports/mailer';
import type { Services } from '../feature.ts';
import type { Batch, Sender } from './deliveries.ts';

/** The name its password or key is kept under. */
export const EMAIL_SECRET = 'reminder-email';

/** Tells by e-mail, through the account the person set up and agreed to. */
export function emailSender(services: Services): Sender {
  return {
    channel: 'email',
    // A server that greylists wants minutes; what is a day late is no reminder any more.
    backoff: { firstMs: 60_000, longestMs: 4 * 3_600_000 },
    mostAttempts: 10,
    // Resend knows the key of what it was sent; a mail server does not.
    isRepeatable: () => services.settings().reminderEmail?.provider === 'resend',
    async send(batch) {
      const answer = await mailBatch(services, batch);
      if (answer === null) return { outcome: 'failed', error: 'NOT_SET_UP', isFinal: true };
      return answer.outcome === 'accepted' ? { outcome: 'delivered' } : answer;
    },
  };
}

async function mailBatch(services: Services, { id, things }: Batch): Promise<MailAnswer | null> {
  const account = services.settings().reminderEmail;
  if (account === null) return null;
  const secret = secretOf(services);
  if (secret === null && (account.provider === 'resend' || account.user !== '')) return null;
  const nowMs = services.clock.nowMs();
  const zone = services.zone();
  const lines = things.map((thing) =>
    [thing.title, whenWords(thing, nowMs, zone)].filter((part) => part !== '').join('\n'),
  );
  return services.mailer.send(
    { key: id, subject: toldWords(things, nowMs, zone).title, text: `${lines.join('\n\n')}\n\n-- \nBraindump` },
    account,
    secret ?? '',
  );
}

/** Null when there is none, or it was sealed elsewhere. */
export function secretOf({ ledger, secrets }: Services): string | null {
  const sealed = findSecret(ledger.read, EMAIL_SECRET);
  return sealed === undefined ? null : secrets.open(sealed);
}
