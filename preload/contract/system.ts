import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from './refusals.ts';
import { instantMs, zoneName } from './time.ts';

export const storageReason = z.enum(['FULL', 'READ_ONLY', 'CORRUPT', 'NEWER', 'FOREIGN', 'BUSY', 'FAILED']);

const ability = z.enum(['full', 'degraded', 'none']);

/** What this host can do; screens show what is missing instead of failing. */
export const capabilities = z.object({
  host: z.enum(['electron', 'browser', 'command-line']),
  tray: ability,
  globalHotkey: ability,
  notifications: ability,
  windowControls: ability,
});

export const backup = z.object({ name: z.string(), atMs: instantMs, bytes: z.int() });

/** Rows changed: ask again for what you show of them. `command` is what did it. */
export const changeHint = z.object({
  seq: z.int(),
  command: z.string(),
  rows: z.array(z.object({ table: z.string(), id: z.string() })),
});

/** How far it is to take back, or do again, what changed very many things. */
export const working = z.object({
  what: z.enum(['undo', 'redo', 'commit', 'go-back']),
  done: z.int(),
  /** 0 while it is not known. */
  total: z.int(),
});

export const status = z.object({
  version: z.string(),
  dataDir: z.string(),
  isDemo: z.boolean(),
  storage: z.object({ state: z.enum(['open', 'read-only', 'failed']), reason: storageReason.optional() }),
  capabilities,
  zone: zoneName,
  nowMs: instantMs,
});

export const systemContract = {
  status: call.output(status),
  /** Hints after every commit, until the reader stops. The first one only says that the stream is live. */
  changes: call.output(
    eventIterator(z.union([changeHint, z.object({ route: z.string() }), z.object({ working: working.nullable() })])),
  ),
  /** Opens a web or mail address in the user's own browser. */
  openLink: call.input(z.object({ url: z.url({ protocol: /^(https?|mailto)$/ }).max(4_000) })).output(z.void()),
  backups: call.output(z.array(backup)),
  backUp: call.output(backup),
  /** Puts a backup in the place of the data file; the file it replaces is kept beside it. */
  restore: call
    .errors({ NO_SUCH_BACKUP: { message: 'That backup is not there any more.' } })
    .input(z.object({ name: z.string().regex(/^[\w.-]+\.db$/) }))
    .output(z.void()),
};

export type Capabilities = z.infer<typeof capabilities>;
export type ChangeHintMessage = z.infer<typeof changeHint>;
export type Working = z.infer<typeof working>;
export type Backup = z.infer<typeof backup>;
export type Status = z.infer<typeof status>;
