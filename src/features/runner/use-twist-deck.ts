import { useMemo } from 'react';
import { useTwists } from '../../ui/api/use-twists.ts';
import { useSettings } from '../../ui/settings.ts';
import type { PracticePage } from '../practice/contract.ts';
import type { TwistDeck } from './draw-twist.ts';

/** Where a learner starts, and a few more: variants come after a first stable run (Czyz et al. 2024 found gains from mixing, small outside of laboratories). */
const SETTLED_TAKES = 6;

/** The author's cards, what was drawn of them, and how often the learner wants one; null while it is not known. */
export function useTwistDeck(page: PracticePage): TwistDeck | null {
  const drawn = useTwists(page.card.id);
  const { twistEvery: every } = useSettings();
  const { twists } = page.micromastery;
  const isSettled = page.card.attempts >= SETTLED_TAKES;
  return useMemo(
    () => (drawn === null ? null : { names: twists.map(({ name }) => name), drawn, every, isSettled }),
    [drawn, twists, every, isSettled],
  );
}
