import { phrases } from '../words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Currency of a sign or word; `local` is settled by the writer's zone. Lower case. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₱': 'PHP', '₩': 'KRW', '₽': 'RUB', '₺': 'TRY', '₦': 'NGN', '₴': 'UAH', '₪': 'ILS', '฿': 'THB', '₫': 'VND', 'zł': 'PLN',
    '$': 'local-dollar', 'r': 'ZAR', 'rs': 'INR', 'kr': 'local-crown', 'usd': 'USD', 'us$': 'USD', 'a$': 'AUD', 'c$': 'CAD', 's$': 'SGD', 'nz$': 'NZD', 'hk$': 'HKD', 'r$': 'BRL', 'gbp': 'GBP', 'eur': 'EUR', 'jpy': 'JPY', 'chf': 'CHF',
    'cad': 'CAD', 'aud': 'AUD', 'nzd': 'NZD', 'sek': 'SEK', 'nok': 'NOK', 'dkk': 'DKK', 'pln': 'PLN', 'inr': 'INR', 'zar': 'ZAR', 'kes': 'KES', 'ksh': 'KES', 'ghs': 'GHS', 'ngn': 'NGN',
    'php': 'PHP', 'sgd': 'SGD', 'czk': 'CZK', 'huf': 'HUF', 'isk': 'ISK', 'krw': 'KRW', 'brl': 'BRL', 'mxn': 'MXN', 'thb': 'THB', 'idr': 'IDR', 'aed': 'AED', 'hkd': 'HKD', 'cny': 'CNY', 'rmb': 'CNY', 'try': 'TRY',
    'euro': 'EUR', 'euros': 'EUR', 'dollar': 'local-dollar', 'dollars': 'local-dollar', 'buck': 'local-dollar', 'bucks': 'local-dollar', 'pound': 'GBP', 'pounds': 'GBP', 'quid': 'GBP', 'fiver': 'GBP',
    'yen': 'JPY', 'won': 'KRW', 'yuan': 'CNY', 'rupees': 'INR', 'rupee': 'INR', 'rand': 'ZAR', 'francs': 'CHF', 'franc': 'CHF', 'cedis': 'GHS', 'cedi': 'GHS', 'naira': 'NGN', 'shillings': 'local-shilling', 'shilling': 'local-shilling', 'bob': 'local-shilling',
    'pesos': 'local-peso', 'peso': 'local-peso', 'kronor': 'SEK', 'kroner': 'local-crown', 'krona': 'SEK', 'krone': 'local-crown', 'zloty': 'PLN', 'złoty': 'PLN', 'reais': 'BRL', 'baht': 'THB', 'lira': 'TRY', 'forint': 'HUF', 'forints': 'HUF', 'koruna': 'CZK', 'crowns': 'local-crown', 'dirhams': 'local-dirham', 'dirham': 'local-dirham', 'ringgit': 'MYR', 'shekels': 'ILS', 'hryvnia': 'UAH', 'lei': 'RON', 'leva': 'BGN', 'soles': 'PEN', 'dong': 'VND', 'taka': 'BDT',
  }),
); // prettier-ignore

/** Currency of a zone, where it is not told by its area alone. */
export const ZONE_CURRENCY: Readonly<Record<string, string>> = {
  'Europe/London': 'GBP', 'Europe/Belfast': 'GBP', 'Europe/Jersey': 'GBP', 'Europe/Isle_of_Man': 'GBP', 'Europe/Guernsey': 'GBP', 'Europe/Zurich': 'CHF', 'Europe/Stockholm': 'SEK', 'Europe/Oslo': 'NOK', 'Europe/Copenhagen': 'DKK', 'Europe/Prague': 'CZK', 'Europe/Warsaw': 'PLN', 'Europe/Budapest': 'HUF', 'Europe/Bucharest': 'RON', 'Europe/Istanbul': 'TRY', 'Europe/Moscow': 'RUB', 'Europe/Kiev': 'UAH', 'Europe/Kyiv': 'UAH', 'Europe/Belgrade': 'RSD', 'Atlantic/Reykjavik': 'ISK',
  'America/Toronto': 'CAD', 'America/Vancouver': 'CAD', 'America/Montreal': 'CAD', 'America/Winnipeg': 'CAD', 'America/Edmonton': 'CAD', 'America/Calgary': 'CAD', 'America/Regina': 'CAD', 'America/Halifax': 'CAD', 'America/St_Johns': 'CAD', 'America/Moncton': 'CAD', 'America/Whitehorse': 'CAD', 'America/Yellowknife': 'CAD', 'America/Iqaluit': 'CAD',
  'America/Mexico_City': 'MXN', 'America/Monterrey': 'MXN', 'America/Tijuana': 'MXN', 'America/Cancun': 'MXN', 'America/Sao_Paulo': 'BRL', 'America/Argentina/Buenos_Aires': 'ARS', 'America/Buenos_Aires': 'ARS', 'America/Santiago': 'CLP', 'America/Bogota': 'COP', 'America/Lima': 'PEN', 'America/Montevideo': 'UYU', 'America/Jamaica': 'JMD', 'America/Port_of_Spain': 'TTD',
  'Asia/Tokyo': 'JPY', 'Asia/Seoul': 'KRW', 'Asia/Shanghai': 'CNY', 'Asia/Hong_Kong': 'HKD', 'Asia/Taipei': 'TWD', 'Asia/Singapore': 'SGD', 'Asia/Manila': 'PHP', 'Asia/Kolkata': 'INR', 'Asia/Calcutta': 'INR', 'Asia/Karachi': 'PKR', 'Asia/Dhaka': 'BDT', 'Asia/Colombo': 'LKR', 'Asia/Kathmandu': 'NPR', 'Asia/Bangkok': 'THB', 'Asia/Jakarta': 'IDR', 'Asia/Kuala_Lumpur': 'MYR', 'Asia/Ho_Chi_Minh': 'VND', 'Asia/Dubai': 'AED', 'Asia/Riyadh': 'SAR', 'Asia/Jerusalem': 'ILS', 'Asia/Qatar': 'QAR',
  'Africa/Nairobi': 'KES', 'Africa/Kampala': 'UGX', 'Africa/Dar_es_Salaam': 'TZS', 'Africa/Lagos': 'NGN', 'Africa/Accra': 'GHS', 'Africa/Johannesburg': 'ZAR', 'Africa/Cairo': 'EGP', 'Africa/Casablanca': 'MAD', 'Africa/Addis_Ababa': 'ETB', 'Africa/Kigali': 'RWF',
  'Pacific/Auckland': 'NZD', 'Pacific/Honolulu': 'USD', 'Pacific/Fiji': 'FJD',
}; // prettier-ignore

/** ISO 4217 currencies without minor units. */
export const NO_MINOR: ReadonlySet<string> = set('JPY KRW ISK VND CLP UGX RWF PYG XAF XOF XPF');

/** Words of money spent, in the sentence of an amount. */
export const SPENT = set(
  'spent paid pay cost costs bought got was were came gave fine fined charged donated tipped ordered grabbed treated spend blew splurged set bill ticket tickets total gone top-up topped taxi uber did had',
);

/** Signs that an amount was not spent: not yet, not by the writer, a price, an income. */
export const NOT_SPENT =
  /\b(?:would|quoted?|quote|owes?|owed|lend|refund(?:ed)?|offer(?:ed|ing)?|found|price[sd]?|worth|if|will|we'll|i'll|they'll|he'll|she'll|going to|to pay|must|need(?:s)?(?: to)?|should|have to|earn(?:ed|s)?|salary|income|won|sold|received?|paid (?:me|us)|finally paid|gave me|lent|budget|save[ds]?|saving|goes out|bet|insured|costs? (?:about|around)|looked up|invoice[ds]?|somebody|someone|lost|weighs?|lift(?:ed)?|stolen|fraud|instalment|installment|rent is|due|first real money|raise[ds]?|not buying|not me|million|bills? \p{Sc}|bonus|overdue|tomorrow|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|asking for|wants?|cheaper|discount|fifteen percent)\b/iu;

/** Right after an amount: it is a rate. */
export const RATE_AFTER =
  /^\s*(?:(?:an?|per|each|every|\/)\s*(?:hour|hr|h|day|night|week|month|mo|year|tonne|ton|kilo|kg|person|head|piece|item)\b|\/|a tonne|a pop\b)/iu;

/** Categories by a word in the sentence of an expense; the first that occurs nearest to the amount wins. */
export const CATEGORY_WORDS = phrases<string>(
  Object.fromEntries(
    Object.entries({
      groceries:
        'groceries supermarket vegetables tomatoes chicken cheese bread milk eggs fruit market butcher bakery shop aldi lidl tesco food veg meat rice apples potatoes flour',
      'eating-out':
        'lunch dinner breakfast brunch coffee coffees latte cappuccino tea cake pizza burger burgers sandwich restaurant cafe café takeaway takeout drinks beer beers pint pints wine döner kebab ramen sushi toast soup boba bubble bowl brew squid croissant pastry pastries bun meal snack snacks curry noodles pho ate tacos chippy chips bagel ice-cream gelato cocktail cocktails bar pub kaya smoothie',
      transport:
        'gas petrol diesel fuel taxi cab uber train bus tram tube ferry parking ticket fare journey metro toll bike scooter subway',
      housing: 'rent deposit mortgage lease',
      household:
        'heater soap detergent lightbulb bulbs furniture lamp sofa chair tools spade concrete paint screws bags drill ikea curtains kettle plants pots seed seeds compost vacuum towels plumber cleaner filter hardware',
      utilities: 'electricity water heating internet phone broadband power energy wifi',
      health:
        'pharmacy medicine prescription doctor dentist session therapist therapy physio glasses vitamins tablets chemist ibuprofen optician inhaler',
      education: 'course textbook textbooks tuition lesson lessons class workshop exam',
      entertainment:
        'cinema movie film concert museum book books game games netflix spotify theatre garden exhibition show tickets novel bowling zoo gallery',
      hobby: 'strings yarn wool guitar lens easel brushes paints fabric canvas chess',
      sport: 'gym yoga pool swimming shoes racket membership climbing football race',
      gifts: 'gift gifts present presents flowers bouquet comb christmas card',
      giving: 'donation donated charity collection church roof gave tithe offering',
      children: 'diapers nappies toys excursion school crayons pram nursery babysitter daycare kids',
      pets: 'vet dog cat kibble poo litter pet leash puppy',
      travel: 'hotel flight flights hostel airbnb luggage visa souvenir',
      work: 'printer ink fonts font software laptop monitor keyboard reader domain hosting stationery licence license',
      fees: 'fine fee fees lawyer tax passport bank penalty court',
    }).flatMap(([category, words]) => words.split(' ').map((word) => [word, category] as const)),
  ),
);
