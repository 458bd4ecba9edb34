import type { Command } from 'commander';
import { formatValue } from '../../engine/measure/format-value.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import type { ApiClient } from '../../platform/command-line/api-client.ts';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, oneLine, print } from '../../platform/command-line/print.ts';
import { readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { PROBLEMS, Recorded } from '../../platform/contract.ts';
import { idOfName, newId } from '../../platform/ids.ts';
import { Me } from '../../platform/people/contract.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { type AttemptBody, Conditions, type Payoff, RemarkBody } from './contract.ts';
import { localDayOf, readLocalTime } from './local-time-commands.ts';
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
    .option(
      '--at <time>',
      'when it began, in local time: 17:30, “2026-03-01 17:30” or 2026-03-01 for its beginning (now)',
    )
    .option('--condition <name=level>', 'what was varied; may be given several times', collect, [])
    .option('--start', 'take the micromastery up with its suggested payoff, if it is not on the bench yet')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nA value below zero comes after two dashes: bottega log drift -- -3')
    .action((name: string, value: string, options: LogOptions) =>
      runCommand(() => log(wiring, name, value, options)),
    );
}

async function log(wiring: Wiring, name: string, text: string, options: LogOptions): Promise<void> {
  if (name.trim() === '') {
    throw new CommandFault('Say what was practised, such as: bottega log "juggling" 31', WRONG_CALL);
  }
  const now = new Date();
  const begun =
    options.at === undefined ? { moment: now, localDay: localDayOf(now) } : readLocalTime(options.at, now);
  const conditions = readConditions(options.condition);
  const attemptId = newId();
  // Before anything is sent: what is refused after the attempt is kept would be logged a second time.
  const remark = readRemark(options, attemptId, now);
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const found = await findPractice(client, name, begun.moment, options.start === true);
    readValue(payoffOf(found.practice), text);
    const { practice, isNew } = found.isNew === undefined ? found : await takeUp(client, found, begun.moment);
    const payoff = payoffOf(practice);
    const value = readValue(payoff, text);
    const attempt: AttemptBody = {
      practiceId: practice.id,
      sessionId: practice.openSession?.id ?? (await beginSession(client, practice.id, begun.moment)),
      payoffId: payoff.id,
      sequence: (practice.openSession?.attempts ?? 0) + 1,
      startedAt: begun.moment.toISOString(),
      localDay: begun.localDay,
      durationSeconds: null,
      value,
      conditions,
      isTrickRead: practice.isTrickRead,
      source: 'command-line',
    };
    await put(client, `/api/attempts/${attemptId}`, attempt);
    const words = `${isNew === undefined ? '' : `Took up “${practice.title}”. `}Logged ${formatValue(payoff, value)} for “${practice.title}”.`;
    print(options.json ? jsonLine({ attemptId, ...attempt }) : words);
    if (remark !== null) await keepRemark(client, remark);
  } finally {
    await client.close();
  }
}

function payoffOf({ payoff, title }: NamedPractice): Payoff {
  if (payoff !== null) return payoff;
  throw new CommandFault(
    `“${title}” has no payoff yet, so a value cannot be read. Define it on its page first.`,
  );
}

async function beginSession(client: ApiClient, practiceId: string, startedAt: Date): Promise<string> {
  const sessionId = newId();
  const session = { practiceId, deviceId: null, isFloor: false, startedAt: startedAt.toISOString() };
  await put(client, `/api/sessions/${sessionId}`, session);
  return sessionId;
}

/** Null where nothing was said of the attempt. */
function readRemark(options: LogOptions, attemptId: string, now: Date): RemarkBody | null {
  const feel = readFeel(options.feel);
  const text = options.note?.trim() || null;
  if (text === null && feel === null && options.tag.length === 0) return null;
  const read = RemarkBody.safeParse({
    attemptId,
    replacesId: null,
    feel,
    text,
    tags: options.tag,
    writtenAt: now.toISOString(),
  });
  if (read.success) return read.data;
  const isNote = read.error.issues.some(({ path }) => path[0] === 'text');
  throw new CommandFault(
    isNote
      ? '--note takes up to 2,000 characters. Nothing was logged.'
      : '--tag takes up to 40 characters, not none, and may be given ten times. Nothing was logged.',
    WRONG_CALL,
  );
}

async function keepRemark(client: ApiClient, remark: RemarkBody): Promise<void> {
  try {
    await put(client, `/api/remarks/${newId()}`, remark);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandFault(
      `The attempt is kept, so do not log it again. What you said of it (note, tags, feel) is not: write it on the page of the practice.\nThe reason: ${why}`,
    );
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
  return { practice: await freshPractice(client, found, found.payoff), isNew: found };
}

/** By the same ids each time, so that two calls at once take it up once. */
async function freshPractice(
  client: ApiClient,
  { id: micromasteryId, title, slug }: NamedMicromastery,
  suggested: NonNullable<NamedMicromastery['payoff']>,
): Promise<NamedPractice> {
  const { spaceId } = await readAnswer(await client.request('/api/me'), Me);
  const id = idOfName(spaceId, `taken up|${micromasteryId}`);
  const { statement, kind, unit, direction, target, howMeasured, anchors } = suggested;
  const payoff = {
    id: idOfName(id, 'suggested payoff'),
    practiceId: id,
    statement,
    kind,
    unit,
    direction,
    target,
    howMeasured,
    anchors,
    setAt: new Date().toISOString(),
  };
  return { id, title, slug, payoff, isTrickRead: false, openSession: null };
}

/** Several answer to a name: they are listed, each by what tells it from the others. */
export function ambiguous(
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

/** Answers the practice as it is where another call took it up in the meantime. */
async function takeUp(client: ApiClient, { practice, isNew }: Found, at: Date): Promise<Found> {
  if (isNew === undefined || practice.payoff === null) return { practice, isNew };
  const { id, ...payoff } = practice.payoff;
  const isOurs = await putOnce(client, `/api/practices/${practice.id}`, {
    micromasteryId: isNew.id,
    micromasteryVersion: isNew.version,
    needId: null,
    startedAt: payoff.setAt,
  });
  if (isOurs) {
    await putOnce(client, `/api/payoffs/${id}`, payoff);
    return { practice, isNew };
  }
  const there = await findPractice(client, practice.id, at, false);
  if (there.practice.payoff !== null) return there;
  // The other call is between the two.
  await putOnce(client, `/api/payoffs/${id}`, payoff);
  return findPractice(client, practice.id, at, false);
}

/** False where something is kept under this id already: made from names, it can only be the same thing begun before. */
async function putOnce(client: ApiClient, path: string, body: unknown): Promise<boolean> {
  const answer = await client.request(path, { method: 'PUT', body: JSON.stringify(body) });
  if (answer.status === PROBLEMS['id-taken'].status) return false;
  await readAnswer(answer, Recorded);
  return true;
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
