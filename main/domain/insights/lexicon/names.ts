const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Titles that make the capitalised (or, in dictation, any) word after them a name. */
export const TITLES = set(
  'mr mrs ms miss mx dr doctor prof professor pastor father sister uncle aunt auntie aunty coach sir dame lord lady mme madame mlle monsieur herr frau señor señora captain officer judge nurse rabbi imam reverend rev mama baba tante tio tía tia onkel cousin nana',
);

/** Titles that are words of their own too: only with a capital do they make a name. */
export const WORD_TITLES = set(
  'doctor father sister uncle aunt coach lady judge nurse captain officer cousin professor pastor mama baba sir lord tia nana',
);

/** Family words people use as a name. Lower case counts unless a "my", "her" or "the" stands before. */
export const KINSHIP = set(
  'mum mom mummy mommy dad daddy mam mama papa grandma grandpa granny grandad granddad gran nan nana nanna nonna nonno oma opa abuela abuelo lola lolo vó avó vovó babushka yiayia mamma pappa maman mutti vati',
);

export const DETERMINERS = set(
  'my your his her our their the a an this that these those no some any every each another whose its',
);

/** First names that are no English word, so that they are names even in lower case. Lower-case letters. */
export const FIRST_NAMES = set(`
  aaron abby abdul abigail adam adriana agnes ahmed aidan aisha alan albert alejandro alex alexander alexandra alfie alfred ali alice alicia
  alina alison allison amanda amara amelia amir amit amy ana anais anders andre andrea andreas andrew andy angela anil anita anja ann anna anne
  anneke annie anthony antonio anya aoife arjun arthur arturo asha ashley astrid audrey ava barbara bastian bea beatrice becky ben benjamin bernard
  bernd beth bethany bianca bjorn bob bobby brenda brian bridget bruno caleb callum camila camille carl carla carlos carmen carol caroline
  catherine cathy cecilia charles charlie charlotte chen chloe chris christian christina christine christopher ciara claire clara claudia
  colin connor craig curtis dana daniel daniela danielle danny darren dave david deborah declan denise dennis derek diana diego dieter dimitri
  dmitri dolores dominic donna dora doris dorothy doug duncan dylan eddie edgar edith eduardo edward eileen elaine eleanor elena elif
  elisa elizabeth ella ellen ellie elliot elsa emil emilia emily emma enrique eric erica erik erin esther ethan eva evan evelyn fatima felix
  femi fernando fiona florian frances francesca francis francisco freddie freya gabriel gabriela gareth gary gavin gemma geoff george georgia
  gerald gerard gina giovanni giulia gloria gordon graham greg gregory gustav hamza hannah hans haruka harriet hassan hector heidi heinz helen
  helena helga henry hiroshi holly hugo hussein ian ibrahim ida ifeoma ignacio igor ines ingrid ioana irene iris isaac isabel isabella ivan
  jackie jacob jacqueline jaime james jamie jan jane janet janine jasmin jason javier jaylen jean jeff jennifer jenny jeremy jerome jess jessica jesus
  jill jim jing jo joan joana joanna joanne jodie joe joel johan johanna john johnny jon jonas jonathan jorge jose joseph josh joshua juan judith judy
  julia julian julie june jun jürgen justin kai kamal karen karim karin karl kate katherine kathleen katie katja kayla keith kelly ken kenji kerry
  kevin khalid kieran kim kirsten klara klaus kofi kristen kristina kurt kwame kyle lars laura lauren laurence leah lebo lee leila lena leo leon
  leonard leonie leslie lewis liam lila linda lisa liz lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke lydia lynn maddie madison
  magda malik manuel marcel marco marcus margaret maria marianne marie marina mario marisol marlene marta martha martin martina mary mateo
  mateus mathilde matilda matt matteo matthew matthias maureen max maya megan mehmet mei melanie melissa mia michael michelle miguel mika mike
  milan milo miriam mohamed mohammed moira molly monica monique morgan moritz muhammad nadia nadine naomi natalia natalie natasha nathan neil
  nia niamh nicholas nick nicola nicole niklas nikolai nils nina noah noel nora norman nuno obi oleg olga oliver olivia ollie oscar otto owen
  pablo pamela paola patrice patricia patrick paul paula pauline pavel pawel pedro peggy penny pete peter petra phil philip phoebe pia
  pierre pim priya quentin rachel rafael raj rajesh ralph ramon raquel rashid raul ravi raymond rebecca renata rené rhys ricardo richard rita
  rob robert roberto robin rodrigo roger roland roman ronald rosa rosie ross rowan roxanne ruben rui rupert russell ruth ryan saanvi sabine sadie
  saki sally sam samantha samir samuel sandra sanjay sara sarah sasha scott sean sebastian selma serena sergio shane shannon sharon sheila
  shirley simon simone siobhan sofia sofie soph sophia sophie soren stefan stefanie stella stephan stephanie stephen steve steven stuart sunita susan
  susanne suzanne svetlana sven sylvia tanya tara tariq tasha ted teresa terry thandi theo theresa thomas tim timothy tina tobias toby todd tom
  tomas tommy tony tracy trevor tyler uma ursula valentina valerie vanessa vera veronica victor victoria vikram vincent virginia vivian walter wanda
  wei wen wendy werner wilhelm william wolfgang xavier xinyi yara yasmin yasmine yolanda yousef yuki yuri yusuf yvonne zach zainab zara zeynep zoe zoey
  alasdair alastair alistair anand ananya andrei anton antoine anwar arnold arun asif aurora axel ayesha baptiste benoit bilal birgit blanca blessing bogdan boris
  britta carlo catalina cedric celine chiara chidi chinedu chioma cormac cristina dalia damien davide deepak dora eamon eliza elias elisabeth elodie
  emeka emre enzo ernesto esme etienne eun fabio farah fatou fergus fern filip finn flora francois françois frederik gaia gaz geraldine gianni gita grzegorz gunther hana harvey
  hasan henrik hilary hilde honor hui ikram imogen imran ingo iqbal irina isla ismail iwona jakob jakub jana jelena jonny jovan jorg jyoti kadri kasia katarina katrin kavya kealani
  kenneth khadija kirsty klaudia kofi krzysztof lachlan laila lamar latisha layla leandro leonardo lidia ling lior ljubica lorna luisa lukasz lynne maja malcolm malia mandy manon
  marek margot mariam mariana marija marius mathew mauro mehdi mercedes mick mikael mikhail mina mireille mirko moses mustafa naledi nanette natalya neema ngozi nikhil nisha njeri noemi
  nuala odette olu omar orla osman otieno pedro petr pilar preeti radu raimund rana rania rasmus reza rolf romain ronan rosalind rosario roisin sabrina sakura salma samira sana sander
  sandeep santiago saoirse shreya sibusiso sigrid silvia simona sinead sipho solveig soraya stacey stanislav sunil tadeusz takumi tamara tamsin tariro tatiana tendai teodor themba thabo thierry tibor torbjørn
  tomasz trev trish tristan tunde tyrone ulrich usha valeria vera vijay viktor vivek wanjiku wiktor wilma xin yan yannick yelena yiannis yoko youssef yusra yves zack zanele zeke zofia zuzana`);

/** Capitalised words that are no person: calendar, feasts, tongues, places, things with a trade name. Lower case. */
export const NOT_PEOPLE = set(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march may july
  august september october november december jan feb mar apr jul aug sep sept oct nov dec spring summer autumn winter christmas easter
  halloween thanksgiving ramadan eid diwali passover hanukkah anzac valentine valentine's new year eve
  english french german spanish italian portuguese dutch polish russian chinese japanese korean arabic hindi turkish greek swedish norwegian
  danish finnish irish scottish welsh british american canadian australian european croatian kiswahili swahili latin
  london paris berlin dublin madrid rome vienna lisbon prague budapest warsaw oslo stockholm copenhagen helsinki amsterdam brussels zurich
  geneva munich hamburg milan barcelona porto athens istanbul moscow york boston chicago seattle portland denver dallas houston austin miami
  toronto montreal vancouver ottawa sydney melbourne brisbane perth adelaide auckland tokyo kyoto osaka seoul beijing shanghai singapore
  mumbai delhi nairobi lagos accra johannesburg cairo manila bangkok hanoi jakarta europe africa asia america england scotland wales
  ireland france germany spain italy portugal austria switzerland belgium poland sweden norway denmark finland japan china india mexico
  canada australia brazil kenya ghana nigeria uk usa us eu california texas florida ohio
  google apple amazon microsoft facebook instagram whatsapp telegram slack zoom teams netflix spotify youtube tiktok twitter reddit venmo
  paypal uber lyft ikea tesco lidl aldi discord github excel word outlook gmail iphone android rust python java javascript typescript
  linux windows wifi internet god lord bible quran tv pc id ok okay pm am ceo hr it pr mri gp dmv nhs bbc phd adhd mot vat faq ptsd
  todo lol omg idk btw fyi asap eod ps nb re q1 q2 q3 q4 street road avenue park station airport hospital university college school
  church library hotel cafe café restaurant museum i i'm i'll i've i'd`);

/** Common sentence openers; with a capital they say nothing. */
export const OPENING_WORDS = set(`
  a an the and but or so then also still just now here there this that these those it he she we they you who what when where why how
  which whose if because since while although though until after before once as at by for from in into of off on out over to under up with
  without about above across against along among around behind below beneath beside between beyond down during except inside near onto
  outside past per through throughout toward towards upon within my your his her our their its mine yours some any all both each every
  either neither none no not never always often sometimes usually maybe perhaps probably actually really honestly anyway however meanwhile
  otherwise instead besides yes yeah yep nope oh ok okay um uh hmm wow hey hi hello dear please thanks thank sorry well right good great
  nice bad sad happy tired long short big small old new first second third last next today tomorrow yesterday tonight morning afternoon
  evening night day week month lots many much more most few less least other another such only even ever already almost again too very quite
  rather pretty feeling feel felt had has have is are was were be been being do does did done can could will would shall should may might
  must need got get gets went go going gone came come made make took take said says say told tell asked ask think thought know knew want
  wanted see saw let look looked found find put keep kept left leave ran run spent paid bought woke slept ate drank cooked cleaned worked
  everyone everybody someone somebody nobody anyone anybody everything something nothing anything people kids children mother father
  brother sister son daughter wife husband boss doctor dentist teacher neighbour neighbor one two three four five six seven eight nine ten
  eleven twelve little half work home dinner lunch breakfast coffee tea book note notes session homework total rent gas food service physics
  maths reports strings shoes seeding rabbits luckily finally eventually suddenly apparently unfortunately fortunately hopefully definitely
  dust lane invoice fonts practice gig fence concrete day back black white red blue green bed deposit rain snow sun`);

/** Words before a capitalised word that make it a place or a thing. */
export const PLACE_BEFORE = set(
  'in at near outside around towards toward into onto inside via across through of called titled the a an on',
);

/** Words before a capitalised word that make it a person. */
export const PERSON_BEFORE =
  set(`with tell told ask asked call called text texted email emailed ring rang phone phoned meet met visit visited see saw
  thank thanked hug hugged invite invited remind reminded from for and by help helped love miss missed message messaged promised marry
  married cousin friend brother sister colleague flatmate roommate neighbour neighbor boss son daughter wife husband partner nephew niece
  teacher owe owed bought gave give send sent chase let and little poor dear young old`);

/** English words that are first names as well: only a capital and what stands beside them tells. */
export const WORD_NAMES =
  set(`april may june august will mark grace hope rose faith bill jack art pat drew rich frank joy summer dawn ivy
  olive ruby pearl amber jade daisy lily heather violet chase hunter mason carter reed miles chip gene dean earl guy ray sky angel charity
  crystal destiny eve felicity gale harmony honey melody misty patience penny prudence robin sandy sterling star storm rusty basil ginger`);

/** What only a person does: enough to make an unknown word at the start of a sentence a name. */
export const SPEAKING =
  set(`says said told asked asks wants wanted thinks thought reckons rang texted phoned hugged laughed drove offered promised insisted
  insists loves loved hates hated lent announced danced cried texts calls emailed suggested wrote knows knew smiled brought cooked agreed
  refused invited visited apologised apologized cooked burned baked sent gave drives moaned complained joked snored will won't and`);

/** Words after a name that only people do. */
export const PERSON_AFTER =
  set(`says said say thinks thought wants wanted asked asks told tells is was has had keeps kept came comes took takes gave gives
  called calls went goes made makes helped helps brought brings will would won't did does didn't doesn't can can't could should sent sends
  drove drives ran runs loves loved hates hated likes liked laughed laughs smiled cried reckons knows knew never always still just finally
  really offered offers lent bought buys got gets looked looks seemed seems sat sits hugged called texted rang phoned wrote moved
  announced promised insisted insists suggested thinks wins won lost left leaves arrived arrives died danced needs joined cooked cooks
  burned finished answered asked wore talked talks spoke stayed visits visited and or bet put who sees reads finds hears helps tried tries`);
