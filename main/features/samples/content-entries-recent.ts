import type { SampleEntry } from './content.ts';

/** The last eleven days. The newest still hold things to do that nobody has decided about. */
export const recentEntries: readonly SampleEntry[] = [
  {
    key: 'studio-first',
    day: -10,
    time: '13:30',
    mood: 4,
    body: `First morning in the studio. @Ilse takes her shoes off to read. She did the entrance four times, and the fourth was the one where she had stopped performing it and only told me.

The trouble is *you*. “You are standing where the water used to be” sounds like an order if the voice comes down at the end. Up, and it is an invitation. Ten words, and I had never heard them. #audioguide`,
  },
  {
    key: 'net-loft-done',
    day: -9,
    time: '23:05',
    mood: 4,
    body: `The net loft is done, at last, by leaving out nearly everything with a name.

Supper at Ana’s. The twins have learned to unlock the door. Ana says she has not finished a thought since March, and finished that one while carrying a child under each arm. I like her so much.`,
  },
  {
    key: 'slow-run',
    day: -8,
    time: '08:30',
    mood: 2,
    body: `Slow, heavy, wet. Turned back at the second bridge. Not every run is about something.`,
  },
  {
    key: 'deposit',
    day: -7,
    time: '20:25',
    mood: 3,
    body: `Pottery tonight: trimming. You take away what you were so careful to put there.

Mr Brandt wants ten per cent before he orders. Tomas says pay it and sleep. I say wait until the other one has been to look at it, and then pay it and sleep. We agreed on his sentence with my ending. #boiler`,
  },
  {
    key: 'pilots-cabin',
    day: -6,
    time: '17:40',
    mood: 4,
    body: `# What the pilot could see

Sat in the pilot’s cabin for an hour with the door closed. It is two steps by three. He steered other people’s ships for thirty-one years and went home by bicycle.

The text has to be as small as the cabin. What is in it:

- the blue of the ceiling, which nobody can explain
- the cushion with the hollow
- the window, and that he cleaned it himself, every morning, with tea

I thought of [[Seven stops]] and how sure we were. This one might only need three minutes. #audioguide`,
  },
  {
    key: 'choir-first',
    day: -5,
    time: '20:50',
    mood: 5,
    body: `Lotte came out of her first choir practice with her coat on inside out and would not be talked to until she had sung all of it, both voices, in the car park. A bright, bright evening.

She needs indoor shoes with light soles for the hall. Size thirty-three, already. #lotte`,
  },
  {
    key: 'school-trip',
    day: -4,
    time: '19:05',
    mood: 3,
    body: `The map proof is beautiful and the numbers on it are wrong: four is where five is. Better now than on two thousand sheets.

A letter from school about the trip. I have to reply about the school trip by {day+4}, and say whether one of us can come along. Tomas would like to. He has never seen a salt works and speaks of it as other men speak of football. #lotte`,
  },
  {
    key: 'board',
    day: -3,
    time: '18:15',
    mood: 4,
    body: `# The board

They were kind. Kinder than the week deserved. Mrs Aldous had read both pages and asked the only real question: what does a person hear who cannot climb the stairs?

The honest answer is: four stops of seven. The lift would change that, and the lift is money that is not there yet. I promised to send the board two quotes for the lift. It was strange to say “we” in that room and mean it.

Afterwards a film with Tomas, one of those in which nothing happens and then you miss the people. I want to find the book it was made from.

I keep waiting to feel nervous about the pilot walk and it does not come. Maybe I only worry about things I have not written down. #audioguide`,
  },
  {
    key: 'studio-second',
    day: -2,
    time: '12:40',
    mood: 4,
    body: `Second morning in the studio, the whole net loft in one go. @Ilse made the word *tar* last so long that I could smell it. She says there was a programme about fog horns once, an hour of nothing but fog horns, and that it was the best radio she ever heard.

It came out at five minutes twenty. A minute and twenty seconds have to go, and I know which ones, and I will miss them.`,
  },
  {
    key: 'ramp',
    day: -2,
    time: '21:10',
    mood: 3,
    body: `The second fitter stood in front of the boiler for a while and then said, with respect, “well, there she is”. His offer comes in writing on {day+2}.

Jonas showed me the ramp at the side door. It is steeper than the sign says, so the sign has to change before the map goes to print. We need to word the ramp sign so that nobody feels they are being let in at the back.

Too tired to read. The heater in the hall ticks like a clock that has lost interest. #boiler`,
  },
  {
    key: 'net-loft-cut',
    day: -1,
    time: '22:20',
    mood: 4,
    body: `Cut the net loft to four minutes and one second. What went: the tarring, the price of hemp, the man with nine fingers. What stayed is a person in a room, tying knots while it gets dark.

Measured the ramp. One in nine, where the sign says one in twelve. I must tell Jonas about the slope before {day+3}, he will want to see it with his own tape.

Mum rang about her birthday. She says she wants nothing, in the voice that means *something made by hand*. I could give her the two bowls, if the glaze holds. Don’t forget to ask at pottery about the next firing.

Where did the pilot’s cabin get its blue from? I asked everyone today. #audioguide`,
  },
  {
    key: 'today-morning',
    day: 0,
    time: '07:45',
    mood: 4,
    body: `Woke before the alarm and lay there listening to the rain on the skylight. First whole night this week. The [[pilot walk]] is two weeks off and, for once, the list of what is done is longer than the list of what is left.

- [x] Send Jonas the floor plan
- [ ] Finish the [[whale room]] script, then stop
- [ ] Ten minutes of stretching, the knee is asking for it`,
  },
  {
    key: 'today-whale-room',
    day: 0,
    time: '09:20',
    mood: 4,
    body: `# Less voice in the whale room

@Priya thinks the voice should say *less* in the whale room. She is right. People look up and stop listening, so the silence is already doing the work. The second paragraph is out, and the room has it. #audioguide

## Before the pilot walk

The map goes to print soon and nobody has walked it with a pram. I should ask Ana to lend us the twins’ pram before {day+5}. All seven stops with it once, on a wet day, would tell us more than the plan does. The players need checking too: two of them hissed in the studio. I need to send Ilse the kitchen text by {day+2}, she likes to have it in her bag for a few days before she reads.

I have to ask the school whether there is a place on the bus for Tomas. Lotte has already promised him the window.

## The other thing

Paid 62 euros for boiler advice and the advice was *buy a boiler*. Still, the sums are calmer than they were. We are not going to Portugal, and it turns out that nobody minds as much as I had feared. Tomas found a house by the sea, three hours by train, with a stove. I must write to the owner by {day+4}.

> It rained, we came in, we stayed.

I keep coming back to that line. It would do for the last stop.`,
  },
];
