import { useMemo } from 'react';
import type { Fills } from '../../ui/micromastery/six-texts.ts';
import { isTrickRead } from '../../ui/micromastery/trick-read.ts';
import type { Payload } from '../../ui/payoff/picture-words.ts';
import type { AttemptRow, PracticePage } from './contract.ts';

const SESSIONS_TO_FILL = 6;

/** Said under the figure, so that no petal means more than it does. */
export const FILL_RULE =
  'The way in fills once you have read it, the payoff by half with a target and wholly once it held on three days, repeatability over six sessions, the experiments by what you have varied on purpose in your latest takes, support by the slots that are in place or not needed. The rub-pat stays open: how its two skills stand is not measured yet.';

type Known = {
  readonly page: PracticePage;
  readonly picture: Payload | null;
  readonly attempts: readonly AttemptRow[];
  /** Of the six slots of background support, those in place or not needed. */
  readonly supportShare: number;
};

/** How far each element is in place, by what is on record and nothing else. */
export function fillsOf({ page, picture, attempts, supportShare }: Known, hasReadTrick: boolean): Fills {
  const { micromastery, payoffs } = page;
  const target = payoffs[0]?.target;
  const hasTarget = target !== undefined && (target.low !== null || target.high !== null);
  const met = picture?.met;
  const held = met === undefined ? 0 : Math.min(1, met.daysHeld / met.daysNeeded);
  const varied = micromastery.experiments.filter((variable) =>
    attempts.some((attempt) => attempt.conditions[variable.name] !== undefined),
  );
  return {
    trick: hasReadTrick || attempts.some((attempt) => attempt.isTrickRead) ? 1 : 0,
    payoff: hasTarget ? 0.5 + held / 2 : 0,
    repeat: Math.min(1, (picture?.sessions ?? 0) / SESSIONS_TO_FILL),
    experiments: micromastery.experiments.length === 0 ? 0 : varied.length / micromastery.experiments.length,
    support: supportShare,
    rubPat: 0,
  };
}

export function useFills({ page, picture, attempts, supportShare }: Known): Fills {
  return useMemo(
    () => fillsOf({ page, picture, attempts, supportShare }, isTrickRead(page.micromastery.id)),
    [page, picture, attempts, supportShare],
  );
}
