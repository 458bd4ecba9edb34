import { describe, expect, it } from 'vitest';
import type { Support } from '../../features/support/contract.ts';
import { newId } from './device.ts';
import { overlaySupport } from './overlay-support.ts';
import type { Write } from './pending-write.ts';

const [practiceId, sessionId, planId, linkId] = [newId(), newId(), newId(), newId()];
const EARLY = '2026-03-01T08:00:00.000Z';
const LATE = '2026-03-02T08:00:00.000Z';
const PLAN = { cue: 'the room is taken', action: 'stand in the corridor', setAt: EARLY };
const LINK = {
  label: 'the score',
  address: 'https://example.org',
  mediaSha256: null,
  form: null,
  text: null,
  setAt: EARLY,
};
const home: Support = {
  practiceId,
  slots: [{ id: newId(), practiceId, slot: 'kit', status: 'missing', text: 'three balls', setAt: EARLY }],
  plans: [{ id: planId, practiceId, ...PLAN, uses: { done: 1, cameUp: 2 } }],
  atHand: [{ id: linkId, practiceId, ...LINK }],
  checks: [{ id: newId(), sessionId, inPlace: ['kit'], missing: [], checkedAt: EARLY }],
};

const slot = (setAt: string, more: object = {}): Write => ({
  path: `/api/support-slots/${newId()}`,
  body: { practiceId, slot: 'kit', status: 'in-place', text: null, setAt, ...more },
});
const plan = (more: object, id = newId()): Write => ({
  path: `/api/if-then-plans/${id}`,
  body: { practiceId, replacesId: null, isDropped: false, ...PLAN, setAt: LATE, ...more },
});
const use = (id: string, isDone: boolean): Write => ({
  path: `/api/if-then-uses/${newId()}`,
  body: { planId: id, sessionId, isDone, notedAt: LATE },
  practiceId,
});
const link = (more: object): Write => ({
  path: `/api/at-hand/${newId()}`,
  body: { practiceId, replacesId: null, isDropped: false, ...LINK, setAt: LATE, ...more },
});
const check = (checkedAt: string, more: Partial<Write> = { practiceId }): Write => ({
  path: `/api/support-checks/${newId()}`,
  body: { sessionId, inPlace: [], missing: ['kit'], checkedAt },
  ...more,
});
const laid = (...writes: readonly Write[]) => overlaySupport(home, practiceId, writes);

it('is home’s own answer where nothing waits, and where what waits is of another practice', () => {
  expect(laid()).toBe(home);
  expect(laid(slot(LATE, { practiceId: newId() }))).toBe(home);
});

it('is there before home has ever answered', () => {
  expect(overlaySupport(undefined, practiceId, [slot(LATE)]).slots).toMatchObject([{ status: 'in-place' }]);
});

it('a slot is as it was set last, wherever that was', () => {
  const statuses = (write: Write) => laid(write).slots.map(({ status }) => status);
  expect(statuses(slot(LATE))).toEqual(['in-place']);
  expect(statuses(slot('2026-02-27T08:00:00Z'))).toEqual(['missing']);
});

describe('an if-then plan', () => {
  const cues = (support: Support) => support.plans.map(({ cue }) => cue);

  it('is there at once, after those before it', () => {
    expect(cues(laid(plan({ cue: 'it rains' })))).toEqual(['the room is taken', 'it rains']);
  });

  it('that is said anew takes the place of the old one, and counts from nothing', () => {
    expect(laid(plan({ replacesId: planId, cue: 'the hall is full' })).plans).toMatchObject([
      { cue: 'the hall is full', uses: { done: 0, cameUp: 0 } },
    ]);
  });

  it('that is dropped is gone, also where this device made it and home never heard of it', () => {
    const own = newId();
    expect(laid(plan({ replacesId: planId, isDropped: true })).plans).toEqual([]);
    expect(cues(laid(plan({ cue: 'it rains' }, own), plan({ replacesId: own, isDropped: true })))).toEqual([
      'the room is taken',
    ]);
  });

  it('has come up as often as home and this device know together', () => {
    expect(laid(use(planId, true), use(planId, false)).plans[0]?.uses).toEqual({ done: 2, cameUp: 4 });
    expect(laid(use(newId(), true))).toBe(home);
  });

  it('that home has answered with already keeps its count while it waits to be let go of', () => {
    expect(laid(plan({ setAt: EARLY }, planId)).plans[0]?.uses).toEqual({ done: 1, cameUp: 2 });
  });
});

it('what lies at hand is listed as it was added, and gone once it was dropped', () => {
  const labels = (support: Support) => support.atHand.map(({ label }) => label);
  expect(labels(laid(link({ label: 'the film' })))).toEqual(['the score', 'the film']);
  expect(labels(laid(link({ replacesId: linkId, isDropped: true })))).toEqual([]);
});

describe('what was in place in a session', () => {
  const missing = (write: Write, ...more: readonly Write[]) =>
    laid(write, ...more).checks.map((one) => one.missing);

  it('is the newest answer', () => {
    expect(missing(check(LATE))).toEqual([['kit']]);
    expect(missing(check('2026-02-27T08:00:00Z'))).toEqual([[]]);
  });

  it('is known by its session, where the write does not name the practice', () => {
    const session: Write = { path: `/api/sessions/${sessionId}`, body: { practiceId } };
    expect(missing(session, check(LATE, {}))).toEqual([['kit']]);
  });
});
