import { BESIDE } from '../../engine/rub-pat/autopilot.ts';
import type { NextStep, Part } from '../../engine/rub-pat/next-step.ts';
import { BOTH } from '../../engine/rub-pat/pair-takes.ts';
import { WHOLE, type WorkOf } from '../../engine/session/work.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { emphasisKey } from './pair-words.ts';
import type { ToldPair } from './told-pair.ts';

/** Under which names takes say how a session was set. */
export const EMPHASIS = 'emphasis';
export const SECOND_TASK = 'second task';

/** How a session is set: what it is, what holds for each of its takes, and the payoffs that they are measured by in turn. */
export type SetSitting = WorkOf & {
  readonly held: Readonly<Record<string, string>>;
  /** Empty: by the payoff in force. */
  readonly measures: readonly string[];
};

export function soloSitting(pair: ToldPair, part: Part): SetSitting {
  const { name, own } = pair[part];
  return { work: 'part', part: name, held: {}, measures: own === null ? [] : [own.id] };
}

/**
 * Both together. Where a part has a measure of its own takes are measured by turns: to watch two numbers in one take would be a
 * third thing to do.
 */
export function bothSitting(
  pair: ToldPair,
  emphasis: string | null,
  whole: Pick<Payoff, 'id'> | undefined,
): SetSitting {
  const { a, b } = pair;
  const hasOwn = a.own !== null || b.own !== null;
  const measures = hasOwn ? [a.own ?? whole, b.own ?? whole].flatMap((one) => one?.id ?? []) : [];
  return { ...BOTH, held: emphasis === null ? {} : { [EMPHASIS]: emphasis }, measures };
}

export function besideSitting(task: string): SetSitting {
  return { ...BESIDE, held: { [SECOND_TASK]: task }, measures: [] };
}

export const WHOLE_SITTING: SetSitting = { ...WHOLE, held: {}, measures: [] };

/** The session that the plan asks for. */
export function sittingOf(pair: ToldPair, step: NextStep, whole: Pick<Payoff, 'id'> | undefined): SetSitting {
  switch (step.kind) {
    case 'solo':
      return soloSitting(pair, step.part);
    case 'emphasis':
      return bothSitting(pair, emphasisKey(step.emphasis), whole);
    case 'whole':
      return step.reason === 'combined' ? WHOLE_SITTING : bothSitting(pair, null, whole);
    default:
      return step satisfies never;
  }
}

/** Light ones, that need neither hands nor eyes. */
export const SECOND_TASKS = [
  'counting backwards by threes',
  'telling of your day aloud',
  'a town for each letter, aloud',
] as const;
