import type { Command } from 'commander';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, print } from '../../platform/command-line/print.ts';
import { readAnswer } from '../../platform/command-line/read-answer.ts';
import { runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { SampleAnswer } from './contract.ts';

type DemoOptions = { readonly remove?: true; readonly json?: true };

/** `bottega demo` and `bottega demo --remove`. */
export function registerSampleCommands(program: Command, wiring: Wiring): void {
  program
    .command('demo')
    .description('make a sample to look at: six made-up months of practice, apart from everything of yours')
    .option('--remove', 'remove it again')
    .option('--json', 'answer as JSON')
    .action((options: DemoOptions) => runCommand(() => demo(wiring, options)));
}

async function demo(wiring: Wiring, { remove, json }: DemoOptions): Promise<void> {
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const method = remove ? 'DELETE' : 'POST';
    const answer = await readAnswer(await client.request('/api/sample', { method }), SampleAnswer);
    if (json) print(jsonLine({ ...answer, isThere: !remove }));
    else if (remove)
      print('The sample is gone, with everything that was recorded in it. Yours is as it was.');
    else
      print(
        'The sample is ready. Open Bottega and choose “Look at a sample”, on the empty bench or on your own page.',
        'Nothing in it is yours, and nothing recorded in it reaches yours. “bottega demo --remove” takes it away.',
      );
  } finally {
    await client.close();
  }
}
