import type { ReminderEmail } from '#contract/reminder-email';

export interface Mail {
  /** The same through every attempt: what was accepted under it is not sent again where the other side knows keys. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
}

/** Why a mail was not accepted. UNSURE: it was sent whole, and no answer came. */
export type MailTrouble = 'UNREACHABLE' | 'TIMEOUT' | 'BUSY' | 'LIMITED' | 'SERVER' | 'AUTH' | 'REFUSED' | 'UNSURE';

export type MailAnswer =
  | { readonly outcome: 'accepted' }
  | {
      readonly outcome: 'failed';
      readonly error: MailTrouble;
      /** Trying again changes nothing. */
      readonly isFinal: boolean;
      /** The other side asked for a pause. */
      readonly afterMs?: number;
    };

/** Sends e-mail through the account the person set up. */
export interface Mailer {
  /** Never throws for what the other side does. Bounded in time. */
  send(mail: Mail, account: ReminderEmail, secret: string): Promise<MailAnswer>;
}
