import type { ItemKind } from '#contract/capture';
import type { KindWords } from '../lexicon.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const currencyWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EUR: '€ eur euro euros',
    USD: '$ usd dollar dollars buck bucks',
    GBP: '£ gbp pound pounds quid',
    JPY: '¥ jpy yen',
    INR: '₹ inr rupee rupees',
    CHF: 'chf francs',
    KRW: '₩ krw won',
    ILS: '₪ ils shekel shekels',
    TRY: '₺ try lira',
    UAH: '₴ uah hryvnia',
    PLN: 'pln zł złoty zloty',
    CZK: 'czk kč',
    SEK: 'sek',
    NOK: 'nok',
    DKK: 'dkk',
    CAD: 'cad',
    AUD: 'aud',
    NZD: 'nzd',
    CNY: 'cny rmb yuan',
    BRL: 'brl reais',
    MXN: 'mxn',
    ISK: 'isk',
    HUF: 'huf forint forints',
    KWD: 'kwd',
    BHD: 'bhd',
  }).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
);

const CATEGORIES: Record<string, string> = {
  groceries: 'groceries supermarket grocery aldi lidl tesco',
  'eating-out': 'lunch dinner breakfast brunch coffee restaurant pizza takeaway drinks beer cafe sandwich',
  transport: 'taxi uber bus train metro tram fuel petrol gas parking ticket',
  housing: 'rent mortgage',
  utilities: 'electricity water internet phone heating broadband',
  health: 'pharmacy doctor dentist medicine glasses',
  education: 'course tuition textbook school',
  entertainment: 'cinema movie concert netflix spotify game theatre',
  sport: 'gym swimming yoga climbing',
  gifts: 'gift present flowers',
  giving: 'donation charity',
  pets: 'vet dog cat',
  travel: 'flight hotel airbnb hostel',
  fees: 'fee fine insurance tax taxes bank',
};

const LABELS: Record<ItemKind, string> = {
  task: 'todo task reminder',
  event: 'event appointment',
  expense: 'expense spent',
  entry: 'journal diary note entry',
};

export const kinds: KindWords = {
  taskVerbs: words(`
    add answer apply arrange ask assemble assign back bake bin book borrow bring brush build buy call cancel change charge
    check choose clean clear close collect complete confirm contact cook copy create cut decide defrost deliver deploy
    design discuss donate download draft drop email empty enrol export feed fetch figure file fill finalise finalize find
    finish fix follow get give go handle hang help hire hoover import install invite invoice iron join keep learn leave
    let list look mail make measure merge message mop move mow need order organise organize pack paint pay phone pick
    plan plant post practise practice prep prepare print publish push put read register remember remind remove renew rent
    repair replace reply report request research reserve return review revise ring rsvp run schedule sell send set share
    ship shop sign sort start stop study submit sweep take talk tell test text thank throw tidy translate try turn
    update upgrade upload vacuum visit wash watch water wipe work wrap write
  `),
  spendVerbs: words('pay paid spend spent buy bought cost costs tip tipped donate donated owe'),
  eventNouns: words(`
    appointment birthday breakfast brunch class coffee concert conference demo dentist dinner drinks exam flight
    funeral gig gym interview lecture lesson lunch match meeting meet meetup movie cinema party play rehearsal
    reservation retro seminar session standup sync theatre train training vet webinar wedding workshop yoga doctor
    haircut picnic barbecue bbq catchup anniversary game massage therapy checkup viewing trip holiday vacation
  `),
  entryOpenings: words(`
    i i'm i've i'd im ive we we're we've he she they it it's its today's yesterday felt feel feels feeling so thinking
    dreamt dreamed grateful thankful woke slept had was been why what honestly
  `),
  feelings: words(`
    feeling felt feel anxious nervous worried happy sad angry tired exhausted grateful excited stressed overwhelmed
    lonely proud calm bored frustrated relieved hopeful annoyed scared down low
  `),
  halves: new Map([
    ...[...words('dinner supper drinks concert cinema movie theatre opera gig pub bbq barbecue')].map(
      (word) => [word, 'evening'] as const,
    ),
    ...[...words('breakfast flight train wake alarm sunrise school bus')].map((word) => [word, 'morning'] as const),
  ]),
  categories: new Map(
    Object.entries(CATEGORIES).flatMap(([category, names]) =>
      names.split(' ').map((name) => [name, category] as const),
    ),
  ),
  labels: new Map(
    (Object.keys(LABELS) as ItemKind[]).flatMap((kind) => LABELS[kind].split(' ').map((name) => [name, kind] as const)),
  ),
};

export const danglingWords: ReadonlySet<string> = words(
  'on at by in for from until till due before and then the with to of @ every ~to ~de ~ago ~a',
);

export const kin: ReadonlySet<string> = words('mum mom mam dad grandma grandpa granny nana');

export const leadIns: readonly (readonly string[])[] = [
  "please don't forget to",
  "don't forget to",
  'dont forget to',
  'do not forget to',
  'please remember to',
  'please remind me to',
  'remind me to',
  'remind me about',
  'remind me that',
  'remind me',
  'remember to',
  'i need to',
  'i have to',
  'i must',
  'i should',
  'i want to',
  "i've got to",
  'i gotta',
  'we need to',
  'we have to',
  'need to',
  'have to',
  'gotta',
].map((phrase) => phrase.split(' '));

export const priorities: ReadonlyMap<string, number> = new Map([
  ['urgent', 1],
  ['asap', 1],
  ['top priority', 1],
  ['priority high', 2],
  ['priority low', 4],
  ['prio high', 2],
  ['prio low', 4],
  ['high priority', 2],
  ['medium priority', 3],
  ['low priority', 4],
]);
