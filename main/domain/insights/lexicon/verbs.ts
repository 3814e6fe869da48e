const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Base forms that open a to-do in the imperative ("call the bank"). */
export const ACTION_VERBS = list(`
  accept add adjust announce answer apologise apologize apply approve arrange ask assemble assign attach attend back bake
  bin book borrow bring brush build buy call cancel change charge chase check choose claim clean clear close collect
  complete compare compile confirm contact cook copy cover create cut debug decide decline decorate deep-clean defrost delete deliver
  deploy deposit descale dig discuss dispose do donate double-check download draft drive drop dust edit email e-mail enrol enroll
  exchange exercise extend feed fetch file fill finalise finalize find finish fix fold follow forward gather get give go
  google grab hand hang harvest help hire hoover hoover iron install invite invoice join lag label learn leave lend let list
  lock look lubricate mail make mark measure meet mend message migrate mop move mow negotiate nag notify open order organise
  organize pack paint pay phone pick plan plant polish post practise practice prepare prep print prune publish pull pump
  purchase push put query raise read rearrange rebook rebook re-book record redo re-do refill refund register release remind remove
  renew rent reorder re-order repair repeat replace reply repot rerun rescan reschedule research reserve reset respond
  restock return review revise rewrite ring rinse rotate run save scan schedule sell send separate service set sew share sharpen
  ship shop show sign sort sow spray start store stock study submit subscribe sweep swap switch take talk tell test text
  thank tidy top trade transfer translate treat trim try turn unpack unsubscribe update upgrade upload vacuum visit
  wash watch water weed weigh whatsapp wipe wrap write`);

/** Verbs whose past is spelled like their base form: "Read two hundred pages" is a report. */
export const SAME_PAST = list('read put cut set let hit shut split spread cost beat bet quit run come become lay fit');

/** Verbs that are as often nouns or names: an object must follow ("book the lift", not "book club"). */
export const NOUN_LIKE = list(`
  invoice tidy charge book ring call text mail email post order return plan water paint start finish check charge change claim clean close
  cover dust file fix help hand iron label list lock look mark message move pack phone pick plant present print pump push
  post record release rent repair reply research reserve reset review run scan shop show sign sort stock store study
  swap switch talk test top trade transfer treat trim try turn update upgrade visit wash watch weed wrap practice drop cook drive
  back cancel open bin google iron exercise deposit draft feed grab do go`);

/** What an object begins with, when it is not a name or a number. */
export const OBJECT_STARTS = list(`
  the a an my our your his her their its this that these those some any all both each another two three four five six
  seven eight nine ten more new him them it us up out off back for to about into on with over through down in someone
  somebody everyone mum mom dad grandma granny grandpa re`);

/** Ideas, feelings and manners of speaking: "I must say", "I need to sleep", "I have to laugh". */
export const NOT_A_DEED = list(`
  feel say admit confess laugh believe wonder know sleep rest breathe cry relax calm accept trust love live wait hope
  stop quit mention add smile remember forget suppose imagine pretend guess concede agree emphasise stress realise
  realize understand worry care matter die survive deserve become seem remain stay like want need wish think focus
  concentrate chill unwind grow exist face heal cope have wake`);

/** After "be" these make a place or a result to reach, not a mood ("be there at 7", "be kinder"). */
export const BE_SOMEWHERE = list(
  'there at in on home back ready up out done sent paid finished submitted here over off',
);

const IRREGULAR: Readonly<Record<string, string>> = {
  got: 'get', gotten: 'get', done: 'do', made: 'make', sent: 'send', paid: 'pay', bought: 'buy', brought: 'bring', booked: 'book',
  written: 'write', told: 'tell', found: 'find', taken: 'take', given: 'give', gone: 'go', read: 'read', put: 'put', set: 'set',
  begun: 'begin', chosen: 'choose', rung: 'ring', fed: 'feed', sold: 'sell', lent: 'lend', met: 'meet', hung: 'hang', swept: 'sweep',
  seen: 'see', spoken: 'speak', thought: 'think', built: 'build', dealt: 'deal', cut: 'cut', run: 'run', let: 'let', left: 'leave',
  redone: 'redo', mown: 'mow', sown: 'sow', worn: 'wear', drawn: 'draw', driven: 'drive', torn: 'tear', hit: 'hit',
}; // prettier-ignore

/** The base form of a past participle ("called" -> "call"), or undefined when the word is none. */
export function baseOfParticiple(participle: string): string | undefined {
  const irregular = IRREGULAR[participle];
  if (irregular !== undefined) return irregular;
  if (!/..ed$/u.test(participle)) return undefined;
  const stem = participle.slice(0, -2);
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1'), stem.replace(/i$/u, 'y')];
  return candidates.find((candidate) => ACTION_VERBS.has(candidate)) ?? stem;
}
