import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { type AppEnv, json, refusals, signedIn } from '../../platform/http.ts';
import { createTurns, inTurn, type TakeTurn } from '../../platform/turns.ts';
import {
  type AttemptsCsv,
  type CsvAttempts,
  DateOrderOpen,
  openAttemptsCsv,
  readAttemptsCsv,
} from './attempts-csv-file.ts';
import {
  ImportId,
  ImportMapping,
  type ImportMeasure,
  ImportPreview,
  type MappingSoFar,
  PreviewPlan,
} from './contract.ts';
import { guessColumns } from './guess-mapping.ts';
import { guessMeasure } from './guess-measure.ts';
import { checkColumns, type ImportPorts, inWords } from './ports.ts';
import { formOf, readUpload, takeForm, type Upload } from './upload-routes.ts';

/** Each has its file in memory, and its rows, which take some times as much. */
const PREVIEWS_AT_ONCE = 2;
const ROWS_SHOWN = 10;
const SAMPLES_SHOWN = 5;
const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

const postPreview = (takeTurn: TakeTurn) =>
  createRoute({
    operationId: 'postPreview',
    method: 'post',
    path: '/api/imports/{id}/preview',
    summary: 'What an import would take: guessed columns, first rows, bad rows. Nothing is stored.',
    tags: ['practice'],
    middleware: [signedIn, inTurn(takeTurn), takeForm],
    request: { params: z.object({ id: ImportId }), body: formOf('PreviewPlan') },
    responses: {
      200: json(ImportPreview, 'What the file holds.'),
      ...refusals(
        'sign-in-needed',
        'key-unknown',
        'not-a-file',
        'file-unreadable',
        'practice-not-found',
        'micromastery-not-found',
      ),
    },
  });

export function registerPreviewRoute(router: OpenAPIHono<AppEnv>, ports: ImportPorts): void {
  // A described copy: the registry takes only schemas that were made after it was loaded, whatever loads first.
  router.openAPIRegistry.register(
    'PreviewPlan',
    PreviewPlan.describe('How to read the file, and where to put it.'),
  );
  router.openapi(postPreview(createTurns(PREVIEWS_AT_ONCE)), async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const upload = await readUpload(c, PreviewPlan);
    return c.json(await previewOf(ports, spaceId, upload), 200);
  });
}

async function previewOf(
  { store, clock, practice }: ImportPorts,
  spaceId: string,
  { bytes, plan }: Upload<PreviewPlan>,
): Promise<ImportPreview> {
  const csv = await inWords(() => openAttemptsCsv(bytes));
  const { mapping, notes } = completeMapping(csv, plan.mapping);
  const { target } = plan;
  const place =
    target === null
      ? null
      : await store.inSpace(spaceId, (trx) => practice.findImportPlace(trx, spaceId, target));
  const value = csv.columns.find(
    (column) => column.name === (mapping?.valueColumn ?? plan.mapping.valueColumn),
  );
  const guessed = value === undefined ? null : guessMeasure(value);
  const measure =
    measureOf(place?.payoff) ?? plan.measure ?? measureOf(place?.micromastery?.design.payoff) ?? guessed;
  const looks = {
    columns: shownColumns(csv),
    delimiter: DELIMITER_NAMES[csv.delimiter],
    hasHeader: csv.hasHeader,
    mapping,
    measure,
    isDateOrderOpen: false,
    notes: [...csv.notes, ...notes, ...misfitWords(place === null ? null : measure, guessed)],
  };
  if (mapping === null || measure === null) return { ...looks, ...NOTHING_READ };
  const read = await inWords(() => readRows(csv, mapping, measure.kind, clock.now().getTime()));
  if (read === 'date-order-open') return { ...looks, ...NOTHING_READ, isDateOrderOpen: true };
  const practiceId = place?.practiceId ?? null;
  const places = await store.inSpace(spaceId, (trx) =>
    practice.countPlaces(trx, spaceId, practiceId ?? NOWHERE, read.attempts),
  );
  return {
    ...looks,
    ...shownRows(read),
    attemptsKnown: practiceId === null ? null : places.known,
    sessions: places.sessions,
  };
}

async function readRows(
  ...given: Parameters<typeof readAttemptsCsv>
): Promise<CsvAttempts | 'date-order-open'> {
  try {
    return await readAttemptsCsv(...given);
  } catch (error) {
    if (error instanceof DateOrderOpen) return 'date-order-open';
    throw error;
  }
}

/** A file may go where its numbers mean something else; what they look like is said before anything is taken. */
function misfitWords(wanted: ImportMeasure | null, guessed: ImportMeasure | null): string[] {
  if (wanted === null || guessed === null || wanted.kind === guessed.kind) return [];
  return [
    `The values look like ${guessed.unit}, and here they would be taken as ${wanted.unit}: see that this is where they belong.`,
  ];
}

/** No practice has this id: sessions are counted as for one that is empty. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

const NOTHING_READ = {
  rowsTotal: 0,
  rowsGood: 0,
  rowsBad: 0,
  attemptsKnown: null,
  sessions: 0,
  firstAt: null,
  lastAt: null,
  firstRows: [],
  badRows: [],
};

function measureOf(payoff: ImportMeasure | null | undefined): ImportMeasure | null {
  if (payoff === null || payoff === undefined) return null;
  return { kind: payoff.kind, unit: payoff.unit, direction: payoff.direction };
}

/** What was chosen, and for the rest what the file looks like. */
function completeMapping(
  csv: AttemptsCsv,
  chosen: MappingSoFar,
): { mapping: ImportMapping | null; notes: string[] } {
  checkColumns(csv, chosen);
  const guess = guessColumns(csv.columns, chosen);
  const { valueColumn, timeColumn } = guess;
  const notes: string[] = [];
  if (timeColumn === null) notes.push(noStartWords(guess.lonelyTimeOfDay));
  if (valueColumn === null) notes.push('No column looks like a value: choose the one that is.');
  if (valueColumn === null || timeColumn === null) return { mapping: null, notes };
  const mapping = ImportMapping.parse({
    ...chosen,
    ...guess,
    timesAreUtc: chosen.timesAreUtc ?? guess.timesAreUtc,
    conditionColumns: chosen.conditionColumns ?? guess.conditionColumns,
  });
  return { mapping, notes };
}

function noStartWords(timeOfDay: string | null): string {
  return timeOfDay === null
    ? 'No column looks like a start time: choose the one that is.'
    : `“${timeOfDay}” holds times of day, and no column looks like the date that a start needs too: choose the one that is, or add it to the file.`;
}

function shownColumns(csv: AttemptsCsv) {
  return csv.columns.map(({ name, samples }) => ({ name, samples: samples.slice(0, SAMPLES_SHOWN) }));
}

function shownRows({ attempts, rowsTotal, rowsBad, badRows }: CsvAttempts) {
  const moment = (milliseconds: number) => new Date(milliseconds).toISOString();
  const [first, last] = [attempts[0], attempts.at(-1)];
  return {
    rowsTotal,
    rowsGood: attempts.length,
    rowsBad,
    firstAt: first === undefined ? null : moment(first.startedAt),
    lastAt: last === undefined ? null : moment(last.startedAt),
    firstRows: attempts.slice(0, ROWS_SHOWN).map((attempt) => ({
      ...attempt,
      startedAt: moment(attempt.startedAt),
      conditions: { ...attempt.conditions },
    })),
    badRows,
  };
}
