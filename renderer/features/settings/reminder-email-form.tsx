import type { EmailAccount } from '#contract/reminders';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingLine } from './setting-line.tsx';
import styles from './reminder-email-form.module.css';

const EMPTY: EmailAccount = {
  provider: 'smtp',
  to: '',
  from: '',
  host: '',
  port: 465,
  security: 'tls',
  user: '',
};

/** Reminders by e-mail: off until an account is given and agreed to. */
export function ReminderEmailForm() {
  const kept = useQuery(api.reminders.email.queryOptions()).data;
  const [draft, setDraft] = useState<EmailAccount>();
  const [secret, setSecret] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [error, setError] = useState<string>();
  const close = (): void => {
    setDraft(undefined);
    setSecret('');
    setAgreed(false);
    setError(undefined);
  };
  const onFailure = ({ message }: { readonly message: string }): void => setError(message);
  const save = useCommand(client.reminders.saveEmail, {
    onDone() {
      showToast({ message: 'Reminders are mailed from now on' });
      close();
    },
    onFailure,
  });
  const test = useCommand(client.reminders.sendTest, {
    onDone() {
      setError(undefined);
      showToast({ message: 'The server took the message. Look whether it arrived.' });
    },
    onFailure,
  });
  const remove = useCommand(client.reminders.removeEmail, { done: () => 'No more e-mail', onDone: close });
  if (kept === undefined) return null;

  const account = kept.account;
  if (draft === undefined)
    return (
      <SettingLine
        label="E-mail"
        hint={account === null ? 'Off. Nothing leaves this computer.' : `To ${account.to} through ${serverOf(account)}`}
      >
        <div className={styles.acts}>
          <Button size="small" onClick={() => setDraft(account ?? EMPTY)}>
            {account === null ? 'Set up' : 'Change'}
          </Button>
          {account !== null && (
            <Button size="small" onClick={() => remove.mutate(undefined)}>
              Stop
            </Button>
          )}
        </div>
      </SettingLine>
    );

  const isResend = draft.provider === 'resend';
  const change = (part: Partial<EmailAccount>): void => {
    setDraft({ ...draft, ...part });
    setError(undefined);
  };
  const input = { account: draft, ...(secret === '' ? {} : { secret }), isAgreed: true as const };
  const notYet = isAgreed ? undefined : 'Agree first that reminders go to this server.';
  return (
    <form
      className={styles.form}
      aria-label="Reminders by e-mail"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAgreed) save.mutate(input);
        else setError(notYet);
      }}
    >
      <Select<EmailAccount['provider']>
        label="Through"
        value={draft.provider}
        options={[
          { value: 'smtp', label: 'A mail server (SMTP)' },
          { value: 'resend', label: 'Resend' },
        ]}
        onChange={(provider) =>
          change(
            provider === 'resend'
              ? { provider, host: '', port: 443, security: 'tls', user: '' }
              : { provider, port: 465, security: 'tls' },
          )
        }
      />
      <TextField label="To" type="email" value={draft.to} onChange={(to) => change({ to })} />
      <TextField label="From" type="email" value={draft.from} onChange={(from) => change({ from })} />
      {!isResend && (
        <>
          <TextField
            label="Server"
            placeholder="smtp.example.org"
            value={draft.host}
            onChange={(host) => change({ host: host.trim() })}
          />
          <Select<EmailAccount['security']>
            label="Encryption"
            value={draft.security}
            options={[
              { value: 'tls', label: 'TLS' },
              { value: 'starttls', label: 'STARTTLS' },
              { value: 'none', label: 'None (this computer only)' },
            ]}
            onChange={(security) => change({ security, port: PORTS[security] })}
          />
          <TextField
            label="Port"
            inputMode="numeric"
            value={String(draft.port)}
            onChange={(port) => change({ port: Number(port.replaceAll(/\D/gu, '').slice(0, 5)) || 0 })}
          />
          <TextField label="Name" autoComplete="off" value={draft.user} onChange={(user) => change({ user })} />
        </>
      )}
      <TextField
        label={isResend ? 'Key' : 'Password'}
        type="password"
        autoComplete="off"
        placeholder={kept.hasSecret ? 'Kept as it is' : ''}
        hint={
          kept.guard === 'keychain'
            ? 'Kept in the keychain of this computer.'
            : 'Kept encrypted, with a key in a file of your data folder that only you can read.'
        }
        value={secret}
        onChange={setSecret}
      />
      <div className={styles.wide}>
        <label className={styles.agree}>
          <Checkbox checked={isAgreed} label="I agree" onChange={setAgreed} />
          <span>
            Titles, times and places of what I am reminded of may go to {serverOf(draft)} and on to{' '}
            {draft.to || 'my address'}.
          </span>
        </label>
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" size="small" disabledReason={notYet}>
            Save
          </Button>
          <Button size="small" disabledReason={notYet} onClick={() => test.mutate(input)}>
            {test.isPending ? 'Sending a test' : 'Send a test'}
          </Button>
          <Button size="small" variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </div>
    </form>
  );
}

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

const serverOf = ({ provider, host }: EmailAccount): string =>
  provider === 'resend' ? 'Resend' : host === '' ? 'the mail server' : host;
