import type { Mailer } from '#main/ports/mailer';
import { sendByResend } from './mail-by-resend.ts';
import { sendBySmtp } from './mail-by-smtp.ts';

/** Mails over the network, in the way the person set up. */
export function networkMailer(): Mailer {
  return {
    send: (mail, account, secret) =>
      account.provider === 'resend' ? sendByResend(mail, account, secret) : sendBySmtp(mail, account, secret),
  };
}
