/**
 * What each screen is drawn with, so that the server can name it beside the page: a browser then fetches all of it at
 * once, where it would otherwise find one after the other, each a round trip on a slow line. `:id` is the one in the
 * address.
 */
export const FIRST_READS = [
  { path: '/', module: null, reads: ['/api/me', '/api/bench', '/api/agenda'] },
  {
    path: '/practices/:id',
    module: 'src/features/practice/PracticeScreen.tsx',
    reads: ['/api/me', '/api/practices/:id', '/api/practices/:id/picture', '/api/practices/:id/attempts'],
  },
  {
    path: '/practices/:id/run',
    module: 'src/features/runner/RunnerScreen.tsx',
    reads: ['/api/me', '/api/practices/:id'],
  },
  { path: '/find', module: 'src/features/needs/FindScreen.tsx', reads: ['/api/me', '/api/library'] },
  {
    path: '/micromasteries/:id',
    module: 'src/features/library/MicromasteryScreen.tsx',
    reads: ['/api/me', '/api/micromasteries/:id'],
  },
] as const;
