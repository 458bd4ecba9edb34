import type { Command } from 'commander';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import { addAttempt, findingsOf, startTrial } from '../../engine/trial/trial.ts';
import { type Group, readGroups } from './groups-jobs.ts';
import { type Better, numberOf, OptionFault, readBetter, readKind } from './measure-options.ts';
import { pooledResults } from './pooled-trials-jobs.ts';
import type { Result } from './result-lines.ts';
import { answer, type SharedOptions, withSharedOptions } from './shared-commands.ts';

type TrialOptions = SharedOptions & {
  readonly condition: string;
  readonly probability: string;
  readonly smallest?: string;
  readonly floor?: string;
  readonly every?: true;
  readonly pool?: true;
};

type Asked = {
  readonly kind: MeasureKind;
  readonly better: Better;
  readonly smallest: number | null;
  readonly floor: number | null;
  readonly isEvery: boolean;
};

/** `bottega trial FILE`: what a drawn condition does to an attempt, valid under a look after every one. */
export function registerTrialCommand(program: Command): void {
  withSharedOptions(program.command('trial'))
    .description('what a randomly drawn condition does, valid under a look after every attempt')
    .requiredOption('--condition <column>', 'the level that was drawn')
    .requiredOption('--probability <column>', 'of the row’s own level, when it was drawn')
    .option('--smallest <difference>', 'the smallest difference that matters, on the working scale')
    .option('--floor <probability>', 'of more than two levels: none was ever drawn more rarely (0.1)')
    .option('--every', 'answer after every row, not at the end only')
    .option('--pool', 'what the levels do over all groups, each of them a person; from five people on')
    .addHelpText(
      'after',
      '\nFor example: bottega trial takes.csv --by person --value score --condition place --probability p --kind rating',
    )
    .action((file: string, options: TrialOptions) =>
      answer(options.format, async () => {
        if (options.pool === true && options.every === true)
          throw new OptionFault('--pool answers once, for one look: leave out --every.');
        const asked = {
          kind: readKind(options.kind),
          better: readBetter(options.better),
          smallest: smallestOf(options.smallest),
          floor: floorOf(options.floor),
          isEvery: options.every === true,
        };
        const { by, value, condition, probability } = options;
        const more = [
          {
            column: condition,
            fault: (text: string) => (text.trim() === '' ? `the column “${condition}” is empty.` : null),
          },
          { column: probability, fault: probabilityFault },
        ];
        const columns = { by, value, more };
        const groups = await readGroups({ file, input: process.stdin }, columns, asked.kind);
        const trials = groups.map((group) => trialOf(group, condition, probability));
        return options.pool === true ? pooledResults(trials, asked) : resultsOf(trials, asked);
      }),
    );
}

function smallestOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const smallest = numberOf(text);
  if (smallest === null || smallest <= 0)
    throw new OptionFault('--smallest is a number above 0, such as 0.05.');
  return smallest;
}

function floorOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const floor = numberOf(text);
  if (floor === null || floor <= 0 || floor > 0.5)
    throw new OptionFault('--floor is a probability from above 0 to 0.5, such as 0.2.');
  return floor;
}

function probabilityFault(text: string): string | null {
  const chance = numberOf(text);
  if (chance !== null && chance > 0 && chance < 1) return null;
  return `a probability lies between 0 and 1, and “${text.slice(0, 40)}” does not.`;
}

type TrialRows = { readonly by: string; readonly levels: readonly string[]; readonly rows: readonly Row[] };
type Row = { readonly value: number; readonly level: string; readonly probability: number };

function trialOf(group: Group, condition: string, probability: string): TrialRows {
  const drawn = group.more[condition] ?? [];
  const chances = group.more[probability] ?? [];
  const rows = group.values.map((value, place) => {
    return { value, level: (drawn[place] ?? '').trim(), probability: Number(chances[place]) };
  });
  const levels = [...new Set(rows.map(({ level }) => level))].sort();
  return { by: group.by, levels, rows };
}

function* resultsOf(
  trials: readonly TrialRows[],
  { kind, better, smallest, floor, isEvery }: Asked,
): Generator<Result> {
  for (const { by, levels, rows } of trials) {
    const trial = startTrial({ kind, better, levels, smallest, ...(floor === null ? {} : { floor }) });
    for (const [place, row] of rows.entries()) {
      addAttempt(trial, row);
      if (!isEvery && place < rows.length - 1) continue;
      for (const { level, against, estimate, lower, upper, verdict } of findingsOf(trial)) {
        yield { by, n: place + 1, level, against, estimate, lower, upper, verdict, scale: trial.scale };
      }
    }
  }
}
