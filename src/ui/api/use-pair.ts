import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PracticePage } from '../../features/practice/contract.ts';
import type { Pair } from '../../features/rub-pat/contract.ts';
import { overlayPair } from '../offline/overlay-pair.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { type ToldPair, tellPair } from '../rub-pat/told-pair.ts';
import { pairQuery } from './queries.ts';

onSentOverlay<Pair>('pair', (pair, practiceId, write) => overlayPair(pair, practiceId, [write]));

/** The two parts of a practice as this device knows them; null until home has answered or failed to, and where the design names none. */
export function usePair({ card, micromastery, payoffs }: PracticePage): ToldPair | null {
  const { data, error } = useQuery(pairQuery(card.id));
  const pending = usePending();
  const isKnown = data !== undefined || error !== null;
  const { rubPat } = micromastery;
  return useMemo(() => {
    if (!isKnown || rubPat === null) return null;
    const pair = overlayPair(data, card.id, pending);
    return hasMeasures(pair, payoffs) ? tellPair(pair, rubPat, payoffs) : null;
  }, [isKnown, data, card.id, pending, rubPat, payoffs]);
}

/** The two come by different answers: while a part's own measure is still on its way, takes must not be begun in another. */
function hasMeasures({ pairings: [held] }: Pair, payoffs: PracticePage['payoffs']): boolean {
  const ids = held === undefined ? [] : [held.a.payoffId, held.b.payoffId];
  return ids.every((id) => id === null || payoffs.some((payoff) => payoff.id === id));
}
