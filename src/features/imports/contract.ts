import { z } from 'zod';
import { DIRECTIONS, MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { FactId, LocalDay, Moment, Touched, words } from '../../platform/contract.ts';
import { line, type MicromasteryDesign, MicromasteryId } from '../library/contract.ts';
import { Conditions, type Payoff } from '../practice/contract.ts';

/** Larger files are cut by their owner. */
export const CUT_IN_PARTS =
  'Cut it in parts, each between two moments: a row that is in two of them is taken once.';
export const IMPORT_BYTES = 32 * 1024 * 1024;
export const IMPORT_ROWS = 1_000_000;
export const IMPORT_COLUMNS = 200;
/** Bad rows that are named; all are counted. */
export const BAD_ROWS_NAMED = 100;

export const ImportId = z.uuid().describe('Made by the device; the run is read under it while it goes on.');

const ColumnName = words(60).describe('As the header has it; “Column 3” where it has no name.');

/** Intl knows the names of the time zone database, and offsets such as +02:00. */
const TimeZone = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'is not a time zone: write one such as Europe/Rome')
  .describe('Where the learner was: decides the calendar day, and the moment of times without an offset.');

const DateOrder = z.enum(['year-first', 'day-first', 'month-first']);
export type DateOrder = z.infer<typeof DateOrder>;

const mappingFields = {
  valueColumn: ColumnName,
  timeColumn: ColumnName.describe('When it began; the date of it where the time of day stands apart.'),
  timeOfDayColumn: ColumnName.nullable().describe(
    'The time of day, where the file has it beside the date; null: the one column says both.',
  ),
  timeZone: TimeZone,
  timesAreUtc: z.boolean().describe('Times without an offset are UTC, wherever the learner was.'),
  dateOrder: DateOrder.nullable().describe(
    'Needed where 01/02/2026 could be either; null: as the file shows.',
  ),
  conditionColumns: z.array(ColumnName).max(12),
  noteColumn: ColumnName.nullable(),
};

/** Which column is what. */
export const ImportMapping = z
  .object({
    ...mappingFields,
    timeZone: TimeZone.default('UTC'),
    timeOfDayColumn: mappingFields.timeOfDayColumn.default(null),
    timesAreUtc: mappingFields.timesAreUtc.default(false),
    dateOrder: mappingFields.dateOrder.default(null),
    conditionColumns: mappingFields.conditionColumns.default([]),
    noteColumn: mappingFields.noteColumn.default(null),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof ImportMapping>;

/** What is left out is guessed. */
export const MappingSoFar = z.object(mappingFields).partial();
export type MappingSoFar = z.infer<typeof MappingSoFar>;

export const ImportMeasure = z.object({
  kind: z.enum(MEASURE_KINDS),
  unit: words(40),
  direction: z.enum(DIRECTIONS),
});
export type ImportMeasure = z.infer<typeof ImportMeasure>;

export const ImportTarget = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('practice'), practiceId: FactId }),
    z.object({ kind: z.literal('micromastery'), micromasteryId: MicromasteryId }),
    z.object({ kind: z.literal('new'), title: line(120) }),
  ])
  .describe(
    'A practice on the bench; or a new one, of a micromastery or of one of your own made on the spot.',
  );
export type ImportTarget = z.infer<typeof ImportTarget>;

/** What a target stands for: a practice that is there, or the one that would be begun. */
export type ImportPlace = {
  readonly practiceId: string;
  readonly isOnBench: boolean;
  readonly payoff: Payoff | null;
  /** Null: the micromastery has to be made first. */
  readonly micromastery: {
    readonly id: string;
    readonly version: number;
    readonly design: MicromasteryDesign;
  } | null;
  readonly micromasteryId: string | null;
  readonly slug: string;
};

const measure = ImportMeasure.nullable()
  .default(null)
  .describe('Null: that of the practice, or what its micromastery suggests.');

export const ImportPlan = z
  .object({
    mapping: ImportMapping,
    target: ImportTarget,
    measure,
    takeGoodRows: z
      .boolean()
      .default(false)
      .describe('Otherwise one row that cannot be taken refuses the whole file.'),
  })
  .meta({ id: 'ImportPlan' });
export type ImportPlan = z.infer<typeof ImportPlan>;

export const PreviewPlan = z
  .object({ mapping: MappingSoFar.default({}), target: ImportTarget.nullable().default(null), measure })
  .meta({ id: 'PreviewPlan' });
export type PreviewPlan = z.infer<typeof PreviewPlan>;

export const BadRow = z.object({
  line: z.int(),
  reason: z.string().describe('Why, and in quotation marks the beginning of what the file has there.'),
});
export type BadRow = z.infer<typeof BadRow>;

export const TakenRow = z.object({
  line: z.int(),
  startedAt: Moment,
  localDay: LocalDay,
  value: z.number(),
  conditions: Conditions,
  note: z.string().nullable(),
});

export const ImportPreview = z
  .object({
    delimiter: z.enum(['comma', 'semicolon', 'tab']),
    hasHeader: z.boolean(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()).max(5) })).max(IMPORT_COLUMNS),
    mapping: ImportMapping.nullable().describe('Null: the value or the start time has to be chosen first.'),
    measure: ImportMeasure.nullable(),
    isDateOrderOpen: z
      .boolean()
      .describe('The dates could be read two ways: nothing is read until their order is chosen.'),
    notes: z.array(z.string()).max(20).describe('What a person should know before they say yes.'),
    rowsTotal: z.int(),
    rowsGood: z.int(),
    rowsBad: z.int(),
    attemptsKnown: z.int().nullable().describe('Good rows that are here already; null without a target.'),
    sessions: z.int(),
    firstAt: z.string().nullable(),
    lastAt: z.string().nullable(),
    firstRows: z.array(TakenRow).max(10).describe('As they would be taken.'),
    badRows: z.array(BadRow).max(BAD_ROWS_NAMED),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportRun = z
  .object({
    id: ImportId,
    fileName: z.string(),
    practiceId: FactId.nullable(),
    state: z.enum(['running', 'done', 'failed']),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    attemptsAdded: z.int(),
    attemptsKnown: z.int().describe('Were here already, and were not taken twice.'),
    rowsRefused: z.int(),
    problem: z.string().nullable(),
    startedAt: z.string(),
  })
  .meta({ id: 'ImportRun' });
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportAnswer = z
  .object({ run: ImportRun, badRows: z.array(BadRow).max(BAD_ROWS_NAMED), touched: Touched })
  .meta({ id: 'ImportAnswer' });
export type ImportAnswer = z.infer<typeof ImportAnswer>;
