/**
 * Every test there is, one stage after the other: `npm test`. What fails does not stop the next, so that one run tells
 * everything; the last line counts them, and the exit code is 1 when any failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasSystemPostgres } from './support/throwaway-postgres.ts';

/** `names`: what failed, so that the end of a long output is enough to know where to look. */
type Count = { readonly passed: number; readonly failed: number; readonly names?: readonly string[] };
/** Of steps that run side by side only one is shown as it goes; what the others say is held until they have ended. */
type Output = 'inherit' | 'pipe';
type Step = { readonly name: string; run(output: Output): Promise<Count> };

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'bottega-tests-'));

function run(
  command: string,
  args: readonly string[],
  output: Output,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    const held: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (said: Buffer) => held.push(said));
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code ?? 1);
    });
  });
}

/** A check without a count of its own is one test. */
const check = (name: string, command: string, ...args: readonly string[]): Step => ({
  name,
  run: async (output) =>
    (await run(command, args, output)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

function vitest(
  name: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): Step {
  return {
    name,
    run: async (output) => {
      const report = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
      const chosen = [
        ...projects.flatMap((project) => ['--project', project]),
        ...without.flatMap((pattern) => ['--exclude', pattern]),
      ];
      const code = await run(
        'vitest',
        ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        output,
        env,
      );
      return counted(report, code, (found) => ({
        passed: Number(found.numPassedTests),
        // Skipped and unfinished tests have proven nothing.
        failed: Number(found.numTotalTests) - Number(found.numPassedTests),
        names: found.testResults.flatMap((file) => [
          ...(file.status === 'failed' && file.assertionResults.length === 0 ? [file.name] : []),
          ...file.assertionResults.filter((test) => test.status !== 'passed').map((test) => test.fullName),
        ]),
      }));
    },
  };
}

const journeys: Step = {
  name: 'Journeys in a browser',
  run: async (output) => {
    const report = join(folder, 'journeys.json');
    const code = await run('playwright', ['test', '--reporter=list,json'], output, {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return counted(report, code, (found) => ({
      // What passed only the second time is named in the list of the runner above.
      passed: Number(found.stats.expected) + Number(found.stats.flaky),
      failed: Number(found.stats.unexpected) + Number(found.stats.skipped),
      names: found.suites.flatMap(failedSpecs),
    }));
  },
};

type Suite = {
  readonly file: string;
  readonly specs: readonly { readonly ok: boolean; readonly title: string; readonly line: number }[];
  readonly suites?: readonly Suite[];
};
type Report = {
  numPassedTests: number;
  numTotalTests: number;
  stats: Record<string, number>;
  suites: readonly Suite[];
  testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

function failedSpecs(suite: Suite): string[] {
  const here = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => `${suite.file}:${spec.line} ${spec.title}`);
  return [...here, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

/** A runner that ended badly and counted no failure (a file that does not load, a set-up that broke) failed once. */
function counted(report: string, code: number, read: (found: Report) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(report, 'utf8')));
    const hasFailedSilently = (code !== 0 && count.failed === 0) || count.passed + count.failed === 0;
    return hasFailedSilently ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** They bring a PostgreSQL of their own or none at all, or ask it for nothing that a version could change; run above. */
const INDEPENDENT_OF_THE_DATABASE = [
  'src/ui/**',
  'src/**/use-*.test.ts',
  'src/features/runner/**',
  'src/**/*-fuzz.test.ts',
  'src/platform/postgres/**',
  'tests/package.test.ts',
  'tests/architecture.test.ts',
];

const stages: Step[][] = [
  [check('Format and lint', 'biome', 'ci', '.')],
  [check('Types of the engine', 'tsc', '-p', 'tsconfig.engine.json')],
  [check('Types of the server', 'tsc', '-p', 'tsconfig.server.json')],
  [check('Types of the web', 'tsc', '-p', 'tsconfig.web.json')],
  [check('Types of what tests the web', 'tsc', '-p', 'tsconfig.web-tests.json')],
  [check('Unused code', 'knip')],
  [vitest('Engine, server and programs', ['engine', 'server', 'programs'])],
  [journeys],
];
// A server that comes back leaves the machine waiting: the kills go beside other work where there is some.
const kills = vitest('A hundred kills', ['endurance']);
const onSystemPostgres = vitest(
  'The server on the PostgreSQL of this system',
  ['server', 'programs'],
  { BOTTEGA_TEST_POSTGRES: 'system' },
  INDEPENDENT_OF_THE_DATABASE,
);
stages.push((await hasSystemPostgres()) ? [onSystemPostgres, kills] : [kills]);

const counts: Count[] = [];
const summary: string[] = [];

async function count(step: Step, output: Output): Promise<void> {
  const started = performance.now();
  const found = await step.run(output);
  counts.push(found);
  const seconds = Math.round((performance.now() - started) / 1000);
  summary.push(
    `${found.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}: ${found.passed} passed, ${found.failed} failed, ${seconds} s`,
    ...(found.names ?? []).map((failure) => `     ${failure}`),
  );
}

for (const stage of stages) {
  process.stdout.write(`\n== ${stage.map((step) => step.name).join(', and beside it: ')}\n`);
  await Promise.all(stage.map((step, place) => count(step, place === 0 ? 'inherit' : 'pipe')));
}
rmSync(folder, { recursive: true, force: true });

const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
process.stdout.write(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
