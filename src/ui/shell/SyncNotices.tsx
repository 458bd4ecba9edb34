import { lazy, Suspense } from 'react';
import type { Sync } from '../offline/use-sync.ts';

const SyncNoticeList = lazy(async () => ({ default: (await import('./SyncNoticeList.tsx')).SyncNoticeList }));

/** What the queue needs a person for. Almost always nothing, so its words are fetched only then. */
export function SyncNotices({ sync }: { readonly sync: Sync }) {
  const isNeeded =
    sync.conflicts.length > 0 ||
    sync.refused.length > 0 ||
    sync.keptForOthers > 0 ||
    sync.inPageOnly > 0 ||
    (sync.state === 'offline' && sync.kept > 0);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <SyncNoticeList sync={sync} />
    </Suspense>
  );
}
