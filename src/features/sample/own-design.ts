import type { MicromasteryDesign } from '../library/contract.ts';

const FIRST: MicromasteryDesign = {
  slug: 'first-sentence-of-a-meeting',
  title: 'The first sentence of a meeting',
  verb: 'open',
  summary: 'You will be able to open a meeting so that everybody knows what it is there to decide.',
  needs: ['My meetings wander for the first ten minutes', 'Nobody knows what we are deciding'],
  fields: ['facilitation', 'team rhythm'],
  entryTrick: {
    text: 'Say the decision as a question that ends with a question mark, and write it where all can see it before anybody sits down.',
    limit: 'A question on the wall can turn a talk into a vote. Drop it where people come to listen.',
    tryFirst: false,
  },
  rubPat: null,
  support: {
    kit: ['a pen that writes', 'a wall or a shared page'],
    people: ['one person who says back what they heard'],
    place: 'Whatever room the meeting is in.',
    time: 'The minute before it begins.',
    mindset: 'I am here so that it ends with a decision.',
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text, and nobody awaits a string
    obstacles: [{ if: 'somebody begins before me', then: 'I point at the question and wait' }],
  },
  payoff: {
    statement: 'When I ask in the middle, people can say what we are deciding.',
    kind: 'pass',
    unit: 'meetings',
    direction: 'up',
    target: { low: 1, high: null },
    howMeasured: 'Half way through, ask one person what we are deciding. It counts if they say the question.',
    minTrials: 1,
    conditions: ['the person asked is another one each time'],
    applause: 'outer',
    anchors: null,
  },
  repeat: {
    attemptMinutes: 2,
    perWeek: 4,
    floor: 'Write the question for tomorrow’s meeting and read it aloud once.',
    rhythm: 'The first meeting of each day.',
  },
  twists: [{ name: 'seven words', instruction: 'Say the question in seven words or fewer.' }],
  experiments: [{ name: 'where it stands', levels: ['wall', 'chat', 'said only'] }],
  links: [{ to: 'short-stand-up', kind: 'carries-over-to' }],
  safety: null,
  licence: 'not shared',
  version: 1,
  lineage: ['short-stand-up 1'],
};

/** Each version of a micromastery of one’s own, oldest first: it was said anew once it had been tried for a while. */
export const OWN_VERSIONS: readonly MicromasteryDesign[] = [
  FIRST,
  {
    ...FIRST,
    entryTrick: {
      text: 'Say the decision as a question, write it where all can see it, and ask the quietest person to say it back in their words.',
      limit: FIRST.entryTrick?.limit ?? null,
      tryFirst: false,
    },
    twists: [
      ...FIRST.twists,
      { name: 'borrowed voice', instruction: 'Somebody else reads the question out.' },
    ],
    version: 2,
  },
];
