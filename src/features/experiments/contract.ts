import { z } from 'zod';
import { MOST_UNITS } from '../../engine/experiment/terms.ts';
import { designFault, MOST_LEVELS } from '../../engine/trial/design.ts';
import { VERDICTS } from '../../engine/trial/trial.ts';
import { FactId, Moment, Sha256, words } from '../../platform/contract.ts';
import { Payoff } from '../practice/contract.ts';

const Level = words(60);
const Share = z.number().min(0).max(1);

/** With what probability each level is drawn: agreed, or learning from what came of the draws before. */
export const DrawRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), probabilities: z.array(Share).min(2).max(MOST_LEVELS) }),
  z.object({ kind: z.literal('adaptive'), floor: Share.describe('No level is ever rarer than this.') }),
]);

const experimentFields = z.object({
  practiceId: FactId,
  payoffId: FactId.describe('The measure that it is about.'),
  question: words(200),
  variable: words(60),
  levels: z.array(Level).min(2).max(MOST_LEVELS).describe('The first is what the others are held against.'),
  unit: z.enum(['attempt', 'session']).describe('What gets one level.'),
  draw: DrawRule,
  washout: z.int().min(0).max(20).describe('Attempts at the beginning of a session that are not weighed.'),
  smallest: z.number().positive().describe('The smallest difference to be noticed, in the measure’s unit.'),
  reference: z.number().describe('About where the learner is as it begins, in the measure’s unit.'),
  predictedLevel: Level.nullable().describe('What the learner expects to be best; null: no difference.'),
  confidence: z.number().min(0).max(1).describe('How sure they are of that.'),
  seed: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('What every draw is made from. No screen shows it before the end.'),
  commitment: Sha256.describe('SHA-256 of the design and the seed: shown before the first draw.'),
  startedAt: Moment,
});

/** Right in itself: its commitment is that of its design and its seed. */
const EXAMPLE = {
  practiceId: '018f2b1e-1111-7aaa-8bbb-0123456789ab',
  payoffId: '018f2b1e-2222-7aaa-8bbb-0123456789ab',
  question: 'Do I catch more standing?',
  variable: 'posture',
  levels: ['sitting', 'standing'],
  unit: 'attempt',
  draw: { kind: 'fixed', probabilities: [0.5, 0.5] },
  washout: 0,
  smallest: 3,
  reference: 30,
  predictedLevel: 'standing',
  confidence: 0.7,
  seed: 'ab'.repeat(32),
  commitment: 'c8878e34d7aa2ef4272bf50dba34f0ae30849f803dc062b4cbce17f4cb108c77',
  startedAt: '2026-03-01T07:00:00.000Z',
} as const;

/** What is agreed before the first draw. None of it changes afterwards; another question is another experiment. */
export const ExperimentBody = experimentFields
  .refine(({ levels, predictedLevel }) => predictedLevel === null || levels.includes(predictedLevel), {
    path: ['predictedLevel'],
    message: 'is none of the levels',
  })
  .superRefine((body, context) => {
    const message = designFault(body);
    if (message !== null) context.addIssue({ code: 'custom', path: ['levels'], message });
  })
  .meta({ id: 'ExperimentBody', examples: [EXAMPLE] });
export type ExperimentBody = z.infer<typeof ExperimentBody>;

/** A draw, recorded with what was done under it. A draw that was shown and not used yet is no fact: it stands for the next. */
export const ExperimentDrawBody = z
  .object({
    experimentId: FactId,
    place: z
      .int()
      .min(0)
      .max(MOST_UNITS - 1)
      .describe('Which unit it was for, counted from 0.'),
    level: Level,
    probabilities: z.array(Share).min(2).max(MOST_LEVELS).describe('Of every level, when it was drawn.'),
    sessionId: FactId,
    attemptId: FactId.nullable().describe('Null: the draw is for all attempts of the session.'),
    isKept: z.boolean().describe('False: it could not be done as drawn. It is counted as drawn.'),
    drawnAt: Moment,
  })
  .meta({ id: 'ExperimentDrawBody' });
export type ExperimentDrawBody = z.infer<typeof ExperimentDrawBody>;

export const OUTCOMES = ['adopted', 'kept-both', 'stopped'] as const;

export const ExperimentEndBody = z
  .object({
    outcome: z.enum(OUTCOMES),
    adoptedLevel: Level.nullable().describe('Used from now on, where one was adopted.'),
    note: words(500).nullable(),
    endedAt: Moment,
  })
  .refine(({ outcome, adoptedLevel }) => (outcome === 'adopted') === (adoptedLevel !== null), {
    path: ['adoptedLevel'],
    message: 'is named where a level is adopted, and nowhere else',
  })
  .meta({ id: 'ExperimentEndBody' });
export type ExperimentEndBody = z.infer<typeof ExperimentEndBody>;

const inUnit = z
  .number()
  .nullable()
  .describe('In the measure’s unit, positive where it is better; null: no bound yet.');
const Finding = z.object({
  level: z.string(),
  against: z.string(),
  n: z.int().describe('Units of either level.'),
  estimate: inUnit,
  lower: inUnit,
  upper: inUnit,
  verdict: z.enum(VERDICTS).describe('At 95% over all comparisons and looks.'),
});

const Result = z.object({
  n: z.int().describe('Units with a result.'),
  levels: z.array(z.object({ level: z.string(), n: z.int(), mean: z.number().nullable() })).max(MOST_LEVELS),
  findings: z.array(Finding).max(MOST_LEVELS),
});

/** Draws that tell nothing, or were done otherwise: each is told, and none is quietly left out. */
const Aside = z.object({
  notKept: z.int().describe('Could not be done as drawn; counted as drawn.'),
  unscored: z.int().describe('No score.'),
  takenBack: z.int().describe('Taken back by the learner.'),
  otherMeasure: z.int().describe('Measured otherwise since.'),
  drawnTwice: z.int().describe('Made by two devices that did not know of each other: the first counts.'),
});

export const Experiment = experimentFields
  .extend({
    id: FactId,
    measure: Payoff.pick({ kind: true, unit: true, direction: true, target: true }),
    end: ExperimentEndBody.nullable(),
    nextPlace: z.int().describe('Of the next draw.'),
    probabilities: z.array(Share).max(MOST_LEVELS).describe('With which the next draw is made.'),
    result: Result,
    aside: Aside,
  })
  .meta({ id: 'Experiment' });
export type Experiment = z.infer<typeof Experiment>;

export const ExperimentList = z
  .object({ experiments: z.array(Experiment).max(100).describe('Newest first.') })
  .meta({ id: 'ExperimentList' });
export type ExperimentList = z.infer<typeof ExperimentList>;

const LOOKS = 200;

/** One experiment with how it became clear, and every draw, so that anybody can draw and reckon all of it again. */
export const ExperimentPage = z
  .object({
    experiment: Experiment,
    practiceTitle: z.string(),
    looks: z
      .array(z.object({ n: z.int(), findings: z.array(Finding).max(MOST_LEVELS) }))
      .max(LOOKS)
      .describe('As it stood after so many units, oldest first.'),
    check: z
      .object({
        draws: z.int(),
        otherwise: z
          .array(z.int())
          .max(MOST_UNITS)
          .describe('Places that the seed would have drawn otherwise.'),
      })
      .nullable()
      .describe('Whether all was drawn as it was committed to; null until it has ended.'),
    draws: z
      .array(
        ExperimentDrawBody.omit({ experimentId: true }).extend({
          id: FactId,
          values: z.array(z.number()).max(1000).describe('Scored under it, in the measure’s unit.'),
        }),
      )
      .max(MOST_UNITS),
  })
  .meta({ id: 'ExperimentPage' });
export type ExperimentPage = z.infer<typeof ExperimentPage>;
export const MOST_LOOKS = LOOKS;

/** Questions, predictions and what came of them, over all practices. */
export const Notebook = z
  .object({
    entries: z
      .array(z.object({ experiment: Experiment, practiceTitle: z.string() }))
      .max(200)
      .describe('Newest first.'),
  })
  .meta({ id: 'Notebook' });
export type Notebook = z.infer<typeof Notebook>;

/** An attempt made under a draw, as it is on record. */
type DrawnTake = {
  readonly value: number | null;
  readonly isTakenBack: boolean;
  /** Of the measure that the experiment is about. */
  readonly isComparable: boolean;
};
export type RecordedDraw = Omit<ExperimentDrawBody, 'experimentId'> & {
  readonly id: string;
  readonly takes: readonly DrawnTake[];
};
/** What is on record of one experiment; its draws by place, and of one place the one first recorded first. */
export type ExperimentFacts = ExperimentBody &
  Pick<Experiment, 'id' | 'measure' | 'end'> & { readonly draws: readonly RecordedDraw[] };
