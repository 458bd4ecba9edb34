/** A skill that could be kept alive this week. */
export type KeepAliveWish = {
  readonly id: string;
  /** Of the shortest visit that counts. */
  readonly minutes: number;
  /** P(holds) at the end of the week without a visit, and with one. */
  readonly without: number;
  readonly withVisit: number;
  /** What the learner says it is worth, 1 unless told; 0 is never planned. */
  readonly weight?: number;
};

export type KeptAlive = { readonly id: string; readonly minutes: number; readonly gain: number };
export type LetGo = {
  readonly id: string;
  readonly reason: 'holds-anyway' | 'no-minutes-left' | 'too-long-for-the-cap' | 'worth-nothing';
  /** P(holds) that is given up for now. */
  readonly gain: number;
};

export type KeepAlivePlan = {
  readonly minutes: number;
  readonly capMinutes: number;
  readonly kept: readonly KeptAlive[];
  readonly letGo: readonly LetGo[];
};

/** Under so much of a probability a visit changes nothing that anybody would notice. */
export const LEAST_GAIN = 0.02;

/**
 * Most gain for each minute first, under a hard cap; ties by id. Greedy is within the largest single visit of the best plan
 * (Dantzig 1957, from memory), and can be explained, which the best plan cannot.
 */
export function keepAlive(wishes: readonly KeepAliveWish[], capMinutes: number): KeepAlivePlan {
  const rated = wishes
    .map((wish) => ({ ...wish, gain: Math.max(0, wish.withVisit - wish.without), worth: worthOf(wish) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
  const kept: KeptAlive[] = [];
  const letGo: LetGo[] = [];
  let minutes = 0;
  for (const { id, minutes: needed, gain, weight = 1 } of rated) {
    if (weight <= 0) letGo.push({ id, reason: 'worth-nothing', gain });
    else if (gain < LEAST_GAIN) letGo.push({ id, reason: 'holds-anyway', gain });
    else if (needed > capMinutes) letGo.push({ id, reason: 'too-long-for-the-cap', gain });
    else if (minutes + needed > capMinutes) letGo.push({ id, reason: 'no-minutes-left', gain });
    else {
      minutes += needed;
      kept.push({ id, minutes: needed, gain });
    }
  }
  return { minutes, capMinutes, kept, letGo };
}

function worthOf({ without, withVisit, minutes, weight = 1 }: KeepAliveWish): number {
  return (weight * Math.max(0, withVisit - without)) / Math.max(1, minutes);
}
