import { random } from '../random.ts';
import { daysBetween } from '../units.ts';
import { drawParameters, type LearnerParameters } from './learner-parameters.ts';
import { type PlannedSitting, planSittings } from './plan-sittings.ts';
import { type Setting, simulateTake } from './simulate-take.ts';
import type {
  SimulatedPractice,
  SimulatedSession,
  SimulatedTake,
  SimulationPlan,
  TakeTruth,
} from './simulated-practice.ts';
import { valueScale } from './value-scale.ts';

const MOST_TAKES_A_SITTING = 200;
/** No practice of ours is longer; past it nothing is drawn. */
const MOST_TAKES = 20_000;
/** Of the usual number of takes, in the two-minute version. */
const FLOOR_TAKES_SHARE = 1 / 3;
/** Standard deviation of the logarithm of how many takes a sitting has. */
const TAKES_SPREAD = 0.25;
const REST_SECONDS = [5, 40] as const;
/** A long sitting may still run when the next one was planned: that one begins after it. */
const BETWEEN_SITTINGS_SECONDS = 60;
/** Days off after which being cold costs twice as much as an hour later. */
const DAYS_TO_DOUBLE_WARM_UP = 30;

/** What the learner carries from take to take. Abilities on the scale of the measure. */
type State = {
  takes: number;
  learnt: number;
  forgotten: number;
  /** Of the last take, in standard deviations. */
  noise: number;
  endedAt: number | null;
};

/**
 * A made-up learner's whole practice, with the truth that it was drawn from. The same plan gives the same practice.
 *
 *     skill = asymptote - gain e^(-n/τ) - forgotten        value = f(skill + effects - warm-up + day + noise)
 *
 * Model, ranges and sources: docs/science/simulated-learners.md. For tests and for a sample to look at, never for a
 * claim about people.
 */
export function simulateLearner(plan: SimulationPlan): SimulatedPractice {
  const { bits } = random(plan.seed);
  const apart = () => random(bits());
  const chances: Setting['chances'] = {
    learner: apart(),
    sittings: apart(),
    takes: apart(),
    values: apart(),
    conditions: apart(),
    feel: apart(),
  };
  const scale = valueScale(plan.measure, plan.attemptMinutes);
  const drawn = drawParameters(chances.learner, scale.ranges, scale.reference, plan.attemptMinutes);
  const parameters = { ...drawn, ...plan.parameters };
  const side = chances.learner.uniform() < 0.5 ? 1 : -1;
  const setting: Setting = { plan, parameters, scale, side, chances };
  const state: State = { takes: 0, learnt: 0, forgotten: 0, noise: chances.values.normal(), endedAt: null };

  const sessions: SimulatedSession[] = [];
  const truths: TakeTruth[] = [];
  for (const planned of planSittings(plan, chances.sittings, parameters.missedShare)) {
    if (state.takes >= MOST_TAKES) break;
    const sitting = simulateSitting(setting, state, planned);
    if (sitting === null) continue;
    sessions.push(sitting.session);
    truths.push(...sitting.truths);
  }
  return { sessions, truth: { parameters, scale: scale.name, takes: truths } };
}

type Sitting = { readonly session: SimulatedSession; readonly truths: readonly TakeTruth[] };

/** Null where not one take fits before the sitting must end. */
function simulateSitting(setting: Setting, state: State, planned: PlannedSitting): Sitting | null {
  const { parameters, chances } = setting;
  const isFloor = chances.takes.uniform() < parameters.floorShare;
  const count = drawCount(setting, isFloor);
  const free = state.endedAt === null ? 0 : state.endedAt + BETWEEN_SITTINGS_SECONDS * 1000;
  const startedAt = Math.max(planned.startsAt, free);
  const daysOff = state.endedAt === null ? 0 : daysBetween(state.endedAt, startedAt);
  state.forgotten += (state.learnt - state.forgotten) * (1 - 0.5 ** (daysOff / parameters.halfLifeDays));
  const coldness = parameters.warmUp * (1 + Math.min(1, daysOff / DAYS_TO_DOUBLE_WARM_UP));
  const day = parameters.sessionSd * chances.values.normal();

  const takes: SimulatedTake[] = [];
  const truths: TakeTruth[] = [];
  let at = startedAt;
  let endedAt = startedAt;
  while (takes.length < count) {
    const skill = parameters.asymptote - parameters.gain + state.learnt - state.forgotten;
    const warmUp = 0 - coldness * parameters.warmUpKept ** takes.length;
    const drawn = simulateTake(setting, { at, isFloor, skill, warmUp, day, noise: state.noise });
    const takeEndsAt = at + Math.ceil(drawn.take.durationSeconds * 1000);
    if (takeEndsAt > planned.mustEndBy) break;
    takes.push(drawn.take);
    truths.push(drawn.truth);
    learn(parameters, state);
    state.noise = drawn.noise;
    endedAt = takeEndsAt;
    const [shortest, longest] = REST_SECONDS;
    at = endedAt + Math.round(1000 * (shortest + (longest - shortest) * chances.takes.uniform()));
  }
  if (takes.length === 0) return null;
  state.endedAt = endedAt;
  return { session: { startedAt, endedAt, isFloor, takes }, truths };
}

function drawCount({ plan, chances }: Setting, isFloor: boolean): number {
  const spread = Math.exp(TAKES_SPREAD * chances.takes.normal());
  const usual = plan.takesASitting * spread * (isFloor ? FLOOR_TAKES_SHARE : 1);
  return Math.min(MOST_TAKES_A_SITTING, Math.max(1, Math.round(usual)));
}

/** Exponential in the number of takes; what was forgotten comes back sooner than it was learnt. */
function learn({ gain, learningTakes, relearningTakes }: LearnerParameters, state: State): void {
  state.takes += 1;
  state.learnt = gain * (1 - Math.exp(-state.takes / learningTakes));
  state.forgotten *= Math.exp(-1 / relearningTakes);
}
