import { type CommitFacts, type CommitWords, quoted } from '#main/ledger/commit-words';

/** "Focused 25 min on “Gallery 3 script”" */
export function workTold(workMs: number, name: string): string {
  const minutes = Math.floor(workMs / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const length =
    minutes === 0
      ? 'less than a minute'
      : hours === 0
        ? `${rest} min`
        : rest === 0
          ? `${hours} h`
          : `${hours} h ${rest} min`;
  return name === '' ? `Focused ${length}` : `Focused ${length} on ${quoted(name)}`;
}

const onName = (verb: string, name: unknown): string =>
  typeof name === 'string' && name !== '' ? `${verb} on ${quoted(name)}` : verb;

function finished(facts: CommitFacts): string | null {
  const after = facts.rows('focus_session')[0]?.after;
  return after?.['state'] === 'finished' ? workTold(Number(after['work_ms']), String(after['logged_as'])) : null;
}

export const focusWords: CommitWords = {
  'focus.start': (facts) => onName('Started focusing', facts.rows('focus_session')[0]?.after['intention']),
  'focus.pause': () => 'Paused the focus session',
  'focus.resume': () => 'Went on with the focus session',
  'focus.extend': () => 'Gave the focus session more time',
  'focus.skip': (facts) => {
    const begun = facts.rows('focus_part').find(({ op }) => op === 'insert');
    return begun?.after['kind'] === 'work' ? 'Skipped a break' : 'Went to a break early';
  },
  'focus.finish': (facts) => finished(facts) ?? 'Finished a focus session',
  'focus.moveOn': (facts) =>
    finished(facts) ??
    (facts.rows('focus_session')[0]?.after['state'] === 'ready' ? 'A break was over' : 'A break began'),
  'focus.note': (facts) => `Noted ${quoted(facts.rows('focus_note')[0]?.after['text'])}`,
  'focus.remove': (facts) => onName('Deleted the focus', facts.rows('focus_session')[0]?.before['logged_as']),
};
