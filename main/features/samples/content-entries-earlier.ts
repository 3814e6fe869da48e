import type { SampleEntry } from './content.ts';

/** From years ago up to eleven days ago; what had to be done then is done, or is a task by now. */
export const earlierEntries: readonly SampleEntry[] = [
  {
    key: 'two-years-ago',
    day: { yearsAgo: 2 },
    time: '21:40',
    mood: 3,
    body: `Lotte asked why the whale in the museum has no eyes. I said bones don’t keep them. She thought about it all through supper and then said: so she can’t see that we are looking. Here it stands, so that one of us remembers.`,
  },
  {
    key: 'year-ago-morning',
    day: { yearsAgo: 1 },
    time: '07:50',
    mood: 4,
    body: `Signed for the place in the pottery studio. It smells of wet wool and iron, and I like it already.`,
  },
  {
    key: 'year-ago-evening',
    day: { yearsAgo: 1 },
    time: '22:10',
    mood: 4,
    body: `First bowl. It leans like someone listening at a door. The teacher said *keep it, you will want to know where you began*, and wrapped it in newspaper.

Walked home along the canal with clay under my nails. Nobody had wanted anything from me for two hours.`,
  },
  {
    key: 'seven-stops',
    day: -30,
    time: '20:15',
    mood: 4,
    body: `# Seven stops

We agreed. Not eleven, not nine. Seven, and a chair at each of them. @Priya drew the way through the house with her thumb, for want of a pencil.

| Stop | Minutes | Chairs |
| :--- | ------: | :----: |
| the entrance | 4 | 2 |
| the net loft | 4 | 1 |
| the whale room | 4 | 3 |
| the pilot’s cabin | 4 | 1 |
| the kitchen | 4 | 2 |
| the lamp | 4 | 1 |
| the yard | 4 | 2 |

Four minutes each, no more. Twenty-eight minutes is as long as a person can carry a voice in one ear. #audioguide`,
  },
  {
    key: 'lost-visitors',
    day: -28,
    time: '18:40',
    mood: 3,
    body: `Stood by the stairs for an hour and watched where people hesitate. Always the same place: the landing, where the arrow points at a wall. An old man said “I suppose I live here now” to nobody in particular.

Pottery in the evening. Threw three, kept none, slept well.`,
  },
  {
    key: 'phone-contract',
    day: -27,
    time: '12:50',
    mood: 3,
    body: `Forty minutes on hold and the second phone is gone from our lives. Nine euros a month, for two years, for a drawer.`,
  },
  {
    key: 'first-sentence',
    day: -26,
    time: '09:05',
    mood: 4,
    body: `The first sentence of the entrance is there: *You are standing where the water used to be.* It came on the tram, between the hospital and the bridge, after three days of sentences that began with a year.

Let it lie for the rest of the morning. #audioguide`,
  },
  {
    key: 'where-lost',
    day: -25,
    time: '16:20',
    mood: 4,
    body: `Talked with three visitors. All of them were lost, none of them minded. One said she likes it when a museum lets her stray for a while.

> A guide should be like someone who walks half a step behind you.

That was the man with the dog, who was not allowed in with the dog and talked to me through the door.`,
  },
  {
    key: 'empty-house',
    day: -24,
    time: '21:30',
    mood: 3,
    body: `Lotte is at Mum’s for three days and the flat is enormous. Tomas and I ate standing up. Mum rang to say they are painting the hall together and that the paint is called “oat”.`,
  },
  {
    key: 'boiler-out',
    day: -22,
    time: '08:55',
    mood: 2,
    body: `The boiler went out in the night, with a sound like a dropped spoon. Eleven degrees in the bathroom. Called the fitter at half past eight and Mr Brandt laughed, kindly, when I said how old it was.

So that is the winter’s money, then. Three thousand at least, he thinks. We have the savings for Portugal, and we have Portugal in our heads, and one of them is going to be a boiler.

Lotte thinks it is wonderful. She did her sums in a hat. #boiler`,
  },
  {
    key: 'cold-kitchen',
    day: -21,
    time: '22:20',
    mood: 2,
    body: `Cold. Wrote in bed with gloves on and crossed out all of it.`,
  },
  {
    key: 'test-sentence',
    day: -20,
    time: '18:05',
    mood: 5,
    body: `# A voice in the whale room

Recorded one sentence in there after closing, on the small machine. Jonas switched the ventilation off for ten minutes and stood by the switch like a man guarding a bridge.

It is a different sentence in that room. It goes up, turns round under the ribs and comes back a little late, so you hear yourself having said it. I had planned to write about her weight and the year and the harbour master. Now I think the room needs half of that, perhaps less.

Walked home the long way. Really happy. [[Seven stops]] #audioguide`,
  },
  {
    key: 'visitors-book',
    day: -19,
    time: '17:15',
    mood: 3,
    body: `Found the visitors’ book from the seventies behind the till. People wrote whole letters in it. “It rained, we came in, we stayed.” That is a better text than any of mine this week.`,
  },
  {
    key: 'entrance-done',
    day: -18,
    time: '12:45',
    mood: 4,
    body: `The entrance is finished. Four minutes and six seconds, read aloud, standing. @Priya changed one word, *vessel* to *boat*, and she was right.

Next is the [[net loft]], which I like less, because it is full of things with names.`,
  },
  {
    key: 'choir',
    day: -17,
    time: '19:45',
    mood: 4,
    body: `Lotte wants to be in the choir. She told us as if she were confessing something. She has been singing in the school toilets, she says, because the sound is good there. I told her about the whale room and she nodded, one professional to another. #lotte`,
  },
  {
    key: 'fitter',
    day: -15,
    time: '20:30',
    mood: 3,
    body: `The first quote is here: 4,300 with everything, 3,850 if the old pipes stay. Mr Brandt writes his sevens with a bar and his prices with a comma, like my grandfather.

What he told us:

- a new one uses a third less gas
- the chimney would be closed
- it takes one day, in the cold

Tomas read all of it twice and then made pancakes. #boiler`,
  },
  {
    key: 'bowls',
    day: -14,
    time: '22:00',
    mood: 4,
    body: `Two bowls survived the kiln. Not the two I would have chosen.`,
  },
  {
    key: 'headlamp',
    day: -13,
    time: '08:20',
    mood: 4,
    body: `Ran to the lock before it was light, with the lamp on, inside my own small room of frost. Eight kilometres and the knee said nothing. There was a heron on the gate and we both pretended not to have seen each other. #running`,
  },
  {
    key: 'chimney',
    day: -12,
    time: '09:10',
    mood: 2,
    body: `Lay awake from four and did sums. If the chimney is closed, does the house insurance care? I should ask the insurer about the old chimney before anybody signs. It was the only question in the whole night that had an answer.`,
  },
  {
    key: 'one-voice',
    day: -11,
    time: '16:10',
    mood: 3,
    body: `Dropped the idea of a second voice. Listened to three museums with two voices each, and it is always a play, with someone who knows and someone who says *really?* Nobody should have to be the one who says really.

@Ilse will read it all herself. She asked for short sentences and I said they were the only ones I had left. #audioguide`,
  },
];
