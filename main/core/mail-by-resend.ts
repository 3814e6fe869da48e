import type { ReminderEmail } from '#contract/reminder-email';
import type { Mail, MailAnswer } from '#main/ports/mailer';
import { z } from 'zod';

const USUAL_HOST = 'api.resend.com';
const TIMEOUT_MS = 20_000;
const LONGEST_ASKED_PAUSE_MS = 6 * 3_600_000;

const accepted = z.object({ id: z.string().min(1) });

/**
 * Sends by Resend's HTTP API (https://resend.com/docs/api-reference/emails/send-email). The mail's key goes along as
 * Idempotency-Key: within a day the same key is never sent twice, so whatever had no answer may be sent again.
 */
export async function sendByResend(
  mail: Mail,
  account: ReminderEmail,
  secret: string,
  timeoutMs = TIMEOUT_MS,
): Promise<MailAnswer> {
  const scheme = account.security === 'none' ? 'http' : 'https';
  const host = account.host === '' ? USUAL_HOST : account.host;
  const usualPort = scheme === 'https' ? 443 : 80;
  const url = `${scheme}://${host}${account.port === usualPort ? '' : `:${account.port}`}/emails`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': mail.key,
        'user-agent': 'Braindump',
      },
      body: JSON.stringify({ from: account.from, to: [account.to], subject: mail.subject, text: mail.text }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok && accepted.safeParse(body).success) return { outcome: 'accepted' };
    return refused(response);
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return { outcome: 'failed', error: isTimeout ? 'TIMEOUT' : 'UNREACHABLE', isFinal: false };
  }
}

function refused({ status, headers }: Response): MailAnswer {
  if (status === 401 || status === 403) return { outcome: 'failed', error: 'AUTH', isFinal: true };
  // 409: the same key is being worked on at this moment.
  if (status === 429 || status === 409) {
    const afterMs = pauseAsked(headers.get('retry-after'));
    return {
      outcome: 'failed',
      error: status === 429 ? 'LIMITED' : 'BUSY',
      isFinal: false,
      ...(afterMs === null ? {} : { afterMs }),
    };
  }
  return status >= 400 && status < 500
    ? { outcome: 'failed', error: 'REFUSED', isFinal: true }
    : { outcome: 'failed', error: 'SERVER', isFinal: false };
}

/** Seconds, as Resend says it; a date is left to the usual pause. */
function pauseAsked(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, LONGEST_ASKED_PAUSE_MS) : null;
}
