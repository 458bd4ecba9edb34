import type { Design } from './design.ts';
import type { Finding } from './finding.ts';

type Hazard = { readonly word: RegExp; readonly note: string };

/** What can hurt somebody: a blade, heat, or the body itself under load, at height or at speed. */
const HAZARDS: readonly Hazard[] = [
  {
    word: /\b(?:knife|knives|blades?|chisels?|axe|razors?|scalpels?|saws?|cleavers?)\b/i,
    note: 'cut away from yourself, keep what you cut steady, and put it down before you look elsewhere.',
  },
  {
    word: /\b(?:ovens?|stoves?|flames?|boiling|frying|hot pans?|burners?|torch(?:es)?|soldering|welding)\b/i,
    note: 'keep a dry cloth at hand, turn handles inward, and keep children at a distance.',
  },
  {
    word: /\b(?:helmets?|bicycles?|bikes?|climb(?:s|ing)?|handstands?|headstands?|somersaults?|barbells?|deadlifts?|ladders?|skateboards?|diving|swim(?:s|ming)?|ropes?|sprint(?:s|ing)?)\b/i,
    note: 'soft clear ground, begin slowly, stop when something hurts, and do not be alone with it.',
  },
];

export function reviewSafety(design: Design): readonly Finding[] {
  if (design.safety !== null) return [];
  const text = doingTexts(design).join('\n');
  return HAZARDS.flatMap(({ word, note }): Finding[] => {
    const found = word.exec(text)?.[0];
    if (found === undefined) return [];
    return [
      {
        element: 'safety',
        code: 'safety-missing',
        severity: 'missing',
        why: `“${found}” can hurt somebody who tries this for the first time, and nothing says how to keep safe.`,
        betterExample: `With the ${found.toLowerCase()}: ${note}`,
      },
    ];
  });
}

const doingTexts = ({ title, entryTrick, rubPat, support, payoff, twists }: Design): readonly string[] => [
  title,
  entryTrick?.text ?? '',
  ...(rubPat === null ? [] : [rubPat.a.soloDrill, rubPat.b.soloDrill, rubPat.together]),
  ...(support?.kit ?? []),
  payoff?.howMeasured ?? '',
  ...twists.map(({ instruction }) => instruction),
];
