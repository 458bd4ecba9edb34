import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import {
  AIDE_CONDITION,
  AIDE_LEVELS,
  type AidedTake,
  type AideStanding,
  aideStanding,
} from '../../engine/support/aide.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { AideForm, AtHand } from '../../features/support/contract.ts';
import { historyQuery } from '../api/queries.ts';
import { usePending } from '../offline/use-pending.ts';
import { wholeTakes } from './supported-sessions.ts';

/** Words of one's own that lie at hand. */
export type Aide = AtHand & { readonly form: AideForm; readonly text: string };

/** Kept by an app of before, a thing at hand has no form: then it is a link or a file. */
export function isAide(thing: AtHand): thing is Aide {
  return thing.form != null && thing.text != null;
}

/** What going with and without aides-memoire came to; null where nothing is known yet. Drawn from what this device knows. */
export function useAideStanding(
  practiceId: string,
  payoffs: readonly Payoff[],
  isAsked: boolean,
): AideStanding | null {
  const { data: history } = useQuery({ ...historyQuery(practiceId), enabled: isAsked });
  const pending = usePending();
  return useMemo(() => {
    const [payoff] = payoffs;
    if (!isAsked || payoff === undefined) return null;
    const takes = wholeTakes({ practiceId, payoffs, history, pending });
    return takes === null ? null : aideStanding(payoff, takes.flatMap(aidedTake));
  }, [practiceId, payoffs, isAsked, history, pending]);
}

/** Made before there was an aide, a take says nothing of it. */
function aidedTake(take: AttemptFact): readonly AidedTake[] {
  const aide = AIDE_LEVELS.find((level) => take.conditions?.includes(`${AIDE_CONDITION}: ${level}`));
  return aide === undefined ? [] : [{ ...take, aide }];
}
