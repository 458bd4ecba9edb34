import { useState } from 'react';
import { ownKey } from '../../ui/offline/space.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { suggestedWay, WAYS, type Way, waysOf } from './measure-way.ts';

export type MeasureWay = {
  readonly way: Way;
  /** What it can be; one where there is no choice. */
  readonly ways: readonly Way[];
  readonly choose: (way: Way) => void;
};

const keyOf = (practiceId: string) => ownKey(`way.${practiceId}`);

/** How takes of this practice are measured: as it was chosen on this device, or as the unit says. */
export function useMeasureWay({ card, micromastery }: PracticePage, payoff: Payoff): MeasureWay {
  const [chosen, setChosen] = useState(() => stored(card.id));
  const ways = waysOf(payoff, micromastery);
  const way = ways.find((one) => one === chosen) ?? suggestedWay(payoff, micromastery);
  const choose = (next: Way) => {
    setChosen(next);
    try {
      localStorage.setItem(keyOf(card.id), next);
    } catch {
      // Storage is forbidden: it holds until the page is closed.
    }
  };
  return { way, ways, choose };
}

function stored(practiceId: string): Way | undefined {
  try {
    const kept = localStorage.getItem(keyOf(practiceId));
    return WAYS.find((way) => way === kept);
  } catch {
    return undefined;
  }
}
