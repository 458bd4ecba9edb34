/**
 * Simulated learners with a known true effect run experiments through the HTTP API, attempt by attempt, and look at the result after
 * each: `node bench/experiments.ts [--runs 400] [--seed 1]`. How often a verdict is false at any look, how often the right one is found,
 * and both for the engine alone on the same learners: the two must tell the same.
 */
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { random } from '../src/engine/random.ts';
import { commitmentText, drawLevel } from '../src/engine/trial/assignment.ts';
import { addAttempt, findingsOf, startTrial, type Verdict } from '../src/engine/trial/trial.ts';
import { type ExperimentBody, ExperimentList } from '../src/features/experiments/contract.ts';
import { sha256 } from '../src/platform/digest.ts';
import { HOUSE_SPACE_ID, idOfName } from '../src/platform/ids.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

const { values: asked } = parseArgs({
  options: { runs: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' } },
});
const RUNS = Number(asked.runs);
const SEED = Number(asked.seed);
const ATTEMPTS = 60;
const LEVELS = ['sitting', 'standing'];
/** In points of a rating; half of the learners have no effect at all. */
const EFFECT = 0.7;
const SMALLEST = 0.3;
const MOST_FALSE = 0.05;
const AT = '2026-03-01T08:00:00.000Z';

type Person = Awaited<ReturnType<BenchServer['person']>>;
type Seen = { readonly verdicts: ReadonlySet<Verdict>; readonly last: Verdict };
type Learner = { readonly effect: number; readonly rate: (level: string, attempt: number) => number };

/** Gets better all the while, with good and bad days; rated from 0 to 10. */
function learner(seed: number): Learner {
  const chance = random(seed);
  const effect = seed % 2 === 0 ? EFFECT : 0;
  const start = 3 + chance.uniform();
  let day = 0;
  return {
    effect,
    rate: (level, attempt) => {
      if (attempt % 6 === 0) day = 0.3 * chance.normal();
      const skill = start + 2 * (1 - Math.exp(-attempt / 40));
      const shift = level === LEVELS[1] ? effect : 0;
      return Math.min(10, Math.max(0, skill + day + shift + 0.7 * chance.normal()));
    },
  };
}

const server = await startBenchServer();
try {
  const [overHttp, alone]: [Seen[], Seen[]] = [[], []];
  const effects: number[] = [];
  let apart = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { effect } = learner(SEED * 100_000 + run);
    const [told, own] = await runOne(SEED * 100_000 + run);
    effects.push(effect);
    overHttp.push(told);
    alone.push(own);
    if ([...told.verdicts].join() !== [...own.verdicts].join()) apart += 1;
  }
  report('over HTTP', overHttp, effects);
  report('engine alone', alone, effects);
  console.log(`runs whose verdicts differ between the two: ${apart} of ${RUNS}`);
  const wrong = falseOnes(overHttp, effects);
  const isMet = wrong.length / RUNS <= MOST_FALSE && apart === 0;
  console.log(isMet ? 'met: at most 5% false over all looks, and the same as the engine alone' : 'NOT MET');
  process.exitCode = isMet ? 0 : 1;
} finally {
  await server.stop();
}

function falseOnes(seen: readonly Seen[], effects: readonly number[]): readonly Seen[] {
  return seen.filter(({ verdicts }, at) =>
    effects[at] === 0
      ? verdicts.has('better') || verdicts.has('worse')
      : verdicts.has('worse') || verdicts.has('no-difference'),
  );
}

function report(name: string, seen: readonly Seen[], effects: readonly number[]): void {
  const wrong = falseOnes(seen, effects).length;
  const withEffect = seen.filter((_, at) => effects[at] !== 0);
  const found = withEffect.filter(({ last }) => last === 'better').length;
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
  console.log(
    `${name}: false at any of ${ATTEMPTS} looks ${wrong} of ${seen.length} (${percent(wrong, seen.length)}); ` +
      `an effect of ${EFFECT} found by the end in ${found} of ${withEffect.length} (${percent(found, withEffect.length)})`,
  );
}

async function runOne(seed: number): Promise<[Seen, Seen]> {
  const person = await server.person();
  const ids = await begin(person);
  const secret = seed.toString(16).padStart(64, '0');
  const experimentId = v7();
  await put(person, `/api/experiments/${experimentId}`, agreed(ids, secret));
  const { rate } = learner(seed);
  const trial = startTrial({ kind: 'rating', better: 'up', levels: LEVELS, smallest: SMALLEST });
  const [told, own]: [Verdict[], Verdict[]] = [[], []];
  for (let place = 0; place < ATTEMPTS; place += 1) {
    const draw = drawLevel({ levels: LEVELS }, [0.5, 0.5], { seed: secret, place }, sha256);
    const value = rate(draw.level, place);
    const attemptId = v7();
    await put(person, `/api/attempts/${attemptId}`, attempt(ids, place, value));
    const { level, probabilities } = draw;
    const { sessionId } = ids;
    await put(person, `/api/experiment-draws/${v7()}`, {
      ...{ experimentId, place, level, probabilities, sessionId, attemptId },
      isKept: true,
      drawnAt: AT,
    });
    const answer = await person.request(`/api/practices/${ids.practiceId}/experiments`);
    const [experiment] = ExperimentList.parse(await answer.json()).experiments;
    told.push(experiment?.result.findings[0]?.verdict ?? 'not-enough');
    addAttempt(trial, { value, level, probability: 0.5 });
    own.push(findingsOf(trial)[0]?.verdict ?? 'not-enough');
  }
  return [seenIn(told), seenIn(own)];
}

function seenIn(verdicts: readonly Verdict[]): Seen {
  return {
    verdicts: new Set(verdicts),
    last: verdicts.at(-1) ?? 'not-enough',
  };
}

async function begin(person: Person) {
  const ids = { practiceId: v7(), payoffId: v7(), sessionId: v7() };
  await put(person, `/api/practices/${ids.practiceId}`, {
    micromasteryId: idOfName(HOUSE_SPACE_ID, 'juggling-cascade'),
    micromasteryVersion: 1,
    needId: null,
    startedAt: AT,
  });
  await put(person, `/api/payoffs/${ids.payoffId}`, {
    practiceId: ids.practiceId,
    statement: 'The room looks up.',
    kind: 'rating',
    unit: 'out of 10',
    direction: 'up',
    target: { low: 8, high: null },
    howMeasured: null,
    anchors: null,
    setAt: AT,
  });
  await put(person, `/api/sessions/${ids.sessionId}`, {
    practiceId: ids.practiceId,
    deviceId: null,
    isFloor: false,
    startedAt: AT,
  });
  return ids;
}
type Ids = Awaited<ReturnType<typeof begin>>;

function agreed({ practiceId, payoffId }: Ids, seed: string): ExperimentBody {
  const terms = {
    levels: LEVELS,
    unit: 'attempt',
    draw: { kind: 'fixed', probabilities: [0.5, 0.5] },
    washout: 0,
  } as const;
  return {
    ...{ practiceId, payoffId, seed },
    ...terms,
    levels: [...terms.levels],
    draw: { kind: 'fixed', probabilities: [0.5, 0.5] },
    question: 'Does standing help?',
    variable: 'posture',
    smallest: SMALLEST,
    reference: 4,
    predictedLevel: 'standing',
    confidence: 0.7,
    commitment: Buffer.from(sha256(commitmentText(terms, seed))).toString('hex'),
    startedAt: AT,
  };
}

function attempt(ids: Ids, place: number, value: number) {
  return {
    ...ids,
    sequence: place + 1,
    startedAt: new Date(Date.parse(AT) + place * 60_000).toISOString(),
    localDay: AT.slice(0, 10),
    durationSeconds: 40,
    value,
    conditions: {},
    isTrickRead: true,
    source: 'runner',
  };
}

async function put(person: Person, path: string, body: unknown): Promise<void> {
  const answer = await person.request(path, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
