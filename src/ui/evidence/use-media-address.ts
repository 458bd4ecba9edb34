import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiRefusal, callApi } from '../api/api-client.ts';
import { queueView, subscribe } from '../offline/queue.ts';
import { spaceHeader } from '../offline/space.ts';
import { copyOnDevice } from './uploads.ts';

export type MediaAddress =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly address: string }
  /** Neither here nor at home: on the device that made it. */
  | { readonly kind: 'elsewhere' }
  /** Not here, and home cannot be asked. */
  | { readonly kind: 'unreachable' };

type Wanted = {
  readonly sha256: string;
  /** Whether its bytes are at home; null where home has to be asked. */
  readonly isHere: boolean | null;
};

/** Where its bytes are to be had: on this device, which needs no network, or at home. */
export function useMediaAddress({ sha256, isHere }: Wanted): MediaAddress {
  const [found, setFound] = useState<MediaAddress>({ kind: 'looking' });
  const isOffline = useSyncExternalStore(subscribe, () => queueView().phase === 'offline');
  // Asked again once the network is back.
  const isAway = isHere === null && isOffline;
  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    const look = async () => {
      const blob = await copyOnDevice(sha256).catch(() => null);
      if (isOver) return;
      made = blob === null ? null : URL.createObjectURL(blob);
      const where = made === null ? await atHome(sha256, isHere, isAway) : foundAt(made);
      if (!isOver) setFound(where);
    };
    void look();
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256, isHere, isAway]);
  return found;
}

const foundAt = (address: string): MediaAddress => ({ kind: 'found', address });

async function atHome(sha256: string, isHere: boolean | null, isAway: boolean): Promise<MediaAddress> {
  const address = `/api/media/${sha256}`;
  if (isHere !== null) return isHere ? foundAt(address) : { kind: 'elsewhere' };
  if (isAway) return { kind: 'unreachable' };
  try {
    // One byte of it: a refusal in words comes to this, and none to a question for its head alone.
    await callApi(address, { headers: { ...spaceHeader(), range: 'bytes=0-0' }, cache: 'no-store' });
    return foundAt(address);
  } catch (error) {
    return { kind: error instanceof ApiRefusal ? 'elsewhere' : 'unreachable' };
  }
}
