import type { Design, Payoff } from './design.ts';
import { type Finding, shorten, wordsOf } from './finding.ts';

/** Fewer words than this cannot say what is counted and when. */
const FEWEST_WORDS = 4;
const VAGUE_UNIT =
  /^(?:better|improvement|progress|quality|success|skill|feeling|good|goodness|level|value|result|performance|confidence)$/i;
const VAGUE_METHOD =
  /\b(?:somehow|roughly feel|feels? (?:better|right|good)|overall impression|generally|just know|gut feeling)\b/i;

export function reviewPayoff(design: Design): readonly Finding[] {
  const { payoff } = design;
  if (payoff === null) {
    return [
      {
        element: 'payoff',
        code: 'payoff-missing',
        severity: 'missing',
        why: 'Without a payoff nobody can tell when it is reached, and no picture of progress can be drawn.',
        betterExample: `What can be counted or timed when you ${design.verb}? For instance: good tries of ten, better upwards, target 8.`,
      },
    ];
  }
  return [
    ...reviewTarget(payoff),
    ...reviewUnit(design, payoff),
    ...reviewMethod(payoff),
    ...reviewAnchors(payoff),
  ];
}

function reviewTarget(payoff: Payoff): readonly Finding[] {
  if (payoff.target.low !== null || payoff.target.high !== null) return [];
  return [
    {
      element: 'payoff',
      code: 'payoff-no-target',
      severity: 'missing',
      why: 'Without a target the payoff is never reached. An opening suggestion is enough: each learner sets their own.',
      betterExample: `A target: ${exampleTarget(payoff)}, counted in “${payoff.unit}”.`,
    },
  ];
}

function exampleTarget({ kind, direction }: Payoff): string {
  const ends = EXAMPLE_ENDS[kind];
  if (direction === 'within') return `from ${ends[0]} to ${ends[1]}`;
  return direction === 'up' ? `${ends[1]} or more` : `${ends[0]} or less`;
}

const EXAMPLE_ENDS: Readonly<Record<Payoff['kind'], readonly [number, number]>> = {
  count: [1, 8],
  duration: [15, 30],
  proportion: [0.2, 0.8],
  rate: [10, 60],
  rating: [2, 8],
  pass: [0, 1],
  score: [1, 9],
};

function reviewUnit(design: Design, { unit }: Payoff): readonly Finding[] {
  if (!VAGUE_UNIT.test(unit.trim())) return [];
  return [
    {
      element: 'payoff',
      code: 'payoff-vague-unit',
      severity: 'weak',
      why: `“${unit}” does not say what one of it is, so two people would count differently.`,
      betterExample: `Name the thing that is counted when you ${design.verb}: “tries of ten that hold”, “seconds”, “people who can repeat it”.`,
    },
  ];
}

function reviewMethod({ howMeasured, unit }: Payoff): readonly Finding[] {
  if (wordsOf(howMeasured).length >= FEWEST_WORDS && !VAGUE_METHOD.test(howMeasured)) return [];
  return [
    {
      element: 'payoff',
      code: 'payoff-not-measurable',
      severity: 'weak',
      why: `“${shorten(howMeasured, 12)}” leaves open what is counted, when, and by whom. The number would drift.`,
      betterExample: `Right after each attempt, count the ${unit}. Write down the number before you think about why.`,
    },
  ];
}

function reviewAnchors({ kind, anchors, statement }: Payoff): readonly Finding[] {
  if (kind !== 'rating' || anchors !== null) return [];
  return [
    {
      element: 'payoff',
      code: 'payoff-no-anchors',
      severity: 'missing',
      why: 'A rating without words at 0, 5 and 10 means something else every week.',
      betterExample: `0 is “nothing of it was there”, 5 is “it was there half of the time”, 10 is “${shorten(statement, 16)}”.`,
    },
  ];
}
