import type { Payoff, PracticePage } from '../practice/contract.ts';
import { measuredBy } from './measured-by.ts';
import { type RunningSession, standingTakes } from './running-session.ts';

export type InOneMeasure = {
  readonly payoff: Payoff;
  /** With the takes that were measured by it, and no others. */
  readonly session: RunningSession;
  /** Places of those takes among all that stand, from 0. */
  readonly places: readonly number[];
};

/** What of a sitting can be drawn on one line: of takes that were measured by turns, those in the first measure. */
export function inOneMeasure(
  session: RunningSession,
  { payoffs }: Pick<PracticePage, 'payoffs'>,
  inForce: Payoff,
): InOneMeasure {
  const payoff = measuredBy({ payoff: inForce, payoffs }, session, 0);
  const standing = standingTakes(session);
  const places = standing.flatMap((_, place) =>
    measuredBy({ payoff: inForce, payoffs }, session, place).id === payoff.id ? [place] : [],
  );
  const takes =
    places.length === standing.length ? session.takes : places.flatMap((place) => standing[place] ?? []);
  return { payoff, session: { ...session, takes }, places };
}
