import type { Work, WorkOf } from '../session/work.ts';
import type { PairRecord, PartRecord } from './combined.ts';
import type { PartMeasure } from './dual-cost.ts';
import { MOST_SOLO_SESSIONS, type Part, type Timing } from './next-step.ts';

/** A session of both parts, at once or one after the other: practice towards the whole, and no run of it. */
export const BOTH: WorkOf = { work: 'part', part: 'both together' };

/** One scored take, oldest first among its like. */
export type PairTake = {
  readonly sessionId: string;
  readonly value: number;
  readonly kind: PartMeasure['kind'];
  readonly unit: string;
  /** Whose measure it was taken in. */
  readonly of: Part | 'whole';
  readonly work: Work;
  /** Which part, where it is part work. */
  readonly part: string | null;
};

/** A part as it is called and measured; `isOwn`: by a measure of its own, and not by that of the whole. */
export type PairedPart = {
  /** What it is called now, and was called before. */
  readonly names: readonly string[];
  readonly measure: PartMeasure & { readonly unit: string; readonly isOwn: boolean };
};
export type Paired = Readonly<Record<Part, PairedPart>>;

export type TakenPair = PairRecord & {
  /** Sessions of both together, in the order of `together`. */
  readonly sessionIds: readonly string[];
  /** Of the sessions since the last one of both, those on one part alone. */
  readonly soloSince: Readonly<Record<Part, number>>;
};

/**
 * What takes say of two parts: session by session alone, and together. A take under the measure of the whole counts for each
 * part that has none of its own. Takes in a measure that a part no longer has are left out.
 */
export function pairOf(takes: readonly PairTake[], parts: Paired): TakenPair {
  const sessions = new Map<string, PairTake[]>();
  for (const take of takes) sessions.set(take.sessionId, [...(sessions.get(take.sessionId) ?? []), take]);
  const together: { readonly sessionId: string; readonly takes: readonly PairTake[] }[] = [];
  const alone = { a: [] as number[][], b: [] as number[][] };
  const soloSince = { a: 0, b: 0 };
  for (const [sessionId, own] of sessions) {
    const part = own[0]?.work === 'part' ? partCalled(parts, own[0].part) : null;
    if (part === 'both') {
      together.push({ sessionId, takes: own });
      soloSince.a = 0;
      soloSince.b = 0;
    } else if (part !== null) {
      soloSince[part] += 1;
      const values = valuesOf(own, part, parts[part]);
      if (values.length > 0) alone[part].push(values);
    }
  }
  const recordOf = (part: Part): PartRecord => ({
    measure: parts[part].measure,
    alone: alone[part],
    together: together.map((session) => valuesOf(session.takes, part, parts[part])),
  });
  return {
    a: recordOf('a'),
    b: recordOf('b'),
    sessionIds: together.map(({ sessionId }) => sessionId),
    soloSince,
  };
}

/** Which of the two a session of this name was on; null for any other. A name that both ever had goes to who has it now. */
export function partCalled(
  parts: Readonly<Record<Part, Pick<PairedPart, 'names'>>>,
  name: string | null,
): Part | 'both' | null {
  if (name === null) return null;
  if (name === BOTH.part) return 'both';
  if (parts.a.names[0] === name) return 'a';
  if (parts.b.names[0] === name) return 'b';
  if (parts.a.names.includes(name)) return 'a';
  return parts.b.names.includes(name) ? 'b' : null;
}

function valuesOf(takes: readonly PairTake[], part: Part, { measure }: PairedPart): number[] {
  const of = measure.isOwn ? part : 'whole';
  return takes
    .filter((take) => take.of === of && take.kind === measure.kind && take.unit === measure.unit)
    .map(({ value }) => value);
}

/** More sessions in a row on one part alone than help where both must run at once (Wickens et al. 2013); null: not so. */
export function longSolo(timing: Timing, { soloSince }: Pick<TakenPair, 'soloSince'>): Part | null {
  if (timing === 'in-turn') return null;
  const most: Part = soloSince.a >= soloSince.b ? 'a' : 'b';
  return soloSince[most] > MOST_SOLO_SESSIONS ? most : null;
}
