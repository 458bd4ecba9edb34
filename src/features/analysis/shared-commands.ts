import type { Command } from 'commander';
import { jsonLine, printAll } from '../../platform/command-line/print.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { OptionFault } from './measure-options.ts';
import { FORMATS, type Result, resultLines } from './result-lines.ts';
import { TableFault } from './table-file.ts';

/** Options that every command of the engine has. */
export type SharedOptions = {
  readonly by: string;
  readonly value: string;
  readonly kind: string;
  readonly better: string;
  readonly format: string;
};

export function withSharedOptions(command: Command): Command {
  return command
    .argument('<file>', 'CSV with a heading row; - reads standard input')
    .requiredOption(
      '--by <column>',
      'who or what a row belongs to; the rows of one are in the order of the file',
    )
    .requiredOption('--value <column>', 'the measured value')
    .option('--kind <kind>', 'count, duration (seconds), proportion, rate, rating, pass or score', 'score')
    .option('--better <direction>', 'higher, lower or within:LO..HI', 'higher')
    .option('--format <format>', FORMATS.join(', '), 'jsonl');
}

/** Answers on standard output, in the form that was asked for; what cannot be used is one sentence, and exit code 1 (2 for an option). */
export function answer(format: string, work: () => Promise<Iterable<Result>>): Promise<void> {
  return runCommand(async () => {
    try {
      const form = FORMATS.find((one) => one === format);
      if (form === undefined) throw new OptionFault(`--format is one of ${FORMATS.join(', ')}.`);
      await printAll(resultLines(await work(), form, jsonLine));
    } catch (error) {
      if (error instanceof OptionFault) throw new CommandFault(error.message, 2);
      if (error instanceof TableFault) throw new CommandFault(error.message);
      throw error;
    }
  });
}
