import { endsAtMs } from '#main/domain/focus/timer';
import type { TrayState } from '#main/ports/desktop';
import type { Services } from '../feature.ts';
import { moveOn } from './commands.ts';
import { findActive, nameOf } from './session.ts';

/** A machine that slept rings no timer at its time; looking again this often shows soon after it woke what has passed. */
const LOOK_AGAIN_MS = 30_000;

const SHOWN_TABLES = new Set(['focus_session', 'focus_part', 'task']);

/** Brings the session up to this moment, if its time has come. @returns whether it moved on */
export function settle(services: Services): boolean {
  const part = findActive(services.ledger.read)?.part;
  const endMs = part ? endsAtMs(part) : null;
  if (endMs === null || endMs > services.clock.nowMs()) return false;
  if (services.storage.status().storage.state !== 'open') return false;
  services.ledger.write({ actor: 'system', command: 'focus.moveOn' }, moveOn);
  return true;
}

/** Keeps the session and the tray true while the program runs. @returns ends it */
export function keepTime(services: Services): () => void {
  let cancelAlarm = (): void => {};
  let shown = '';

  function look(): void {
    cancelAlarm();
    try {
      // Moving on is a commit, and that calls this again.
      if (settle(services)) return;
    } catch (error) {
      services.log.error('focus: the session could not move on', error);
    }
    const { clock, ledger, desktop } = services;
    const part = findActive(ledger.read)?.part;
    const endMs = part ? endsAtMs(part) : null;
    const againMs = clock.nowMs() + LOOK_AGAIN_MS;
    if (endMs !== null) cancelAlarm = clock.alarm(endMs > clock.nowMs() ? Math.min(endMs, againMs) : againMs, look);
    const tray = trayState(services);
    if (JSON.stringify(tray) === shown) return;
    shown = JSON.stringify(tray);
    desktop.showTray(tray);
  }

  const unsubscribe = services.ledger.subscribe((hint) => {
    if (hint.rows.some((row) => SHOWN_TABLES.has(row.table))) look();
  });
  look();
  return () => {
    cancelAlarm();
    unsubscribe();
  };
}

function trayState({ ledger }: Services): TrayState {
  const session = findActive(ledger.read);
  if (!session) return { kind: 'idle' };
  const { row, part } = session;
  const name = nameOf(ledger.read, row) || 'Focus';
  if (!part) return { kind: 'paused', label: `Next: ${name}`, endsAtMs: null };
  return {
    kind: part.pausedAtMs === null ? 'running' : 'paused',
    label: part.kind === 'work' ? name : part.kind === 'break' ? 'Break' : 'Long break',
    endsAtMs: part.plannedMs === null ? null : endsAtMs(part),
  };
}
