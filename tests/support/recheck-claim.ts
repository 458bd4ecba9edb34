import type { Measure } from '../../src/engine/measure/measure.ts';
import type { AttemptFact } from '../../src/engine/picture/picture.ts';
import type { Learned, SessionFinding } from '../../src/engine/session/finding.ts';

/*
 * The slow second opinion of the tests: every claim worked out again from the raw attempts, with none of the
 * code that made it. It shares nothing with session-finding.ts but the types.
 */

/** Above zero if `a` is better than `b`. */
function better({ direction, target }: Measure, a: number, b: number): number {
  if (direction === 'up') return a - b;
  if (direction === 'down') return b - a;
  const outside = (x: number) => Math.max(0, (target.low ?? x) - x, x - (target.high ?? x));
  return outside(b) - outside(a);
}

function inTarget({ target: { low, high } }: Measure, value: number): boolean {
  if (low === null && high === null) return false;
  return !(low !== null && value < low) && !(high !== null && value > high);
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Quarter of the way up, reading between neighbours. */
function quarter(values: readonly number[], quarters: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = ((sorted.length - 1) * quarters) / 4;
  const under = sorted[Math.floor(place)] ?? 0;
  const over = sorted[Math.ceil(place)] ?? under;
  return under + (over - under) * (place % 1);
}

const valuesOf = (attempts: readonly AttemptFact[]) => attempts.map((attempt) => attempt.value);
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

export function isWorseThanAllBefore(
  measure: Measure,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  return today.every((one) => before.every((other) => better(measure, one.value, other.value) < 0));
}

function daysHeld(measure: Measure, attempts: readonly AttemptFact[]): number {
  const names = new Set(attempts.map((one) => one.sessionId));
  const days = [...names]
    .map((name) => attempts.filter((one) => one.sessionId === name))
    .filter((members) => inTarget(measure, middle(valuesOf(members))))
    .map((members) => members[0]?.dayKey);
  return new Set(days).size;
}

export function isClaimTrue(
  measure: Measure,
  finding: SessionFinding,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const all = [...before, ...today];
  const isBest = (value: number, others: readonly AttemptFact[]) =>
    valuesOf(today).includes(value) && others.every((other) => better(measure, value, other.value) > 0);
  const isBestAmong = (value: number, others: readonly AttemptFact[]) =>
    valuesOf(others).includes(value) && others.every((other) => better(measure, value, other.value) >= 0);
  switch (finding.kind) {
    case 'learned':
      return isLearnedTrue(measure, finding.learned, today, before);
    case 'target-reached': {
      const first = all.findIndex((one) => inTarget(measure, one.value));
      return all[first]?.value === finding.value && first >= before.length;
    }
    case 'target-held':
      return (
        inTarget(measure, finding.median) &&
        near(finding.median, middle(valuesOf(today))) &&
        finding.daysHeld === daysHeld(measure, all) &&
        finding.completes === (finding.daysHeld >= 3 && daysHeld(measure, before) < 3)
      );
    case 'personal-best':
      return (
        isBest(finding.value, before) &&
        isBestAmong(finding.previous, before) &&
        before.length === finding.earlier
      );
    case 'best-of-week': {
      const start = today[0]?.at ?? 0;
      const week = before.filter((one) => start - one.at <= 7 * 24 * 3600 * 1000);
      return (
        isBest(finding.value, week) && isBestAmong(finding.previous, week) && week.length === finding.others
      );
    }
    case 'steadier':
      return isSteadierTrue(measure, finding, today, before);
    case 'first-with-condition': {
      const withIt = (attempts: readonly AttemptFact[]) =>
        attempts.filter((one) => (one.conditions ?? []).includes(finding.condition));
      return (
        withIt(before).length === 0 &&
        withIt(today).length === finding.n &&
        isBestAmong(finding.value, withIt(today)) &&
        before.some((other) => better(measure, finding.value, other.value) >= 0)
      );
    }
    case 'back-after-gap':
      return isReturnTrue(measure, finding, today, before);
    case 'early-variety': {
      const early = all.slice(0, 10).flatMap((one) => one.conditions ?? []);
      const isTried = finding.conditions.every((condition) => early.includes(condition));
      const isNew = finding.conditions.some((name) => !before.some((one) => one.conditions?.includes(name)));
      return isTried && isNew && new Set(finding.conditions).size >= 2 && before.length < 10;
    }
    default:
      return finding satisfies never;
  }
}

function isReturnTrue(
  measure: Measure,
  finding: Extract<SessionFinding, { kind: 'back-after-gap' }>,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const usual = valuesOf(before.slice(-9));
  const atLeast = usual.filter((value) => better(measure, finding.median, value) >= 0).length;
  return (
    (today[0]?.at ?? 0) - (before.at(-1)?.at ?? 0) > 14 * 24 * 3600 * 1000 &&
    near(finding.median, middle(valuesOf(today))) &&
    near(finding.q25, quarter(usual, 1)) &&
    near(finding.q75, quarter(usual, 3)) &&
    atLeast * 4 >= usual.length - 3
  );
}

function isSteadierTrue(
  measure: Measure,
  finding: Extract<SessionFinding, { kind: 'steadier' }>,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const spread = (values: readonly number[]) =>
    values.map((value) => Math.abs(value - middle(values)) * Math.sqrt(values.length / (values.length - 1)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const names = [...new Set(before.map((one) => one.sessionId))];
  const sessions = names
    .map((name) => valuesOf(before.filter((one) => one.sessionId === name)))
    .filter((values) => values.length >= 5)
    .slice(-10);
  return (
    near(finding.spread, mean(spread(valuesOf(today)))) &&
    near(finding.spreadBefore, mean(sessions.flatMap(spread))) &&
    finding.spread < finding.spreadBefore &&
    finding.chance <= 0.02 &&
    sessions.length === finding.sessionsBefore &&
    better(measure, middle(valuesOf(today)), middle(valuesOf(before.slice(-9)))) >= 0
  );
}

function isLearnedTrue(
  measure: Measure,
  learned: Learned,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const all = [...before, ...today];
  switch (learned.what) {
    case 'no-attempts':
      return today.length === 0;
    case 'starting-range': {
      const values = valuesOf(all);
      return (
        learned.low === Math.min(...values) &&
        learned.high === Math.max(...values) &&
        learned.n === all.length
      );
    }
    case 'towards-a-trend':
      return learned.n === all.length && learned.n + learned.more === 8 && learned.more > 0;
    case 'harder-condition': {
      const levelOf = (name: string) =>
        middle(valuesOf(today.filter((one) => one.conditions?.includes(name))));
      return (
        near(levelOf(learned.harder), learned.harderMedian) &&
        near(levelOf(learned.easier), learned.easierMedian) &&
        better(measure, learned.easierMedian, learned.harderMedian) > 0
      );
    }
    case 'against-usual': {
      const usual = valuesOf(before.slice(-9));
      const worseCount = usual.filter((value) => better(measure, value, learned.median) > 0).length;
      const betterCount = usual.filter((value) => better(measure, learned.median, value) > 0).length;
      return (
        near(learned.median, middle(valuesOf(today))) &&
        near(learned.q25, quarter(usual, 1)) &&
        near(learned.q75, quarter(usual, 3)) &&
        (learned.place !== 'worse' || worseCount * 2 > usual.length) &&
        (learned.place !== 'better' || betterCount * 2 > usual.length)
      );
    }
    default:
      return learned satisfies never;
  }
}
