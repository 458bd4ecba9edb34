import { useQuery } from '@tanstack/react-query';
import { Fragment, lazy, type ReactNode, Suspense, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ApiRefusal } from '../api/api-client.ts';
import { meQuery } from '../api/queries.ts';
import { CatchNeed } from '../needs/CatchNeed.tsx';
import { type Sync, useSync } from '../offline/use-sync.ts';
import { OfflineChip } from '../parts/OfflineChip.tsx';
import { PageFrame, type Room } from '../parts/PageFrame.tsx';
import { initialsOf } from './initials.ts';
import { passOn } from './navigation.ts';
import { SyncNotices } from './SyncNotices.tsx';
import { useAddressWord } from './use-address.ts';
import './root-layout.css';

/** Only rooms that exist. */
const ROOMS: readonly Room[] = [
  { name: 'Bench', href: '/', icon: 'bench' },
  { name: 'Find', href: '/find', icon: 'find' },
];
/** What an address begins with, by the room that it is in. */
const BENCH_PATHS = ['', 'practices'];
const FIND_PATHS = ['find', 'needs', 'micromasteries', 'fields', 'canvas'];
const RUNNER = /^\/practices\/[^/]+\/run$/;

const SampleBar = lazy(() => import('./SampleBar.tsx'));
const ErasedNotice = lazy(async () => ({ default: (await import('./ErasedNotice.tsx')).ErasedNotice }));
const SignInScreen = lazy(async () => ({ default: (await import('./SignInScreen.tsx')).SignInScreen }));
const ForeignScreen = lazy(async () => ({ default: (await import('./ForeignScreen.tsx')).ForeignScreen }));

/** What stands round every screen: who is signed in decides whether there is one at all. */
export function RootLayout({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const sync = useSync();
  const { data: me, error } = useQuery({ ...meQuery, enabled: !sync.isForeign });
  const isNobody = error instanceof ApiRefusal && error.problem.status === 401;
  const isKnown = me !== undefined || error !== null;
  usePassingOn(!isKnown ? null : sync.isForeign ? 'foreign' : isNobody ? 'nobody' : 'own');
  if (sync.isForeign) {
    return (
      <PageFrame rooms={[]} currentHref={null}>
        <Suspense fallback={null}>
          <ForeignScreen inPageOnly={sync.inPageOnly} />
        </Suspense>
      </PageFrame>
    );
  }
  if (isNobody) {
    return (
      <Suspense fallback={null}>
        <SignInScreen />
      </Suspense>
    );
  }
  const isRunner = RUNNER.test(path);
  return (
    <Fragment key={sync.owners}>
      {me?.isSample && (
        <Suspense fallback={null}>
          <SampleBar />
        </Suspense>
      )}
      {isRunner ? children : <Framed {...{ path, sync, children }} name={me?.name} />}
      <CatchNeed />
    </Fragment>
  );
}

/** Who is here changes all of the page without a change of address. Null while that is not known yet. */
function usePassingOn(whose: 'own' | 'nobody' | 'foreign' | null): void {
  const before = useRef(whose);
  // Before the heading that comes asks whether the keyboard is its to take.
  useLayoutEffect(() => {
    if (whose === null) return;
    if (before.current !== null && before.current !== whose) passOn();
    before.current = whose;
  }, [whose]);
}

type FramedProps = {
  readonly path: string;
  readonly name: string | undefined;
  readonly sync: Sync;
  readonly children: ReactNode;
};

function Framed({ path, name, sync, children }: FramedProps) {
  const isErased = useAddressWord('erased') !== null;
  const isOffline = sync.state === 'offline';
  const isSaved = sync.state === 'saved' && sync.isKeeping;
  return (
    <PageFrame
      rooms={ROOMS}
      currentHref={roomOf(path)}
      syncText={isSaved ? (path === '/' ? 'Saved on this device and at home' : 'Saved') : undefined}
      offline={<OfflineChip isOffline={isOffline} keptCount={sync.inPageOnly > 0 ? 0 : sync.kept} />}
      person={name === undefined ? undefined : { name, initials: initialsOf(name), href: '/me' }}
    >
      <SyncNotices sync={sync} />
      {isErased && (
        <Suspense fallback={null}>
          <ErasedNotice />
        </Suspense>
      )}
      {children}
    </PageFrame>
  );
}

function roomOf(path: string): string | null {
  const [, first = ''] = path.split('/');
  if (BENCH_PATHS.includes(first)) return '/';
  return FIND_PATHS.includes(first) ? '/find' : null;
}
