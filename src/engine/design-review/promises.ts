import { sentenceCase } from '../sentence-case.ts';
import type { Design } from './design.ts';
import { type Finding, shorten } from './finding.ts';
import { readDoing } from './right-size-doing.ts';

/** A title says what is done; a promise of a rank or a date cannot be kept. */
const PROMISE =
  /\b(?:master(?:y|ing|ed)?|expert|guru|guarantee[ds]?|effortless(?:ly)?|overnight|life-?changing|change your life|become an?\b|once and for all|in (?:just |only )?\w+ (?:days?|weeks?|months?|hours? (?:a|per|of)))\b/i;
/** What research does not bear out, with what may be said instead. */
const CLAIMS: readonly {
  readonly code: string;
  readonly said: RegExp;
  readonly why: string;
  readonly instead: string;
}[] = [
  {
    code: 'claim-learning-style',
    said: /\blearning styles?\b|\b(?:visual|auditory|kinaesthetic|kinesthetic) learners?\b|\blearn in your (?:own )?style\b/i,
    why: 'Matching teaching to a “style” does not help learning.',
    instead: 'Say that there is a choice: “as text, as a checklist, as pictures”.',
  },
  {
    code: 'claim-hours',
    said: /\b(?:10[,. ]?000|ten thousand)[ -]hours?\b|\bhours? to mastery\b/i,
    why: 'No number of hours makes a master: practice explains a part, and in professions a small one.',
    instead: 'Say what improves and how it is counted, such as the target of the payoff.',
  },
  {
    code: 'claim-habit-days',
    said: /\b(?:21|66|twenty-one|sixty-six) days?\b/i,
    why: 'How long it takes until something is automatic ranged from 18 to 254 days: a number is a promise that most cannot keep.',
    instead: 'Name the cue and the rhythm: “after coffee, three times a week”.',
  },
  {
    code: 'claim-interleaving',
    said: /\binterleav\w+ (?:always|is always|works? (?:best|always)|is best)\b/i,
    why: 'Mixed practice helps in laboratories and hardly at all in the field.',
    instead: 'Offer a mix as something to try and to measure.',
  },
  {
    code: 'claim-optimal-share',
    said: /\b8[05] ?(?:%|per ?cent) (?:is |success (?:rate )?is )?(?:the )?(?:optimal|ideal|best)\b/i,
    why: 'The figure was derived for simple learners, not for this person.',
    instead: 'Call it a starting point that the learner can move.',
  },
  {
    code: 'claim-proven',
    said: /\b(?:scientifically|clinically) proven\b|\bproven to\b|\bscience proves\b/i,
    why: 'No study has tested this design. Its own record will say what it does.',
    instead: 'Say what you have seen: “of the people who tried it here, …”.',
  },
  {
    code: 'claim-parts',
    said: /\b(?:split|break) (?:the|this|any|every) skill (?:up )?(?:into parts )?and (?:drill|practi[cs]e) the parts\b/i,
    why: 'For parts that must run at once, drilling them apart tends to hurt the whole.',
    instead: 'A short while alone, then the whole with shifting emphasis.',
  },
  {
    code: 'claim-flow',
    said: /\b(?:flow state|state of flow|get into flow|in flow)\b/i,
    why: '“Flow” explains nothing afterwards and cannot be called up beforehand.',
    instead: 'Say what can be noticed: “I forget to look at the clock”.',
  },
];

export function reviewPromises(design: Design): readonly Finding[] {
  return [...reviewTitle(design), ...reviewSummary(design), ...reviewNeeds(design), ...reviewClaims(design)];
}

function reviewTitle({ title, verb }: Design): readonly Finding[] {
  const findings: Finding[] = [];
  const [doings, verbs] = [title, verb].map((text) => readDoing(text)?.parts ?? []);
  const first = doings?.[1] === undefined ? verbs?.[0] : doings[0];
  const second = doings?.[1] ?? verbs?.[1];
  if (first !== undefined && second !== undefined) {
    findings.push({
      element: 'title',
      code: 'title-several-verbs',
      severity: 'weak',
      why: `“${second.verb}” makes more than one unit of it. One thing to do can be repeated and counted; two cannot be told apart.`,
      betterExample: `“${sentenceCase(first.verb)} ${first.object || '…'}”, with the other as a design of its own that this one links to.`,
    });
  }
  const promise = PROMISE.exec(title)?.[0];
  if (promise !== undefined) {
    findings.push({
      element: 'title',
      code: 'title-promise',
      severity: 'weak',
      why: `“${promise}” promises a rank or a date. Promise a skill and a number instead: those can be kept.`,
      betterExample: `“${sentenceCase(verb)} … ”, with what comes of it, such as “Thirty catches” or “The fifteen-second no”.`,
    });
  }
  return findings;
}

function reviewSummary({ summary, verb }: Design): readonly Finding[] {
  const promise = PROMISE.exec(summary)?.[0];
  if (promise === undefined) return [];
  return [
    {
      element: 'summary',
      code: 'summary-promise',
      severity: 'weak',
      why: `“${promise}” promises a rank or a date. Promise a skill and a number instead: those can be kept.`,
      betterExample: `You will be able to ${verb} …, so that …`,
    },
  ];
}

function reviewNeeds({ needs, title }: Design): readonly Finding[] {
  if (needs.length > 0) return [];
  return [
    {
      element: 'needs',
      code: 'needs-none',
      severity: 'missing',
      why: 'People look for their trouble and not for its cure: without a need in their words nobody finds it.',
      betterExample: `What would somebody say who needs ${title.trim() === '' ? 'this' : `“${shorten(title, 12)}”`}? In words such as “people stop listening before I get to the point”.`,
    },
  ];
}

function reviewClaims(design: Design): readonly Finding[] {
  const places = [
    ['title', design.title],
    ['summary', design.summary],
    [
      'entryTrick',
      design.entryTrick === null ? '' : `${design.entryTrick.text} ${design.entryTrick.limit ?? ''}`,
    ],
    ['rubPat', design.rubPat?.together ?? ''],
    [
      'support',
      design.support === null ? '' : `${design.support.mindset ?? ''} ${design.support.time ?? ''}`,
    ],
    ['payoff', design.payoff === null ? '' : `${design.payoff.statement} ${design.payoff.howMeasured}`],
    ['repeat', design.repeat === null ? '' : `${design.repeat.rhythm} ${design.repeat.floor}`],
  ] as const;
  return places.flatMap(([element, text]) =>
    CLAIMS.flatMap(({ code, said, why, instead }): Finding[] => {
      const found = said.exec(text)?.[0];
      return found === undefined
        ? []
        : [{ element, code, severity: 'weak', why: `“${found}”: ${why}`, betterExample: instead }];
    }),
  );
}
