import type { EmailAccount } from '#contract/reminders';
import { sendByResend } from '#main/core/mail-by-resend';
import { sendBySmtp } from '#main/core/mail-by-smtp';
import fs from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testCore } from '../support/test-core.ts';

const SECRET = 'correct horse';

/** A real mail server on loopback; what it accepted, whole. */
async function mailServer(options: SMTPServerOptions = {}) {
  const accepted: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'ana' && password === SECRET ? done(null, { user: 'ana' }) : done(new Error('no')),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        accepted.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { accepted, port: (server.server.address() as AddressInfo).port };
}

const account = (port: number, more: Partial<EmailAccount> = {}): EmailAccount => ({
  provider: 'smtp',
  to: 'ana@example.org',
  from: 'braindump@example.org',
  host: '127.0.0.1',
  port,
  security: 'none',
  user: 'ana',
  ...more,
});
const mail = { key: 'batch-1', subject: 'Dentist', text: 'In 15 min, 10:00' };
const quick = { connectMs: 500, silenceMs: 500, breathMs: 60 };
const whole = (port: number, more: Partial<EmailAccount> = {}) => ({ ...account(port, more), agreedAtMs: 0 });

/** An SMTP error as a server says it. */
const saying = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

describe('mail by SMTP', () => {
  it('arrives once, with its subject, words and a name of its own', async () => {
    const { accepted, port } = await mailServer();
    expect(await sendBySmtp(mail, whole(port), SECRET, quick)).toEqual({ outcome: 'accepted' });
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).toContain('Subject: Dentist');
    expect(accepted[0]).toContain('Message-ID: <batch-1@braindump.invalid>');
    expect(accepted[0]).toContain('In 15 min, 10:00');
  });

  it('asks to come back for greylisting, and for nothing after a refusal', async () => {
    const grey = await mailServer({ onRcptTo: (_to, _session, done) => done(saying(451, 'come back')) });
    const refusing = await mailServer({ onRcptTo: (_to, _session, done) => done(saying(550, 'never')) });
    expect(await sendBySmtp(mail, whole(grey.port), SECRET, quick)).toEqual({
      outcome: 'failed',
      error: 'BUSY',
      isFinal: false,
    });
    expect(await sendBySmtp(mail, whole(refusing.port), SECRET, quick)).toMatchObject({
      error: 'REFUSED',
      isFinal: true,
    });
  });

  it('says that the password was not accepted', async () => {
    const { port } = await mailServer();
    expect(await sendBySmtp(mail, whole(port), 'wrong', quick)).toMatchObject({ error: 'AUTH', isFinal: true });
  });

  it('may be tried again when the connection breaks under the message, or nobody is there', async () => {
    // The first words are there, the dot is not: nothing was accepted.
    const breaking = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        const said = chunk.toString();
        if (said.startsWith('EHLO')) socket.write('250 here\r\n');
        else if (said.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (said.startsWith('MAIL') || said.startsWith('RCPT')) socket.write('250 fine\r\n');
        else socket.destroy();
      });
    });
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void breaking.close());
    const { port } = breaking.address() as AddressInfo;
    const broken = await sendBySmtp(mail, whole(port, { user: '' }), '', quick);
    expect(broken).toMatchObject({ error: 'UNREACHABLE', isFinal: false });
    const gone = await sendBySmtp(mail, whole(1), SECRET, quick);
    expect(gone).toMatchObject({ error: 'UNREACHABLE', isFinal: false });
  });

  it('is not sent again by itself when it was sent whole and no answer came', async () => {
    const { port } = await mailServer({ onData: (stream) => void stream.resume() });
    expect(await sendBySmtp(mail, whole(port), SECRET, quick)).toMatchObject({ error: 'UNSURE', isFinal: true });
  });
});

/** A stand-in for Resend's API that answers as told, and accepts each key once. */
async function resendServer(answers: readonly (number | 'silence')[]) {
  const keys: string[] = [];
  const accepted = new Set<string>();
  let at = 0;
  const server = http.createServer((request, response) => {
    const key = String(request.headers['idempotency-key']);
    keys.push(key);
    request.resume();
    request.on('end', () => {
      const answer = answers[at] ?? 200;
      at += 1;
      // What takes too long may have been accepted all the same.
      if (answer === 'silence') return void accepted.add(key);
      if (answer === 200) accepted.add(key);
      const headers = answer === 429 ? { 'retry-after': '90' } : {};
      response.writeHead(answer, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(answer === 200 ? { id: 'email-1' } : { name: 'error' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { keys, accepted, port: (server.address() as AddressInfo).port };
}

describe('mail by Resend', () => {
  it('is limited, fails, is too slow and is accepted, under one key', async () => {
    const { keys, accepted, port } = await resendServer([429, 500, 'silence', 200]);
    const to = whole(port, { provider: 'resend', user: '' });
    const answers = [];
    for (let attempt = 0; attempt < 4; attempt += 1) answers.push(await sendByResend(mail, to, 'key', 300));
    expect(answers).toEqual([
      { outcome: 'failed', error: 'LIMITED', isFinal: false, afterMs: 90_000 },
      { outcome: 'failed', error: 'SERVER', isFinal: false },
      { outcome: 'failed', error: 'TIMEOUT', isFinal: false },
      { outcome: 'accepted' },
    ]);
    expect(new Set(keys)).toEqual(new Set(['batch-1']));
    expect(accepted.size).toBe(1);
  });

  it('is given up when the key is not accepted', async () => {
    const { port } = await resendServer([401]);
    expect(await sendByResend(mail, whole(port, { provider: 'resend' }), 'key')).toMatchObject({
      error: 'AUTH',
      isFinal: true,
    });
  });
});

describe('reminders by e-mail', () => {
  it('go out only after consent, once, and the password is nowhere to read', async () => {
    const { accepted, port } = await mailServer();
    const test = testCore();
    const { client, clock } = test;
    const refused: unknown = { account: account(port), secret: SECRET, isAgreed: false };
    await expect(
      client.reminders.saveEmail(refused as Parameters<typeof client.reminders.saveEmail>[0]),
    ).rejects.toThrow();
    await client.reminders.saveEmail({ account: account(port), secret: SECRET, isAgreed: true });
    expect(await client.reminders.email()).toMatchObject({ hasSecret: true, guard: 'key-file' });
    const task = await client.tasks.create({ title: 'Water the fern', dueDay: '2026-11-21', dueTime: '09:30' });
    await client.reminders.add({ subject: { taskId: task.id }, when: { anchor: 'due', offsetMin: 0 } });
    clock.advance({ minutes: 31 });
    await test.core.settled();
    clock.advance({ days: 1 });
    await test.core.settled();
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).toContain('Subject: Water the fern');
    await client.reminders.sendTest({ account: account(port), isAgreed: true });
    expect(accepted).toHaveLength(2);
    expect(accepted[1]).not.toContain('fern');
    await test.core.close();
    for (const file of fs.readdirSync(test.dataDir, { recursive: true, encoding: 'utf8' })) {
      const full = path.join(test.dataDir, file);
      if (fs.statSync(full).isFile()) expect(fs.readFileSync(full).includes(SECRET)).toBe(false);
    }
    expect(fs.statSync(path.join(test.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(test.logged.join('\n')).not.toContain('fern');
  });

  it('refuse an unencrypted server elsewhere', async () => {
    const { client } = testCore();
    const far = account(25, { host: 'mail.example.org' });
    await expect(client.reminders.saveEmail({ account: far, secret: 'x', isAgreed: true })).rejects.toMatchObject({
      code: 'EMAIL_INSECURE',
    });
  });
});
