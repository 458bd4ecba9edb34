import { describe, expect, it } from 'vitest';
import { drawBody, experimentBody } from '../../../tests/support/experiment-facts.ts';
import { payoffBody } from '../../../tests/support/practice-facts.ts';
import { overlayExperiments } from '../../ui/offline/overlay-experiments.ts';
import { type Experiment, type ExperimentBody, ExperimentDrawBody } from '../experiments/contract.ts';
import { adoptedLevel, runningExperiments, withDraws } from './draw-lots.ts';
import * as sitting from './running-session.ts';
import { conditionsOf, couldNot } from './session-draws.ts';

const practiceId = '01900000-0000-7000-8000-000000000001';
const payoffId = '01900000-0000-7000-8000-000000000002';
const ID = '01900000-0000-7000-8000-000000000004';
const at = { epoch: Date.parse('2026-03-02T10:00:00Z'), steady: 0 };
const log = { payoffId, value: 5, isTrickRead: true, deviceId: ID, localDay: () => '2026-03-02' };
const payoffs = [{ ...payoffBody(practiceId), id: payoffId }];

function experiment(more: Partial<ExperimentBody> = {}, change: Partial<Experiment> = {}): Experiment {
  const body = experimentBody({ practiceId, payoffId }, more);
  const write = { path: `/api/experiments/${ID}`, body };
  const [one] = overlayExperiments(undefined, practiceId, [write], payoffs).experiments;
  if (one === undefined) throw new Error('no experiment');
  return { ...one, ...change };
}
const begun = (more: object = {}) =>
  sitting.beginSession({ practiceId, isFloor: false, minutes: 12, ...more }, at);
/** As the screen does it: a take is logged, and the next draw is made. */
function take(session: sitting.RunningSession, experiments: readonly Experiment[]) {
  const step = sitting.logTake(session, log, at);
  return { ...step, session: withDraws(step.session, experiments) };
}
const drawsOf = (writes: sitting.Step['writes']) =>
  writes
    .filter(({ path }) => path.startsWith('/api/experiment-draws/'))
    .map(({ body }) => ExperimentDrawBody.parse(body));

describe('for every take', () => {
  it('draws what the seed draws for its place, and records it behind the take with its probability', () => {
    const experiments = [experiment()];
    let session = withDraws(begun(), experiments);
    for (let place = 0; place < 6; place += 1) {
      const expected = drawBody(ID, experimentBody({ practiceId, payoffId }), place, {
        sessionId: session.sessionId,
        attemptId: null,
      });
      const [draw] = session.draws ?? [];
      expect(draw).toMatchObject({ place, level: expected.level });
      const next = take(session, experiments);
      const last = next.session.takes.at(-1);
      expect(last?.conditions).toEqual({ posture: expected.level });
      expect(drawsOf(next.writes)).toMatchObject([
        { place, level: expected.level, probabilities: [0.5, 0.5], attemptId: last?.attemptId, isKept: true },
      ]);
      const [attempt, lot] = ['attempts', 'experiment-draws'].map((name) =>
        next.writes.findIndex(({ path }) => path.startsWith(`/api/${name}/`)),
      );
      expect(attempt).toBeLessThan(lot ?? -1);
      session = next.session;
    }
  });

  it('keeps a draw that was shown and not used: closing the page draws no other', () => {
    const experiments = [experiment()];
    const session = withDraws(begun(), experiments);
    expect(withDraws(session, experiments)).toBe(session);
    expect(withDraws(begun(), experiments).draws).toEqual(session.draws);
  });

  it('goes on behind what another device has used', () => {
    const session = withDraws(begun(), [experiment()]);
    expect(withDraws(session, [experiment({}, { nextPlace: 4 })]).draws?.[0]?.place).toBe(4);
  });

  it('records what could not be done as it was drawn, and the take as it was done', () => {
    const experiments = [experiment()];
    const session = withDraws(begun(), experiments);
    const [drawn] = session.draws ?? [];
    const other = drawn?.level === 'sitting' ? 'standing' : 'sitting';
    const next = take(couldNot(session, ID, { isKept: false, actual: other }), experiments);
    expect(drawsOf(next.writes)).toMatchObject([{ level: drawn?.level, isKept: false }]);
    expect(next.session.takes[0]?.conditions).toEqual({ posture: other });
    expect(next.session.draws?.[0]).toMatchObject({ place: 1, isKept: true });
    const elsewise = couldNot(session, ID, { isKept: false, actual: null });
    expect(conditionsOf(elsewise)).toEqual({});
  });

  it('stands over what the learner varies, and beside another variable', () => {
    const session = withDraws(begun(), [experiment()]);
    const level = session.draws?.[0]?.level;
    const chosen = (variable: string) => ({ ...session, level: { variable, level: 'loud' } });
    expect(conditionsOf(chosen('posture'))).toEqual({ posture: level });
    expect(conditionsOf(chosen('voice'))).toEqual({ posture: level, voice: 'loud' });
  });
});

it('of a session draws once, recorded with its first take', () => {
  const experiments = [experiment({ unit: 'session' })];
  const first = take(withDraws(begun(), experiments), experiments);
  expect(drawsOf(first.writes)).toMatchObject([{ place: 0, attemptId: null }]);
  const second = take(first.session, [experiment({ unit: 'session' }, { nextPlace: 1 })]);
  expect(drawsOf(second.writes)).toEqual([]);
  expect(second.session.takes[1]?.conditions).toEqual(second.session.takes[0]?.conditions);
});

it('keeps to the setting that was adopted last, until it is tried out anew', () => {
  const ended = (adopted: string | null, endedAt: string) => ({
    end: {
      outcome: adopted === null ? ('stopped' as const) : ('adopted' as const),
      adoptedLevel: adopted,
      note: null,
      endedAt,
    },
  });
  const early = experiment({}, ended('sitting', '2026-03-01T10:00:00Z'));
  const late = experiment({}, ended('standing', '2026-03-02T10:00:00Z'));
  expect(adoptedLevel([early, late])).toEqual({ variable: 'posture', level: 'standing' });
  expect(adoptedLevel([experiment(), late])).toBeNull();
  expect(adoptedLevel([experiment({}, ended(null, '2026-03-02T10:00:00Z'))])).toBeNull();
});

it('draws for whole runs alone, and for what is measured now', () => {
  const experiments = [experiment()];
  expect(withDraws(begun({ work: 'part', part: 'throws' }), experiments).draws ?? []).toEqual([]);
  expect(withDraws(begun({ isFloor: true }), experiments).draws ?? []).toEqual([]);
  expect(runningExperiments(experiments, { kind: 'count', unit: 'throws', direction: 'up' })).toEqual([]);
  const end = {
    outcome: 'stopped' as const,
    adoptedLevel: null,
    note: null,
    endedAt: '2026-03-02T10:00:00Z',
  };
  const measure = { kind: 'count', unit: 'catches', direction: 'up' } as const;
  expect(runningExperiments([experiment({}, { end })], measure)).toEqual([]);
  expect(runningExperiments(experiments, measure)).toHaveLength(1);
});
