import { useMemo } from 'react';
import { useTwists } from '../../ui/api/use-twists.ts';
import { deckOf, drawnFrom } from '../../ui/play/deck-of.ts';
import { useSettings } from '../../ui/settings.ts';
import type { PracticePage } from '../practice/contract.ts';
import type { TwistDeck } from './draw-twist.ts';

/** Where a learner starts, and a few more: variants come after a first stable run (Czyz et al. 2024 found gains from mixing, small outside of laboratories). */
const SETTLED_TAKES = 6;

/** The author's cards and the learner's own, what was drawn of them, and how often one is wanted; null while it is not known. */
export function useTwistDeck(page: PracticePage): TwistDeck | null {
  const known = useTwists(page.card.id);
  const { plays, twistEvery } = useSettings();
  const every = plays ? twistEvery : 0;
  const { twists } = page.micromastery;
  const isSettled = page.card.attempts >= SETTLED_TAKES;
  return useMemo(() => {
    // Who does not play waits for nobody's word.
    if (known === null) return every === 0 ? { names: [], drawn: [], every, isSettled } : null;
    return { names: drawnFrom(deckOf(twists, known.cards)), drawn: known.draws, every, isSettled };
  }, [known, twists, every, isSettled]);
}
