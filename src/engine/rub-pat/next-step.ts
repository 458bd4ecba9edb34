import { COMBINED_COST, type Combined, combinedOf, type PairRecord } from './combined.ts';
import { FEWEST_ATTEMPTS } from './dual-cost.ts';

/** Parts that must run at once, or one after the other. */
export type Timing = 'at-once' | 'in-turn';
export type Part = 'a' | 'b';

/** For parts that run at once, more work on one alone tends to hurt the whole: Wickens et al. 2013. */
export const MOST_SOLO_SESSIONS = 2;
/** Shares of attention on a and on b, in the order in which they are gone through. */
export const EMPHASES = [
  { a: 0.8, b: 0.2 },
  { a: 0.5, b: 0.5 },
  { a: 0.2, b: 0.8 },
] as const;
export type Emphasis = (typeof EMPHASES)[number];

export type NextStep =
  /** The part alone. */
  | { readonly kind: 'solo'; readonly part: Part; readonly reason: 'no-record-alone' | 'costs-more' }
  /** Both at once, with the attention shared so. */
  | {
      readonly kind: 'emphasis';
      readonly emphasis: Emphasis;
      /** `first-together`: that it goes worse than alone at first is expected, and is to be said once. */
      readonly reason: 'first-together' | 'next-emphasis' | 'costs-more' | 'solo-is-enough';
    }
  /** One after the other, or both without a thought for either. */
  | { readonly kind: 'whole'; readonly reason: 'first-together' | 'join-again' | 'combined' };

export type RubPatPlan = { readonly next: NextStep; readonly combined: Combined };

/**
 * What to practise next of a pair. Each part is done alone first, so that its cost can be known. Parts that run at once then
 * are practised in the whole, with the emphasis going round 80/20, 50/50, 20/80, and on the one part that still costs 10% or more
 * once it has gone round; never more than two sessions on a part alone. Parts done in turn may be split: the one that costs more
 * alone, and the whole after it.
 */
export function nextStep(timing: Timing, record: PairRecord, limit = COMBINED_COST): RubPatPlan {
  const combined = combinedOf(record, limit);
  return { next: stepAfter(timing, record, combined), combined };
}

function stepAfter(timing: Timing, record: PairRecord, combined: Combined): NextStep {
  const sessions = Math.min(record.a.together.length, record.b.together.length);
  if (combined.kind === 'combined') return { kind: 'whole', reason: 'combined' };
  const unknown = partWithoutRecord(timing, record);
  if (unknown !== null) return { kind: 'solo', part: unknown, reason: 'no-record-alone' };
  const costly = costlyPart(combined);
  if (timing === 'in-turn') {
    if (sessions === 0) return { kind: 'whole', reason: 'first-together' };
    // A part alone and the whole by turns: solo sessions since the last of the whole are not known, their numbers are.
    const solo = record.a.alone.length + record.b.alone.length;
    const isJoinedBehind = sessions < solo - 1;
    if (costly === null || isJoinedBehind) return { kind: 'whole', reason: 'join-again' };
    return { kind: 'solo', part: costly, reason: 'costs-more' };
  }
  const [mostlyA, evenly, mostlyB] = EMPHASES;
  const going = EMPHASES[sessions % EMPHASES.length] ?? evenly;
  if (sessions === 0) return { kind: 'emphasis', emphasis: going, reason: 'first-together' };
  if (sessions < EMPHASES.length || costly === null) {
    const isLeftAlone = lacksRecord(record.a) || lacksRecord(record.b);
    return { kind: 'emphasis', emphasis: going, reason: isLeftAlone ? 'solo-is-enough' : 'next-emphasis' };
  }
  return { kind: 'emphasis', emphasis: costly === 'a' ? mostlyA : mostlyB, reason: 'costs-more' };
}

function lacksRecord({ alone }: PairRecord['a']): boolean {
  return alone.flat().length < FEWEST_ATTEMPTS;
}

/** The one with fewer sessions first, so that they are done by turns. */
function partWithoutRecord(timing: Timing, { a, b }: PairRecord): Part | null {
  const may = (part: PairRecord['a']) =>
    lacksRecord(part) && (timing === 'in-turn' || part.alone.length < MOST_SOLO_SESSIONS);
  const isA = may(a);
  if (isA && may(b)) return a.alone.length <= b.alone.length ? 'a' : 'b';
  if (isA) return 'a';
  return may(b) ? 'b' : null;
}

/** Of the parts at or over the limit the one that costs more; null where neither is, or both cost alike. */
function costlyPart({ a, b, limit }: Combined): Part | null {
  const costOf = (cost: Combined['a']) => (cost.kind === 'cost' && cost.cost >= limit ? cost.cost : 0);
  const [costA, costB] = [costOf(a), costOf(b)];
  if (costA === costB) return null;
  return costA > costB ? 'a' : 'b';
}
