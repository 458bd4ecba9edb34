import type { Design } from './design.ts';
import { reviewEntryTrick } from './entry-trick.ts';
import type { Finding } from './finding.ts';
import { withFirstLacks } from './first-lacks.ts';
import { reviewLists } from './lists.ts';
import { reviewPayoff } from './payoff.ts';
import { reviewPossibilities } from './possibilities.ts';
import { reviewPromises } from './promises.ts';
import { reviewRepetition } from './repetition.ts';
import { reviewRubPat } from './rub-pat.ts';
import { reviewSafety } from './safety.ts';
import { reviewSupport } from './support.ts';

export type { Design } from './design.ts';
export type { Finding } from './finding.ts';

/**
 * What could be stronger in a design, in the order of its elements; empty when nothing is. It advises and never
 * blocks: a design with findings can be saved, shared and practised. While little is written it says what comes next,
 * and not all that is lacking. The words it looks for are English; in another language it finds less, never something
 * false about a number or a missing element.
 */
export function reviewDesign(design: Design): readonly Finding[] {
  return withFirstLacks(design, findingsIn({ ...design, verb: design.verb.trim() || 'do it' }));
}

function findingsIn(design: Design): readonly Finding[] {
  return [
    ...reviewPromises(design),
    ...reviewEntryTrick(design),
    ...reviewRubPat(design),
    ...reviewSupport(design),
    ...reviewPayoff(design),
    ...reviewRepetition(design),
    ...reviewPossibilities(design),
    ...reviewLists(design),
    ...reviewSafety(design),
  ];
}
