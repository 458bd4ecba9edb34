import { useMemo } from 'react';
import { useBench } from '../../ui/api/use-kept.ts';
import { factOf } from '../../ui/offline/fact.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Bench } from '../practice/contract.ts';

export type OnBench = { readonly id: string; readonly attempts: number };

type BenchIds = {
  /** Practices by the micromastery that they follow; of several, the one used last. */
  readonly practices: ReadonlyMap<string, OnBench>;
  /** False while what lies on the bench is still being asked for. */
  readonly isKnown: boolean;
};

export function useBenchIds(): BenchIds {
  const { value: bench, error } = useBench();
  const pending = usePending();
  const practices = useMemo(() => benchIds(bench, pending), [bench, pending]);
  return { practices, isKnown: bench !== undefined || error !== null };
}

/** Also what this device took up and cannot show as a card, as long as it does not have the library. */
export function benchIds(
  bench: Pick<Bench, 'practices'> | undefined,
  pending: readonly PendingWrite[],
): ReadonlyMap<string, OnBench> {
  const facts = pending.map(factOf);
  const begun = facts.flatMap((fact) =>
    fact?.kind === 'practice'
      ? [[fact.body.micromasteryId, { id: fact.id, attempts: takesOf(fact.id, facts) }] as const]
      : [],
  );
  const known = bench?.practices.toReversed().map((card) => [card.micromasteryId, card] as const) ?? [];
  return new Map<string, OnBench>([...begun, ...known]);
}

function takesOf(practiceId: string, facts: readonly ReturnType<typeof factOf>[]): number {
  return facts.filter((fact) => fact?.kind === 'attempt' && fact.body.practiceId === practiceId).length;
}
