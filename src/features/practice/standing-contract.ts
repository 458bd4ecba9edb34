import { z } from 'zod';
import { RETENTION_DAYS } from '../../engine/retention/retention.ts';

const AheadSeries = z.object({
  middle: z.array(z.number()).max(RETENTION_DAYS.length).readonly(),
  lower: z.array(z.number()).max(RETENTION_DAYS.length).readonly(),
  upper: z.array(z.number()).max(RETENTION_DAYS.length).readonly(),
});

const Retention = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-for-a-range') }),
    z.object({ kind: z.literal('not-for-passes') }),
    z.object({ kind: z.literal('too-few-attempts'), have: z.int(), need: z.int() }),
    z.object({
      kind: z.literal('known'),
      n: z.int(),
      lastAt: z.number().describe('The last take that it rests on, milliseconds since 1970.'),
      best: z.number().describe('The best level that was sustained, in the unit of the measure.'),
      cold: AheadSeries.nullable().describe(
        'The first take of a session as a share of that level, 1 being as good. Null: no share can be told.',
      ),
      holds: AheadSeries.nullable().describe(
        'The chance that the first take of a session meets the target. Null: there is none.',
      ),
    }),
  ])
  .describe(`With 80% intervals, on these days after the last take: ${RETENTION_DAYS.join(', ')}.`);

/** Where it stands against its target, from its newest 2,000 takes, those of the whole. */
export const PracticeStanding = z.object({
  heldDays: z.int().nullable().describe('Days on which a session held the target; null: there is none.'),
  holdsForDays: z
    .number()
    .nullable()
    .describe(
      'Of a target that was met: days from the last take until a first take meets it with less than 80%.',
    ),
  reachedAt: z
    .number()
    .nullable()
    .optional()
    .describe(
      'When a take first reached the target as it is now, of all takes. Left out by a home of before.',
    ),
  metAt: z
    .number()
    .nullable()
    .optional()
    .describe('When the third day came on which a session held it. Left out by a home of before.'),
  retention: Retention.optional().describe('What is left of it. Left out by a home of before.'),
});
export type PracticeStanding = z.infer<typeof PracticeStanding>;
