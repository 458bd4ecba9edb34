import { expect, it } from 'vitest';
import { drawBody, experimentBody } from '../../../tests/support/experiment-facts.ts';
import { payoffBody } from '../../../tests/support/practice-facts.ts';
import { newId } from './device.ts';
import { overlayExperiments } from './overlay-experiments.ts';
import type { Write } from './pending-write.ts';

const [practiceId, payoffId, sessionId] = [newId(), newId(), newId()];
const payoffs = [{ ...payoffBody(practiceId), id: payoffId }];
const body = experimentBody({ practiceId, payoffId });
const asked = (id: string, more: object = {}): Write => ({
  path: `/api/experiments/${id}`,
  body: { ...body, ...more },
});
const drawn = (id: string, place: number): Write => ({
  path: `/api/experiment-draws/${newId()}`,
  body: drawBody(id, body, place, { sessionId, attemptId: newId() }),
  practiceId,
});
const ended = (id: string): Write => ({
  path: `/api/experiments/${id}/end`,
  body: { outcome: 'stopped', adoptedLevel: null, note: null, endedAt: '2026-03-02T08:00:00.000Z' },
  practiceId,
});
const laid = (...writes: readonly Write[]) =>
  overlayExperiments(undefined, practiceId, writes, payoffs).experiments;

it('is there and can be drawn from before home has heard of it, and nothing is known of it yet', () => {
  const id = newId();
  const [one] = laid(asked(id));
  expect(one).toMatchObject({ id, nextPlace: 0, probabilities: [0.5, 0.5], measure: { unit: 'catches' } });
  expect(one?.result).toMatchObject({ n: 0, findings: [{ level: 'standing', verdict: 'not-enough' }] });
});

it('never draws for a place twice on this device', () => {
  const id = newId();
  expect(laid(asked(id), drawn(id, 0), drawn(id, 1))[0]?.nextPlace).toBe(2);
  const home = { experiments: laid(asked(id), drawn(id, 0), drawn(id, 1)) };
  expect(overlayExperiments(home, practiceId, [drawn(id, 0)])).toBe(home);
});

it('is over as soon as it is ended here, and once', () => {
  const id = newId();
  expect(laid(asked(id), ended(id))[0]?.end?.outcome).toBe('stopped');
});

it('leaves other practices, and measures that it does not know, alone', () => {
  expect(laid(asked(newId(), { practiceId: newId() }))).toEqual([]);
  expect(laid(asked(newId(), { payoffId: newId() }))).toEqual([]);
});
