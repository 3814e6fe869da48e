import { findLoggedSession } from '#db/queries/focus';
import { endsAtMs, roundOf } from '#main/domain/focus/timer';
import { counted, quoted } from '#main/ledger/commit-words';
import type { Consumer } from '#main/ledger/outbox';
import type { Services } from '../feature.ts';
import type { MovedTo } from './commands.ts';
import { findActive, nameOf } from './session.ts';
import { workTold } from './words.ts';

/** Tells each change the session made by itself. One that the person has moved past meanwhile is not told any more. */
export function focusNotices(services: Services): Consumer {
  return {
    name: 'focus-notices',
    types: ['focus-session.moved-on'],
    async deliver({ payload }) {
      const words = wordsFor(services, String(payload['sessionId']), payload['to'] as MovedTo);
      if (words) await services.notifier.show({ ...words, tag: 'focus', route: '/focus' });
    },
  };
}

function wordsFor(
  { ledger: { read }, clock }: Services,
  sessionId: string,
  to: MovedTo,
): { title: string; body: string } | null {
  if (to === 'finished') {
    const logged = findLoggedSession(read, sessionId);
    return logged ? { title: 'Time is up', body: workTold(logged.workMs, logged.name) } : null;
  }
  const session = findActive(read);
  if (session?.row.id !== sessionId) return null;
  const { row, part, works } = session;
  const name = nameOf(read, row);
  if (to === 'ready') {
    if (part) return null;
    const round = roundOf(works + 1, row.rounds);
    return {
      title: name === '' ? 'Back to work' : `Back to ${quoted(name)}`,
      body: `The break is over. Round ${round} of ${row.rounds} begins when you say so.`,
    };
  }
  const endMs = part && part.kind === to ? endsAtMs(part) : null;
  if (endMs === null) return null;
  const minutes = Math.max(1, Math.ceil((endMs - clock.nowMs()) / 60_000));
  return {
    title: `${to === 'break' ? 'Break' : 'Long break'}, ${counted(minutes, 'minute')}`,
    body: name === '' ? 'Work goes on after it.' : `${quoted(name)} goes on after it.`,
  };
}
