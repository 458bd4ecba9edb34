import type { Command } from 'commander';
import { learnPrior } from '../../engine/curve/learn-prior.ts';
import { attemptsOf, readGroups } from './groups-jobs.ts';
import { readBetter, readKind } from './measure-options.ts';
import { writePrior } from './prior-jobs.ts';
import { answer, type SharedOptions, withSharedOptions } from './shared-commands.ts';
import { TableFault } from './table-file.ts';

type LearnOptions = SharedOptions & { readonly out: string; readonly time?: string };

/** `bottega prior learn FILE --out PRIOR.json`: what learners of a skill have in common. */
export function registerPriorCommand(program: Command): void {
  const prior = program
    .command('prior')
    .description('what learners of a skill have in common, for forecasts of others');
  withSharedOptions(prior.command('learn'))
    .description('learn it from the attempts of others')
    .option('--time <column>', 'when: ISO 8601, or seconds since 1970')
    .requiredOption('--out <file>', 'where the prior is written')
    .action((file: string, options: LearnOptions) =>
      answer(options.format, async () => {
        const [kind, better] = [readKind(options.kind), readBetter(options.better)];
        const { by, value, time, out } = options;
        const groups = await readGroups({ file, input: process.stdin }, { by, value, time }, kind);
        const direction = typeof better === 'string' ? better : 'up';
        const learnt = learnPrior(groups.map(attemptsOf), { kind, better: direction });
        if (learnt === null)
          throw new TableFault(
            `${groups.length} learners are too few to learn from: give the attempts of 20 or more.`,
          );
        await writePrior(out, kind, better, learnt);
        return [
          {
            prior: out,
            learners: learnt.learners,
            attempts: learnt.attempts,
            scale: learnt.scale,
            noise: learnt.noiseSd,
          },
        ];
      }),
    );
}
