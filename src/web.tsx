import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { BenchScreen } from './features/practice/BenchScreen.tsx';
import { ApiRefusal } from './ui/api/api-client.ts';
import { meQuery } from './ui/api/queries.ts';
import { registerServiceWorker } from './ui/offline/register-service-worker.ts';
import { FaultScreen, NotFoundScreen } from './ui/shell/FaultScreen.tsx';
import { RootLayout } from './ui/shell/RootLayout.tsx';

const root = createRootRoute({
  component: RootLayout,
  errorComponent: FaultScreen,
  notFoundComponent: NotFoundScreen,
});

/** Everything but the bench is fetched when it is opened. */
const at = (path: string, load: () => Promise<{ default: () => ReactNode }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: BenchScreen }),
  at('/find', () => import('./features/needs/FindScreen.tsx')),
  at('/micromasteries/$id', () => import('./features/library/MicromasteryScreen.tsx')),
  at('/micromasteries/$id/card', () => import('./features/library/EntryTrickCardScreen.tsx')),
  at('/micromasteries/$id/practise', () => import('./features/practice/BeginScreen.tsx')),
  at('/practices/$id', () => import('./features/practice/PracticeScreen.tsx')),
  at('/practices/$id/run', () => import('./features/practice/RunnerScreen.tsx')),
  at('/import', () => import('./features/imports/ImportScreen.tsx')),
  at('/me', () => import('./ui/shell/MeScreen.tsx')),
];

const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultErrorComponent: FaultScreen,
});
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const queries: QueryClient = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: 5_000 } },
  queryCache: new QueryCache({
    // A sign-in that ended elsewhere shows first in whatever is read next.
    onError: (error, query) => {
      const hasEnded = error instanceof ApiRefusal && error.problem.status === 401;
      if (hasEnded && query.queryKey[0] !== 'me') void queries.invalidateQueries(meQuery);
    },
  }),
});

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
registerServiceWorker();
