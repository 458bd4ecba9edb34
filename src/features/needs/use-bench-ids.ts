import { useMemo } from 'react';
import { useBench } from '../../ui/api/use-kept.ts';

export type OnBench = { readonly id: string; readonly attempts: number };

/** Practices by the micromastery that they follow; of several, the one used last. */
export function useBenchIds(): ReadonlyMap<string, OnBench> {
  const { value: bench } = useBench();
  return useMemo(
    () => new Map((bench?.practices ?? []).toReversed().map((card) => [card.micromasteryId, card])),
    [bench],
  );
}
