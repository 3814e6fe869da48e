import type { ReminderEmail } from '#contract/reminder-email';
import type { Mail, MailAnswer } from '#main/ports/mailer';
import { Readable } from 'node:stream';

export interface SmtpTimes {
  readonly connectMs: number;
  readonly silenceMs: number;
  /** Between a message's last line and the dot that ends it. */
  readonly breathMs: number;
}

const TIMES: SmtpTimes = { connectMs: 20_000, silenceMs: 60_000, breathMs: 250 };

/**
 * Sends by SMTP. A server has no idempotency keys, and until the dot that ends the message it has accepted nothing: whatever
 * goes wrong before is tried again. The dot is held back for a moment, so that a connection that breaks under the message is
 * noticed before it. What breaks between the dot and the answer is UNSURE: nobody can tell whether it was accepted.
 */
export async function sendBySmtp(
  mail: Mail,
  account: ReminderEmail,
  secret: string,
  times = TIMES,
): Promise<MailAnswer> {
  const { createTransport } = await import('nodemailer');
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from: account.from,
    to: account.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.key}@braindump.invalid>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  let isWhole = false;
  const raw = Readable.from(
    (async function* () {
      yield message as Buffer;
      await new Promise((resolve) => setTimeout(resolve, times.breathMs));
      isWhole = true;
    })(),
    { objectMode: false },
  );
  const transport = createTransport({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    requireTLS: account.security === 'starttls',
    ignoreTLS: account.security === 'none',
    ...(account.user === '' ? {} : { auth: { user: account.user, pass: secret } }),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    socketTimeout: times.silenceMs,
    dnsTimeout: times.connectMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ envelope: { from: account.from, to: [account.to] }, raw });
    return { outcome: 'accepted' };
  } catch (error) {
    return troubleOf(error, isWhole);
  } finally {
    raw.destroy();
    transport.close();
  }
}

/** @param isWhole the message was sent to its end */
function troubleOf(error: unknown, isWhole: boolean): MailAnswer {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number };
  const failed = (kind: Extract<MailAnswer, { outcome: 'failed' }>['error'], isFinal: boolean): MailAnswer => ({
    outcome: 'failed',
    error: kind,
    isFinal,
  });
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return failed(
      responseCode >= 400 && responseCode < 500 ? 'BUSY' : 'AUTH',
      responseCode < 400 || responseCode >= 500,
    );
  // An answer in words is one: 4xx asks to come back (greylisting), 5xx not to.
  if (responseCode >= 500) return failed('REFUSED', true);
  if (responseCode >= 400) return failed('BUSY', false);
  if (isWhole) return failed('UNSURE', true);
  if (code === 'ETLS' || code === 'EREQUIRETLS') return failed('REFUSED', true);
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return failed('REFUSED', true);
  return failed(code === 'ETIMEDOUT' ? 'TIMEOUT' : 'UNREACHABLE', false);
}
