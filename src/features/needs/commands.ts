import type { Command } from 'commander';
import { countFigures } from '../../engine/picture/count-words.ts';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, oneLine, print } from '../../platform/command-line/print.ts';
import { readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { Recorded } from '../../platform/contract.ts';
import { newId } from '../../platform/ids.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { caughtNeed, HORIZONS, NEED_LETTERS, WITHINS } from './caught-contract.ts';
import { NeedBody } from './contract.ts';

type NeedOptions = {
  readonly gap?: true;
  readonly next?: true;
  readonly horizon?: string;
  readonly within?: string;
  readonly context?: string;
  readonly json?: true;
};

/** Far more than a need may have, so that a large file that was piped in by mistake is not read to its end. */
const MOST_BYTES = 64 * 1024;

/** `bottega need TEXT`. Exit code 1 where it could not be kept, 2 where the call does not say enough. */
export function registerNeedCommands(program: Command, wiring: Wiring): void {
  program
    .command('need')
    .description('keep a need, as soon as it is felt')
    .argument('<text...>', 'what you need to be able to do, in your words; - reads it from standard input')
    .option('--gap', 'it is in the way now')
    .option('--next', 'it is the next rung, or what you were asked to do next')
    .option('--horizon <horizon>', `${listWords(HORIZONS)} (now; with --next: next-rung)`)
    .option('--within <time>', `${listWords(WITHINS)} (now: this-week; else this-year)`)
    .option('--context <text>', 'where it comes up: a place, people, an occasion, an address')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nA text that begins with a dash comes after two: bottega need -- "-3 dB by ear"')
    .action((parts: readonly string[], options: NeedOptions) =>
      runCommand(() => keepNeed(wiring, parts, options)),
    );
}

async function keepNeed(wiring: Wiring, parts: readonly string[], options: NeedOptions): Promise<void> {
  const typed = parts.join(' ');
  const need = readNeed(typed === '-' ? await readStandardInput() : typed, options, new Date());
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const needId = newId();
    const sent = { method: 'PUT', body: JSON.stringify(need) };
    await readAnswer(await client.request(`/api/needs/${needId}`, sent), Recorded);
    print(options.json ? jsonLine({ needId, ...need }) : `Kept “${oneLine(need.text)}”.`);
  } finally {
    await client.close();
  }
}

function readNeed(text: string, options: NeedOptions, now: Date): NeedBody {
  const { gap, next, context = '' } = options;
  if (gap && next) throw wrong('Say --gap or --next, not both. Nothing was kept.');
  const horizon = oneOf('--horizon', HORIZONS, options.horizon) ?? (next ? 'next-rung' : 'now');
  const within = oneOf('--within', WITHINS, options.within);
  const need = caughtNeed({
    text: wordsIn('A need', text),
    horizon,
    context: context.trim() === '' ? null : wordsIn('--context', context),
    raisedAt: now.toISOString(),
    ...(gap ? { kind: 'gap' } : next ? { kind: 'next' } : {}),
    ...(within === undefined ? {} : { wantedWithin: within }),
  });
  if (need.text === '') throw wrong('Say what you need, such as: bottega need "my knots slip"');
  const read = NeedBody.safeParse(need);
  if (read.success) return read.data;
  throw wrong(
    'A need and its --context are plain text, and this has a character that cannot be kept. Nothing was.',
  );
}

function wordsIn(what: string, given: string): string {
  const text = given.trim();
  if (text.length <= NEED_LETTERS) return text;
  throw wrong(
    `${what} takes up to ${NEED_LETTERS} characters, and this has ${countFigures(text.length)}. Nothing was kept.`,
  );
}

function oneOf<Word extends string>(
  option: string,
  words: readonly Word[],
  given: string | undefined,
): Word | undefined {
  const found = words.find((word) => word === given);
  if (given === undefined || found !== undefined) return found;
  throw wrong(`${option} takes ${listWords(words)}, not “${given}”. Nothing was kept.`);
}

function listWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    const read = Buffer.from(part);
    parts.push(read);
    bytes += read.length;
    if (bytes > MOST_BYTES)
      throw wrong(`A need takes up to ${NEED_LETTERS} characters, and this is far longer. Nothing was kept.`);
  }
  return Buffer.concat(parts).toString();
}

function wrong(sentence: string): CommandFault {
  return new CommandFault(sentence, WRONG_CALL);
}
