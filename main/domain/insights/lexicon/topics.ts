const table: Readonly<Record<string, string>> = {
  work: 'work office meeting boss colleague deadline client project standup sprint deck presentation manager shift invoice report spreadsheet supervisor coworker hr payroll co-founder customer rota',
  health:
    'doctor dentist clinic hospital surgery blood prescription pill medicine physio gp appointment nurse symptom headache migraine flu fever scan biopsy rash vaccine',
  family:
    'mum mom dad mother father sister brother daughter son grandma grandmother grandpa grandfather aunt uncle cousin parents kids children family twins baby niece nephew granny lola',
  friends: 'friend friends mate mates flatmate roommate neighbour neighbor',
  school: 'school teacher class homework pupils lesson permission classroom term year headteacher',
  university:
    'university seminar professor lecture campus essay thesis advisor midterm dissertation library student flatmate',
  exams: 'exam exams midterm revision flashcards test physics maths chem paper',
  money:
    'money budget rent bill bills bank invoice tax taxes salary paid spend savings debt mortgage loan refund insurance',
  home: 'house home flat apartment kitchen landlord rent boiler plumber lease mortgage bathroom',
  moving: 'moving movers boxes removal lease van',
  food: 'lunch dinner breakfast cooked cook recipe soup cake restaurant bread market cheese baked',
  cooking: 'cook cooking cooked recipe bake baking oven chestnuts stew',
  travel: 'flight train hotel passport airport trip luggage ferry ryokan visa suitcase booking',
  holiday: 'holiday island beach vacation sea swam camping resort',
  sport: 'gym run running ran match football training swim yoga marathon race miles coach practice',
  running: 'run running miles marathon shoes 10k',
  music: 'band song songs guitar concert piano choir gig rehearsal set amp strings sang',
  reading: 'book novel chapter library reading author',
  gardening: 'garden greenhouse seeds plants tulips parsnips beans frost tubers seedlings compost soil',
  farming: 'ewes paddock seeder seeding urea sheep cattle tractor harvest lucerne',
  pets: 'dog cat vet puppy kitten paw leash',
  sleep: 'sleep slept insomnia awake asleep nap bed',
  therapy: 'therapy therapist session counsellor spiral',
  anxiety: 'anxious anxiety panic worry worries worried nervous dread',
  grief: 'grief funeral died mourning ashes handwriting widow',
  relationship: 'boyfriend girlfriend partner wife husband date marriage breakup divorce',
  wedding: 'wedding bride groom rsvps rsvp caterer mehndi registry venue',
  birthday: 'birthday cake present party balloons',
  party: 'party guests danced balloons barbecue',
  church: 'church pastor service choir carol prayer sermon hymn',
  volunteering: 'volunteer volunteering pantry charity scouts donation',
  software: 'migration schema deploy bug release code prod staging tests server database branch',
  research: 'experiment pcr primers protocol paper lab postdoc data gel',
  'job search': 'cv interview application recruiter reference vacancy resume',
  business: 'startup runway investors pilot seed board sales pipeline pricing customers',
  teaching: 'pupils marking lesson class reports seminar year',
  building: 'plaster fence posts concrete diy drill paint wall tiles',
  car: 'car garage mot tyre tire fuel diesel gas brakes',
  commuting: 'train bus tube carriage commute traffic platform driver',
  weather: 'rain snow frost storm heatwave wind',
  gaming: 'game raid boss console level xbox playstation discord loot',
  film: 'film movie cinema shot director camera screening',
  dream: 'dream dreamed dreamt nightmare',
  gratitude: 'grateful gratitude gratitudes thankful',
  paperwork: 'form forms certificate permit apostille translator commune visa insurance tax',
  christmas: 'christmas carol tree advent stockings',
  phone: 'phone screen charger',
  writing: 'writing draft chapter poem novel',
  art: 'painting drawing gallery sketch museum exhibition',
};

/** Topics a word speaks of, by its lower-case form. */
export const TOPICS_BY_WORD: ReadonlyMap<string, readonly string[]> = (() => {
  const byWord = new Map<string, string[]>();
  for (const [topic, words] of Object.entries(table)) {
    for (const word of [topic, ...words.split(' ')]) byWord.set(word, [...(byWord.get(word) ?? []), topic]);
  }
  return byWord;
})();

/** Words too common to be a topic by being repeated. */
export const NO_TOPIC: ReadonlySet<string> = new Set(
  `thing things time times day days week weeks month months year years today tomorrow yesterday tonight morning evening afternoon night hour hours
  minute minutes people person man woman boy girl guy lot lots bit way part kind sort end start side place one two three four five
  something nothing anything everything someone everybody everyone always never again really very much more most less still even back
  good bad nice great little big small long short new old same other next last first second third many some each every also just like
  want need have make take come know think said says tell told give gave went going been being does done didn would could should might
  must will with from about into over under after before because until since than then them they their there these those this that what
  when where which while whose your yours ours mine were them here well only down away around through without again maybe probably
  monday tuesday wednesday thursday friday saturday sunday call text email need found left came made feel felt right sure half it's i'm don't
  actually literally whole four five least keep keeps kept almost another though`.split(/\s+/u),
);
