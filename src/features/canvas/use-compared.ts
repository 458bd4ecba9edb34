import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Unreachable } from '../../ui/api/api-client.ts';
import { libraryQuery, versionsQuery } from '../../ui/api/queries.ts';
import { useLibrary } from '../../ui/api/use-library.ts';
import { forkedFrom, type Origin, originFault, type Side, sidesOf, withKept } from './compared-sides.ts';

export type Compared = {
  /** Undefined until it is known, or where none can be read: `error` then says why. */
  readonly sides: readonly Side[] | undefined;
  readonly origin: (Origin & { readonly id: string | null }) | null;
  /** What of it cannot be compared now, in a sentence. */
  readonly faults: readonly string[];
  readonly titleOf: (slug: string) => string | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

const OWN_AWAY =
  'Home was not reached, so of this design only the newest version can be compared: this device keeps it.';

/** Every version of a design and what it was made from; without home, what this device keeps of them. */
export function useCompared(id: string): Compared {
  const own = useQuery(versionsQuery(id));
  const { value: library } = useLibrary();
  const isLibraryAwaited = useQuery(libraryQuery).isPending;
  const designs = library?.micromasteries;
  const kept = designs?.find((one) => one.id === id);
  const versions = useMemo(() => withKept(own.data?.versions, kept), [own.data, kept]);
  const forked = forkedFrom(versions[0]?.design.lineage ?? []);
  const keptOrigin = designs?.find((one) => one.slug === forked?.slug && one.id !== id);
  const ofOrigin = useQuery({ ...versionsQuery(keptOrigin?.id ?? ''), enabled: keptOrigin !== undefined });
  const isAwaited = own.isPending || isLibraryAwaited || (keptOrigin !== undefined && ofOrigin.isPending);
  const origin: Compared['origin'] = forked && {
    ...forked,
    id: keptOrigin?.id ?? null,
    title: keptOrigin?.title ?? null,
    versions: withKept(ofOrigin.data?.versions, keptOrigin),
  };
  const isOwnAway = own.error instanceof Unreachable;
  const isOriginAway = ofOrigin.error instanceof Unreachable || (isOwnAway && keptOrigin === undefined);
  const fault = originFault(origin, isOriginAway);
  return {
    sides: isAwaited || versions.length === 0 ? undefined : sidesOf(versions, origin),
    origin,
    faults: [...(isOwnAway ? [OWN_AWAY] : []), ...(fault === null ? [] : [fault])],
    titleOf: (slug) => designs?.find((one) => one.slug === slug)?.title,
    error: isAwaited || versions.length > 0 ? null : own.error,
    retry: () => void own.refetch(),
  };
}
