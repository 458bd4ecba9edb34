import { describe, expect, it } from 'vitest';
import { proposeSplit, rightSize, type SizedDesign } from './right-size.ts';

/** As the canvas has it while only the title is written, and the minutes where there are any. */
const titled = (title: string, attemptMinutes: number | null = null): SizedDesign => ({
  title,
  verb: title.split(' ')[0]?.toLowerCase() ?? '',
  summary: `You will be able to do this: ${title}.`,
  repeat:
    attemptMinutes === null ? null : { attemptMinutes, perWeek: 3, floor: 'Once.', rhythm: 'After coffee.' },
  payoff: null,
});
const unitsOf = (design: SizedDesign) => proposeSplit(design)?.units.map(({ title }) => title) ?? [];

/** With what a coach would have somebody begin with instead. */
const TOO_LARGE: readonly (readonly [title: string, minutes: number | null, ...units: string[]])[] = [
  [
    'Tie a bowline, a clove hitch and a figure eight, and splice a rope and sail around a buoy',
    null,
    'Tie a bowline, a clove hitch and a figure eight',
    'Splice a rope',
    'Sail around a buoy',
  ],
  [
    'Learn French and play the piano',
    45,
    'Say five sentences in French from memory',
    'Play four bars on the piano from memory',
  ],
  [
    'Cook, clean and host a dinner for twelve',
    120,
    'Cook a dinner for twelve',
    'Clean up after a dinner for twelve',
    'Host a dinner for twelve',
  ],
  [
    'Manage people well',
    null,
    'Give one person feedback in two sentences',
    'Hand over one task in five minutes',
    'Ask one person what stands in their way',
  ],
  ['Splice a rope and whip the end of it', null, 'Splice a rope', 'Whip the end of a rope'],
  ['Knit a scarf, sew on a button and darn a sock', null, 'Knit a scarf', 'Sew on a button', 'Darn a sock'],
  [
    'Write a CV, answer interview questions and negotiate a salary',
    null,
    'Write a CV',
    'Answer interview questions',
    'Negotiate a salary',
  ],
  ['Swim a length and dive from the board', null, 'Swim a length', 'Dive from the board'],
  ['Read music and sing in tune', null, 'Read music', 'Sing in tune'],
  [
    'Shop, cook and decorate for a party',
    null,
    'Shop for a party',
    'Cook for a party',
    'Decorate for a party',
  ],
  ['Change a tyre and top up the oil', null, 'Change a tyre', 'Top up the oil'],
  ['Roasting a chicken and carving the meat', null, 'Roast a chicken', 'Carve the meat'],
  [
    'Plant a hedge, trim it and compost the cuttings',
    null,
    'Plant a hedge',
    'Trim a hedge',
    'Compost the cuttings',
  ],
  ['Learn to whittle a spoon and sharpen the knife', null, 'Whittle a spoon', 'Sharpen the knife'],
  ['Learn Italian', null, ...language('Italian')],
  ['Be better at German', null, ...language('German')],
  [
    'Play the guitar',
    null,
    'Play four bars on the guitar from memory',
    'Play one slow scale on the guitar without a stop',
  ],
  [
    'Learn economics',
    null,
    'Explain one idea from economics in two minutes',
    'Do one exercise in economics without looking anything up',
  ],
  [
    'Get better at public speaking',
    null,
    'Practise public speaking for ten minutes, with one thing to watch',
    'Repeat the smallest part of public speaking ten times',
  ],
  [
    'Improve my tennis serve',
    null,
    'Practise my tennis serve for ten minutes, with one thing to watch',
    'Repeat the smallest part of my tennis serve ten times',
  ],
  [
    'Time management',
    null,
    'Practise time management for ten minutes, with one thing to watch',
    'Repeat the smallest part of time management ten times',
  ],
  ['Become fluent in Dutch', null, ...language('Dutch')],
  ['Take 45 minutes to write a letter', null, ...stretches('Write a letter')],
  ['Meditate for half an hour', null, ...stretches('Meditate')],
  ['Become a better leader', null, ...people()],
  ['Be more patient', null, 'Be more patient in one conversation', 'Be more patient for ten minutes'],
  [
    'Stop procrastinating',
    null,
    'Stop procrastinating for ten minutes',
    'Stop procrastinating for two minutes',
  ],
  ['Run a two-hour workshop', null, ...stretches('Run a workshop')],
  ['Give a 45-minute interview', null, ...stretches('Give an interview')],
  ['Restore an old chair', 90, ...stretches('Restore an old chair')],
  ['Write my first novel', null, 'Write one page of my first novel', 'Read one page of my first novel aloud'],
  [
    'Build a website for the choir',
    null,
    'Write down the next three steps of a website for the choir',
    'Work for ten minutes on the next step of a website for the choir',
  ],
];

function language(name: string) {
  return [
    `Say five sentences in ${name} from memory`,
    `Ask for one thing in ${name}`,
    `Repeat one minute of spoken ${name} aloud`,
  ];
}

function people() {
  return [
    'Give one person feedback in two sentences',
    'Hand over one task in five minutes',
    'Ask one person what stands in their way',
  ];
}

function stretches(title: string) {
  return [
    `${title}: the first ten minutes`,
    `${title}: ten minutes from the middle`,
    `${title}: the last ten minutes`,
  ];
}

/** One doing each, though some have an “and” in them. */
const WELL_SIZED = `
  Mix and knead bread dough
  Back and fill
  Peel and dice an onion
  Sand and polish a table top
  Sand, paint and varnish a door
  Wash and dry a wool jumper
  Throw and catch a ball with one hand
  Lift and lower a barbell ten times
  Draw a cat and a dog
  Draw a circle and erase it
  Say hello and goodbye in five languages
  Walk and talk through a proof
  Tell a joke and pause before the end
  Write one email that people read and answer
  Breathe in and lift the bar
  Stop and restart a metronome on the beat
  Make a cup of tea, the slow way
  Cook rice and beans two ways
  Play a scale with the left and the right hand
  Whistle with two fingers
  Slice an apple, an orange and a pear
  Pack a bag, a tent and a stove
  Say no, and the reason for it
  Name the stars and the planets above the horizon
  Manage one meeting without a slide
  Play four bars on the piano from memory
  Order a meal in French
  Explain one idea from economics in two minutes
  Find north and the time by the sun
  Twenty even brush lines
  The six-second bowline
`;
const lines = (text: string) => text.trim().split(/\n\s*/);

const CASES = TOO_LARGE.map(([title, minutes, ...units]) => ({ title, minutes, units }));

describe('a title', () => {
  it.each(CASES)('is too large: $title ($minutes minutes)', ({ title, minutes, units }) => {
    expect(rightSize(titled(title, minutes))).not.toEqual([]);
    expect(unitsOf(titled(title, minutes))).toEqual(units);
  });

  it.each(lines(WELL_SIZED))('has a fitting size: %s', (title) => {
    expect(rightSize(titled(title))).toEqual([]);
    expect(proposeSplit(titled(title))).toBeNull();
  });

  // Of hours of cooking one doing still takes too long: it is cut once more.
  it.each(CASES.filter(({ minutes }) => (minutes ?? 0) <= 90))(
    'is mended by one tap: $title',
    ({ title, minutes }) => {
      // The canvas takes the minutes of a piece where those of the whole are too many.
      for (const unit of proposeSplit(titled(title, minutes))?.units ?? [])
        expect(rightSize(titled(unit.title, unit.attemptMinutes ?? minutes))).toEqual([]);
    },
  );
});
