import { v7 } from 'uuid';
import { drawBody, experimentBody } from './experiment-facts.ts';
import { designBody, JUGGLING_ID } from './practice-facts.ts';

type Put = (path: string, body: unknown) => Promise<unknown>;
type Ids = { readonly practiceId: string; readonly payoffId: string; readonly needId: string };
/** A sitting that there is already, and an attempt of it. */
type Sitting = { readonly sessionId: string; readonly attemptId: string };

const AT = '2026-03-02T08:00:00Z';
const SHA256 = 'a'.repeat(64);

/** One of each of the facts beside practice itself: choices, places, pauses, support, evidence, settings. */
export async function fillBench(put: Put, ids: Ids, sitting: Sitting, awkward: string): Promise<void> {
  await fillChoices(put, ids, sitting, awkward);
  await fillAgenda(put, ids, awkward);
  await fillSupport(put, ids, sitting, awkward);
  await fillEvidence(put, ids, sitting, awkward);
  await fillExperiments(put, ids, sitting, awkward);
  await put(`/api/micromasteries/${v7()}/versions/1`, {
    design: designBody({ title: awkward.slice(0, 40).replaceAll(/\s/g, ' ') }),
    savedAt: AT,
  });
}

async function fillChoices(put: Put, ids: Ids, { sessionId }: Sitting, awkward: string): Promise<void> {
  const { practiceId, payoffId, needId } = ids;
  await put(`/api/need-revisions/${v7()}`, {
    needId,
    state: 'open',
    text: awkward,
    horizon: 'next-rung',
    wantedWithin: 'this-year',
    context: awkward,
    revisedAt: AT,
  });
  await put(`/api/followings/${v7()}`, {
    practiceId,
    micromasteryId: JUGGLING_ID,
    micromasteryVersion: 1,
    followedAt: AT,
  });
  await put(`/api/wishes/${v7()}`, {
    practiceId,
    sittingsAWeek: 3,
    cue: 'after coffee',
    trickOrder: 'try-first',
    wantedBy: '2026-06-14',
    variedShare: 0.5,
    setAt: AT,
  });
  await put(`/api/payoff-choices/${v7()}`, {
    practiceId,
    payoffId,
    choice: 'bigger',
    biggerMicromasteryId: JUGGLING_ID,
    chosenAt: AT,
  });
  const aimId = v7();
  await put(`/api/aims/${aimId}`, { sessionId, text: awkward.slice(0, 160), setAt: AT });
  await put(`/api/aims/${aimId}/result`, { outcome: 'better', note: awkward, toldAt: AT });
  await put(`/api/settings/${v7()}`, {
    name: 'quietHours',
    value: { from: '22:00', to: '06:30' },
    setAt: AT,
  });
}

async function fillAgenda(put: Put, { practiceId }: Ids, awkward: string): Promise<void> {
  await put(`/api/placings/${v7()}`, { practiceId, place: 'focus', placedAt: AT });
  await put(`/api/plan-answers/${v7()}`, {
    practiceId,
    answer: 'something-else',
    chosenPracticeId: practiceId,
    minutes: 12,
    localDay: '2026-03-02',
    answeredAt: AT,
  });
  const pauseId = v7();
  await put(`/api/pauses/${pauseId}`, {
    fromDay: '2026-03-03',
    untilDay: null,
    note: awkward.slice(0, 200),
    setAt: AT,
  });
  await put(`/api/pauses/${pauseId}/end`, { lastDay: '2026-03-09', endedAt: AT });
}

async function fillSupport(put: Put, ids: Ids, { sessionId }: Sitting, awkward: string): Promise<void> {
  const { practiceId } = ids;
  const slot = { practiceId, slot: 'place', status: 'in-place', text: awkward, setAt: AT };
  await put(`/api/support-slots/${v7()}`, slot);
  await put(`/api/support-checks/${v7()}`, {
    sessionId,
    inPlace: ['place'],
    missing: ['kit'],
    checkedAt: AT,
  });
  const plan = { practiceId, cue: awkward, action: awkward, isDropped: false, setAt: AT };
  const [first, second] = [v7(), v7()];
  await put(`/api/if-then-plans/${first}`, { ...plan, replacesId: null });
  await put(`/api/if-then-plans/${second}`, { ...plan, replacesId: first });
  await put(`/api/if-then-uses/${v7()}`, { planId: second, sessionId, isDone: true, notedAt: AT });
  await put(`/api/at-hand/${v7()}`, {
    practiceId,
    replacesId: null,
    label: awkward,
    address: 'https://example.org/a?b=c#d',
    mediaSha256: null,
    isDropped: false,
    setAt: AT,
  });
  await put(`/api/at-hand/${v7()}`, {
    practiceId,
    replacesId: null,
    label: 'Before the first throw',
    address: null,
    mediaSha256: null,
    form: 'checklist',
    text: `Breathe out\n${awkward.slice(0, 200)}`,
    isDropped: false,
    setAt: AT,
  });
}

async function fillEvidence(put: Put, ids: Ids, sitting: Sitting, awkward: string): Promise<void> {
  const { practiceId } = ids;
  const evidenceIds = [v7(), v7()];
  for (const id of evidenceIds)
    await put(`/api/evidence/${id}`, {
      practiceId,
      attemptId: sitting.attemptId,
      sessionId: sitting.sessionId,
      kind: 'audio',
      name: awkward,
      contentType: 'audio/webm',
      bytes: 12_000,
      sha256: SHA256,
      durationSeconds: 64.5,
      madeAt: AT,
    });
  await put(`/api/evidence/${evidenceIds[0]}/removal`, { removedAt: AT });
  const showingIds = [v7(), v7()];
  for (const id of showingIds)
    await put(`/api/showings/${id}`, {
      practiceId,
      sessionId: sitting.sessionId,
      heldDay: '2026-03-02',
      audience: 12,
      occasion: awkward,
      quote: awkward,
      quotedFrom: 'Ruth',
      toldAt: AT,
    });
  await put(`/api/showings/${showingIds[0]}/removal`, { removedAt: AT });
}

async function fillExperiments(put: Put, ids: Ids, sitting: Sitting, awkward: string): Promise<void> {
  const { practiceId, payoffId } = ids;
  const id = v7();
  const question = awkward.slice(0, 200);
  const experiment = experimentBody({ practiceId, payoffId }, { question, startedAt: AT });
  await put(`/api/experiments/${id}`, experiment);
  await put(`/api/experiment-draws/${v7()}`, drawBody(id, experiment, 0, sitting));
  await put(`/api/experiments/${id}/end`, {
    outcome: 'adopted',
    adoptedLevel: 'standing',
    note: awkward,
    endedAt: AT,
  });
  await put(`/api/pairings/${v7()}`, {
    practiceId,
    timing: 'at-once',
    a: { name: awkward.slice(0, 80), soloDrill: awkward.slice(0, 300), payoffId },
    b: { name: 'the room', soloDrill: 'Only watch.', payoffId: null },
    costLimit: 0.1,
    leads: true,
    setAt: AT,
  });
  await put(`/api/twist-draws/${v7()}`, {
    practiceId,
    ...sitting,
    place: 0,
    round: 0,
    card: 'eyes shut',
    offered: [
      { card: 'eyes shut', left: 1 },
      { card: 'gloves', left: 2 },
    ],
    drawnAt: AT,
  });
  const { attemptId, sessionId } = sitting;
  const rating = { practiceId, sessionId, beforeAttemptId: null, afterAttemptId: null, ratedAt: AT };
  const ofTake = { ...rating, beforeAttemptId: attemptId, sure: 0.7, absorbed: null, hard: null };
  await put(`/api/self-ratings/${v7()}`, ofTake);
  await put(`/api/self-ratings/${v7()}`, { ...rating, sure: null, absorbed: 4, hard: 3 });
  await put(`/api/twist-cards/${v7()}`, {
    practiceId,
    name: 'one hand',
    instruction: question,
    isAside: false,
    setAt: AT,
  });
  await put(`/api/difficulties/${v7()}`, {
    practiceId,
    variable: 'tempo',
    levels: ['80 bpm', '90 bpm'],
    startLevel: '80 bpm',
    target: 0.8,
    isLocked: false,
    isFollowed: true,
    setAt: AT,
  });
}
