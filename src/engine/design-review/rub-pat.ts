import type { Design, RubPat } from './design.ts';
import { type Finding, shorten } from './finding.ts';

const SMALL_WORDS = new Set(['a', 'an', 'the', 'to', 'of', 'and', 'your', 'my', 'its', 'in', 'on', 'with']);
/** How a text may say that the emphasis moves from one part to the other inside the whole. */
const SHIFTS_EMPHASIS =
  /emphas|weigh|attention|\blead|mostly|most of|mainly|\bwatch|focus|favou?r|priorit|\d0 ?%|\bthen (?:both|even)/i;
const LONG_TIME =
  /\b(?:\d+|an|two|three|four|five|six|several|many|some)\s+(?:hours?|days?|weeks?|months?)\b/i;

export function reviewRubPat(design: Design): readonly Finding[] {
  const pair = design.rubPat;
  if (pair === null) {
    return [
      {
        element: 'rubPat',
        code: 'rub-pat-missing',
        severity: 'missing',
        why: 'Two skills that get in each other’s way look like one that will not improve. Named, each can be watched and measured.',
        betterExample: `When you ${design.verb}, what suffers when you hurry? Perhaps “speed” against “evenness”, each with a drill and a measure.`,
      },
    ];
  }
  return [...reviewNames(design, pair), ...reviewMeasures(pair), ...reviewTiming(pair)];
}

function reviewNames(design: Design, { a, b }: RubPat): readonly Finding[] {
  const same = essence(a.name) === essence(b.name);
  if (!same && essence(a.soloDrill) !== essence(b.soloDrill)) return [];
  return [
    {
      element: 'rubPat',
      code: 'rub-pat-not-two-skills',
      severity: 'weak',
      why: same
        ? 'Both sides carry the same name. Only two different skills can get in each other’s way.'
        : 'Both sides have the same drill, so neither can be practised without the other.',
      betterExample: same
        ? `Keep “${a.name}” and set against it what suffers from it, such as “${a.name}” against “evenness when you ${design.verb}”.`
        : `Leave “${shorten(a.soloDrill, 15)}” to “${a.name}”, and for “${b.name}” write a drill in which “${a.name}” is not needed.`,
    },
  ];
}

function reviewMeasures({ a, b }: RubPat): readonly Finding[] {
  if (essence(a.measure) !== essence(b.measure)) return [];
  return [
    {
      element: 'rubPat',
      code: 'rub-pat-one-measure',
      severity: 'weak',
      why: 'Both sides have the same measure, so nobody can see which of the two is paying for the other.',
      betterExample: `For “${a.name}” keep “${a.measure}”. For “${b.name}” count what shows only there, such as “tries of ten with ${b.name}”.`,
    },
  ];
}

function reviewTiming({ timing, a, b, together }: RubPat): readonly Finding[] {
  if (timing === 'in-turn') return [];
  const findings: Finding[] = [];
  const long = [a, b].find(({ soloDrill }) => LONG_TIME.test(soloDrill));
  if (long !== undefined) {
    findings.push({
      element: 'rubPat',
      code: 'rub-pat-long-solo',
      severity: 'weak',
      why: `“${long.name}” is drilled alone for long. For parts that must run at once, long work on one part tends to hurt the whole.`,
      betterExample: `Two short sessions of “${long.name}” at most, then the whole with the emphasis on “${long.name}”.`,
    });
  }
  if (!SHIFTS_EMPHASIS.test(together)) {
    findings.push({
      element: 'rubPat',
      code: 'rub-pat-no-emphasis',
      severity: 'weak',
      why: 'The two run at once, and nothing says how to bring them together. Shifting the emphasis inside the whole is what carries over.',
      betterExample: `One round with most of your attention on “${a.name}”, one on “${b.name}”, then both alike.`,
    });
  }
  return findings;
}

/** What two texts have to share to say the same: their words without the small ones. */
const essence = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .join(' ');
