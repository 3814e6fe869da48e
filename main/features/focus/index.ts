import { type FocusSession, focusContract } from '#contract/focus';
import type { Sync } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, type Services, mapFailures } from '../feature.ts';
import {
  extendPart,
  finishSession,
  pauseSession,
  removeSession,
  resumeSession,
  skipPart,
  startSession,
  takeNote,
} from './commands.ts';
import { keepTime, settle } from './keep-time.ts';
import { focusNotices } from './notices.ts';
import { asLogged, readLog } from './read-log.ts';
import { asFocusSession, findActive, requireActive } from './session.ts';
import { focusWords } from './words.ts';

export { focusReactions } from './commands.ts';

const os = implement(focusContract).$context<FeatureContext>().use(mapFailures);

/** Runs a command on the session as it is now, after what has passed since anybody looked. */
function write<T>(services: Services, command: string, work: (tx: LedgerTx) => Sync<T>): T {
  settle(services);
  return services.ledger.write({ actor: 'user', command: `focus.${command}` }, work);
}

function change(services: Services, command: string, work: (tx: LedgerTx) => void): FocusSession {
  return write<FocusSession>(services, command, (tx) => {
    work(tx);
    return asFocusSession(tx, requireActive(tx));
  });
}

const router = os.router({
  current: os.current.handler(({ context: { services } }) => {
    // After a sleep the window may ask before any timer has rung.
    settle(services);
    const { read } = services.ledger;
    const session = findActive(read);
    return session && asFocusSession(read, session);
  }),
  start: os.start.handler(({ input, context: { services } }) =>
    change(services, 'start', (tx) => startSession(tx, input, services.settings())),
  ),
  pause: os.pause.handler(({ context: { services } }) => change(services, 'pause', pauseSession)),
  resume: os.resume.handler(({ context: { services } }) => change(services, 'resume', resumeSession)),
  extend: os.extend.handler(({ input, context: { services } }) =>
    change(services, 'extend', (tx) => extendPart(tx, input.minutes)),
  ),
  skip: os.skip.handler(({ context: { services } }) => change(services, 'skip', skipPart)),
  finish: os.finish.handler(({ context: { services } }) =>
    asLogged(write(services, 'finish', finishSession), services.zone(), services.settings().dayStartMin),
  ),
  note: os.note.handler(({ input, context: { services } }) =>
    write(services, 'note', (tx) => takeNote(tx, input.text)),
  ),
  log: os.log.handler(({ input, context: { services } }) =>
    readLog(services.ledger.read, input, services.zone(), services.settings().dayStartMin),
  ),
  remove: os.remove.handler(({ input, context: { services } }) =>
    write(services, 'remove', (tx) => removeSession(tx, input.id)),
  ),
});

export const focusFeature = {
  name: 'focus',
  router,
  words: focusWords,
  consumers: [focusNotices],
  start: keepTime,
} satisfies Feature<typeof router>;
