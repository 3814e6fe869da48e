import { stemOf, wordsOf } from './words.ts';

/** A task as far as matching needs it. */
interface KnownTask {
  readonly id: string;
  readonly title: string;
}

/** Titles less alike than this are two tasks. */
const ALIKE = 0.7;

const STOP = new Set(
  `a an the to for of on in at by with from and or my our your his her their its it this that i me we us is be do up out about
  please pls then also re some back off`.split(/\s+/u),
);

/** Ways of saying the same deed. */
const SAME: ReadonlyMap<string, string> = new Map([
  ...['ring', 'phone', 'telephone', 'dial'].map((word) => [word, 'call'] as const),
  ...['purchase', 'order', 'get', 'grab', 'pick'].map((word) => [word, 'buy'] as const),
  ...['mail', 'e-mail', 'write', 'message', 'text', 'whatsapp'].map((word) => [word, 'email'] as const),
  ...['reserve', 'schedule', 'arrange'].map((word) => [word, 'book'] as const),
  ...['mom', 'mother', 'mummy', 'mam'].map((word) => [word, 'mum'] as const),
  ...['father', 'daddy', 'papa'].map((word) => [word, 'dad'] as const),
  ...['repair', 'mend'].map((word) => [word, 'fix'] as const),
  ...['complete', 'finalise', 'finalize'].map((word) => [word, 'finish'] as const),
]);

/**
 * The task that says the same as a to-do's title, or null. Compares the words without order, endings and little words;
 * the score runs from 0 to 1, where 1 is the same words.
 */
export function findSimilarTask(title: string, tasks: readonly KnownTask[]): { id: string; score: number } | null {
  const wanted = keysOf(title);
  let best: { id: string; score: number } | null = null;
  for (const task of tasks) {
    const score = likeness(wanted, keysOf(task.title));
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { id: task.id, score };
  }
  return best;
}

function keysOf(title: string): ReadonlySet<string> {
  const all = wordsOf(title.normalize('NFKC')).map((word) => word.lower);
  const telling = all.filter((word) => !STOP.has(word));
  return new Set(
    (telling.length === 0 ? all : telling).map((word) => SAME.get(stemOf(word)) ?? SAME.get(word) ?? stemOf(word)),
  );
}

/**
 * Dice's coefficient, raised where the shorter title of two words or more lies wholly within the longer one ("Ask Jonas
 * about the ramp", "Ask Jonas about the ramp for the van").
 */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  const dice = (2 * shared) / (a.size + b.size);
  const within = shared === Math.min(a.size, b.size) && shared >= 2;
  return Math.round(Math.max(dice, within ? (dice + 1) / 2 : 0) * 100) / 100;
}
