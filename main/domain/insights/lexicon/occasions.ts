const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Nouns of things that happen at a time. */
export const OCCASIONS = set(`
  appointment appointments anniversary audition ball barbecue bbq birthday board breakfast brunch call camp carnival ceremony check-up checkup
  christening class coffee concert conference course dance date deadline debate demo derby dinner drinks exam exams exhibition expo festival
  final fitting flight football footy funeral gala game gig graduation group harambee hearing holiday inspection inspector interview journey kickoff
  kick-off launch lecture lesson lunch marathon match meal mediation meeting meetup midterm movie mri opening operation opera orientation party
  performance physics physio picnic play practical practice premiere presentation prom race reading recital rehearsal release retreat reunion review sale
  scan seminar service session show showing surgery swimming talk tasting test thanksgiving therapy tour tournament trial trip viewing visit
  volunteering walk webinar wedding workshop yoga maths chemistry chem biology registration standup stand-up kick-off sports on-call day term book-club
  theatre theater cinema choir training run swim parade auction fair baptism shoot ferry train coach guests concert wake lands arrives`);

/** Verbs that say when a thing happens. */
export const TAKES_PLACE =
  /\b(?:starts?|opens?|begins?|arrives?|arriving|lands?|landing|leaves?|departs?|moved to|kicks off|takes place|happens|interviewing|hosting|celebrating|getting married|moving in|moves in)\b/iu;

/** Somebody comes: "Rui can come Friday", "his guy will be out monday". */
export const COMES =
  /\b(?:can come|will come|is coming|are coming|comes?|coming (?:over|round|to)|(?:will|to) (?:visit|be (?:out|here|over|round))|is visiting|are visiting|visits)\b/iu;

/** The writer goes somewhere: "we fly to Osaka", "we take the 9:10". */
export const JOURNEY =
  /\b(?:we|i|we're|i'm|we'll|i'll)\s+(?:all\s+)?(?:take the|fly(?:ing)?|travel(?:l?ing)?|leav(?:e|ing)|sail(?:ing)?|set off|depart|driv(?:e|ing) (?:to|up|down)|go(?:ing)? to (?:the|a|my|see)|head(?:ing)? (?:to|up|down|off))\b/iu;

/** Right before a date: "the harambee is on", "maths isn't till". */
export const IS_ON =
  /\b(?:is|are|isn['’]?t (?:till|until)|will be|has been (?:moved|set|booked)(?: to| for)?|booked for|scheduled for)\s+(?:on\s+)?$/iu;

/** The past tense: what is told of today has happened already. */
export const PAST_TODAY =
  /\b(?:\p{L}{3,}ed|spoke|got|did|made|took|came|saw|ate|had|gave|found|felt|told|said|wrote|slept|bought|paid|done)\b/iu;

/** Signs that the words are about the past or about nothing that will happen. */
export const NOT_AHEAD =
  /\b(?:yesterday|last (?:night|week|month|year|\p{L}+day)|ago|was|were|went|had|should (?:all|have|just)|could have|if|would|used to|always|every|never|said he'?d|cancel+ed|didn't|been|ran|wants to start|any day now|can['’]?t|don['’]?t|not going)\b/iu;
