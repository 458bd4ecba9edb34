import type { Random } from '../random.ts';
import type { LearnerParameters } from './learner-parameters.ts';
import type { SimulatedTake, SimulationPlan, TakeTruth } from './simulated-practice.ts';
import type { ValueScale } from './value-scale.ts';

const FLOOR_SECONDS = 120;
/** Standard deviation of the logarithm of how long a take takes. */
const DURATION_SPREAD = 0.12;
/** Four outliers of five are a slip; the fifth is luck. */
const SLIP_SHARE = 0.8;
/** How far outliers lie apart from each other: from three quarters to five quarters of their size. */
const OUTLIER_SPREAD = [0.75, 0.5] as const;
/** How a take feels, 0 to 10: as usual, and by how much more or less where it went better or worse. */
const FEEL = { usual: 6, byNoise: 1.2, sd: 1 } as const;
const MOST_FEEL = 10;
const MOST_CONDITIONS = 12;

/** What stays the same for one learner. Chance apart for each use, so that one change leaves the rest as it was. */
export type Setting = {
  readonly plan: SimulationPlan;
  readonly parameters: LearnerParameters;
  readonly scale: ValueScale;
  /** On which side of a range this learner errs. */
  readonly side: 1 | -1;
  readonly chances: Readonly<
    Record<'learner' | 'sittings' | 'takes' | 'values' | 'conditions' | 'feel', Random>
  >;
};

/** What this take begins with. Abilities on the scale of the measure. */
export type TakeBeginning = {
  readonly at: number;
  readonly isFloor: boolean;
  readonly skill: number;
  /** 0 or below. */
  readonly warmUp: number;
  /** Good or bad day. */
  readonly day: number;
  /** Of the take before, in standard deviations. */
  readonly noise: number;
};

export type TakeDrawn = {
  readonly take: SimulatedTake;
  readonly truth: TakeTruth;
  /** For the next take: its noise is like this one's. */
  readonly noise: number;
};

export function simulateTake(setting: Setting, beginning: TakeBeginning): TakeDrawn {
  const { plan, parameters, scale, side, chances } = setting;
  const { at, isFloor, skill, warmUp, day } = beginning;
  const { condition, effect } = drawConditions(plan, chances.conditions);
  const { likeness, noiseSd } = parameters;
  const noise = likeness * beginning.noise + Math.sqrt(1 - likeness ** 2) * chances.values.normal();
  const outlier = drawOutlier(parameters, chances.values);
  const typicalValue = scale.valueOf(skill + effect, 0, side);
  const counted = countSd(setting, typicalValue) * chances.values.normal();
  const push = day + noiseSd * (noise + outlier) + counted;
  const drawn = scale.valueOf(skill + effect + warmUp, push, side);
  const luck = chances.values.uniform();
  const value = scale.recorded(plan.measure.kind === 'pass' ? Number(luck < drawn) : drawn);
  const usual = plan.attemptMinutes * 60 * Math.exp(DURATION_SPREAD * chances.takes.normal());
  const seconds = isFloor ? Math.min(FLOOR_SECONDS, usual) : usual;
  // A value that is a time was spent within the take.
  const durationSeconds = plan.measure.kind === 'duration' ? Math.max(seconds, value) : seconds;
  const feel = drawFeel(parameters, chances.feel, push);
  return {
    take: { startedAt: at, durationSeconds: Math.ceil(durationSeconds * 10) / 10, value, condition, feel },
    truth: { skill, effect, warmUp, isOutlier: outlier !== 0, typicalValue },
    noise,
  };
}

function drawConditions(
  { conditions = [] }: SimulationPlan,
  chance: Random,
): { readonly condition: Readonly<Record<string, string>>; readonly effect: number } {
  const drawn = conditions.slice(0, MOST_CONDITIONS).flatMap(({ variable, levels }) => {
    const level = levels.length === 0 ? undefined : levels[chance.below(levels.length)];
    return level === undefined ? [] : [{ variable, ...level }];
  });
  return {
    condition: Object.fromEntries(drawn.map(({ variable, name }) => [variable, name])),
    effect: drawn.reduce((sum, level) => sum + level.effect, 0),
  };
}

/** In standard deviations of the noise; 0 for nearly all takes. Draws as much chance where there is none. */
function drawOutlier({ outlierShare, outlierSize }: LearnerParameters, chance: Random): number {
  const [isOne, isSlip, size] = [chance.uniform(), chance.uniform(), chance.uniform()];
  if (isOne >= outlierShare) return 0;
  return (isSlip < SLIP_SHARE ? -1 : 1) * outlierSize * (OUTLIER_SPREAD[0] + OUTLIER_SPREAD[1] * size);
}

/** Of the logarithm of a count that happens so often on average; nothing for all that is not simply counted. */
function countSd({ plan, parameters, scale }: Setting, mean: number): number {
  if (plan.measure.kind !== 'count' || scale.ranges !== 'log') return 0;
  return Math.sqrt(parameters.dispersion / Math.max(1, mean));
}

function drawFeel(
  { feelShare, sessionSd, noiseSd }: LearnerParameters,
  chance: Random,
  push: number,
): number | null {
  const [said, own] = [chance.uniform(), chance.normal()];
  if (said >= feelShare) return null;
  const spread = Math.hypot(sessionSd, noiseSd);
  const better = spread === 0 ? 0 : push / spread;
  const feel = Math.round(FEEL.usual + FEEL.byNoise * better + FEEL.sd * own);
  return Math.min(MOST_FEEL, Math.max(0, feel));
}
