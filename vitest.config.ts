import { defineConfig } from 'vitest/config';

/** They start Bottega as a person would, or a PostgreSQL of their own: seconds each, where the others take milliseconds. */
const WHOLE_PROGRAMS = [
  'src/**/commands.test.ts',
  'src/platform/postgres/bundled-postgres.test.ts',
  'tests/{package,start,two-servers}.test.ts',
];

/** Ends what hangs, and no more: how long something takes is measured in bench/, and a busy machine is no fault. */
const patience = { testTimeout: 90_000, hookTimeout: 90_000 };
const server = { globalSetup: ['tests/support/database-server.ts'], ...patience };

export default defineConfig({
  test: {
    // Also on two cores: half of the time the other one is PostgreSQL's, or that of a program that was started.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'engine', include: ['src/engine/**/*.test.ts'], ...patience } },
      {
        test: {
          name: 'server',
          include: ['src/{features,platform,ui}/**/*.test.ts', 'src/*.test.ts', 'tests/*.test.ts'],
          exclude: WHOLE_PROGRAMS,
          ...server,
        },
      },
      { test: { name: 'programs', include: WHOLE_PROGRAMS, ...server } },
      {
        test: {
          name: 'endurance',
          include: ['tests/endurance/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
