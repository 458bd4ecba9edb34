import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import '../../ui/contract-without-eval.ts';
import { Unreachable } from '../../ui/api/api-client.ts';
import { libraryQuery, micromasteryQuery } from '../../ui/api/queries.ts';
import { useNeeds } from '../../ui/api/use-kept.ts';
import { useLibrary } from '../../ui/api/use-library.ts';
import { newId } from '../../ui/offline/device.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import type { Micromastery } from '../library/contract.ts';
import { CanvasForm } from './CanvasForm.tsx';
import { type CanvasStart, useKeptCanvas } from './use-canvas.ts';

/** Where a micromastery is designed: one’s own anew, or from any that is there. */
export default function CanvasScreen() {
  const id = usePageId();
  const fromId = useAddressWord('from');
  const need = useAddressWord('need');
  const needId = useNeedId(useAddressWord('needId'));
  const practiceId = useAddressWord('practice');
  useEffect(() => {
    // An address of its own, so that what is typed is found again there.
    if (id === 'new') void goTo(`/canvas/${newId()}?${newWords(location.search)}`, { instead: true });
  }, [id]);
  const isNew = useAddressWord('new') !== null;
  const own = useDesign(id === 'new' ? null : id, isNew);
  const from = useDesign(fromId, false);
  const kept = useKeptCanvas(id);
  const start = useMemo(
    (): CanvasStart => ({
      id,
      own: own.design,
      from: own.design === null ? from.design : null,
      need,
      needId,
    }),
    [id, own.design, from.design, need, needId],
  );
  const isKnown = own.isKnown && from.isKnown && kept !== undefined && id !== 'new';
  const missing = [own, from].find(({ error }) => error !== null);
  if (isKnown) return <CanvasForm key={id} start={start} kept={kept} practiceId={practiceId} />;
  return (
    <>
      <ScreenHeading title="Design" className="vh">
        Design
      </ScreenHeading>
      {missing?.error == null ? (
        <Loading what="Fetching the micromastery" lines={8} lineHeightRem={3} />
      ) : (
        <ReadFault error={missing.error} what="This micromastery" retry={missing.retry} />
      )}
    </>
  );
}

/** Home has not heard of it, and need not be asked. */
function newWords(search: string): string {
  const words = new URLSearchParams(search);
  words.set('new', '1');
  return words.toString();
}

/** Null where this device knows of no such need: an address may say anything. */
function useNeedId(asked: string | null): string | null {
  const needs = useNeeds();
  return needs.find(({ id }) => id === asked)?.id ?? null;
}

type FoundDesign = {
  readonly design: Micromastery | null;
  readonly isKnown: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
};

/**
 * Of a new micromastery there is none, unless it was saved since its address was made: the library knows. Without home,
 * what this device keeps decides.
 */
function useDesign(id: string | null, isNew: boolean): FoundDesign {
  const isAsked = id !== null && !isNew;
  const { data, error, refetch } = useQuery({ ...micromasteryQuery(id ?? ''), enabled: isAsked });
  const { value: library } = useLibrary();
  const isLibraryAwaited = useQuery(libraryQuery).isPending;
  const kept = library?.micromasteries.find((one) => one.id === id);
  const isAway = error instanceof Unreachable;
  const design = newer(data, kept) ?? null;
  return {
    design,
    // Never as if there were nothing: what is saved over it would be a version without what it had.
    isKnown: design !== null || id === null || (isNew && !isLibraryAwaited),
    error: isAsked && design === null && (!isAway || library !== undefined) ? error : null,
    retry: () => void refetch(),
  };
}

/** This device may have saved a version that home has not heard of. */
function newer(one: Micromastery | undefined, other: Micromastery | undefined): Micromastery | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.version > one.version ? other : one;
}
