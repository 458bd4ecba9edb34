import { hasBetter } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { DAYS_TO_MEET } from '../../engine/picture/days-to-meet.ts';
import { type Ahead, aheadAt, holdsToday } from '../../engine/retention/retention.ts';
import { MILLISECONDS_PER_DAY } from '../../engine/units.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { PracticeStanding } from '../../features/practice/standing-contract.ts';
import { formatDate } from '../format-day.ts';

type Target = Pick<Payoff, 'target'>;

const hasTarget = ({ target: { low, high } }: Target) => low !== null || high !== null;

/** When the target was reached, and when it was met; null where there is none, or home does not say. */
export function reachedWords(payoff: Target, standing: PracticeStanding): string | null {
  const { reachedAt, metAt, heldDays } = standing;
  if (!hasTarget(payoff) || reachedAt === undefined) return null;
  if (reachedAt === null) return 'Reached: not yet';
  const reached = `Reached ${formatDate(reachedAt)}`;
  if (metAt != null) return `${reached}; met ${formatDate(metAt)}`;
  return `${reached}; held on ${countFigures(heldDays ?? 0)} of ${DAYS_TO_MEET} days`;
}

type Now = {
  readonly now: number;
  /** Takes of it are on their way: what home said is of before them. */
  readonly isBehind: boolean;
};

/** "Holds today: about 7 in 10, 5 to 9 in 10"; why it is not known; null where there is no target, or home does not say. */
export function holdsWords(
  payoff: Target,
  { retention, reachedAt }: PracticeStanding,
  { now, isBehind }: Now,
): string | null {
  if (!hasTarget(payoff) || retention === undefined) return null;
  // What was never reached has nothing to hold.
  const head = reachedAt == null ? 'Would meet it today' : 'Holds today';
  if (isBehind) return `${head}: told once home has your last takes`;
  const told = holdsToday(retention, now);
  switch (told.kind) {
    case 'holds':
      return `${head}: ${inTenWords(told)}`;
    case 'not-for-a-range':
      return `${head}: cannot be told of a range`;
    case 'not-for-passes':
      return `${head}: cannot be told of passes`;
    case 'too-few-attempts':
      return `${head}: not known before ${countFigures(told.need)} takes`;
    case 'too-long-ago':
      return `${head}: not known, no take since ${formatDate(told.lastAt)}`;
    case 'no-target':
      return null;
    default:
      return told satisfies never;
  }
}

/** A chance with its span, in tenths; the span is rounded outwards, since nobody is surer than that. */
export function inTenWords({ middle, lower, upper }: Ahead): string {
  const about = Math.round(middle * 10);
  const [low, high] = [Math.floor(lower * 10 + ALMOST), Math.ceil(upper * 10 - ALMOST)];
  if (about === 0) return high <= 1 ? 'under 1 in 10' : `under 1 in 10, at most ${high} in 10`;
  if (about === 10) return low >= 9 ? 'over 9 in 10' : `over 9 in 10, at least ${low} in 10`;
  return `about ${about} in 10, ${Math.min(low, about)} to ${Math.max(high, about)} in 10`;
}

/** What came over the wire is rounded to three places. */
const ALMOST = 0.005;

/** The first take after time away as a share of the best level, at a moment; null where it cannot be told. */
export function coldShareAt({ retention }: PracticeStanding, at: number): Ahead | null {
  if (retention?.kind !== 'known' || retention.cold === null) return null;
  return aheadAt(retention.cold, retention.lastAt, at);
}

export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** "about 88%, between 70% and 106%" */
export function shareWords({ middle, lower, upper }: Ahead): string {
  return `about ${percent(middle)}, between ${percent(lower)} and ${percent(upper)}`;
}

/** The last day on which it holds with four in five; null: not known, or it never held. */
export function refreshAt({ holdsForDays, retention }: PracticeStanding): number | null {
  if (holdsForDays === null || retention?.kind !== 'known' || retention.holds === null) return null;
  return retention.lastAt + holdsForDays * MILLISECONDS_PER_DAY;
}

/** What has a day to refresh: "Refresh by 14 Dec 2026". */
export function refreshWords(standing: PracticeStanding, now: number): string | null {
  const at = refreshAt(standing);
  if (at === null) return null;
  return at <= now ? 'A refresh is worth it now.' : `Refresh by ${formatDate(at)}.`;
}

/** Why no share of the best level is told. */
export function noShareWords(payoff: Payoff, standing: PracticeStanding): string {
  const { retention } = standing;
  if (!hasBetter(payoff) || retention?.kind === 'not-for-a-range')
    return 'What is left cannot be told of a range.';
  if (retention?.kind === 'not-for-passes') return 'What is left cannot be told of passes.';
  if (retention?.kind === 'too-few-attempts')
    return `What is left is not known before ${countFigures(retention.need)} takes.`;
  return 'No share of a best level can be told of these values.';
}
