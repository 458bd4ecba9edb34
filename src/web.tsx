import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense, startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from 'react-error-boundary';
import { matchRoute, Route, Switch, useLocation, useRouter } from 'wouter';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { BenchScreen } from './features/agenda/BenchScreen.tsx';
import { ApiRefusal } from './ui/api/api-client.ts';
import { meQuery } from './ui/api/queries.ts';
import { registerServiceWorker } from './ui/offline/register-service-worker.ts';
import { Loading } from './ui/parts/Loading.tsx';
import { FaultScreen, NotFoundScreen } from './ui/shell/FaultScreen.tsx';
import { keepFocus } from './ui/shell/kept-focus.ts';
import { startNavigation } from './ui/shell/navigation.ts';
import { RootLayout } from './ui/shell/RootLayout.tsx';
import { lazyScreen, type Screen, ShownScreen } from './ui/shell/screen.tsx';

/** Everything but the bench is fetched when it is opened. */
const SCREENS: readonly Screen[] = [
  { path: '/', prepare: async () => {}, component: () => BenchScreen },
  lazyScreen('/find', () => import('./features/needs/FindScreen.tsx')),
  lazyScreen('/needs', () => import('./features/needs/NeedsScreen.tsx')),
  lazyScreen('/share', () => import('./features/needs/ShareScreen.tsx')),
  lazyScreen('/micromasteries/:id', () => import('./features/library/MicromasteryScreen.tsx')),
  lazyScreen('/micromasteries/:id/card', () => import('./features/library/EntryTrickCardScreen.tsx')),
  lazyScreen('/micromasteries/:id/practise', () => import('./features/practice/BeginScreen.tsx')),
  lazyScreen('/practices/:id', () => import('./features/practice/PracticeScreen.tsx')),
  lazyScreen('/practices/:id/ask', () => import('./features/experiments/AskScreen.tsx')),
  lazyScreen('/practices/:id/run', () => import('./features/runner/RunnerScreen.tsx')),
  lazyScreen('/experiments/:id', () => import('./features/experiments/ExperimentScreen.tsx')),
  lazyScreen('/notebook', () => import('./features/experiments/NotebookScreen.tsx')),
  lazyScreen('/fields/:id', () => import('./features/library/FieldScreen.tsx')),
  lazyScreen('/micromasteries/:id/versions', () => import('./features/canvas/CompareScreen.tsx')),
  lazyScreen('/canvas/:id', () => import('./features/canvas/CanvasScreen.tsx')),
  lazyScreen('/import', () => import('./features/imports/ImportScreen.tsx')),
  lazyScreen('/me', () => import('./ui/shell/MeScreen.tsx')),
  lazyScreen('/who-sees-what', () => import('./ui/shell/WhoSeesWhatScreen.tsx')),
];

function Screens() {
  const [path] = useLocation();
  const { parser } = useRouter();
  useEffect(
    () =>
      startNavigation(async (next) => {
        await SCREENS.find((screen) => matchRoute(parser, screen.path, next)[0])?.prepare();
      }),
    [parser],
  );
  return (
    <ErrorBoundary FallbackComponent={FaultScreen} resetKeys={[path]}>
      <RootLayout>
        <Suspense fallback={<Loading what="Fetching the screen" lines={6} lineHeightRem={3.25} />}>
          <Switch>
            {SCREENS.map((screen) => (
              <Route key={screen.path} path={screen.path}>
                <ShownScreen screen={screen} />
              </Route>
            ))}
            <Route component={NotFoundScreen} />
          </Switch>
        </Suspense>
      </RootLayout>
    </ErrorBoundary>
  );
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
// In slices: a page that is long to draw leaves room between them for a first touch.
startTransition(() =>
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Screens />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
registerServiceWorker();
keepFocus();
