import { expect, it } from 'vitest';
import type { Plan } from '../../engine/agenda/agenda.ts';
import { runAddress } from './run-address.ts';

type Line = Extract<Plan, { kind: 'plan' }>['lines'][number];
const work = (practiceId: string, fromMinute: number, toMinute: number, isFloor = false): Line => ({
  practiceId,
  verb: 'work',
  fromMinute,
  toMinute,
  takes: 2,
  isFloor,
  reason: { kind: 'go-on' },
});
const back = (fromMinute: number, toMinute: number): Line => ({
  practiceId: null,
  verb: 'look-back',
  fromMinute,
  toMinute,
  takes: null,
  isFloor: false,
  reason: { kind: 'look-back' },
});
const plan = (minutes: number, ...lines: Line[]): Extract<Plan, { kind: 'plan' }> => ({
  kind: 'plan',
  minutes,
  overMinutes: 0,
  lines,
  comeback: null,
  leftOut: [],
  notReplaced: [],
  week: null,
});

it.each([
  [plan(12, work('a', 0, 10), back(10, 12)), '/practices/a/run?minutes=12'],
  [
    plan(25, work('a', 0, 2, true), work('b', 2, 22), back(22, 25)),
    '/practices/a/run?minutes=2&floor=1&then=b.23',
  ],
  [
    plan(25, work('a', 0, 2), work('a', 2, 10), work('b', 10, 14, true), back(14, 25)),
    '/practices/a/run?minutes=10&then=b.15f',
  ],
  [plan(3), null],
])('%# is run one practice after the other', (given, expected) => {
  expect(runAddress(given)).toBe(expected);
});
