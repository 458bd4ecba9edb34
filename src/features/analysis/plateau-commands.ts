import type { Command } from 'commander';
import {
  addPlateauAttempt,
  type PlateauOptions,
  plateauOf,
  startPlateau,
} from '../../engine/plateau/plateau.ts';
import { attemptsOf, type Group, readGroups } from './groups-jobs.ts';
import { numberOf, OptionFault, readBetter, readKind } from './measure-options.ts';
import type { Result } from './result-lines.ts';
import { answer, type SharedOptions, withSharedOptions } from './shared-commands.ts';

type PlateauCommandOptions = SharedOptions & {
  readonly time?: string;
  readonly smallest?: string;
  readonly every?: true;
};

/** `bottega plateau FILE`: improving, plateau or cannot-tell, valid under a look after every attempt. */
export function registerPlateauCommand(program: Command): void {
  withSharedOptions(program.command('plateau'))
    .description('improving, plateau or cannot tell yet, valid under a look after every attempt')
    .option('--time <column>', 'when: ISO 8601, or seconds since 1970; with it sessions are seen')
    .option('--smallest <gain>', 'the smallest gain over 50 attempts that matters, on the working scale')
    .option('--every', 'answer after every row, not at the end only')
    .addHelpText(
      'after',
      '\nFor example: bottega plateau races.csv --by person --value wpm --kind rate --time at',
    )
    .action((file: string, options: PlateauCommandOptions) =>
      answer(options.format, async () => {
        const smallest = smallestOf(options.smallest);
        const kind = readKind(options.kind);
        const asked = {
          kind,
          better: readBetter(options.better),
          ...(smallest === null ? {} : { smallest }),
        };
        const { by, value, time } = options;
        const groups = await readGroups({ file, input: process.stdin }, { by, value, time }, kind);
        return resultsOf(groups, asked, options.every === true);
      }),
    );
}

function smallestOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const smallest = numberOf(text);
  if (smallest === null || smallest <= 0)
    throw new OptionFault('--smallest is a number above 0, such as 0.03.');
  return smallest;
}

function* resultsOf(groups: readonly Group[], options: PlateauOptions, isEvery: boolean): Generator<Result> {
  for (const group of groups) {
    const plateau = startPlateau(options);
    const attempts = attemptsOf(group);
    for (const [place, attempt] of attempts.entries()) {
      addPlateauAttempt(plateau, attempt);
      if (!isEvery && place < attempts.length - 1) continue;
      const found = plateauOf(plateau);
      if (found.kind === 'too-few-attempts') {
        yield { by: group.by, n: place + 1, ...found };
        continue;
      }
      const { kind, n, sinceAttempt, gain, lower, upper, stretchAttempts, smallest, scale } = found;
      yield {
        by: group.by,
        n,
        kind,
        since: sinceAttempt,
        gain,
        lower,
        upper,
        attempts: stretchAttempts,
        smallest,
        scale,
      };
    }
  }
}
