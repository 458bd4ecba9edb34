import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { readAgain } from '../offline/read-again.ts';
import { onMediaHome, startUploads, subscribeToUploads, type UploadsView, uploadsView } from './uploads.ts';

/** How far this person's recordings have come, the same in every tab. Its first use on a page begins to send. */
export function useEvidenceUploads(): UploadsView {
  const queries = useQueryClient();
  useEffect(() => {
    startUploads();
    return onMediaHome(() => void readAgain(queries, ['evidence']));
  }, [queries]);
  return useSyncExternalStore(subscribeToUploads, uploadsView);
}
