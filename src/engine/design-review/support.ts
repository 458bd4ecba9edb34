import type { Design, Support } from './design.ts';
import { type Finding, sentencesOf, shorten } from './finding.ts';

const SLOTS = ['kit', 'people', 'place', 'time', 'mindset'] as const;
/** With fewer slots named than this, most of what practice needs is left to luck. */
const FEWEST_SLOTS = 3;
/** A wish instead of an act: nobody can tell whether it was done. */
const WISH = /\b(?:try harder|be careful|concentrate|be more|make sure|focus more|do better|try to)\b/i;

export function reviewSupport(design: Design): readonly Finding[] {
  const { support } = design;
  if (support === null) {
    return [
      {
        element: 'support',
        code: 'support-missing',
        severity: 'missing',
        why: 'What is not at hand costs the first minutes of every session: kit, people, place, time, an open mind, a plan for what gets in the way.',
        betterExample: `What lies ready before you ${design.verb}, where, when, and who is there? ${smallPlan(design)}`,
      },
    ];
  }
  return [...reviewSlots(support), ...reviewPlans(design, support)];
}

function reviewSlots(support: Support): readonly Finding[] {
  const empty = SLOTS.filter((slot) => support[slot] === null || support[slot]?.length === 0);
  if (SLOTS.length - empty.length >= FEWEST_SLOTS) return [];
  return [
    {
      element: 'support',
      code: 'support-slots-empty',
      severity: 'weak',
      why: `Nothing is said about ${anyOf(empty.map((slot) => SLOT_WORDS[slot]))}. What is not at hand costs the first minutes of every session.`,
      betterExample: `${empty.map((slot) => `${SLOT_WORDS[slot]}: ${SLOT_QUESTIONS[slot]}`).join(' ')}`,
    },
  ];
}

const anyOf = (names: readonly string[]) =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');

/** As the form calls them. */
const SLOT_WORDS: Readonly<Record<(typeof SLOTS)[number], string>> = {
  kit: 'kit',
  people: 'people',
  place: 'place',
  time: 'time',
  mindset: 'open mind',
};

const SLOT_QUESTIONS: Readonly<Record<(typeof SLOTS)[number], string>> = {
  kit: 'what has to lie ready?',
  people: 'who watches, counts or answers?',
  place: 'where does it work best?',
  time: 'which minutes, after what?',
  mindset: 'which sentence helps when it goes wrong?',
};

function reviewPlans(design: Design, support: Support): readonly Finding[] {
  if (support.obstacles.length === 0) {
    return [
      {
        element: 'support',
        code: 'support-no-plan',
        severity: 'missing',
        why: 'An if-then plan, made beforehand, is among the best supported ways of keeping to a practice.',
        betterExample: smallPlan(design),
      },
    ];
  }
  const wish = support.obstacles.find((obstacle) => WISH.test(obstacle.then));
  if (wish === undefined) return [];
  return [
    {
      element: 'support',
      code: 'support-vague-plan',
      severity: 'weak',
      why: `“${shorten(wish.then, 12)}” is a wish. A plan works when its “then” is one act that anyone could see.`,
      betterExample: `If ${wish.if}, then I stop and do only this: ${smallest(design)}`,
    },
  ];
}

const smallPlan = (design: Design) =>
  `If the usual time has gone by, then I do the small version: ${smallest(design)}`;

function smallest(design: Design): string {
  const text = design.repeat?.floor ?? sentencesOf(design.entryTrick?.text ?? '')[0];
  return text === undefined ? `${design.verb} once, for two minutes.` : shorten(text, 20);
}
