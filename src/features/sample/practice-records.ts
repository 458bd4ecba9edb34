import { simulateLearner } from '../../engine/simulate/simulate-learner.ts';
import type { SimulationPlan } from '../../engine/simulate/simulated-practice.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import { SAMPLE_GAP, SAMPLE_WEEKS, type SamplePractice } from './sample-practice.ts';
import { type Collected, momentOf, type SampleDesign, type SampleWorld, weekOf } from './sample-world.ts';
import { addSitting } from './sitting-records.ts';

/** Long enough after the first sittings for a change of mind to be one. */
const SECOND_VERSION_WEEK = 21;

/** A practice with all that hangs on it; nothing where its micromastery suggests no payoff or no rhythm. */
export function addPractice(world: SampleWorld, collected: Collected, practice: SamplePractice): void {
  const design = world.designs.get(practice.slug);
  const first = design?.versions[0];
  if (design === undefined || first === undefined || first.payoff === null || first.repeat === null) return;
  const practiceId = world.idOf(`${practice.slug} practice`);
  const startedAt = momentOf(weekOf(world, practice.fromWeek));
  collected.add('practices', {
    id: practiceId,
    micromasteryId: design.id,
    micromasteryVersion: first.version,
    needId: practice.needIndex === null ? null : world.idOf(`need ${practice.needIndex}`),
    startedAt,
  });
  const payoffIds = addPayoffs(world, collected, practice, practiceId, first.payoff);
  addWish(world, collected, practice, practiceId);
  addAround(world, collected, practice, practiceId);
  addFollowing(world, collected, practice, practiceId, design);
  const { sessions } = simulateLearner(planOf(world, practice, first, first.payoff, first.repeat));
  for (const [index, session] of sessions.entries()) {
    const isRaised = practice.raised !== null && session.startedAt >= weekOf(world, practice.raised.week);
    addSitting(world, collected, {
      practice,
      practiceId,
      payoffId: isRaised ? payoffIds.raised : payoffIds.first,
      session,
      index,
      isLast: index === sessions.length - 1,
    });
  }
  if (practice.choice !== null) {
    collected.add('payoff-choices', {
      id: world.idOf(`${practice.slug} choice`),
      practiceId,
      payoffId: payoffIds.first,
      choice: practice.choice.choice,
      biggerMicromasteryId: null,
      chosenAt: momentOf(weekOf(world, practice.choice.week)),
    });
  }
}

type Payoff = NonNullable<MicromasteryDesign['payoff']>;

function addPayoffs(
  world: SampleWorld,
  collected: Collected,
  practice: SamplePractice,
  practiceId: string,
  payoff: Payoff,
): { readonly first: string; readonly raised: string } {
  const { statement, kind, unit, direction, target, howMeasured, anchors } = payoff;
  const body = { practiceId, kind, unit, direction, howMeasured, anchors };
  const first = world.idOf(`${practice.slug} payoff`);
  const setAt = momentOf(weekOf(world, practice.fromWeek));
  collected.add('payoffs', { id: first, ...body, statement, target, setAt });
  if (practice.raised === null) return { first, raised: first };
  const { week, target: bound, statement: anew } = practice.raised;
  const raised = world.idOf(`${practice.slug} raised payoff`);
  const bounds = direction === 'down' ? { low: null, high: bound } : { low: bound, high: null };
  const raisedAt = momentOf(weekOf(world, week));
  collected.add('payoffs', { id: raised, ...body, statement: anew, target: bounds, setAt: raisedAt });
  return { first, raised };
}

function planOf(
  world: SampleWorld,
  practice: SamplePractice,
  design: MicromasteryDesign,
  payoff: Payoff,
  repeat: NonNullable<MicromasteryDesign['repeat']>,
): SimulationPlan {
  const {
    fromWeek,
    toWeek,
    seed,
    sittingsAWeek,
    takesASitting,
    timeOfDayMinutes,
    parameters = {},
  } = practice;
  const { kind, direction, target } = payoff;
  const variable = design.experiments[0];
  const gapFrom = SAMPLE_GAP.fromWeek - fromWeek;
  const hasGap = gapFrom >= 0 && SAMPLE_GAP.fromWeek < toWeek;
  return {
    seed,
    measure: { kind, direction, target, ...(practice.most === undefined ? {} : { most: practice.most }) },
    weeks: Math.min(toWeek, SAMPLE_WEEKS) - fromWeek,
    sittingsAWeek,
    takesASitting,
    attemptMinutes: repeat.attemptMinutes,
    startAt: weekOf(world, fromWeek),
    timeOfDayMinutes,
    parameters,
    ...(variable === undefined
      ? {}
      : {
          conditions: [
            {
              variable: variable.name,
              levels: variable.levels.map((name, index) => ({ name, effect: practice.effects[index] ?? 0 })),
            },
          ],
        }),
    ...(hasGap ? { gap: { fromWeek: gapFrom, weeks: SAMPLE_GAP.weeks } } : {}),
  };
}

function addWish(
  world: SampleWorld,
  collected: Collected,
  { slug, wish, fromWeek, toWeek, place }: SamplePractice,
  practiceId: string,
): void {
  const setAt = momentOf(weekOf(world, fromWeek));
  if (wish !== null)
    collected.add('wishes', {
      id: world.idOf(`${slug} wish`),
      practiceId,
      ...wish,
      trickOrder: 'as-designed',
      wantedBy: null,
      variedShare: null,
      setAt,
    });
  const placedAt = momentOf(
    weekOf(world, place === 'parked' ? Math.min(toWeek, SAMPLE_WEEKS - 1) : fromWeek),
  );
  collected.add('placings', { id: world.idOf(`${slug} place`), practiceId, place, placedAt });
}

function addAround(
  world: SampleWorld,
  collected: Collected,
  { slug, slots, plans, fromWeek }: SamplePractice,
  practiceId: string,
): void {
  const setAt = momentOf(weekOf(world, fromWeek));
  for (const { slot, isInPlace, text } of slots) {
    const status = isInPlace ? 'in-place' : 'missing';
    collected.add('support-slots', {
      id: world.idOf(`${slug} slot ${slot}`),
      practiceId,
      slot,
      status,
      text,
      setAt,
    });
  }
  for (const { cue, action } of plans) {
    const id = world.idOf(`${slug} plan ${cue}`);
    collected.add('if-then-plans', {
      id,
      practiceId,
      replacesId: null,
      cue,
      action,
      isDropped: false,
      setAt,
    });
  }
}

/** It goes on with the newest version of a micromastery of one's own. */
function addFollowing(
  world: SampleWorld,
  collected: Collected,
  { slug }: SamplePractice,
  practiceId: string,
  design: SampleDesign,
): void {
  const newest = design.versions.at(-1);
  if (newest === undefined || design.versions.length < 2) return;
  collected.add('followings', {
    id: world.idOf(`${slug} following`),
    practiceId,
    micromasteryId: design.id,
    micromasteryVersion: newest.version,
    followedAt: momentOf(weekOf(world, SECOND_VERSION_WEEK)),
  });
}
