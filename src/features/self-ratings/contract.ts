import { z } from 'zod';
import { FactId, Moment } from '../../platform/contract.ts';
import { Conditions } from '../practice/contract.ts';

const FivePoint = z.int().min(1).max(5);

const fields = z.object({
  practiceId: FactId,
  sessionId: FactId,
  beforeAttemptId: FactId.nullable().describe('The take that it was said before.'),
  afterAttemptId: FactId.nullable().describe('The take that it was said after.'),
  sure: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('How sure that the take to come meets the target, as a probability.'),
  absorbed: FivePoint.nullable().describe('Of a sitting: how absorbed, from 1, not at all, to 5, wholly.'),
  hard: FivePoint.nullable().describe(
    'Of a sitting: from 1, far too easy, over 3, as much as one could, to 5.',
  ),
  ratedAt: Moment,
});

/** What a learner says of themselves in a tap: before and after takes how sure they are, or of a sitting how it was. */
export const SelfRatingBody = fields
  .superRefine((rating, context) => {
    const { sure, absorbed, hard, beforeAttemptId, afterAttemptId } = rating;
    const isOfTake = beforeAttemptId !== null || afterAttemptId !== null;
    if (isOfTake && (sure === null || absorbed !== null || hard !== null))
      context.addIssue({ code: 'custom', path: ['sure'], message: 'is what is said beside a take, alone' });
    if (!isOfTake && (sure !== null || absorbed === null || hard === null))
      context.addIssue({ code: 'custom', path: ['absorbed'], message: 'of a sitting both items are given' });
  })
  .meta({
    id: 'SelfRatingBody',
    // Made from the schema alone, hardly any would keep the rule between the fields.
    examples: [
      {
        practiceId: '0197a000-0000-7000-8000-000000000001',
        sessionId: '0197a000-0000-7000-8000-000000000002',
        beforeAttemptId: '0197a000-0000-7000-8000-000000000003',
        afterAttemptId: null,
        sure: 0.7,
        absorbed: null,
        hard: null,
        ratedAt: '2026-03-01T08:00:30.000Z',
      },
    ],
  });
export type SelfRatingBody = z.infer<typeof SelfRatingBody>;

/** The take that was foretold, while it stands. */
const ForetoldTake = z.object({
  attemptId: FactId,
  payoffId: FactId,
  value: z.number().nullable(),
  startedAt: z.string(),
});
export type ForetoldTake = z.infer<typeof ForetoldTake>;

export const LATEST_RATINGS = 500;

export const SelfRatingList = z
  .object({
    ratings: z
      .array(
        fields.extend({
          id: FactId,
          take: ForetoldTake.nullable().describe('Null: none came, or it was taken back.'),
        }),
      )
      .max(LATEST_RATINGS)
      .describe('Of takes, oldest first.'),
    sittings: z
      .array(
        z.object({
          id: FactId,
          sessionId: FactId,
          absorbed: FivePoint,
          hard: FivePoint,
          ratedAt: z.string(),
          conditions: Conditions.describe('Those under which every take of it was made.'),
        }),
      )
      .max(LATEST_RATINGS)
      .describe('Of sittings, oldest first; of each the newest word.'),
  })
  .meta({ id: 'SelfRatingList' });
export type SelfRatingList = z.infer<typeof SelfRatingList>;
export type RatedTake = SelfRatingList['ratings'][number];
export type RatedSitting = SelfRatingList['sittings'][number];
