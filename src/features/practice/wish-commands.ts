import type { Command } from 'commander';
import type { ApiClient } from '../../platform/command-line/api-client.ts';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, oneLine, print } from '../../platform/command-line/print.ts';
import { readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { LocalDay, Recorded } from '../../platform/contract.ts';
import { newId } from '../../platform/ids.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import type { WishBody } from './choice-contract.ts';
import { ambiguous } from './commands.ts';
import { PracticePage } from './contract.ts';
import { localDayOf } from './local-time-commands.ts';
import { Named, type NamedPractice } from './naming-contract.ts';

const NO_DAY = 'none';

/** `bottega wish NAME --by DAY`. Exit code 1 where it could not be kept, 2 where the call does not say enough. */
export function registerWishCommand(program: Command, wiring: Wiring): void {
  program
    .command('wish')
    .description('say by which day the payoff of a practice should be met')
    .argument('<name>', 'the practice: its title, a part of it, its field or its id')
    .requiredOption('--by <day>', `the last day, such as 2026-06-14, or “${NO_DAY}” for no day any more`)
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      '\nSuch as: bottega wish "juggling" --by 2026-06-14\nWhat else was wished for it stays.',
    )
    .action((name: string, options: { by: string; json?: true }) =>
      runCommand(() => wish(wiring, name, options)),
    );
}

async function wish(wiring: Wiring, name: string, options: { by: string; json?: true }): Promise<void> {
  const now = new Date();
  const wantedBy = readDay(options.by, localDayOf(now));
  if (name.trim() === '')
    throw new CommandFault(
      'Say which practice, such as: bottega wish "juggling" --by 2026-06-14',
      WRONG_CALL,
    );
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const { id: practiceId, title } = await practiceCalled(client, name, now);
    const { card } = await readAnswer(await client.request(`/api/practices/${practiceId}`), PracticePage);
    const body: WishBody = { ...card.wish, practiceId, wantedBy, setAt: now.toISOString() };
    const sent = { method: 'PUT', body: JSON.stringify(body) };
    await readAnswer(await client.request(`/api/wishes/${newId()}`, sent), Recorded);
    const said = wantedBy === null ? 'is wanted by no day' : `is wanted by ${wantedBy}`;
    print(options.json ? jsonLine(body) : `“${oneLine(title)}” ${said}.`);
  } finally {
    await client.close();
  }
}

/** Null: no day. */
function readDay(text: string, today: string): string | null {
  const written = text.trim();
  if (written === NO_DAY) return null;
  const day = LocalDay.safeParse(written);
  if (!day.success)
    throw new CommandFault(`--by is “${text}”; write a day such as 2026-06-14, or ${NO_DAY}.`, WRONG_CALL);
  if (day.data < today)
    throw new CommandFault(`--by is ${day.data}, and this day has passed: choose a later one.`, WRONG_CALL);
  return day.data;
}

async function practiceCalled(client: ApiClient, name: string, now: Date): Promise<NamedPractice> {
  const query = new URLSearchParams({ name, at: now.toISOString() });
  const { practices } = await readAnswer(await client.request(`/api/practices?${query}`), Named);
  const [practice, other] = practices;
  if (practice === undefined)
    throw new CommandFault(`Nothing on your bench is called “${name}”. Take it up first.`, WRONG_CALL);
  if (other !== undefined) {
    const isOneTitle = practices.every(({ title }) => title === practice.title);
    throw ambiguous(name, practices, 'practices', isOneTitle);
  }
  return practice;
}
