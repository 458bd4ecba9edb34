import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { startUploads, subscribeToUploads, type UploadsView, uploadsView } from './uploads.ts';

/** How far this person's recordings have come, the same in every tab. Its first use on a page begins to send. */
export function useEvidenceUploads(): UploadsView {
  const queries = useQueryClient();
  useEffect(() => startUploads(queries), [queries]);
  return useSyncExternalStore(subscribeToUploads, uploadsView);
}
