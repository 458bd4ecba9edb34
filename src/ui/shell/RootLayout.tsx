import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiRefusal } from '../api/api-client.ts';
import { meQuery } from '../api/queries.ts';
import { type Sync, useSync } from '../offline/use-sync.ts';
import { OfflineChip } from '../parts/OfflineChip.tsx';
import { PageFrame, type Room } from '../parts/PageFrame.tsx';
import { initialsOf } from './initials.ts';
import { SignInScreen } from './SignInScreen.tsx';
import { SyncNotices } from './SyncNotices.tsx';
import './root-layout.css';

/** Only rooms that exist. */
const ROOMS: readonly Room[] = [
  { name: 'Bench', href: '/', icon: 'bench' },
  { name: 'Find', href: '/find', icon: 'find' },
];
const RUNNER = /^\/practices\/[^/]+\/run$/;

/** What stands round every screen: who is signed in decides whether there is one at all. */
export function RootLayout({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const { data: me, error } = useQuery(meQuery);
  const sync = useSync();
  if (error instanceof ApiRefusal && error.problem.status === 401) return <SignInScreen />;
  if (RUNNER.test(path)) return children;
  return (
    <Framed path={path} name={me?.name} sync={sync}>
      {children}
    </Framed>
  );
}

type FramedProps = {
  readonly path: string;
  readonly name: string | undefined;
  readonly sync: Sync;
  readonly children: ReactNode;
};

function Framed({ path, name, sync, children }: FramedProps) {
  const isOffline = sync.state === 'offline';
  const isSaved = sync.state === 'saved' && sync.isKeeping;
  return (
    <PageFrame
      rooms={ROOMS}
      currentHref={roomOf(path)}
      syncText={isSaved ? (path === '/' ? 'Saved on this device and at home' : 'Saved') : undefined}
      offline={<OfflineChip isOffline={isOffline} keptCount={sync.kept} />}
      person={name === undefined ? undefined : { name, initials: initialsOf(name), href: '/me' }}
    >
      <SyncNotices sync={sync} />
      {children}
    </PageFrame>
  );
}

function roomOf(path: string): string | null {
  if (path === '/' || path.startsWith('/practices/')) return '/';
  return path === '/find' || path.startsWith('/micromasteries/') ? '/find' : null;
}
