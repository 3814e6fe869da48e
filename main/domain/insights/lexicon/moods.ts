const weights = (table: Readonly<Record<string, string>>): ReadonlyMap<string, number> => {
  const map = new Map<string, number>();
  for (const [weight, words] of Object.entries(table))
    for (const word of words.trim().split(/\s+/u)) map.set(word, Number(weight));
  return map;
};

/** How a word feels, -1 to 1. Inflected forms are listed where they feel alike. */
export const VALENCE: ReadonlyMap<string, number> = weights({
  '1': 'overjoyed ecstatic elated thrilled blissful wonderful amazing fantastic magical euphoric buzzing',
  '0.8': `happy happiest joy joyful delighted grateful thankful excited love loved loving beautiful brilliant excellent perfect gorgeous
    lovely adore proud best triumphant blessed magnificent magnificently`,
  '0.6': `glad great good cheerful hopeful content peaceful calm calmer calmest relaxed relieved relief pleased fun laughed laughing laugh
    laughs enjoyed enjoy enjoying smile smiled smiling optimistic confident lucky energised energized inspired satisfied
    smug gg yay hooray danced celebrate celebrated lighter cosy cozy `,
  '0.4': 'nice fine ok okay pleasant gentle rested refreshed comfortable bless curious',
  '-0.3': 'bored boring meh dull busy queue delayed bother awkward unsure blah rough hard difficult ',
  '-0.5': `tired sleepy sore sick ill missed missing worry disappointed disappointing annoyed annoying regret guilty
    embarrassed ashamed confused restless jealous bitter cranky grumpy moody gloomy unhappy weary forgot messy failed fail
    failing wrong bad badly tense nervous uneasy frustrating stressful criminal ugly dead broken broke cursed evil ache aches`,
  '-0.7': `sad sadness worried worrying anxious anxiety stressed stress frustrated angry upset scared afraid lonely alone overwhelmed
    exhausted exhausting drained knackered wrecked shattered knackering cry crying cried tears hurt hurts pain painful panic dread dreading
    hate hated awful terrible horrible fight fought argument furious rage burnt sobbing sobbed fear burnout`,
  '-1': `devastated heartbroken hopeless desperate miserable depressed depressing despair worthless unbearable grief grieving
    suicidal numb terrified died funeral worst`,
});

/** Words of strain rather than of sorrow: they make a low mood a tense one. */
export const TENSE: ReadonlySet<string> = new Set(
  `worry worried worrying anxious anxiety stressed stress stressful nervous tense panic overwhelmed frustrated frustrating angry annoyed annoying furious
  rage scared afraid fear terrified dread dreading restless uneasy fight fought argument upset busy cranky`.split(
    /\s+/u,
  ),
);

/** Words that make the next feeling stronger or weaker. */
export const INTENSITY: ReadonlyMap<string, number> = weights({
  '1.5':
    'very so really extremely incredibly absolutely completely totally utterly deeply such super literally most too',
  '1.2': 'quite pretty rather how finally',
  '0.6': 'slightly somewhat bit little kinda kind sort sorta fairly mildly almost',
});

/** Words before a feeling that say whose it is not, or that it is a wish. */
export const NOT_FELT: ReadonlySet<string> = new Set('if would could wish hope hopefully says said'.split(' '));

/** Phrases in which a feeling word says nothing of the mood. */
export const FLAT_PHRASES =
  /\b(?:feel(?:s|ing)? like|would like|i'd like|looks? like|like (?:a|an|the|that|it)|happy birthday|happy valentine's|good morning|good night|as well|well done to|a good (?:few|while|many)|good point|no worries|kind of a|how long|as long as|all alone with|all right|cold (?:brew|call|calling|water|drink|case)|best (?:man|before)|thank god|a kind of|long run|so long|too late to call|broke (?:the|a)|late shift|dead(?:line|lift)|old fence)\b/giu;

/** Ways of saying how one is that no single word tells, with their weight. */
export const IDIOMS: readonly (readonly [RegExp, number])[] = [
  [
    /\bheart is (?:so |very )?(?:full|good|light|happy)\b|\bover the moon\b|\bon top of the world\b|\bmade my (?:day|week)\b/giu,
    0.9,
  ],
  [
    /\blooking forward\b|\bcan['’]?t wait\b|\bwent (?:really |so |very )?well\b|\bin a good (?:mood|place)\b|\bwhat a (?:lovely|great|good) \p{L}+|\bhalf way done\b/giu,
    0.6,
  ],
  [/\bthank (?:god|goodness)\b|\bworth it\b|\bwhat a day!/giu, 0.3],
  [
    /\bcan['’]?t (?:face|cope|take (?:it|this|any)|do this|stop crying|breathe)\b|\bfalling apart\b|\bend of my (?:rope|tether)\b|\bgive up\b|\bwhat(?:'s| is) the point\b/giu,
    -0.9,
  ],
  [
    /\b(?:fed up|sick of|worn out|burn(?:t|ed) out|had enough|in a bad mood|on edge|stressed out|what a (?:mess|nightmare|disaster|waste)|my least favou?rite)\b/giu,
    -0.7,
  ],
  [
    /\bfe(?:el|lt|eling) (?:\p{L}+ )?(?:off|low|down|flat|blue|rubbish|weird|empty|lost|stuck|awful)\b|\bbit (?:flat|low|down|lost)\b|\bvery long day\b|\bi miss (?:her|him|them|my|you|home)\b/giu,
    -0.5,
  ],
];
