import type { MeasureKind } from '../../engine/measure/measure.ts';
import { ownEffectOf } from '../../engine/trial/own-effect.ts';
import { type OwnEffect, poolEffects } from '../../engine/trial/pooled.ts';
import { addAttempt, startTrial, type TrialAttempt, verdictOf } from '../../engine/trial/trial.ts';
import type { Better } from './measure-options.ts';
import type { Result } from './result-lines.ts';

/** The attempts of one person, in order, and the levels that they drew. */
export type PersonTrial = { readonly levels: readonly string[]; readonly rows: readonly TrialAttempt[] };

export type PoolOptions = {
  readonly kind: MeasureKind;
  readonly better: Better;
  readonly smallest: number | null;
};

/** Over the whole file, shared by its comparisons. */
const ALPHA = 0.05;

/**
 * One line for each level against the first in the alphabet, over everybody who drew both: their own effects by the draw, and what
 * they have in common. Who has too few attempts is counted and left out; of fewer than five people nothing but that is told.
 */
export function pooledResults(people: readonly PersonTrial[], options: PoolOptions): readonly Result[] {
  const [against = '', ...others] = [...new Set(people.flatMap(({ levels }) => levels))].sort();
  const effects = new Map<string, { own: OwnEffect[]; attempts: number; leftOut: number }>(
    others.map((level) => [level, { own: [], attempts: 0, leftOut: 0 }]),
  );
  let scale = '';
  for (const { levels, rows } of people) {
    const own = levels.filter((level) => level !== against);
    const trial = startTrial({ ...options, levels: [against, ...own] });
    scale = trial.scale;
    for (const row of rows) addAttempt(trial, row);
    for (const [level, comparison] of trial.comparisons) {
      const found = effects.get(level);
      if (found === undefined) continue;
      // Who never drew the first level has too few of it.
      const effect = ownEffectOf(comparison);
      if (effect.kind === 'own-effect') {
        found.own.push(effect);
        found.attempts += effect.n;
      } else found.leftOut += 1;
    }
  }
  return [...effects].map(([level, { own, attempts, leftOut }]) => {
    const pooled = poolEffects(own, ALPHA / others.length);
    if (pooled.kind !== 'pooled') return { level, against, ...pooled, leftOut };
    const { estimate, lower, upper, nextLower, nextUpper } = pooled;
    return {
      ...{ level, against, people: pooled.n, attempts, leftOut, estimate, lower, upper },
      ...{ verdict: verdictOf(pooled, options.smallest), tau: pooled.heterogeneity },
      ...{
        tauLower: pooled.heterogeneityLower,
        tauUpper: pooled.heterogeneityUpper,
        i2: pooled.shareBetween,
      },
      ...{ nextLower, nextUpper, scale },
    };
  });
}
