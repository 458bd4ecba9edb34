import { expect, it } from 'vitest';
import type { Payoff } from '../practice/contract.ts';
import { measuredBy } from './measured-by.ts';
import { inOneMeasure } from './one-measure.ts';
import { beginSession, logTake, type RunningSession, retractTake, standingTakes } from './running-session.ts';

const payoffOf = (id: string, unit: string): Payoff => ({
  ...{ id, unit, kind: 'count', direction: 'up', practiceId: 'one', statement: 'I can.' },
  ...{ target: { low: null, high: null }, howMeasured: null, anchors: null, setAt: '2026-03-01T08:00:00Z' },
});
const [whole, own] = [payoffOf('whole', 'catches'), payoffOf('own', 'quiet ones')];
const page = { payoffs: [whole, own] };
const at = { epoch: 0, steady: 0 };
const log = (value: number) => ({
  ...{ payoffId: 'any', value, isTrickRead: true, deviceId: 'here', localDay: () => '2026-03-02' },
});

function sittingOf(measures: readonly string[], values: readonly number[]): RunningSession {
  const begun = beginSession({ practiceId: 'one', isFloor: false, minutes: null }, at);
  return values.reduce<RunningSession>((session, value) => logTake(session, log(value), at).session, {
    ...begun,
    measures,
  });
}

it('measures takes by turns, and by the payoff in force where nothing else was set', () => {
  const by = (measures: readonly string[]) =>
    [0, 1, 2].map((index) => measuredBy({ payoff: whole, payoffs: page.payoffs }, { measures }, index).id);
  expect(by([])).toEqual(['whole', 'whole', 'whole']);
  expect(by(['own'])).toEqual(['own', 'own', 'own']);
  expect(by(['whole', 'own'])).toEqual(['whole', 'own', 'whole']);
  expect(by(['gone'])).toEqual(['whole', 'whole', 'whole']);
});

it('draws those of the first measure, also where one was taken back', () => {
  const session = sittingOf(['own', 'whole'], [1, 10, 2, 20]);
  const valuesOf = (one: RunningSession) => standingTakes(one).map(({ value }) => value);
  const drawn = inOneMeasure(session, page, whole);
  expect([drawn.payoff.id, valuesOf(drawn.session), drawn.places]).toEqual(['own', [1, 2], [0, 2]]);
  const last = session.takes.at(-1)?.attemptId ?? '';
  const again = logTake(retractTake(session, last, at).session, log(30), at).session;
  expect(valuesOf(inOneMeasure(again, page, whole).session)).toEqual([1, 2]);
  const plain = sittingOf([], [1, 2]);
  expect(inOneMeasure(plain, page, whole).session.takes).toBe(plain.takes);
});
