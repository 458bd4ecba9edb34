import type { Design, Variable } from './design.ts';
import type { Finding } from './finding.ts';

const FEWEST_VARIABLES = 2;
const FEWEST_LEVELS = 2;
const MOST_LEVELS = 4;
/** Ready-made variables that fit every practice, offered where a design has none of that name. */
const READY_MADE: readonly Variable[] = [
  { name: 'company', levels: ['alone', 'with a listener'] },
  { name: 'time of day', levels: ['morning', 'evening'] },
  { name: 'place', levels: ['usual', 'new'] },
];

export function reviewPossibilities(design: Design): readonly Finding[] {
  return [...reviewVariables(design), ...design.experiments.flatMap(reviewLevels), ...reviewTwists(design)];
}

function reviewVariables({ experiments }: Design): readonly Finding[] {
  if (experiments.length >= FEWEST_VARIABLES) return [];
  const names = new Set(experiments.map(({ name }) => name.toLowerCase()));
  const offered = READY_MADE.filter(({ name }) => !names.has(name)).slice(
    0,
    FEWEST_VARIABLES - experiments.length,
  );
  return [
    {
      element: 'experiments',
      code: 'experiments-too-few',
      severity: experiments.length === 0 ? 'missing' : 'weak',
      why: `With ${experiments.length === 0 ? 'nothing' : 'one thing'} to vary, a plateau leaves only more of the same, and nobody finds what suits them.`,
      betterExample: `Such as ${offered.map(({ name, levels }) => `${name}: ${levels.join(', ')}`).join('; ')}.`,
    },
  ];
}

function reviewLevels({ name, levels }: Variable): readonly Finding[] {
  if (levels.length >= FEWEST_LEVELS && levels.length <= MOST_LEVELS) return [];
  return [
    {
      element: 'experiments',
      code: 'experiments-levels',
      severity: 'weak',
      why: `“${name}” has ${levels.length} ${levels.length === 1 ? 'setting' : 'settings'}. Two to four can be told apart within the attempts one person makes.`,
      betterExample: `${name}: ${levels.length === 0 ? 'none, some' : [...levels.slice(0, 3), ...(levels.length === 1 ? [`not ${levels[0]}`] : [])].join(', ')}`,
    },
  ];
}

function reviewTwists(design: Design): readonly Finding[] {
  if (design.twists.length > 0) return [];
  return [
    {
      element: 'twists',
      code: 'twists-none',
      severity: 'weak',
      why: 'A twist drawn before an attempt keeps repetition from becoming dull, and shows what has truly settled.',
      betterExample: `Such as slower: ${design.verb} at half the speed; or with a listener: ${design.verb} while somebody watches.`,
    },
  ];
}
