import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { libraryQuery } from '../../ui/api/queries.ts';
import { useBench } from '../../ui/api/use-kept.ts';
import { overlayLibrary } from '../../ui/offline/overlay-library.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Known } from './what-became.ts';

/** What this device knows of practices and designs. Null while either is not known: then nothing can be said of them. */
export function useKnownAnswers(): Known | null {
  const { value: bench } = useBench();
  const { data: library } = useQuery(libraryQuery);
  const pending = usePending();
  return useMemo(() => {
    const designs = overlayLibrary(library, pending)?.micromasteries;
    if (bench === undefined || library === undefined || designs === undefined) return null;
    return { practices: bench.practices, designs };
  }, [bench, library, pending]);
}
