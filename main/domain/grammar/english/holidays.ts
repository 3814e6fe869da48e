import { nameStem, type HolidayRule } from '../lexicon.ts';

const date = (month: number, day: number): HolidayRule => ({ on: 'date', month, day });
const easter = (plusDays: number): HolidayRule => ({ on: 'easter', plusDays });
const orthodox = (plusDays: number): HolidayRule => ({ on: 'orthodox-easter', plusDays });
const weekday = (month: number, weekdayOfWeek: number, nth: number, plusDays = 0): HolidayRule => ({
  on: 'weekday',
  month,
  weekday: weekdayOfWeek,
  nth,
  plusDays,
});
const islamic = (month: number, day: number, days = 1): HolidayRule => ({
  on: 'calendar',
  calendar: 'islamic-umalqura',
  month: String(month),
  day,
  days,
});
const hebrew = (month: string, day: number, days = 1): HolidayRule => ({
  on: 'calendar',
  calendar: 'hebrew',
  month,
  day,
  days,
});
const chinese = (month: number, day: number): HolidayRule => ({
  on: 'calendar',
  calendar: 'chinese',
  month: String(month),
  day,
  days: 1,
});

const [MON, WED, THU, SAT, SUN] = [1, 3, 4, 6, 7] as const;

/** Rows of names, separated by commas, with the rule they share. */
type Rows = readonly (readonly [names: string, rule: HolidayRule])[];

const table = (rows: Rows): ReadonlyMap<string, HolidayRule> =>
  new Map(rows.flatMap(([names, rule]) => names.split(',').map((name) => [stemsOf(name), rule] as const)));

const stemsOf = (name: string): string => name.trim().split(' ').map(nameStem).join(' ');

/**
 * Names without a closing "day"; they are compared by their stems (see `nameStem`). Rules: Gregorian calendar, Western Easter unless "orthodox" is said.
 */
export const holidays: ReadonlyMap<string, HolidayRule> = table([
  ['christmas, xmas', date(12, 25)],
  ['christmas eve, xmas eve', date(12, 24)],
  ['boxing, saint stephen, st stephen', date(12, 26)],
  ['new year eve, nye, silvester', date(12, 31)],
  ['new year', date(1, 1)],
  ['epiphany, three king', date(1, 6)],
  ['valentines, saint valentine, st valentine', date(2, 14)],
  ['st patrick, saint patrick, st paddy, saint paddy', date(3, 17)],
  ['saint david, st david', date(3, 1)],
  ['st george, saint george', date(4, 23)],
  ['st andrew, saint andrew', date(11, 30)],
  ['april fools', date(4, 1)],
  ['pi', date(3, 14)],
  ['earth', date(4, 22)],
  ['may', date(5, 1)],
  ['halloween', date(10, 31)],
  ['all saints', date(11, 1)],
  ['all souls', date(11, 2)],
  ['groundhog', date(2, 2)],
  ['bastille', date(7, 14)],
  ['guy fawkes, bonfire night', date(11, 5)],
  ['armistice, remembrance, veteran', date(11, 11)],
  ['flag', date(6, 14)],
  ['woman, international woman', date(3, 8)],
  ['thanksgiving', weekday(11, THU, 4)],
  ['black friday', weekday(11, THU, 4, 1)],
  ['small business saturday', weekday(11, THU, 4, 2)],
  ['cyber monday', weekday(11, THU, 4, 4)],
  ['giving tuesday', weekday(11, THU, 4, 5)],
  ['martin luther king, martin luther king jr, mlk, mlk jr, dr martin luther king jr', weekday(1, MON, 3)],
  ['president, washington birthday', weekday(2, MON, 3)],
  ['lincoln birthday, abraham lincoln birthday', date(2, 12)],
  ['memorial, decoration', weekday(5, MON, -1)],
  ['labor', weekday(9, MON, 1)],
  ['columbus, indigenous peoples', weekday(10, MON, 2)],
  ['father', weekday(6, SUN, 3)],
  ['mother', weekday(5, SUN, 2)],
  ['parent, national parent', weekday(7, SUN, 4)],
  ['grandparent, national grandparent', weekday(9, MON, 1, 6)],
  ['boss', { on: 'workday-near', month: 10, day: 16 }],
  // Wednesday of the last full week of April.
  ['admin, administrative professional, secretaries, secretary', weekday(4, SAT, -1, -3)],
  ['arbor, national arbor', weekday(4, 5, -1)],
  ['law', date(5, 1)],
  ['tax', date(4, 15)],
  ['king, koningsdag', { on: 'not-sunday', month: 4, day: 27 }],
  ['easter, easter sunday', easter(0)],
  ['easter monday', easter(1)],
  ['easter saturday, holy saturday', easter(-1)],
  ['good friday', easter(-2)],
  ['maundy thursday, holy thursday, covenant thursday, sheer thursday, thursday of mysteries', easter(-3)],
  ['palm sunday', easter(-7)],
  ['ash wednesday', easter(-46)],
  ['mardi gras, shrove tuesday, fat tuesday, pancake, pancake tuesday', easter(-47)],
  ['shrove monday, rose monday', easter(-48)],
  ['ascension, ascension thursday', easter(39)],
  ['pentecost, pentecost sunday, whit sunday, whitsun', easter(49)],
  ['pentecost monday, whit monday, monday of the holy spirit', easter(50)],
  ['trinity sunday', easter(56)],
  ['corpus christi', easter(60)],
  ['orthodox easter, orthodox easter sunday, pascha', orthodox(0)],
  ['orthodox easter monday', orthodox(1)],
  ['orthodox holy saturday, orthodox great saturday', orthodox(-1)],
  ['orthodox good friday, orthodox great friday', orthodox(-2)],
  ['orthodox palm sunday', orthodox(-7)],
  ['lazarus saturday', orthodox(-8)],
  ['orthodox shrove monday, orthodox ash monday, clean monday, green monday', orthodox(-48)],
  ['orthodox shrove sunday, cheesefare sunday, forgiveness sunday', orthodox(-49)],
  ['orthodox ascension', orthodox(39)],
  ['orthodox pentecost, orthodox whit sunday', orthodox(49)],
  ['orthodox whit monday', orthodox(50)],
  ['orthodox christmas', date(1, 7)],
  ['orthodox new year', date(1, 14)],
  ['chinese new year, lunar new year, chinese lunar new year, spring festival', chinese(1, 1)],
  ['lantern festival', chinese(1, 15)],
  ['dragon boat festival', chinese(5, 5)],
  ['mid autumn festival, mid-autumn festival, moon festival', chinese(8, 15)],
  ['rosh hashanah, rosh hashana, jewish new year', hebrew('Tishri', 1, 2)],
  ['yom kippur, of atonement', hebrew('Tishri', 10)],
  ['sukkot, feast of tabernacles', hebrew('Tishri', 15, 7)],
  ['shemini atzeret', hebrew('Tishri', 22)],
  ['simchat torah', hebrew('Tishri', 23)],
  ['hanukkah, chanukah, hannukkah, hanukah, hannukah, channukah', hebrew('Kislev', 25, 8)],
  ['tu bishvat, tu bshvat', hebrew('Shevat', 15)],
  ['purim', hebrew('Adar', 14)],
  ['shushan purim', hebrew('Adar', 15)],
  ['passover, pesach', hebrew('Nisan', 15, 8)],
  ['yom haatzmaut', hebrew('Iyar', 5)],
  ['lag bomer, lag baomer', hebrew('Iyar', 18)],
  ['shavuot, feast of weeks', hebrew('Sivan', 6)],
  ['tisha bav, tish bav', hebrew('Av', 9)],
  ['islamic new year, muharram, hijri new year', islamic(1, 1)],
  ['ashura', islamic(1, 10)],
  ['mawlid, mawlid al nabi, milad un nabi', islamic(3, 12)],
  ['isra and miraj, isra and mi raj, lailat al miraj', islamic(7, 27)],
  ['ramadan, ramadhan, ramzan', islamic(9, 1, 30)],
  ['laylat al qadr, laylat al kadr, lailat al qadr, night of power', islamic(9, 27)],
  ['eid, eid al fitr, eid ul fitr, id al fitr, id ul fitr', islamic(10, 1)],
  ['eid al adha, eid ul adha, id ul adha, id al adha, sacrifice feast, feast of sacrifice, bakrid', islamic(12, 10)],
  ['makar sankranti, makara sankranti, makara sankranthi, makar sankranthi, pongal', date(1, 14)],
  ['vaisakhi, baisakhi', date(4, 14)],
  ['rizal', date(12, 30)],
]);

const canada: Rows = [
  ['thanksgiving', weekday(10, MON, 2)],
  ['canada, dominion, memorial', date(7, 1)],
  ['vimy ridge', date(4, 9)],
  ['labour, labor', weekday(9, MON, 1)],
  ['victoria, national patriot, patriot', { on: 'weekday-before', month: 5, day: 25, weekday: MON }],
  [
    'civic holiday, civic, british columbia, new brunswick, saskatchewan, terry fox, natal, heritage',
    weekday(8, MON, 1),
  ],
  ['family, louis riel, islander, nova scotia heritage', weekday(2, MON, 3)],
  ['truth and reconciliation', date(9, 30)],
];

const usa: Rows = [
  ['independence, fourth of july', date(7, 4)],
  ['juneteenth', date(6, 19)],
  ['daylight saving start, daylight saving', weekday(3, SUN, 2)],
  ['daylight saving end', weekday(11, SUN, 1)],
  ['em c, emsc', weekday(5, SUN, 3, 3)],
];

const bankHolidays: Rows = [
  ['mother, mothering sunday', easter(-21)],
  ['early may bank holiday, may bank holiday', weekday(5, MON, 1)],
];

const mayDay: Rows = [['labour, labor, worker', date(5, 1)]];

/** Where a region keeps a day of that name at another time, or alone has it. */
export const holidaysByRegion: ReadonlyMap<string, ReadonlyMap<string, HolidayRule>> = new Map(
  Object.entries({
    AU: [
      ['father', weekday(9, SUN, 1)],
      ['labour, labor', weekday(10, MON, 1)],
      ['australia', date(1, 26)],
      ['anzac', date(4, 25)],
      ['melbourne cup', weekday(11, 2, 1)],
    ],
    NZ: [
      ['father', weekday(9, SUN, 1)],
      ['labour, labor', weekday(10, MON, 4)],
      ['waitangi', date(2, 6)],
      ['anzac', date(4, 25)],
    ],
    CA: canada,
    GB: [
      ...bankHolidays,
      ['spring bank holiday, late may bank holiday', weekday(5, MON, -1)],
      ['august bank holiday, summer bank holiday', weekday(8, MON, -1)],
    ],
    IE: [
      ...bankHolidays,
      ['june bank holiday', weekday(6, MON, 1)],
      ['august bank holiday, summer bank holiday', weekday(8, MON, 1)],
      ['october bank holiday', weekday(10, MON, -1)],
    ],
    BZ: mayDay,
    IN: [
      ...mayDay,
      ['republic', date(1, 26)],
      ['independence', date(8, 15)],
      ['gandhi jayanti', date(10, 2)],
      ['teacher', date(9, 5)],
      ['children', date(11, 14)],
    ],
    JM: [
      ['labour, labor', date(5, 23)],
      ['hero, heroe, national heroe', weekday(10, MON, 3)],
      ['independence', date(8, 6)],
      ['emancipation', date(8, 1)],
    ],
    TT: [
      ['labour, labor', date(6, 19)],
      ['indian arrival', date(5, 30)],
      ['emancipation', date(8, 1)],
      ['independence', date(8, 31)],
      ['republic', date(9, 24)],
      ['hosay', islamic(1, 10)],
    ],
    PH: [
      ...mayDay,
      ['independence', date(6, 12)],
      ['bonifacio', date(11, 30)],
      ['national heroe', weekday(8, MON, -1)],
    ],
    ZA: [
      ...mayDay,
      ['covenant, of the covenant, of the vow, reconciliation', date(12, 16)],
      ['hero, heroe, kruger', date(10, 10)],
      ['heritage', date(9, 24)],
      ['freedom', date(4, 27)],
      ['youth', date(6, 16)],
      ['human right', date(3, 21)],
      ['woman, national woman', date(8, 9)],
      ['admin, secretaries', weekday(9, WED, 1)],
    ],
    US: usa,
    '': usa,
  } satisfies Record<string, Rows>).map(([region, rows]) => [region, table(rows)] as const),
);

/** Names that mean the feast without "day" after them; "labor", "boss" and "may" do not. */
export const holidaysWithoutDay: ReadonlySet<string> = new Set(
  (
    'christmas,xmas,christmas eve,xmas eve,new year eve,nye,new year,halloween,thanksgiving,black friday,cyber monday,' +
    'giving tuesday,small business saturday,easter,easter sunday,easter monday,easter saturday,holy saturday,good friday,' +
    'maundy thursday,holy thursday,covenant thursday,sheer thursday,thursday of mysteries,palm sunday,ash wednesday,mardi gras,' +
    'shrove tuesday,fat tuesday,pancake tuesday,shrove monday,rose monday,pentecost,pentecost sunday,whit sunday,whitsun,' +
    'pentecost monday,whit monday,monday of the holy spirit,trinity sunday,corpus christi,orthodox easter,' +
    'orthodox easter sunday,pascha,orthodox easter monday,orthodox holy saturday,orthodox great saturday,orthodox good friday,' +
    'orthodox great friday,orthodox palm sunday,lazarus saturday,orthodox shrove monday,orthodox ash monday,clean monday,' +
    'green monday,orthodox shrove sunday,cheesefare sunday,forgiveness sunday,orthodox pentecost,orthodox whit sunday,' +
    'orthodox whit monday,orthodox christmas,orthodox new year,chinese new year,lunar new year,chinese lunar new year,' +
    'spring festival,lantern festival,dragon boat festival,mid autumn festival,moon festival,rosh hashanah,rosh hashana,' +
    'jewish new year,yom kippur,sukkot,feast of tabernacles,shemini atzeret,simchat torah,hanukkah,chanukah,hannukkah,hanukah,' +
    'hannukah,channukah,tu bishvat,tu bshvat,purim,shushan purim,passover,pesach,yom haatzmaut,lag bomer,lag baomer,shavuot,' +
    'feast of weeks,tisha bav,islamic new year,hijri new year,muharram,ashura,mawlid,mawlid al nabi,milad un nabi,' +
    'isra and miraj,lailat al miraj,ramadan,ramadhan,ramzan,laylat al qadr,laylat al kadr,lailat al qadr,night of power,' +
    'eid,eid al fitr,eid ul fitr,id al fitr,id ul fitr,eid al adha,eid ul adha,id ul adha,id al adha,sacrifice feast,' +
    'feast of sacrifice,bakrid,makar sankranti,makara sankranti,makara sankranthi,makar sankranthi,pongal,vaisakhi,baisakhi,' +
    'early may bank holiday,may bank holiday,spring bank holiday,late may bank holiday,august bank holiday,summer bank holiday,' +
    'june bank holiday,october bank holiday,koningsdag,bonfire night,silvester,mothering sunday,juneteenth,fourth of july,' +
    'civic holiday,washington birthday,lincoln birthday,abraham lincoln birthday,hosay,gandhi jayanti,three king'
  )
    .split(',')
    .map(stemsOf),
);
