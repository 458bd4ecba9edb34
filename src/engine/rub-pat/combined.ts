import { type DualCost, dualCost, type PartMeasure } from './dual-cost.ts';

/** Ours, and the learner may change it: under it a part no longer pays for the other. */
export const COMBINED_COST = 0.1;
export const COMBINED_SESSIONS = 3;

/** The values of one part, session by session, oldest first. */
export type PartRecord = {
  readonly measure: PartMeasure;
  /** Sessions on the part alone. */
  readonly alone: readonly (readonly number[])[];
  /** Sessions of the whole, the same ones for both parts. */
  readonly together: readonly (readonly number[])[];
};

export type PairRecord = { readonly a: PartRecord; readonly b: PartRecord };

export type Combined = {
  readonly kind: 'combined' | 'not-combined';
  /** Over the latest sessions of the whole, three at most. */
  readonly a: DualCost;
  readonly b: DualCost;
  /** Of the latest sessions of the whole, how many in a row both parts stayed under the limit in. */
  readonly sessionsInARow: number;
  readonly need: number;
  readonly limit: number;
  /** Combined, and the whole interval of both costs lies under the limit: the rule itself asks for the middle alone. */
  readonly isBeyondDoubt: boolean;
};

/** Both costs under the limit in each of the three latest sessions of the whole, each against all that was done alone. */
export function combinedOf({ a, b }: PairRecord, limit = COMBINED_COST): Combined {
  const latest = (part: PartRecord) =>
    dualCost(part.measure, part.alone.flat(), part.together.slice(-COMBINED_SESSIONS).flat());
  const [costA, costB] = [latest(a), latest(b)];
  const sessions = Math.min(a.together.length, b.together.length);
  let sessionsInARow = 0;
  while (sessionsInARow < sessions) {
    const back = sessions - 1 - sessionsInARow;
    if (!isUnder(costIn(a, back), limit) || !isUnder(costIn(b, back), limit)) break;
    sessionsInARow += 1;
  }
  return {
    kind: sessionsInARow >= COMBINED_SESSIONS ? 'combined' : 'not-combined',
    a: costA,
    b: costB,
    sessionsInARow,
    need: COMBINED_SESSIONS,
    limit,
    isBeyondDoubt:
      sessionsInARow >= COMBINED_SESSIONS &&
      [costA, costB].every((cost) => cost.kind === 'cost' && cost.upper < limit),
  };
}

/** What one session of the whole cost a part. One of too few attempts shows nothing, and ends the row. */
export function costIn({ measure, alone, together }: PartRecord, session: number): DualCost {
  return dualCost(measure, alone.flat(), together[session] ?? []);
}

export function isUnder(cost: DualCost, limit: number): boolean {
  return cost.kind === 'cost' && cost.cost < limit;
}
