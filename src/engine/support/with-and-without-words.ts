import { formatAmount, formatAmounts } from '../measure/format-value.ts';
import type { Direction, Measure } from '../measure/measure.ts';
import { countFigures, countWords } from '../picture/count-words.ts';
import { SLOT_NAMES } from './slots.ts';
import type { Difference, SlotDifference, SlotTooFew, WithAndWithout } from './with-and-without.ts';

const BETTER = { up: 'better', down: 'better', within: 'closer to the range' } as const satisfies Readonly<
  Record<Direction, string>
>;
const WORSE = {
  up: 'worse',
  down: 'worse',
  within: 'further from the range',
} as const satisfies Readonly<Record<Direction, string>>;

/** From here on the order in time alone may explain what differs. */
const MOSTLY = 0.75;

/** One slot with its interval and how many sessions lie behind it. What holds for all of them: `withAndWithoutNote`. */
export function slotSentence(measure: Measure, slot: SlotDifference | SlotTooFew): string {
  const name = SLOT_NAMES[slot.slot];
  if (slot.kind === 'too-few-sessions') {
    const { sessionsWith, sessionsWithout, need } = slot;
    return `${name}: too soon to say. In place in ${sessions(sessionsWith)}, missing in ${countFigures(sessionsWithout)}; it takes ${countWords(need)} of each to compare.`;
  }
  return [`${name}: ${differenceWords(measure, slot)}.`, ...laterWords(slot)].join(' ');
}

/** Whether a slot shows a side, beyond what may be luck. */
export function isSideTold(measure: Measure, slot: Difference | SlotTooFew): boolean {
  if (slot.kind !== 'difference') return false;
  return (slot.low > 0 || slot.high < 0) && !readsNone(measure, slot.difference);
}

/** Where one side lies later in time, that is the likeliest reason for what differs. */
export function laterWords({ laterShare }: Difference): readonly string[] {
  if (laterShare >= MOSTLY) return ['Most sessions with it came later, after more practice.'];
  if (laterShare <= 1 - MOSTLY) return ['Most sessions without it came later, after more practice.'];
  return [];
}

/** "about 4 catches better in 6 sessions with it in place than in the 5 without; between 1 and 8" */
export function differenceWords(measure: Measure, slot: Difference): string {
  const { difference, low, high, sessionsWith, sessionsWithout } = slot;
  const than = `than in the ${countFigures(sessionsWithout)} without`;
  const counted = `${sessions(sessionsWith)} with it in place`;
  if (isSideTold(measure, slot)) {
    const verdict = difference > 0 ? BETTER[measure.direction] : WORSE[measure.direction];
    return `about ${formatAmount(measure, difference)} ${verdict} in ${counted} ${than}; ${betweenAmounts(measure, low, high)}`;
  }
  const sides = [
    ...(readsNone(measure, low) ? [] : [`${formatAmount(measure, low)} ${WORSE[measure.direction]}`]),
    ...(readsNone(measure, high) ? [] : [`${formatAmount(measure, high)} ${BETTER[measure.direction]}`]),
  ].map((side) => `at most ${side}`);
  if (sides.length === 0)
    return `next to no difference between ${counted} and ${countFigures(sessionsWithout)} without`;
  return `cannot tell yet: ${sides.join(' or ')} in ${counted} ${than}`;
}

function betweenAmounts(measure: Measure, low: number, high: number): string {
  const [near = 0, far = 0] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  if (formatAmount(measure, near) === formatAmount(measure, far)) return 'no more and no less';
  return `between ${formatAmounts(measure, near, far, 'and')}`;
}

/** Nobody can read a side into "0 catches". */
function readsNone(measure: Measure, difference: number): boolean {
  return formatAmount(measure, difference) === formatAmount(measure, 0);
}

function sessions(count: number): string {
  return count === 1 ? '1 session' : `${countFigures(count)} sessions`;
}

/** Said once for all of them: nobody drew lots for what was in place. Null where no interval was given. */
export function withAndWithoutNote(found: WithAndWithout): string | null {
  if (found.kind !== 'compared') return null;
  const compared = found.slots.filter((slot) => slot.kind === 'difference').length;
  if (compared === 0) return null;
  const why = 'This is not an experiment: other things may have come with it.';
  return compared === 1
    ? why
    : `${why} Several things are looked at, so the spans are wide enough that all of them hold at once.`;
}
