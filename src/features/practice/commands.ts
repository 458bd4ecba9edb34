import type { Command } from 'commander';
import { formatValue } from '../../engine/measure/format-value.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import { type ApiClient, openApiClient } from '../../platform/command-line/api-client.ts';
import { jsonLine, oneLine, print } from '../../platform/command-line/print.ts';
import { readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { type AttemptBody, Conditions, type Payoff, Recorded, type RemarkBody } from './contract.ts';
import { Named, type NamedMicromastery, type NamedPractice } from './naming-contract.ts';

type LogOptions = {
  readonly note?: string;
  readonly tag: readonly string[];
  readonly feel?: string;
  readonly at?: string;
  readonly condition: readonly string[];
  readonly start?: true;
  readonly json?: true;
};

const collect = (value: string, kept: readonly string[]) => [...kept, value];

/** `bottega log NAME VALUE`. Exit code 1 where it could not be kept, 2 where the call does not say enough. */
export function registerPracticeCommands(program: Command, wiring: Wiring): void {
  program
    .command('log')
    .description('log an attempt')
    .argument('<name>', 'the practice: its title, a part of it, its field or its id')
    .argument('<value>', 'as you would write it: 31, 1:03, 68%, 7,5, yes')
    .option('--note <text>', 'what to remember of it')
    .option('--tag <word>', 'a tag; may be given several times', collect, [])
    .option('--feel <0-10>', 'how it felt')
    .option('--at <time>', 'when it began, in local time: 17:30 or “2026-03-01 17:30” (now)')
    .option('--condition <name=level>', 'what was varied; may be given several times', collect, [])
    .option('--start', 'take the micromastery up with its suggested payoff, if it is not on the bench yet')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nA value below zero comes after two dashes: bottega log drift -- -3')
    .action((name: string, value: string, options: LogOptions) =>
      runCommand(() => log(wiring, name, value, options)),
    );
}

async function log(wiring: Wiring, name: string, text: string, options: LogOptions): Promise<void> {
  const now = new Date();
  const startedAt = options.at === undefined ? now : readLocalTime(options.at, now);
  const conditions = readConditions(options.condition);
  const feel = readFeel(options.feel);
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const { practice, isNew } = await findPractice(client, name, startedAt, options.start === true);
    const { payoff } = practice;
    if (payoff === null) {
      throw new CommandFault(
        `“${practice.title}” has no payoff yet, so a value cannot be read. Define it on its page first.`,
      );
    }
    const value = readValue(payoff, text);
    if (isNew !== undefined) await takeUp(client, practice, isNew, payoff, now);
    const sessionId = practice.openSession?.id ?? newId();
    if (practice.openSession === null) {
      await put(client, `/api/sessions/${sessionId}`, {
        practiceId: practice.id,
        deviceId: null,
        isFloor: false,
        startedAt: startedAt.toISOString(),
      });
    }
    const attemptId = newId();
    const attempt: AttemptBody = {
      practiceId: practice.id,
      sessionId,
      payoffId: payoff.id,
      sequence: (practice.openSession?.attempts ?? 0) + 1,
      startedAt: startedAt.toISOString(),
      localDay: localDayOf(startedAt),
      durationSeconds: null,
      value,
      conditions,
      isTrickRead: practice.isTrickRead,
      source: 'command-line',
    };
    await put(client, `/api/attempts/${attemptId}`, attempt);
    const remark: RemarkBody = {
      attemptId,
      replacesId: null,
      feel,
      text: options.note?.trim() || null,
      tags: [...options.tag],
      writtenAt: now.toISOString(),
    };
    const isRemarked = remark.text !== null || feel !== null || remark.tags.length > 0;
    if (isRemarked) await put(client, `/api/remarks/${newId()}`, remark);
    const words = `${isNew === undefined ? '' : `Took up “${practice.title}”. `}Logged ${formatValue(payoff, value)} for “${practice.title}”.`;
    print(options.json ? jsonLine({ attemptId, ...attempt }) : words);
  } finally {
    await client.close();
  }
}

type Found = { readonly practice: NamedPractice; readonly isNew: NamedMicromastery | undefined };

/** Exactly one practice, or with `--start` exactly one micromastery; anything else is asked about and never guessed. */
async function findPractice(client: ApiClient, name: string, at: Date, mayStart: boolean): Promise<Found> {
  const query = new URLSearchParams({ name, at: at.toISOString() });
  const { practices, micromasteries } = await readAnswer(
    await client.request(`/api/practices?${query}`),
    Named,
  );
  const [practice, otherPractice] = practices;
  if (practice !== undefined && otherPractice === undefined) return { practice, isNew: undefined };
  if (practice !== undefined)
    throw ambiguous(
      name,
      practices,
      'practices',
      practices.every(({ title }) => title === practice.title),
    );
  const [found, otherFound] = micromasteries;
  if (found === undefined) {
    throw new CommandFault(
      `Nothing is called “${name}”, neither on your bench nor in the library.`,
      WRONG_CALL,
    );
  }
  if (otherFound !== undefined) throw ambiguous(name, micromasteries, 'micromasteries of the library', false);
  if (found.payoff === null) {
    throw new CommandFault(
      `“${found.title}” is not on your bench and suggests no payoff. Take it up on its page first.`,
      WRONG_CALL,
    );
  }
  if (!mayStart) {
    const { statement, unit } = found.payoff;
    throw new CommandFault(
      `“${name}” is not on your bench. The library has “${found.title}” (payoff: ${statement} In ${unit}.)\nAdd --start to take it up and log this attempt.`,
      WRONG_CALL,
    );
  }
  const practiceId = newId();
  const { statement, kind, unit, direction, target, howMeasured, anchors } = found.payoff;
  const setAt = new Date().toISOString();
  const payoff = {
    practiceId,
    statement,
    kind,
    unit,
    direction,
    target,
    howMeasured,
    anchors,
    setAt,
    id: newId(),
  };
  const fresh = {
    id: practiceId,
    title: found.title,
    slug: found.slug,
    payoff,
    isTrickRead: false,
    openSession: null,
  };
  return { practice: fresh, isNew: found };
}

function ambiguous(
  name: string,
  found: readonly { readonly id: string; readonly title: string; readonly slug: string }[],
  what: string,
  byId: boolean,
): CommandFault {
  const list = found.map(({ id, title, slug }) => `  ${byId ? id : slug}  ${oneLine(title)}`).join('\n');
  return new CommandFault(
    `“${name}” could be any of ${found.length} ${what}. Name one of them:\n${list}`,
    WRONG_CALL,
  );
}

async function takeUp(
  client: ApiClient,
  practice: NamedPractice,
  micromastery: NamedMicromastery,
  payoff: Payoff,
  now: Date,
): Promise<void> {
  await put(client, `/api/practices/${practice.id}`, {
    micromasteryId: micromastery.id,
    micromasteryVersion: micromastery.version,
    needId: null,
    startedAt: now.toISOString(),
  });
  const { id, ...body } = payoff;
  await put(client, `/api/payoffs/${id}`, body);
}

async function put(client: ApiClient, path: string, body: unknown): Promise<void> {
  await readAnswer(await client.request(path, { method: 'PUT', body: JSON.stringify(body) }), Recorded);
}

function readValue(payoff: Payoff, text: string): number {
  const parsed = parseValue(payoff.kind, text);
  if (parsed.kind === 'value') return parsed.value;
  throw new CommandFault(
    `“${text}” cannot be logged: ${parseFaultWords(payoff.kind, parsed.fault)}.`,
    WRONG_CALL,
  );
}

function readConditions(pairs: readonly string[]): Record<string, string> {
  const parsed = Conditions.safeParse(
    Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, Math.max(pair.indexOf('='), 0)), pair.slice(pair.indexOf('=') + 1)]),
    ),
  );
  if (parsed.success && pairs.every((pair) => pair.includes('='))) return parsed.data;
  throw new CommandFault(
    '--condition takes a name and a level of up to 60 characters each: --condition "hands=covered"',
    WRONG_CALL,
  );
}

function readFeel(text: string | undefined): number | null {
  if (text === undefined) return null;
  const feel = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(feel) && feel >= 0 && feel <= 10) return feel;
  throw new CommandFault('--feel takes a whole number from 0 to 10.', WRONG_CALL);
}

/** Local time, as the shell's own clock shows it; an offset may be written behind it. */
function readLocalTime(text: string, now: Date): Date {
  const clock = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const isDated = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/.test(text.trim());
  const moment =
    clock === null
      ? new Date(isDated ? text.trim().replace(' ', 'T') : Number.NaN)
      : new Date(now.getFullYear(), now.getMonth(), now.getDate(), Number(clock[1]), Number(clock[2]));
  const isClock = clock === null || (Number(clock[1]) < 24 && Number(clock[2]) < 60);
  if (Number.isNaN(moment.getTime()) || !isClock || moment.getFullYear() < 1900) {
    throw new CommandFault(`--at is “${text}”; write 17:30, or “2026-03-01 17:30”.`, WRONG_CALL);
  }
  if (moment > now) throw new CommandFault(`--at is “${text}”, which lies in the future.`, WRONG_CALL);
  return moment;
}

function localDayOf(moment: Date): string {
  const pair = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${pair(moment.getMonth() + 1)}-${pair(moment.getDate())}`;
}
