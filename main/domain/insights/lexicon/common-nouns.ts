/** Common nouns that begin sentences; with a capital there they name nobody. Lower case. */
export const COMMON_NOUNS: ReadonlySet<string> = new Set(
  `accident account air alarm allergy answer apartment appetite application appointment argument arm arms assembly assignment attendance autumn
  baby back bag bags bank bath bathroom battery beach beans bedroom beer bike bill bills birds birthday blood board boat body boiler books boots box boxes
  brain bread breath brunch budget bug bugs builder builders building bus business cake call calls camera camp car cardboard cards carpet cash cat cats ceiling
  chapter cheese chemistry chicken child childhood choir class classes client clients clothes cloud clouds coach coffee cold college colleagues company
  computer concert concrete conference contract conversation cooking corridor cough council course cousins crew crowd customer customers
  dad's data dates days deadline deadlines deal decision deck delivery dentist deploy desk dessert dialogue diary dinner dishes dog dogs door doors
  draft dream dreams dress drive driver drivers driving email emails energy engine essay evenings exam exams exercise exhibition eyes face fact
  family farm feet fence fever fields film fire fish flat flight flights floor flowers flour food foot football fridge friend friends frost fruit funeral furniture
  game games garage garden gel girls glass goal goals grammar grass groceries ground group guests guitar gym hair hall hand hands head headache heart heat
  heating help hip history holiday holidays homework hope horse hospital hotel hours house housework hunger husband ice idea ideas inbox infection ink
  insurance internet interview invoice invoices job jobs journal journey jumper karaoke keys kid kitchen knee knees lab landlord language laptop laundry law
  lawn leaves lecture lectures leg legs lesson lessons letter letters library lice life light lights line list lists living loan luck luggage lunch lunchtime lungs
  machine machines mail management manager mass match maths matters meal meals meat medicine meds meeting meetings memory mess message messages migration milk mind
  minutes moment mood moon mornings mould mountains mouse movie moving music nap nature neck neighbours neighbors neighbourhood nerves news night nights
  nobody noise nose notes number numbers nurses office oil oven page pain paint painting papers parents parking parties party passport patience patient
  patients payday payment pencil people person phone photos physio piano pictures pipe pizza plan plane plans plants plaster platform point police
  politics pool post potatoes practice prayer pressure price prices printer problem problems product progress project projects pupils puppy question
  questions queue rabbits rage rain rehearsal release rent report reports rest restaurant revision rice river road room roses routine rules run sales salary salt
  sand sauce scan school sea season seats seminar session sheep shift shifts ship shirt shock shoes shop shopping shoulder shoulders shower silence sister skin sky sleep
  smoke snow soap socks software soil somebody son song sound soup sourdough speech sport spring squad staff stairs standup stars stomach stop storm story strangers
  street stress strings students study stuff sugar suitcase summer sun supper surgery sweat swimming table tea teacher teachers team tears teeth temperature
  tenant tenants tension test tests text thanks theatre therapy thing things thoughts throat ticket tickets time times tiredness tomatoes tools toothache town traffic
  train training trains transport travel tree trees trip trouble truth tube tv tyre university van vegetables video view village visit visitors voice voices
  volunteers wages walk walking wall walls washing water waves weather wedding weekend weekends weeks weight wifi wind window windows wine winter women wood
  word words work workers workshop world worry writing yard years yesterday yoga machine service standup admin customs
  haven't hasn't didn't doesn't don't wasn't isn't aren't weren't couldn't wouldn't shouldn't won't can't that's there's here's what's who's let's
  tower square bridge cottage island county district avenue lane hill river lake mount bay`.split(/\s+/u),
);
