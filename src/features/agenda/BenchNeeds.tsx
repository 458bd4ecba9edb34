import { lazy, Suspense } from 'react';
import { useNeeds } from '../../ui/api/use-kept.ts';

const KeptNeeds = lazy(async () => ({
  default: (await import('../../ui/needs/KeptNeeds.tsx')).KeptNeeds,
}));

/** Where nothing is kept there is nothing to fetch. */
export function BenchNeeds() {
  const needs = useNeeds();
  if (needs.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <KeptNeeds />
    </Suspense>
  );
}
