import type { Measure } from '../../src/engine/measure/measure.ts';
import type { AttemptFact } from '../../src/engine/picture/picture.ts';
import type { Learned, Level, SessionFinding, Usual } from '../../src/engine/session/finding.ts';

/*
 * The slow second opinion of the tests: every claim worked out again from the raw attempts, with none of the
 * code that made it, and so is every word that the sentence uses. It shares nothing with session-finding.ts but the types.
 */

/** Above zero if `a` is better than `b`. */
function better({ direction, target }: Measure, a: number, b: number): number {
  if (direction === 'up') return a - b;
  if (direction === 'down') return b - a;
  const outside = (x: number) => Math.max(0, (target.low ?? x) - x, x - (target.high ?? x));
  const closer = outside(b) - outside(a);
  // Ten figures of the range: equally far on either side is equally good, whatever arithmetic makes of it.
  return Math.abs(closer) <= 1e-10 * Math.max(Math.abs(target.low ?? 0), Math.abs(target.high ?? 0))
    ? 0
    : closer;
}

/** A range to stay within that has no ends has no better side. */
function hasSide({ direction, target }: Measure): boolean {
  return direction !== 'within' || target.low !== null || target.high !== null;
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

const ones = (values: readonly number[]) => values.filter((value) => value === 1).length;

function isLevelOf(measure: Measure, { n, median, held }: Level, attempts: readonly AttemptFact[]): boolean {
  const values = valuesOf(attempts);
  return (
    n === values.length &&
    near(median, middle(values)) &&
    held === (measure.kind === 'pass' ? ones(values) : null)
  );
}

/** The last nine before, and their middle half. */
function isUsualOf(measure: Measure, usual: Usual, before: readonly AttemptFact[]): boolean {
  const values = valuesOf(before.slice(-9));
  return (
    values.length >= 4 &&
    usual.nBefore === values.length &&
    near(usual.q25, quarter(values, 1)) &&
    near(usual.q75, quarter(values, 3)) &&
    usual.heldBefore === (measure.kind === 'pass' ? ones(values) : null)
  );
}

const isInside = (value: number, low: number, high: number) => low <= value && value <= high;

/** Whether the middle of today is better than every value from the lower quartile to the upper one. */
function isBetterThanUsual(
  measure: Measure,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const usual = valuesOf(before.slice(-9));
  const [low, high] = [quarter(usual, 1), quarter(usual, 3)];
  const between = Array.from({ length: 101 }, (_, step) => low + ((high - low) * step) / 100);
  return hasSide(measure) && between.every((value) => better(measure, middle(valuesOf(today)), value) > 0);
}

function isUsualPlace(today: readonly AttemptFact[], before: readonly AttemptFact[]): boolean {
  const usual = valuesOf(before.slice(-9));
  return isInside(middle(valuesOf(today)), quarter(usual, 1), quarter(usual, 3));
}

function isAcross(
  { direction, target: { low, high } }: Measure,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  if (direction !== 'within' || low === null || high === null) return false;
  const usual = valuesOf(before.slice(-9));
  const now = middle(valuesOf(today));
  return (now > high && quarter(usual, 3) < low) || (now < low && quarter(usual, 1) > high);
}

function isStillThere(
  measure: Measure,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  if (measure.kind !== 'pass') {
    const isBetter = isBetterThanUsual(measure, today, before) && !isAcross(measure, today, before);
    return isUsualPlace(today, before) || isBetter;
  }
  const wanted = Math.sign(better(measure, 1, 0));
  const share = (attempts: readonly AttemptFact[]) => {
    const held = ones(valuesOf(attempts)) / attempts.length;
    return wanted > 0 ? held : 1 - held;
  };
  const usual = share(before.slice(-9));
  return wanted !== 0 && usual > 0 && share(today) >= usual - 1e-12;
}

/** Each word of the sentence that says more than a number, held against the raw attempts. */
export function areWordsTrue(
  measure: Measure,
  sentence: string,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const says = (words: RegExp) => words.test(sentence);
  return [
    !says(/\b(?:best|better|harder|steadier|trend)\b/i) || hasSide(measure),
    !says(/usually land/) || (measure.kind !== 'pass' && isUsualPlace(today, before)),
    !says(/better than usual/i) || isBetterThanUsual(measure, today, before),
    !says(/outside the usual/i) || !isUsualPlace(today, before),
    !says(/other side of the range/) || isAcross(measure, today, before),
    !says(/still there/) || isStillThere(measure, today, before),
    // Passes are counted: their middle is a zero or a one, and says nothing.
    measure.kind !== 'pass' || !says(/\b(?:middle|from|spread|50%)\b/),
    !says(/\b1 takes|\bfirst 1 take\b|NaN|undefined|null|Infinity/),
    !says(/\bfrom (\S+)(?: [a-z]+)? to \1(?![\d.,:])/),
  ].every(Boolean);
}

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
    .filter((members) => members.filter((one) => inTarget(measure, one.value)).length * 2 >= members.length)
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
        isLevelOf(measure, finding, today) &&
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
      const tried = valuesOf(withIt(today));
      const { best } = finding;
      return (
        withIt(before).length === 0 &&
        tried.length === finding.n &&
        finding.low === Math.min(...tried) &&
        finding.high === Math.max(...tried) &&
        finding.held === (measure.kind === 'pass' ? ones(tried) : null) &&
        (best === null ||
          (hasSide(measure) &&
            tried.includes(best) &&
            tried.every((value) => value === best || better(measure, best, value) > 0))) &&
        before.some((other) => tried.some((value) => better(measure, value, other.value) >= 0))
      );
    }
    case 'back-after-gap':
      return isReturnTrue(measure, finding, today, before);
    case 'early-variety': {
      const wayOf = (one: AttemptFact) => (one.conditions ?? []).toSorted().join(' with ');
      const early = all.slice(0, 10);
      const isTried = finding.ways.every((way) => way !== '' && early.some((one) => wayOf(one) === way));
      const isNew = finding.ways.some((way) => !before.some((one) => wayOf(one) === way));
      const isMany = finding.ways.length >= 2 && new Set(finding.ways).size === finding.ways.length;
      return isTried && isNew && isMany && before.length < 10 && finding.attempts === early.length;
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
  return (
    (today[0]?.at ?? 0) - (before.at(-1)?.at ?? 0) > 14 * 24 * 3600 * 1000 &&
    isLevelOf(measure, finding, today) &&
    isUsualOf(measure, finding, before) &&
    isStillThere(measure, today, before)
  );
}

function isSteadierTrue(
  measure: Measure,
  finding: Extract<SessionFinding, { kind: 'steadier' }>,
  today: readonly AttemptFact[],
  before: readonly AttemptFact[],
): boolean {
  const spread = (values: readonly number[]) => values.map((value) => Math.abs(value - middle(values)));
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
    sessions.every((values) => values.length >= finding.fewest) &&
    today.length >= finding.fewest &&
    hasSide(measure) &&
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
        learned.n === all.length &&
        learned.held === (measure.kind === 'pass' ? ones(values) : null)
      );
    }
    case 'towards-a-trend':
      return (
        hasSide(measure) && learned.n === all.length && learned.n + learned.more === 8 && learned.more > 0
      );
    case 'harder-condition': {
      const withIt = (name: string) => today.filter((one) => one.conditions?.includes(name));
      const [harder, easier] = [learned.harder, learned.easier].map(({ median, held, n }) =>
        held === null ? median : held / n,
      );
      return (
        isLevelOf(measure, learned.harder, withIt(learned.harder.condition)) &&
        isLevelOf(measure, learned.easier, withIt(learned.easier.condition)) &&
        better(measure, easier ?? 0, harder ?? 0) > 0
      );
    }
    case 'against-usual': {
      if (!isLevelOf(measure, learned, today) || !isUsualOf(measure, learned, before)) return false;
      const { q25, q75, median } = learned;
      const isWorse = better(measure, median, q25) < 0 && better(measure, median, q75) < 0;
      return {
        inside: isInside(median, q25, q75) && isUsualPlace(today, before),
        better: isBetterThanUsual(measure, today, before) && !isAcross(measure, today, before),
        worse: hasSide(measure) && isWorse && !isInside(median, q25, q75),
        'other-side': isAcross(measure, today, before),
        unjudged: measure.kind === 'pass' || !isInside(median, q25, q75),
      }[learned.place];
    }
    default:
      return learned satisfies never;
  }
}
