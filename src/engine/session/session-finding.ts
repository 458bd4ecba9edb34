import { formatAmount, readsSame } from '../measure/format-value.ts';
import { goodness, hasBetter, type Measure, reaches } from '../measure/measure.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { GAP_DAYS } from '../picture/gap-days.ts';
import { findMet, holds } from '../picture/met.ts';
import { medianOf } from '../picture/order-statistics.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { RUNNING_WINDOW } from '../picture/running-median.ts';
import { groupSessions } from '../picture/sessions.ts';
import { daysBetween, MILLISECONDS_PER_DAY } from '../units.ts';
import type { SessionFinding, SessionPositive } from './finding.ts';
import { findLearned, usualOf } from './learned.ts';
import { countHeld, goodnessOf, levelOf } from './level-of.ts';
import { placeAgainst } from './place.ts';
import { findSteadier } from './steadier.ts';

/** Against one or two earlier attempts, every other attempt would be a best. */
const FEWEST_TO_BEAT = 3;
const WEEK_DAYS = 7;
/** Variety is worth noticing while it is early. */
const EARLY_ATTEMPTS = 10;

type Facts = {
  readonly measure: Measure;
  readonly session: readonly AttemptFact[];
  readonly history: readonly AttemptFact[];
  /** Every attempt before that counts towards the target. */
  readonly counted: readonly AttemptFact[];
  readonly best: AttemptFact;
};

type Finder = (facts: Facts) => SessionPositive | null;

/** The rarest first: what happens once comes before what may happen every week. */
const FINDERS: readonly Finder[] = [
  targetReached,
  targetMet,
  personalBest,
  targetHeldBeforeMet,
  bestOfWeek,
  steadier,
  firstWithCondition,
  backAfterGap,
  earlyVariety,
  targetHeldAgain,
];

/**
 * What the end of a session says: exactly one finding, true of the data by the numbers that it carries.
 * `history` is every attempt of the practice before this session, of the same work; `alsoCounted` are those of other work
 * that count towards the target too, as a showing does for whole runs: nothing else is said of them. A session in which every attempt is worse than
 * every attempt before says what was learned, never something positive. Where no value is better than another (a range to
 * stay within that has no ends yet) nothing is called best, and only what needs no better side is said.
 */
export function findSessionPositive(
  measure: Measure,
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
  alsoCounted: readonly AttemptFact[] = [],
): SessionFinding {
  const best = bestOf(measure, session);
  if (best !== null && !isWorseThanEver(measure, best, history)) {
    const counted = alsoCounted.length === 0 ? history : [...history, ...alsoCounted];
    const facts = { measure, session, history, counted, best };
    for (const find of FINDERS) {
      const finding = find(facts);
      if (finding !== null) return finding;
    }
  }
  return { kind: 'learned', learned: findLearned(measure, session, history) };
}

function bestOf(measure: Measure, attempts: readonly AttemptFact[]): AttemptFact | null {
  let best: AttemptFact | null = null;
  for (const attempt of attempts) {
    if (best === null || goodness(measure, attempt.value) > goodness(measure, best.value)) best = attempt;
  }
  return best;
}

function isWorseThanEver(measure: Measure, best: AttemptFact, history: readonly AttemptFact[]): boolean {
  const good = goodness(measure, best.value);
  return history.length > 0 && history.every((attempt) => goodness(measure, attempt.value) > good);
}

/** Better, and by enough that the two read differently: nobody should be told that 6.8 beats 6.8. */
function beats(measure: Measure, value: number, other: number): boolean {
  return goodness(measure, value) > goodness(measure, other) && !readsSame(measure, value, other);
}

function targetReached({ measure, session, counted }: Facts): SessionPositive | null {
  const { target } = measure;
  if (counted.some((attempt) => reaches(target, attempt.value))) return null;
  const first = session.find((attempt) => reaches(target, attempt.value));
  return first === undefined ? null : { kind: 'target-reached', value: first.value };
}

/** The session's part in "met", or null if it does not hold the target; `before` is what was held until now. */
function heldToday({ measure, session, counted }: Facts) {
  const own = groupSessions(session)[0];
  if (own === undefined || !holds(measure.target, { ...own, attempts: session })) return null;
  const before = findMet(measure.target, counted);
  // Under one name, so that a mixed list of ids cannot hold the target twice.
  const together = session.map((attempt) => ({ ...attempt, sessionId: own.sessionId, dayKey: own.dayKey }));
  const { daysHeld } = findMet(measure.target, [...counted, ...together]);
  return {
    kind: 'target-held',
    ...levelOf(measure, session),
    daysHeld,
    daysNeeded: DAYS_TO_MEET,
    completes: before.daysHeld < DAYS_TO_MEET && daysHeld >= DAYS_TO_MEET,
  } as const satisfies SessionPositive;
}

function targetMet(facts: Facts): SessionPositive | null {
  const held = heldToday(facts);
  return held?.completes ? held : null;
}

function targetHeldBeforeMet(facts: Facts): SessionPositive | null {
  const held = heldToday(facts);
  return held !== null && held.daysHeld < held.daysNeeded ? held : null;
}

/** Holding what has long been met is good, and no news: it comes last. */
function targetHeldAgain(facts: Facts): SessionPositive | null {
  return heldToday(facts);
}

function personalBest({ measure, history, best }: Facts): SessionPositive | null {
  const previous = bestOf(measure, history);
  if (previous === null || history.length < FEWEST_TO_BEAT) return null;
  if (!beats(measure, best.value, previous.value)) return null;
  return { kind: 'personal-best', value: best.value, previous: previous.value, earlier: history.length };
}

function bestOfWeek({ measure, session, history, best }: Facts): SessionPositive | null {
  const since = (session[0] ?? best).at - WEEK_DAYS * MILLISECONDS_PER_DAY;
  const others = history.filter((attempt) => attempt.at >= since);
  const previous = bestOf(measure, others);
  if (previous === null || others.length < FEWEST_TO_BEAT) return null;
  if (!beats(measure, best.value, previous.value)) return null;
  return { kind: 'best-of-week', value: best.value, previous: previous.value, others: others.length };
}

/** Steadier and at no lower level: an even row of poor attempts is nothing to be pleased about. */
function steadier({ measure, session, history }: Facts): SessionPositive | null {
  if (measure.kind === 'pass' || !hasBetter(measure)) return null;
  const found = findSteadier(session, history);
  if (found === null) return null;
  const level = goodness(measure, medianOf(session.map((attempt) => attempt.value)));
  const usual = goodness(measure, medianOf(history.slice(-RUNNING_WINDOW).map((attempt) => attempt.value)));
  if (level < usual) return null;
  if (formatAmount(measure, found.spread) === formatAmount(measure, found.spreadBefore)) return null;
  return { kind: 'steadier', ...found };
}

/** Of several new conditions, the one with the best attempt that is not worse than all before. */
function firstWithCondition({ measure, session, history }: Facts): SessionPositive | null {
  if (history.length < FEWEST_TO_BEAT) return null;
  const known = new Set(history.flatMap((attempt) => attempt.conditions ?? []));
  const today = new Set(session.flatMap((attempt) => attempt.conditions ?? []));
  let found: { readonly finding: SessionPositive; readonly good: number } | null = null;
  for (const condition of today) {
    if (known.has(condition)) continue;
    const tried = session.filter((attempt) => attempt.conditions?.includes(condition));
    const best = bestOf(measure, tried);
    if (best === null || isWorseThanEver(measure, best, history)) continue;
    const good = goodness(measure, best.value);
    if (found !== null && found.good >= good) continue;
    found = { finding: firstWith(measure, condition, tried, best), good };
  }
  return found?.finding ?? null;
}

function firstWith(
  measure: Measure,
  condition: string,
  tried: readonly AttemptFact[],
  best: AttemptFact,
): SessionPositive {
  const values = tried.map((attempt) => attempt.value);
  // On either side of a range two values may be equally good, and inside it any two are; two may read the same.
  const isOnlyBest = values.every((value) => value === best.value || beats(measure, best.value, value));
  return {
    kind: 'first-with-condition',
    condition,
    n: values.length,
    low: Math.min(...values),
    high: Math.max(...values),
    best: hasBetter(measure) && isOnlyBest ? best.value : null,
    held: countHeld(measure, values),
  };
}

function backAfterGap({ measure, session, history }: Facts): SessionPositive | null {
  const first = session[0];
  const last = history.at(-1);
  const usual = usualOf(measure, history);
  if (first === undefined || last === undefined || usual === null) return null;
  const days = daysBetween(last.at, first.at);
  if (days <= GAP_DAYS) return null;
  const level = levelOf(measure, session);
  const place = placeAgainst(measure, level.median, usual);
  const isStillThere =
    measure.kind === 'pass'
      ? holdsAsOften(measure, session, history)
      : place === 'inside' || place === 'better';
  return isStillThere ? { kind: 'back-after-gap', days, ...level, ...usual } : null;
}

/** As large a share as before, of a before in which there was something to keep. */
function holdsAsOften(
  measure: Measure,
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
): boolean {
  const before = goodnessOf(measure, history.slice(-RUNNING_WINDOW));
  const nothing = Math.min(goodness(measure, 0), goodness(measure, 1));
  return before > nothing && goodnessOf(measure, session) >= before;
}

/** Two ways or more in the first ten attempts, the latest of them tried today. */
function earlyVariety({ session, history }: Facts): SessionPositive | null {
  if (history.length >= EARLY_ATTEMPTS) return null;
  const early = [...history, ...session].slice(0, EARLY_ATTEMPTS);
  const ways = waysOf(early);
  const known = new Set(waysOf(history));
  if (ways.length < 2 || ways.every((way) => known.has(way))) return null;
  return { kind: 'early-variety', ways, attempts: early.length };
}

/** What was varied in one attempt is one way, however many conditions it has: two at once are no two tries. */
function waysOf(attempts: readonly AttemptFact[]): readonly string[] {
  const ways = attempts.map(({ conditions = [] }) => conditions.toSorted().join(' with '));
  return [...new Set(ways)].filter((way) => way !== '');
}
