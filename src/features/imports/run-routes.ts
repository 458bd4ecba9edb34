import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { PROBLEMS } from '../../platform/contract.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { type AppEnv, json, refusals, signedIn } from '../../platform/http.ts';
import { idOfName } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import { createTurns, inTurn, type TakeTurn } from '../../platform/turns.ts';
import { MicromasteryDesign } from '../library/contract.ts';
import { type Payoff, touchedBy } from '../practice/contract.ts';
import { type CsvAttempts, openAttemptsCsv, readAttemptsCsv } from './attempts-csv-file.ts';
import { ImportAnswer, ImportId, type ImportMeasure, ImportPlan, ImportRun } from './contract.ts';
import { checkColumns, type ImportPorts, inWords } from './ports.ts';
import { beginRun, failRun, finishRun, lockPractice, readRun, tellProgress, tryLockRun } from './store.ts';
import { formOf, readUpload, takeForm, type Upload } from './upload-routes.ts';

/** Each holds a connection and a file in memory for as long as it runs; more would only slow one another. */
const RUNS_AT_ONCE = 2;

const postImport = (takeTurn: TakeTurn) =>
  createRoute({
    operationId: 'postImport',
    method: 'post',
    path: '/api/imports/{id}',
    summary: 'Take the attempts of a CSV file: all of them, or none',
    description:
      'Attempts that are here already are not taken twice. While it runs, the same id answers how far it is; the same request again answers 202 then.',
    tags: ['practice'],
    middleware: [signedIn, inTurn(takeTurn), takeForm],
    request: { params: z.object({ id: ImportId }), body: formOf('ImportPlan') },
    responses: {
      200: json(ImportAnswer, 'Taken.'),
      202: json(ImportAnswer, 'This import is under way already.'),
      ...refusals(
        'sign-in-needed',
        'key-unknown',
        'not-a-file',
        'file-unreadable',
        'rows-refused',
        'id-taken',
        'practice-not-found',
        'micromastery-not-found',
      ),
    },
  });

const getImport = createRoute({
  operationId: 'getImport',
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'How far an import is, and what it did',
  tags: ['practice'],
  request: { params: z.object({ id: ImportId }) },
  responses: {
    200: json(ImportRun, 'The import.'),
    ...refusals('sign-in-needed', 'key-unknown', 'import-not-found'),
  },
});

export function registerRunRoutes(router: OpenAPIHono<AppEnv>, ports: ImportPorts): void {
  const { store } = ports;
  // A described copy: the registry takes only schemas that were made after it was loaded, whatever loads first.
  router.openAPIRegistry.register(
    'ImportPlan',
    ImportPlan.describe('How to read the file, and where to put it.'),
  );

  router.openapi(getImport, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const run = await store.inSpace(spaceId, (trx) => readRun(trx, spaceId, id));
    if (run === undefined) throw new Refusal('import-not-found');
    return c.json(run, 200);
  });

  router.openapi(postImport(createTurns(RUNS_AT_ONCE)), async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const upload = await readUpload(c, ImportPlan);
    const answer = await takeFile(ports, spaceId, id, upload);
    return c.json(answer.body, answer.outcome === 'under-way' ? 202 : 200);
  });
}

/** From a file to what became of it. A file that is being read takes some times its own size of memory. */
async function takeFile(
  ports: ImportPorts,
  spaceId: string,
  id: string,
  upload: Upload<ImportPlan>,
): Promise<{ outcome: 'done' | 'under-way'; body: ImportAnswer }> {
  const { store, clock } = ports;
  const { fileName, plan } = upload;
  const place = await store.inSpace(spaceId, (trx) =>
    ports.practice.findImportPlace(trx, spaceId, plan.target),
  );
  const payoff = payoffFor(place, plan, clock.now());
  const read = await readFile(upload, payoff.kind, clock.now().getTime());
  const begin = {
    id,
    fileName,
    practiceId: place.practiceId,
    rowsTotal: read.rowsTotal,
    rowsRefused: read.rowsBad,
    startedAt: clock.now(),
  };
  const outcome = await runImport(ports, spaceId, begin, { plan, fileName, read });
  const run = await store.inSpace(spaceId, (trx) => readRun(trx, spaceId, id));
  if (run === undefined) throw new Refusal('import-not-found');
  const { practiceId } = place;
  const touched = ['library', ...touchedBy(practiceId)];
  return { outcome, body: { run, badRows: read.badRows, touched } };
}

/** The rows, or a refusal that names those which cannot be taken. */
async function readFile(
  { bytes, plan }: Upload<ImportPlan>,
  kind: ImportMeasure['kind'],
  now: number,
): Promise<CsvAttempts> {
  const csv = await inWords(() => openAttemptsCsv(bytes));
  checkColumns(csv, plan.mapping);
  const read = await inWords(() => readAttemptsCsv(csv, plan.mapping, kind, now));
  if (read.attempts.length === 0 || (read.rowsBad > 0 && !plan.takeGoodRows)) {
    const count = `${read.rowsBad.toLocaleString('en')} of ${read.rowsTotal.toLocaleString('en')} rows cannot be taken`;
    throw new Refusal('rows-refused', {
      detail:
        read.rowsBad > read.badRows.length
          ? `${count}; the first ${read.badRows.length} are named.`
          : `${count}.`,
      errors: read.badRows.map(({ line, reason }) => ({
        pointer: '/file',
        message: `line ${line}: ${reason}`,
      })),
    });
  }
  return read;
}

type Place = Awaited<ReturnType<ImportPorts['practice']['findImportPlace']>>;
type NewPayoff = Omit<Payoff, 'id'>;

/** The payoff in force, or the one that a new practice begins with. Its target is the learner's to set, so it has none. */
function payoffFor(place: Place, { measure, target }: ImportPlan, now: Date): Payoff | NewPayoff {
  const { payoff } = place;
  if (payoff !== null) {
    if (measure !== null && (measure.kind !== payoff.kind || measure.unit !== payoff.unit)) {
      const message = `this practice is measured in ${payoff.unit} (${payoff.kind}); leave the measure out, or import into a new practice`;
      throw new Refusal('invalid', { errors: [{ pointer: '/measure', message }] });
    }
    return payoff;
  }
  const suggested = place.micromastery?.design.payoff ?? null;
  const own = measure ?? suggested;
  if (own === null) {
    const message = 'say what the values measure: there is no payoff yet';
    throw new Refusal('invalid', { errors: [{ pointer: '/measure', message }] });
  }
  const title = target.kind === 'new' ? target.title : (place.micromastery?.design.title ?? 'My own records');
  return {
    practiceId: place.practiceId,
    statement: measure === null && suggested !== null ? suggested.statement : title,
    kind: own.kind,
    unit: own.unit,
    direction: own.direction,
    target: { low: null, high: null },
    howMeasured: measure === null && suggested !== null ? suggested.howMeasured : null,
    anchors: measure === null && suggested !== null ? suggested.anchors : null,
    setAt: now.toISOString(),
  };
}

type Work = { readonly plan: ImportPlan; readonly fileName: string; readonly read: CsvAttempts };

/** One transaction for everything that is taken; how far it is stands in another, so that it can be read meanwhile. */
async function runImport(
  ports: ImportPorts,
  spaceId: string,
  begin: Parameters<typeof beginRun>[2],
  work: Work,
): Promise<'done' | 'under-way'> {
  const { store } = ports;
  const { id } = begin;
  try {
    return await store.inSpace(spaceId, async (trx) => {
      if (!(await tryLockRun(trx, spaceId, id))) return 'under-way';
      const isOurs = await store.inSpace(spaceId, (other) => beginRun(other, spaceId, begin));
      if (!isOurs)
        throw new Refusal('id-taken', {
          detail: 'Another import has this id. Make a new one for this file.',
        });
      const tell = (rowsDone: number) =>
        store.inSpace(spaceId, (other) => tellProgress(other, spaceId, id, rowsDone));
      const taken = await takeAttempts(ports, trx, spaceId, work, tell);
      await finishRun(trx, spaceId, id, { rowsDone: begin.rowsTotal, ...taken });
      return 'done';
    });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'id-taken')) {
      // The database may be what failed; then the run is found without its lock, and told as ended.
      await store.inSpace(spaceId, (trx) => failRun(trx, spaceId, id, sentenceOf(error))).catch(() => {});
    }
    throw error;
  }
}

async function takeAttempts(
  { practice, library, clock }: ImportPorts,
  trx: SpaceTransaction,
  spaceId: string,
  { plan, fileName, read }: Work,
  tell: (rowsDone: number) => Promise<void>,
): Promise<{ added: number; known: number }> {
  const first = await practice.findImportPlace(trx, spaceId, plan.target);
  await lockPractice(trx, spaceId, first.practiceId);
  const place = await practice.findImportPlace(trx, spaceId, plan.target);
  const payoff = payoffFor(place, plan, clock.now());
  const micromasteryId = place.micromasteryId ?? idOfName(spaceId, place.slug);
  let micromasteryVersion = place.micromastery?.version ?? 1;
  if (plan.target.kind === 'new' && place.micromastery === null) {
    const design = designOf(plan.target.title, place.slug, fileName);
    micromasteryVersion = (await library.saveDesign(trx, spaceId, micromasteryId, design)).version;
    await library.countWords(trx, spaceId);
  }
  const startedAt = new Date(read.attempts[0]?.startedAt ?? clock.now().getTime()).toISOString();
  const payoffId = await practice.openImportPractice(
    trx,
    spaceId,
    { id: place.practiceId, isOnBench: place.isOnBench, micromasteryId, micromasteryVersion, startedAt },
    payoff,
  );
  return practice.addAttempts(trx, spaceId, { practiceId: place.practiceId, payoffId }, read.attempts, tell);
}

/** A micromastery of the learner's own, made on the spot: its elements are theirs to fill in. */
function designOf(title: string, slug: string, fileName: string): MicromasteryDesign {
  // As a file of the library would be read: what is kept is then what an archive of it brings back.
  return MicromasteryDesign.parse({
    slug,
    title,
    verb: 'practise',
    summary: `Begun with the records of ${fileName}.`,
    needs: [],
    fields: ['my own'],
    entryTrick: null,
    rubPat: null,
    support: null,
    payoff: null,
    repeat: null,
    twists: [],
    experiments: [],
    links: [],
    safety: null,
    licence: 'not shared',
    version: 1,
    lineage: [],
  });
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Refusal))
    return 'Something went wrong inside Bottega. Nothing was taken; send the file again.';
  return error.detail ?? PROBLEMS[error.code].title;
}
