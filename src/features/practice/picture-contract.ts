import { z } from 'zod';
import { SCORED_WORKS, WORKS } from '../../engine/session/work.ts';
import { FactId, words } from '../../platform/contract.ts';
import { Target } from '../library/contract.ts';

/** The engine's picture as it crosses the wire: shapes, units and meaning as in src/engine/picture/picture.ts. */
const TooFewAttempts = z.object({ kind: z.literal('too-few-attempts'), have: z.int(), need: z.int() });
const TooFewSessions = z.object({ kind: z.literal('too-few-sessions'), have: z.int(), need: z.int() });
const NoTarget = z.object({ kind: z.literal('no-target') });
const NotForPass = z.object({ kind: z.literal('not-for-pass') });

const Interval = z.object({
  kind: z.literal('interval'),
  low: z.number(),
  high: z.number(),
  level: z.number(),
  coverage: z.number(),
});

const MedianEstimate = z.object({
  median: z.number(),
  n: z.int(),
  interval: z.discriminatedUnion('kind', [Interval, TooFewAttempts]),
});

const TakeNumber = z
  .int()
  .describe('Its place among all takes of the practice that stand, scored or not, from 1.');

const Named = z.object({ value: z.number(), index: z.int(), number: TakeNumber, at: z.number() });

const Point = z.object({
  index: z.int(),
  number: TakeNumber,
  value: z.number(),
  at: z.number(),
  sessionId: z.string(),
  id: z.string().optional(),
});

const Bin = z.object({
  first: z.int(),
  last: z.int(),
  firstNumber: TakeNumber,
  lastNumber: TakeNumber,
  firstAt: z.number(),
  lastAt: z.number(),
  n: z.int(),
  min: z.number(),
  q25: z.number(),
  median: z.number(),
  q75: z.number(),
  max: z.number(),
});

const ShareEstimate = z.object({
  share: z.number(),
  low: z.number(),
  high: z.number(),
  level: z.number(),
  n: z.int(),
});

const Slope = z.object({
  kind: z.enum(['improving', 'slipping', 'cannot-tell']),
  perTenAttempts: z.number().describe('Positive is better, whatever the direction of the measure.'),
  low: z.number(),
  high: z.number(),
  level: z.number(),
  n: z.int(),
  sessions: z.int(),
});

const Gain = z.object({
  kind: z.literal('gain'),
  difference: z.number().describe('Positive is better.'),
  low: z.number(),
  high: z.number(),
  level: z.number(),
  first: z.number(),
  last: z.number(),
});

const Ahead = z.object({ from: z.int(), to: z.int(), mean: z.number(), low: z.number(), high: z.number() });

const AttemptsAhead = z.number().nullable();

const Outlook = z.object({
  kind: z.literal('outlook'),
  n: z.int(),
  level: z.number(),
  band: z.array(Ahead).max(20).readonly(),
  nextTen: Ahead,
  reach: z
    .object({
      early: AttemptsAhead,
      middle: AttemptsAhead,
      late: AttemptsAhead,
      most: z.int(),
      probability: z.number(),
    })
    .nullable()
    .describe('When the mean of 25 attempts in a row first reaches the target, in attempts from now.'),
  pacePerDay: z.number().nullable(),
});

const Course = z.object({
  kind: z.enum(['improving', 'plateau', 'cannot-tell']),
  n: z.int(),
  sinceNumber: TakeNumber,
  sinceAt: z.number(),
  gain: z.number().describe('Of `stretchAttempts` attempts; positive is better.'),
  low: z.number(),
  high: z.number(),
  smallest: z.number().describe('A gain below this is taken for none.'),
  stretchAttempts: z.int(),
  level: z.number(),
});

const Shift = z.object({
  index: z.int(),
  number: TakeNumber,
  at: z.number(),
  n: z.int(),
  seenNumber: TakeNumber,
  direction: z.enum(['better', 'worse', 'elsewhere']),
});

export const PicturePayload = z.object({
  n: z.int(),
  sessions: z.int(),
  drawn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('points'), points: z.array(Point).max(1000).readonly() }),
    z.object({ kind: z.literal('bins'), bins: z.array(Bin).max(1000).readonly() }),
  ]),
  runningMedian: z
    .array(
      z.object({
        index: z.int(),
        at: z.number(),
        median: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        n: z.int(),
      }),
    )
    .max(1000)
    .readonly(),
  share: z
    .object({
      latest: z.union([ShareEstimate, TooFewAttempts]),
      running: z
        .array(ShareEstimate.extend({ index: z.int(), at: z.number() }))
        .max(1000)
        .readonly(),
    })
    .nullable()
    .describe('Only for the kind `pass`, in place of the running median.'),
  window: z.int(),
  level: z.number(),
  latest: z.union([MedianEstimate, TooFewAttempts]),
  spread: z.union([z.object({ q25: z.number(), q75: z.number(), n: z.int() }), TooFewAttempts]),
  personalBest: Named.nullable(),
  baseline: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('baseline'),
      median: z.number(),
      low: z.number(),
      high: z.number(),
      n: z.int(),
      withTrickRead: z.int().nullable(),
    }),
    TooFewAttempts,
  ]),
  target: Target,
  trend: z.union([TooFewAttempts, TooFewSessions, NoTarget, Slope]),
  gain: z.union([TooFewAttempts, TooFewSessions, NoTarget, NotForPass, Gain]),
  reached: Named.nullable(),
  outlook: z
    .union([TooFewAttempts, Outlook])
    .optional()
    .describe('Where it is heading. Left out by a home of before.'),
  course: z
    .union([TooFewAttempts, NoTarget, Course])
    .optional()
    .describe('Whether practice still brings something, valid under a look after every attempt.'),
  shifts: z
    .array(Shift)
    .max(3)
    .readonly()
    .optional()
    .describe('Where attempts began to lie elsewhere than was forecast, the latest first.'),
  unlikely: z
    .array(
      z.object({
        index: z.int(),
        id: z.string().optional().describe('Left out by a home of before.'),
        number: TakeNumber,
        value: z.number(),
        usual: z.object({ low: z.number(), high: z.number() }),
        perhaps: z.number().nullable(),
      }),
    )
    .max(5)
    .readonly()
    .optional()
    .describe('So far from those around them that a slip is likelier; they count like any other.'),
  met: z.object({
    sessionsHeld: z.int(),
    daysHeld: z.int(),
    daysNeeded: z.int(),
    metAt: z.number().nullable(),
  }),
  gaps: z
    .array(
      z.object({
        afterIndex: z.int(),
        beforeIndex: z.int(),
        fromAt: z.number(),
        toAt: z.number(),
        days: z.number(),
      }),
    )
    .max(5000)
    .readonly(),
});

const FirstSuccess = z
  .object({ id: FactId, secondsAfter: z.number() })
  .describe(
    'The first attempt that reached the target of its time, and how long after the taking up that was.',
  );

/** Whose picture is asked for. Whole runs, parts and showings are never drawn together. */
export const WorkQuery = z.object({
  work: z.enum(SCORED_WORKS).default('whole'),
  part: words(80).optional().describe('Which part, where it is part work.'),
});
export type WorkQuery = z.infer<typeof WorkQuery>;

/** What there are takes of that a picture may draw: play is never drawn. */
const WorkTakes = z.object({
  work: z.enum(SCORED_WORKS),
  part: z.string().nullable(),
  takes: z.int().describe('Takes that stand, scored or not.'),
});
export type WorkTakes = z.infer<typeof WorkTakes>;

export const PracticePicture = z
  .object({
    practiceId: FactId,
    picture: PicturePayload.nullable().describe('Null: no payoff yet, so there is nothing to measure by.'),
    firstSuccess: FirstSuccess.nullable().describe(
      'Null: none yet, or they had practised before they took this up here.',
    ),
    payoffId: FactId.optional().describe('What it is drawn in, where a part has a measure of its own.'),
    works: z
      .array(WorkTakes)
      .max(200)
      .optional()
      .describe('Whole runs first, then parts, then showings. Left out by a home of before.'),
  })
  .meta({ id: 'PracticePicture' });
export type PracticePicture = z.infer<typeof PracticePicture>;

const HistoryAttempt = z.object({
  id: z.string(),
  number: TakeNumber,
  value: z.number(),
  at: z.number(),
  sessionId: z.string(),
  dayKey: z.string(),
  conditions: z.array(z.string()).max(12),
  isTrickRead: z
    .boolean()
    .optional()
    .describe('Left out where nobody knows, or where there is no entry trick.'),
});

/** What a device needs to end a session truthfully without the network. */
export const AttemptHistory = z
  .object({
    practiceId: FactId,
    total: z.int().describe('Scored attempts that stand, also those before the ones listed.'),
    others: z
      .array(z.object({ id: z.string(), number: TakeNumber }))
      .max(2000)
      .describe(
        'The newest without a score, in a measure that is no longer in force, or of other work, oldest first.',
      ),
    standing: z.int().describe('All attempts that stand.'),
    attempts: z.array(HistoryAttempt).max(2000).describe('The newest, oldest first.'),
    earlierBest: HistoryAttempt.nullable().describe('The best of those not listed.'),
    earlierReached: HistoryAttempt.nullable().describe(
      'The first of those not listed that reached the target.',
    ),
    earlierConditions: z.array(z.string()).max(200),
    alsoCounting: z
      .object({
        total: z.int().describe('How many there are, also before the ones listed.'),
        attempts: z.array(HistoryAttempt).max(2000).describe('The newest, oldest first.'),
      })
      .optional()
      .describe(
        'Attempts of showings beside whole runs, and the other way round: they count for the target.',
      ),
    apart: z
      .array(z.object({ sessionId: z.string(), work: z.enum(WORKS), part: z.string().nullable() }))
      .max(2000)
      .optional()
      .describe('The newest sessions that were no run of the whole.'),
  })
  .meta({ id: 'AttemptHistory' });
export type AttemptHistory = z.infer<typeof AttemptHistory>;
