import type { Better } from '../../engine/curve/measure-scale.ts';
import { type Autopilot, autopilotOf, BESIDE } from '../../engine/rub-pat/autopilot.ts';
import { COMBINED_COST, COMBINED_SESSIONS, combinedOf, costIn } from '../../engine/rub-pat/combined.ts';
import type { DualCost } from '../../engine/rub-pat/dual-cost.ts';
import { nextStep, type Part, type RubPatPlan, type Timing } from '../../engine/rub-pat/next-step.ts';
import {
  longSolo,
  type PairedPart,
  type PairTake,
  pairOf,
  type TakenPair,
} from '../../engine/rub-pat/pair-takes.ts';
import type { Micromastery } from '../../features/library/contract.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { Pair, PairTakeRow } from '../../features/rub-pat/contract.ts';

export const PARTS = ['a', 'b'] as const satisfies readonly Part[];

export type ToldPart = {
  readonly name: string;
  readonly soloDrill: string;
  /** As the design puts its measure; null where the learner calls the part something else. */
  readonly designMeasure: string | null;
  /** What it is measured by where that is not the measure of the whole. */
  readonly own: Payoff | null;
};

/** One session of both: what it cost each part. */
export type CostSession = {
  readonly sessionId: string;
  readonly day: string;
  readonly a: DualCost;
  readonly b: DualCost;
};

/** The two parts of a practice, and all that is known of what they cost each other. */
export type ToldPair = {
  readonly timing: Timing;
  readonly a: ToldPart;
  readonly b: ToldPart;
  readonly limit: number;
  readonly leads: boolean;
  /** Null: there is nothing to compare by yet, no measure, or one that is best within a range. */
  readonly plan: RubPatPlan | null;
  readonly costs: readonly CostSession[];
  /** Day of the session in which both had stayed under the limit long enough; null: they are not combined. */
  readonly combinedOn: string | null;
  /** More sessions in a row on this part alone than help. */
  readonly longSolo: Part | null;
  /** Null where there is no direction to compare in. */
  readonly autopilot: Autopilot | null;
};

/** `payoffs`: of the practice, the one in force first. */
export function tellPair(
  { pairings, takes }: Pair,
  design: NonNullable<Micromastery['rubPat']>,
  payoffs: readonly Payoff[],
): ToldPair {
  const [held] = pairings;
  const parts = { a: partOf('a', pairings, design, payoffs), b: partOf('b', pairings, design, payoffs) };
  const timing = held?.timing ?? design.timing;
  const limit = held?.costLimit ?? COMBINED_COST;
  const [whole] = payoffs;
  const known = { timing, limit, leads: held?.leads ?? false, a: parts.a.told, b: parts.b.told };
  const paired = pairedOf(parts, whole);
  const autopilot = autopilotFrom(takes, whole, payoffs);
  if (paired === null) {
    return { ...known, plan: null, costs: [], combinedOn: null, longSolo: null, autopilot };
  }
  const taken = pairOf(
    takes.flatMap((take) => pairTake(take, payoffs)),
    paired,
  );
  const plan = nextStep(timing, taken, limit);
  const costs = costsOf(taken, takes);
  return {
    ...known,
    plan,
    costs,
    combinedOn: combinedDay(taken, costs, limit),
    longSolo: longSolo(timing, taken),
    autopilot,
  };
}

type Named = { readonly told: ToldPart; readonly names: readonly string[] };

function partOf(
  part: Part,
  pairings: Pair['pairings'],
  design: NonNullable<Micromastery['rubPat']>,
  payoffs: readonly Payoff[],
): Named {
  const held = pairings[0]?.[part];
  const name = held?.name ?? design[part].name;
  const own = payoffs.find(({ id }) => id === (held?.payoffId ?? null)) ?? null;
  return {
    told: {
      name,
      soloDrill: held?.soloDrill ?? design[part].soloDrill,
      designMeasure: name === design[part].name ? design[part].measure : null,
      own,
    },
    names: [...new Set([name, ...pairings.map((one) => one[part].name), design[part].name])],
  };
}

function betterOf(payoff: Payoff | undefined | null): Better | null {
  return payoff?.direction === 'up' || payoff?.direction === 'down' ? payoff.direction : null;
}

function pairedOf(
  parts: Readonly<Record<Part, Named>>,
  whole: Payoff | undefined,
): Readonly<Record<Part, PairedPart>> | null {
  const pairedPart = ({ told, names }: Named): PairedPart | null => {
    const payoff = told.own ?? whole;
    const better = betterOf(payoff);
    if (payoff === undefined || better === null) return null;
    return { names, measure: { kind: payoff.kind, unit: payoff.unit, better, isOwn: told.own !== null } };
  };
  const [a, b] = [pairedPart(parts.a), pairedPart(parts.b)];
  return a === null || b === null ? null : { a, b };
}

function pairTake(
  { sessionId, value, payoffId, work, part }: PairTakeRow,
  payoffs: readonly Payoff[],
): PairTake[] {
  const payoff = payoffs.find(({ id }) => id === payoffId);
  if (payoff === undefined) return [];
  const { kind, unit } = payoff;
  return [{ sessionId, value, kind, unit, of: payoff.part ?? 'whole', work, part }];
}

function costsOf(taken: TakenPair, takes: readonly PairTakeRow[]): readonly CostSession[] {
  return taken.sessionIds.map((sessionId, index) => ({
    sessionId,
    day: takes.findLast((take) => take.sessionId === sessionId)?.localDay ?? '',
    a: costIn(taken.a, index),
    b: costIn(taken.b, index),
  }));
}

/** Of the row of sessions that holds now the one that made it long enough. */
function combinedDay(taken: TakenPair, costs: readonly CostSession[], limit: number): string | null {
  const { kind, sessionsInARow } = combinedOf(taken, limit);
  if (kind !== 'combined') return null;
  return costs[costs.length - sessionsInARow + COMBINED_SESSIONS - 1]?.day ?? null;
}

function autopilotFrom(
  takes: readonly PairTakeRow[],
  whole: Payoff | undefined,
  payoffs: readonly Payoff[],
): Autopilot | null {
  const better = betterOf(whole);
  if (whole === undefined || better === null) return null;
  const isOfWhole = ({ payoffId }: PairTakeRow) => {
    const payoff = payoffs.find(({ id }) => id === payoffId);
    return payoff?.part == null && payoff?.kind === whole.kind && payoff.unit === whole.unit;
  };
  const timed = (one: (take: PairTakeRow) => boolean) =>
    takes
      .filter((take) => isOfWhole(take) && one(take))
      .map(({ startedAt, value }) => ({ at: Date.parse(startedAt), value }));
  return autopilotOf(
    { kind: whole.kind, better },
    timed(({ work }) => work === 'whole'),
    timed(({ work, part }) => work === 'part' && part === BESIDE.part),
  );
}
