import { useEffect, useState } from 'react';
import type { Evidence } from '../../features/evidence/contract.ts';
import { copyOnDevice } from './uploads.ts';

export type MediaAddress =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly address: string }
  /** Neither here nor at home: on the device that made it. */
  | { readonly kind: 'elsewhere' };

/** Where its bytes are to be had: on this device, which needs no network, or at home. */
export function useMediaAddress({ sha256, isHere }: Pick<Evidence, 'sha256' | 'isHere'>): MediaAddress {
  const [found, setFound] = useState<MediaAddress>({ kind: 'looking' });
  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    const look = async () => {
      const blob = await copyOnDevice(sha256).catch(() => null);
      if (isOver) return;
      made = blob === null ? null : URL.createObjectURL(blob);
      const address = made ?? (isHere ? `/api/media/${sha256}` : null);
      setFound(address === null ? { kind: 'elsewhere' } : { kind: 'found', address });
    };
    void look();
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256, isHere]);
  return found;
}
