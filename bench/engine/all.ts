/**
 * Every room's benchmark, one after the other, into one page:
 * `node bench/engine/all.ts --data DIR --write docs/science/results.md`. To add a room, add its line to `ROOMS`; what its
 * command prints is Markdown and stands on the page as it is, and tables under `BAR_HEADER` are gathered at the top.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BAR_HEADER } from './bar-table.ts';

type Room = {
  readonly title: string;
  /** In this folder. */
  readonly file: string;
  /** Beside `--data DIR`; null: the command takes neither data nor options. */
  readonly options?: readonly string[] | null;
};

const ROOMS: readonly Room[] = [
  { title: 'Forecast', file: 'forecast.ts' },
  { title: 'Reaching a target', file: 'reaching.ts' },
  { title: 'After a pause', file: 'gap.ts' },
  { title: 'Plateaus', file: 'plateau.ts' },
  { title: 'Change points', file: 'change-points.ts' },
  { title: 'Trials', file: 'trial.ts' },
  { title: 'Retention', file: 'retention.ts' },
  { title: 'Momentum', file: 'momentum.ts' },
  { title: 'Rub-pat', file: 'rub-pat.ts' },
  { title: 'Judging', file: 'judging.ts' },
  { title: 'Impact', file: 'impact.ts' },
  { title: 'Agenda', file: 'agenda.ts' },
  { title: 'Difficulty', file: 'difficulty.ts', options: null },
  { title: 'Interleaving', file: 'interleaving.ts', options: null },
  { title: 'Recall cards', file: 'recall.ts', options: null },
  { title: 'Speed', file: 'speed.ts', options: null },
];

const { values: asked } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, write: { type: 'string' } },
});

type Run = Room & { readonly printed: string; readonly failed: boolean };

function run(room: Room): Run {
  const { file } = room;
  process.stderr.write(`${file} ...\n`);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, file), ...argumentsOf(room, asked.data)],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) process.stderr.write(stderr);
  return { ...room, printed: stdout, failed: status !== 0 };
}

function argumentsOf({ options = [] }: Room, data: string): readonly string[] {
  return options === null ? [] : ['--data', data, ...options];
}

const commandOf = (room: Room) =>
  ['node', `bench/engine/${room.file}`, ...argumentsOf(room, 'DIR')].join(' ');

/** Rows under the header of bars, each with the command that printed it. */
function barsOf(room: Run): readonly string[] {
  const lines = room.printed.split('\n');
  return lines.flatMap((line, place) => {
    if (line !== BAR_HEADER) return [];
    const after = lines.slice(place + 2);
    const end = after.findIndex((row) => !row.startsWith('|'));
    return after.slice(0, end < 0 ? after.length : end).map((row) => `${row} \`${room.file}\` |`);
  });
}

/** All but the tables of bars, one heading deeper than it was printed. */
function restOf({ printed }: Run): string {
  const lines = printed.split('\n');
  const from = lines.indexOf(BAR_HEADER);
  return (from < 0 ? lines : lines.slice(0, from)).join('\n').replaceAll(/^## /gm, '### ').trim();
}

function page(runs: readonly Run[]): string {
  const bars = runs.flatMap(barsOf);
  const missed = bars.filter((row) => row.includes('| not met'));
  const undecided = bars.filter((row) => row.includes('| undecided'));
  const met = bars.length - missed.length - undecided.length;
  const chance = bars.filter((row) => row.includes('| met') && row.includes('may be chance'));
  return [
    '# Results of the engine',
    '',
    'Written by `node bench/engine/all.ts --data DIR --write docs/science/results.md`, and by nothing else. Every figure is of one',
    'run: baselines are worked out anew on the same cases, and the best of them is chosen after the fact, which favours them. An',
    'interval is a paired bootstrap at 95% over persons, over series where a person has several, over windows in trials. Series and',
    'windows of typing are of **two people**, so their intervals speak of these two and are narrower than intervals over people',
    'would be. "Which may be chance" means that the interval includes no difference at all. "Undecided" is a share that lies on the',
    'wrong side of its bar by less than the error of so many cases: a test that is exact, or an interval that holds just as often as it',
    'says, is so half of the time. Where the plan names no figure the bar is what the page of the room promises, and its row says which.',
    '',
    `Of ${bars.length} bars ${met} are met, ${chance.length} of these by a lead that may be chance; ${undecided.length} are undecided, ` +
      `and ${missed.length} are not met.`,
    '',
    '## Not met',
    '',
    table(missed),
    '## Undecided',
    '',
    table(undecided),
    '## All bars',
    '',
    table(bars),
    ...runs.flatMap((room) => [
      `## ${room.title}`,
      '',
      `\`${commandOf(room)}\``,
      '',
      ...(room.failed ? ['**This command failed; what it printed may be incomplete.**', ''] : []),
      restOf(room),
      '',
    ]),
  ].join('\n');
}

function table(rows: readonly string[]): string {
  return [`${BAR_HEADER} Command |`, '|---|---|---|---|---|', ...rows, ''].join('\n');
}

const runs = ROOMS.map(run);
if (asked.write === undefined) console.log(page(runs));
else writeFileSync(asked.write, page(runs));
if (runs.some(({ failed }) => failed)) process.exitCode = 1;
