import { phrases } from '../words.ts';

/**
 * How an obligation is said.
 * - `strong`: it has to be done, whoever says so ("have to", "need to")
 * - `soft`: it would be good ("should"); another person's "you should" or "she says I should" is advice
 * - `plan`: an intention ("I want to", "I'll"), a to-do only for a deed
 * - `reminder`: said to oneself; needs no subject and survives a question mark ("don't forget to")
 */
export type CueKind = 'strong' | 'soft' | 'plan' | 'reminder';

/** Phrases before a verb in its base form, with the first person or no subject before them. */
export const OBLIGATIONS = phrases<CueKind>({
  'have to': 'strong', 'have got to': 'strong', 'got to': 'strong', 'gotta': 'strong', 'need to': 'strong', 'needa': 'strong',
  'must': 'soft', 'must to': 'soft', 'should': 'soft', 'ought to': 'soft', 'had better': 'soft', 'better': 'soft',
  'supposed to': 'plan', 'yet to': 'strong', 'forgetting to': 'soft', 'meaning to': 'plan', 'want to': 'plan', 'wanna': 'plan', 'like to': 'plan',
  'plan to': 'plan', 'planning to': 'plan', 'hoping to': 'plan', 'intend to': 'plan', 'going to': 'plan', 'gonna': 'plan',
  'will': 'plan', 'shall': 'plan', 'am to': 'strong',
}); // prettier-ignore

/** Phrases that remind; a verb follows, after "to" or at once. */
export const REMINDERS = phrases<true>({
  "don't forget to": true, 'dont forget to': true, 'do not forget to': true, 'not forget to': true, "mustn't forget to": true,
  'mustnt forget to': true, "can't forget to": true, 'cant forget to': true, 'remember to': true, 'note to self': true, 'remind me to': true,
  'todo': true, 'to-do': true, 'to do': true, 'make sure to': true, 'make sure i': true, 'be sure to': true, 'my turn to': true,
  "let's": true, 'lets': true, 'reminder': true, "don't let me forget to": true, 'remember i need to': true, 'up to me to': true, 'on me to': true, 'asked me to': true, 'reminded me to': true, 'needs me to': true, 'need me to': true,
}); // prettier-ignore

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** First persons, also as dictation and haste write them. A contraction keeps its verb. */
export const FIRST_PERSON = set("i we i'm im i've ive i'd id we're we've weve we'd i'll ill il we'll myself");

/** `I'll`: a subject with its own "will". */
export const I_WILL = set("i'll il we'll");

/** Words that may stand between a subject and its cue, or before a cue without a subject. */
export const BETWEEN =
  set(`also really still just probably definitely do now then so and but oh um uh ok okay well right yes yeah
  too actually finally maybe perhaps later today tomorrow tonight only first next anyway honestly seriously plus have been keep
  all both both at least soon urgently absolutely however before i'm im`);

/** What may open a sentence before an imperative. */
export const OPENERS =
  set(`also and so then oh ok okay please pls now tomorrow tonight today first next finally plus um uh right
  later asap monday tuesday wednesday thursday friday saturday sunday just maybe morning afternoon evening`);

/** Words that begin another clause and so end the one before. */
export const BREAKERS =
  set(`but because cos cause coz although though otherwise since which while so um uh okay whereas however yet
  unless except else lol haha anyway`);

/** After these a subject still belongs to the clause ("before I go"). */
export const CARRIERS = set(
  'before after when until till if that what how where why whether than as who once while whatever everything all',
);

export const SUBJECTS = set(
  "i we he she they it there you i'm im i've i'd i'll we're we'll he's she's it's they're there's that's he'll she'll they'll",
);

export const NEGATIONS =
  set(`not never no don't dont doesn't doesnt didn't didnt won't wont can't cant cannot isn't isnt needn't shouldn't
  mustn't nobody neither nor without wouldn't couldn't shan't haven't nothing`);

/** Verbs that put words in somebody's mouth. */
export const REPORTING =
  set(`says say said saying thinks think thought reckons reckon tells told telling suggests suggested insists insisted asks
  asked wants wanted believes keeps feels wrote writes claims argues announced hopes pitching`);

/** A cue after these, with no comma between, is imagined or asked. */
export const HYPOTHETICAL = set(
  'if unless whether wish suppose imagine wonder wondering wondered would could dream dreamed dreamt when',
);

/** Words in a lead ("Still to do before Tuesday: ...") or heading that make what follows to-dos. */
export const LIST_LEADS =
  set(`do todo todos to-do to-dos tasks task need must have plan plans homework mine outstanding remaining left list now next thing
  things tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday weekend week remember reminder actions action
  practice errands chores urgent priorities priority pending goals`);

/** Words in a lead that make what follows anything but. */
export const NOT_LEADS =
  set(`not done doing finished bought did never no said says rule spent grateful gratitudes gratitude happened yesterday
  learned learnt thankful wins win ate saw read watched watching reading quote rules dream notes ideas`);

/** Signs, after a to-do, that it is dealt with. */
export const SETTLED =
  /\b(?:(?:no,?|i|i've|have|has|was|been|but|it's|that's) already|(?:did|done|sorted|fixed|finished|handled|stopped|sent|paid|called) (?:that|it|them|him|her)\b|(?:that|it|that's|it's|thats|its) (?:is )?(?:done|sorted)|no longer|not any ?more|never ?mind|in the end|rang me first|so no\b|declined)/iu;
