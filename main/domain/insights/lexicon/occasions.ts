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
export const HAPPENS =
  set(`is are starts start opens begins begin arrives arrive lands leaves leave comes moved moves happens kicks flies fly departs takes
  isn't isnt isn runs shooting starting arriving landing coming interviewing seeing meeting due visiting fly flying travelling traveling rescheduled booked scheduled
  has have at from on goes celebrate celebrating hosting playing`);

/** Signs that the words are about the past or about nothing that will happen. */
export const NOT_AHEAD =
  /\b(?:yesterday|last (?:night|week|month|year|\p{L}+day)|ago|was|were|went|had|should (?:all|have|just)|could have|if|would|used to|always|every|never|said he'?d|cancel+ed|didn't|been|ran|in the dream)\b/iu;
