import { TWO_MINUTES, WHOLE, type WorkOf } from '../../engine/session/work.ts';
import type { SimulatedSession } from '../../engine/simulate/simulated-practice.ts';
import type { SamplePractice } from './sample-practice.ts';
import { type Collected, dayOf, momentOf, type SampleWorld, turnOf, weekOf } from './sample-world.ts';

/** After the last take: the line for next time is written. */
const LOOKING_BACK_MILLISECONDS = 40_000;
/** Before the first take. */
const SETTING_OUT_MILLISECONDS = 25_000;
const NOTE_EVERY = 9;
const LINE_EVERY = 3;
const AIM_EVERY = 4;
const TRICK_READ_FROM = 3;
const OUTCOMES = ['better', 'same', 'better', 'not-tried', 'worse'] as const;

export type Sitting = {
  readonly practice: SamplePractice;
  readonly practiceId: string;
  /** In force when it began. */
  readonly payoffId: string;
  readonly session: SimulatedSession;
  /** Which of the practice's sittings it is, from 0. */
  readonly index: number;
  readonly isLast: boolean;
};

export function addSitting(world: SampleWorld, collected: Collected, sitting: Sitting): void {
  const { practice, practiceId, session, index, isLast } = sitting;
  const sessionId = world.idOf(`${practice.slug} sitting ${index}`);
  const startedAt = momentOf(session.startedAt - SETTING_OUT_MILLISECONDS);
  const endedAt = momentOf(Math.min(session.endedAt + LOOKING_BACK_MILLISECONDS, world.now.getTime()));
  const isShowing = isShownIn(world, sitting);
  collected.add('sessions', {
    id: sessionId,
    practiceId,
    deviceId: null,
    isFloor: session.isFloor,
    ...workOf(session, isShowing),
    startedAt,
  });
  const hasLine = isLast || index % LINE_EVERY === 1;
  const line = hasLine ? (turnOf(practice.lines, Math.floor(index / LINE_EVERY)) ?? null) : null;
  collected.add('session-ends', { sessionId, endedAt, line });
  addTakes(world, collected, sitting, sessionId);
  addAim(world, collected, sitting, { sessionId, startedAt, endedAt });
  addSupport(world, collected, sitting, { sessionId, startedAt, endedAt });
  if (isShowing && practice.showing !== null) {
    const { week: _, ...told } = practice.showing;
    collected.add('showings', {
      id: world.idOf(`${practice.slug} showing`),
      practiceId,
      sessionId,
      heldDay: dayOf(session.startedAt),
      ...told,
      toldAt: endedAt,
    });
  }
}

function workOf({ isFloor }: SimulatedSession, isShowing: boolean): WorkOf {
  if (isShowing) return { work: 'showing', part: null };
  return isFloor ? TWO_MINUTES : WHOLE;
}

/** In the first stretch of its week, which as a rule holds one sitting. */
function isShownIn(world: SampleWorld, { practice, session, index }: Sitting): boolean {
  if (practice.showing === null || index === 0) return false;
  const from = weekOf(world, practice.showing.week);
  const to = weekOf(world, practice.showing.week + 1);
  const perSitting = (to - from) / practice.sittingsAWeek;
  return session.startedAt >= from && session.startedAt < from + perSitting;
}

function addTakes(world: SampleWorld, collected: Collected, sitting: Sitting, sessionId: string): void {
  const { practice, practiceId, payoffId, session, index } = sitting;
  for (const [place, take] of session.takes.entries()) {
    const id = world.idOf(`${practice.slug} sitting ${index} take ${place}`);
    collected.add('attempts', {
      id,
      practiceId,
      sessionId,
      payoffId,
      sequence: place + 1,
      startedAt: momentOf(take.startedAt),
      localDay: dayOf(take.startedAt),
      durationSeconds: take.durationSeconds,
      value: take.value,
      conditions: { ...take.condition },
      isTrickRead: index > 0 || place >= TRICK_READ_FROM,
      source: 'runner',
    });
    const note = (index + place) % NOTE_EVERY === 4 ? turnOf(practice.notes, index) : undefined;
    if (take.feel === null && note === undefined) continue;
    collected.add('remarks', {
      id: world.idOf(`${practice.slug} sitting ${index} remark ${place}`),
      attemptId: id,
      replacesId: null,
      feel: take.feel,
      text: note?.text ?? null,
      tags: [...(note?.tags ?? [])],
      writtenAt: momentOf(take.startedAt + take.durationSeconds * 1000),
    });
  }
}

type Times = { readonly sessionId: string; readonly startedAt: string; readonly endedAt: string };

/** The one thing to change this time, and what came of it. */
function addAim(
  world: SampleWorld,
  collected: Collected,
  { practice, index }: Sitting,
  { sessionId, startedAt, endedAt }: Times,
): void {
  const turn = Math.floor(index / AIM_EVERY);
  const text = index % AIM_EVERY === 2 ? turnOf(practice.aims, turn) : undefined;
  if (text === undefined) return;
  const aimId = world.idOf(`${practice.slug} aim ${index}`);
  collected.add('aims', { id: aimId, sessionId, text, setAt: startedAt });
  const outcome = turnOf(OUTCOMES, turn) ?? 'same';
  collected.add('aim-results', { aimId, outcome, note: null, toldAt: endedAt });
}

/** What was in place when it began, and whether the plan was kept where its cue came up. */
function addSupport(
  world: SampleWorld,
  collected: Collected,
  { practice, index }: Sitting,
  { sessionId, startedAt, endedAt }: Times,
): void {
  if (practice.slots.length > 0) {
    const isThere = (place: number, isInPlace: boolean) => isInPlace && (index + place) % 7 !== 3;
    const names = practice.slots.map(({ slot, isInPlace }, place) => ({
      slot,
      is: isThere(place, isInPlace),
    }));
    collected.add('support-checks', {
      id: world.idOf(`${practice.slug} check ${index}`),
      sessionId,
      inPlace: names.filter(({ is }) => is).map(({ slot }) => slot),
      missing: names.filter(({ is }) => !is).map(({ slot }) => slot),
      checkedAt: startedAt,
    });
  }
  const plan = index % 3 === 0 ? turnOf(practice.plans, index / 3) : undefined;
  if (plan === undefined) return;
  collected.add('if-then-uses', {
    id: world.idOf(`${practice.slug} use ${index}`),
    planId: world.idOf(`${practice.slug} plan ${plan.cue}`),
    sessionId,
    isDone: index % 4 !== 3,
    notedAt: endedAt,
  });
}
