import type { Design } from './design.ts';
import { type Finding, sentencesOf, shorten, wordsOf } from './finding.ts';

/** What can be read within a breath or two and held in mind while trying. */
const MOST_WORDS = 60;
/** Short commands may be several; more than this is a course of steps, and no longer one trick. */
const MOST_SENTENCES = 5;
/** Words of a lecture: they put knowing before doing. */
const LECTURE =
  /\b(?:understand\w*|theor(?:y|ies|etical)|first(?:ly)?,? (?:you )?(?:must |need to |should )?(?:learn|study|read)|in general|generally speaking|by definition|historically|the (?:basics|fundamentals|principles?|concept) (?:of|behind))\b/i;
const BODY_PART =
  /\b(?:arms?|wrists?|elbows?|shoulders?|hands?|fingers?|thumbs?|hips?|knees?|legs?|feet|foot|ankles?|muscles?|chest|spine|jaw|tongue|lips)\b/gi;
/** A cue may name the body once; at one word in eight it is about the limb and no longer about its effect. */
const BODY_SHARE = 1 / 8;
const FEWEST_BODY_WORDS = 3;

export function reviewEntryTrick(design: Design): readonly Finding[] {
  const trick = design.entryTrick;
  if (trick === null) {
    return [
      {
        element: 'entryTrick',
        code: 'entry-trick-missing',
        severity: 'missing',
        why: 'Without a way in, the first session is a search. A trick gives one true success within minutes.',
        betterExample: `The first thing an insider tells a friend who wants to ${design.verb}: “Do …, and let … do the rest.”`,
      },
    ];
  }
  return [
    ...reviewLength(trick.text),
    ...reviewLecture(trick.text),
    ...reviewFocus(trick.text),
    ...reviewLimit(design),
  ];
}

function reviewLength(text: string): readonly Finding[] {
  const count = wordsOf(text).length;
  if (count <= MOST_WORDS) return [];
  return [
    {
      element: 'entryTrick',
      code: 'entry-trick-long',
      severity: 'weak',
      why: `It has ${count} words. More than ${MOST_WORDS} cannot be held in mind while trying.`,
      betterExample: `Keep the move and leave out its reasons: “${shorten(text, 30)}”`,
    },
  ];
}

function reviewLecture(text: string): readonly Finding[] {
  const sentences = sentencesOf(text);
  const said = LECTURE.exec(text)?.[0];
  if (said === undefined && sentences.length <= MOST_SENTENCES) return [];
  const act = sentences.find((sentence) => !LECTURE.test(sentence));
  return [
    {
      element: 'entryTrick',
      code: 'entry-trick-lecture',
      severity: 'weak',
      why:
        said === undefined
          ? `It has ${sentences.length} sentences: that is a course of steps. A trick is one thing to do at once.`
          : `“${said}” asks for knowing before doing. A trick is something to do at once; the reasons can follow.`,
      betterExample:
        act === undefined
          ? 'Begin with what to do: “Lay …, turn …, and watch for …”'
          : `Keep only what can be done: “${shorten(act, 25)}”`,
    },
  ];
}

function reviewFocus(text: string): readonly Finding[] {
  const parts = text.match(BODY_PART) ?? [];
  if (parts.length < FEWEST_BODY_WORDS || parts.length / wordsOf(text).length <= BODY_SHARE) return [];
  const [first = 'hand'] = parts;
  return [
    {
      element: 'entryTrick',
      code: 'entry-trick-body-focus',
      severity: 'weak',
      why: `It speaks mostly of the body (${[...new Set(parts.map((part) => part.toLowerCase()))].join(', ')}). Attention on the effect usually serves movement better than attention on the limb.`,
      betterExample: `Say what the ${first.toLowerCase()} brings about: “make the ball peak there”, “let the pan do it”, “press until the bike creeps”.`,
    },
  ];
}

function reviewLimit(design: Design): readonly Finding[] {
  if (design.entryTrick === null || design.entryTrick.limit !== null) return [];
  return [
    {
      element: 'entryTrick',
      code: 'entry-trick-no-limit',
      severity: 'missing',
      why: 'Every trick hides something, and often helps less the more one can do. Without a limit nobody knows when to drop it.',
      betterExample: `It hides … Once ${payoffWords(design)} holds three times, try without it.`,
    },
  ];
}

const payoffWords = ({ payoff }: Design) =>
  payoff === null ? 'the first success' : `half of the target (${payoff.unit})`;
