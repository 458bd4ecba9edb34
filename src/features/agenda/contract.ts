import { z } from 'zod';
import { FactId, LocalDay, Moment, words } from '../../platform/contract.ts';

export const PLACES = ['focus', 'keep-alive', 'parked'] as const;
export type Place = (typeof PLACES)[number];

export const PlacingBody = z
  .object({ practiceId: FactId, place: z.enum(PLACES), placedAt: Moment })
  .meta({ id: 'PlacingBody' });
export type PlacingBody = z.infer<typeof PlacingBody>;

/** The learner’s answer to what the plan began with. */
export const PlanAnswerBody = z
  .object({
    practiceId: FactId.describe('What was offered.'),
    answer: z.enum(['something-else', 'not-today']),
    chosenPracticeId: FactId.nullable().describe('What they took instead, if they chose it.'),
    minutes: z.int().min(1).max(240),
    localDay: LocalDay,
    answeredAt: Moment,
  })
  .meta({ id: 'PlanAnswerBody' });
export type PlanAnswerBody = z.infer<typeof PlanAnswerBody>;

const pauseFields = z.object({
  fromDay: LocalDay,
  untilDay: LocalDay.nullable().describe('Its last day; null: until it is ended.'),
  note: words(200).nullable(),
  setAt: Moment,
});
export const PauseBody = pauseFields
  .refine(({ fromDay, untilDay }) => untilDay === null || untilDay >= fromDay, {
    path: ['untilDay'],
    message: 'lies before the first day of the pause',
  })
  .meta({ id: 'PauseBody' });
export type PauseBody = z.infer<typeof PauseBody>;

export const PauseEndBody = z
  .object({ lastDay: LocalDay.describe('Before the first day: the pause never was.'), endedAt: Moment })
  .meta({ id: 'PauseEndBody' });
export type PauseEndBody = z.infer<typeof PauseEndBody>;

export const Placing = PlacingBody.extend({ id: FactId }).meta({ id: 'Placing' });
export type Placing = z.infer<typeof Placing>;
export const PlanAnswer = PlanAnswerBody.extend({ id: FactId }).meta({ id: 'PlanAnswer' });
export type PlanAnswer = z.infer<typeof PlanAnswer>;
/** `lastDay`: of the end that somebody set, which comes before `untilDay` or takes its place. */
export const Pause = pauseFields.extend({ id: FactId, lastDay: LocalDay.nullable() }).meta({ id: 'Pause' });
export type Pause = z.infer<typeof Pause>;

const RunningExperiment = z.object({
  practiceId: FactId,
  variable: z.string(),
  unit: z.enum(['attempt', 'session']),
  wanted: z.int().min(0).describe('How many more attempts, or sessions, it is planned to have.'),
});

/** What a plan needs beside the bench. The plan itself is made where it is shown, so that it holds offline too. */
export const Agenda = z
  .object({
    placings: z.array(Placing).max(500).describe('The newest of each practice.'),
    answers: z.array(PlanAnswer).max(200).describe('Of the last four weeks, newest first.'),
    experiments: z
      .array(RunningExperiment)
      .max(200)
      .optional()
      .describe('Those that are not ended. Left out by a home of before.'),
    pauses: z.array(Pause).max(100).describe('Those that reach into the last thirteen weeks, newest first.'),
  })
  .meta({ id: 'Agenda' });
export type Agenda = z.infer<typeof Agenda>;
