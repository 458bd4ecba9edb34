import { z } from 'zod';
import { DIRECTIONS, MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { targetFault, targetFaultWords } from '../../engine/measure/target-fault.ts';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { WORKS } from '../../engine/session/work.ts';
import { FactId, LocalDay, Moment, words } from '../../platform/contract.ts';
import { Anchors, Micromastery, MicromasteryId, Target } from '../library/contract.ts';
import { NeedBody } from '../needs/contract.ts';
import { LastAim, PayoffChoice, Wish } from './choice-contract.ts';
import { PracticeStanding } from './standing-contract.ts';

const payoffFields = z.object({
  practiceId: FactId,
  statement: words(200),
  kind: z.enum(MEASURE_KINDS),
  unit: words(40),
  direction: z.enum(DIRECTIONS),
  target: Target,
  howMeasured: words(400).nullable(),
  anchors: Anchors.nullable(),
  part: z
    .enum(['a', 'b'])
    .nullish()
    .describe('Of one of the two parts that fight: takes of it are measured so, and it is never in force.'),
  setAt: Moment,
});

/** The learner's own payoff. Both ends of the target null: practice is allowed, and never "reached". */
export const PayoffBody = payoffFields
  .superRefine((payoff, context) => {
    const fault = targetFault(payoff);
    if (fault !== null) {
      const message = targetFaultWords(payoff, fault);
      context.addIssue({ code: 'custom', path: ['target', fault.end], message });
    }
  })
  .meta({ id: 'PayoffBody' });
export type PayoffBody = z.infer<typeof PayoffBody>;
/** As it is kept. */
export const Payoff = payoffFields.extend({ id: FactId }).meta({ id: 'Payoff' });
export type Payoff = z.infer<typeof Payoff>;

export const PracticeBody = z
  .object({
    micromasteryId: MicromasteryId,
    micromasteryVersion: z.int().min(1).max(10_000),
    needId: FactId.nullable(),
    startedAt: Moment,
  })
  .meta({ id: 'PracticeBody' });
export type PracticeBody = z.infer<typeof PracticeBody>;

export const SessionBody = z
  .object({
    practiceId: FactId,
    deviceId: FactId.nullable(),
    isFloor: z.boolean().describe('The two-minute version.'),
    work: z.enum(WORKS).default('whole').describe('Never drawn together; play is never scored.'),
    part: words(80).nullable().default(null).describe('Which part, where it is part work.'),
    startedAt: Moment,
  })
  .meta({ id: 'SessionBody' });
export type SessionBody = z.infer<typeof SessionBody>;

export const SessionEndBody = z
  .object({ endedAt: Moment, line: words(500).nullable().describe('One line for next time.') })
  .meta({ id: 'SessionEndBody' });
export type SessionEndBody = z.infer<typeof SessionEndBody>;

export const Conditions = z
  .record(words(60), words(60))
  .refine((conditions) => Object.keys(conditions).length <= 12, 'has more than 12 conditions');

export const AttemptBody = z
  .object({
    practiceId: FactId,
    sessionId: FactId,
    payoffId: FactId,
    sequence: z.int().min(1).max(100_000).describe('Its place in the session, as the device counted.'),
    startedAt: Moment,
    localDay: LocalDay,
    durationSeconds: z.number().min(0).max(86_400).nullable(),
    value: z.number().nullable().describe('In the measure’s own unit; null: finished without a score.'),
    conditions: Conditions,
    isTrickRead: z.boolean().describe('Whether the entry trick had been read by then.'),
    source: z.enum(['runner', 'command-line', 'import']),
  })
  .meta({ id: 'AttemptBody' });
export type AttemptBody = z.infer<typeof AttemptBody>;

export const RetractionBody = z
  .object({ attemptId: FactId, retractedAt: Moment })
  .meta({ id: 'RetractionBody' });
export type RetractionBody = z.infer<typeof RetractionBody>;

export const RemarkBody = z
  .object({
    attemptId: FactId,
    replacesId: FactId.nullable().describe(
      'The remark that this edit began from; two edits of one are both kept.',
    ),
    feel: z.int().min(0).max(10).nullable(),
    text: words(2000).nullable(),
    tags: z.array(words(40)).max(10),
    writtenAt: Moment,
  })
  .meta({ id: 'RemarkBody' });
export type RemarkBody = z.infer<typeof RemarkBody>;

/** What is derived from the facts of a practice: the keys of the queries to read again after any of them was recorded. */
export const touchedBy = (practiceId: string): string[] => [
  'bench',
  ...['practice', 'picture', 'attempts', 'history', 'experiments', 'pair'].map(
    (view) => `${view}:${practiceId}`,
  ),
];

export const PracticeCard = z
  .object({
    id: FactId,
    micromasteryId: MicromasteryId,
    title: z.string(),
    field: z.string(),
    startedAt: z.string(),
    needText: z.string().nullable(),
    payoff: Payoff.nullable(),
    attemptMinutes: z.number(),
    floor: z.string().nullable(),
    attempts: z.int().describe('Attempts that stand: retracted ones are not counted.'),
    lastAttemptAt: z.string().nullable(),
    lastLine: z
      .string()
      .nullable()
      .describe('The line that the learner left for next time when they ended the last session; null: none.'),
    micromasteryVersion: z.int().describe('The version that it follows.'),
    newestVersion: z.int().describe('The newest that there is of it.'),
    isOwn: z.boolean().describe('Whether the micromastery is the learner’s own.'),
    needWithin: NeedBody.shape.wantedWithin.nullable().describe('Null: no need that is still open.'),
    needRaisedAt: z.string().nullable(),
    designSittingsAWeek: z.number().nullable(),
    wish: Wish,
    startTakes: z
      .int()
      .min(0)
      .max(BASELINE_ATTEMPTS)
      .describe('Scored takes of the whole so far, as far as they set where the learner starts.'),
    variables: z.array(z.string()).max(12).describe('Names of what its design lets vary.'),
    standing: PracticeStanding.optional().describe(
      'Told once a payoff is set. Left out by a home of before.',
    ),
  })
  .meta({ id: 'PracticeCard' });
export type PracticeCard = z.infer<typeof PracticeCard>;

/** Minutes of one past session, for the bench's drawing of practice. */
export const SessionMinutes = z.object({
  practiceId: FactId,
  startedAt: z.string(),
  minutes: z.number().describe('To its end, and at most ten minutes beyond the end of its last attempt.'),
  attempts: z.int().describe('Attempts that stand: retracted ones are not counted.'),
});

/** What was put in, over all sessions, also those that are too many to be drawn. */
export const PracticeTotal = z.object({
  minutes: z.number(),
  sessions: z.int(),
  weeks: z.int().describe('Of the last thirteen, counted back from now, those in which a session began.'),
});
export type PracticeTotal = z.infer<typeof PracticeTotal>;

export const Bench = z
  .object({
    practices: z.array(PracticeCard).max(200),
    sessions: z
      .array(SessionMinutes)
      .max(500)
      .describe('The newest of the last 13 weeks, oldest first: for drawing.'),
    total: PracticeTotal.optional().describe(
      'Of all sessions of the last 13 weeks: for saying. Left out by a home of before.',
    ),
  })
  .meta({ id: 'Bench' });
export type Bench = z.infer<typeof Bench>;

/** Of the newest sittings, at most twenty, how many varied something. */
export const Variety = z.object({
  sittings: z.int().min(0).max(20),
  varied: z.int().min(0).max(20).describe('Takes were made under other conditions than the take before.'),
});
export type Variety = z.infer<typeof Variety>;

export const PracticePage = z
  .object({
    card: PracticeCard,
    micromastery: Micromastery,
    payoffs: z
      .array(Payoff)
      .max(100)
      .describe('Newest first; the first is in force. Measures of its parts come last.'),
    lastAim: LastAim.nullable(),
    payoffChoice: PayoffChoice.nullable(),
    supportShare: z
      .number()
      .min(0)
      .max(1)
      .describe('Of the six slots of background support, those in place or not needed.'),
    variety: Variety.optional().describe('Left out by a home of before.'),
  })
  .meta({ id: 'PracticePage' });
export type PracticePage = z.infer<typeof PracticePage>;

export const Remark = RemarkBody.extend({ id: FactId }).meta({ id: 'Remark' });
export const AttemptRow = AttemptBody.extend({
  id: FactId,
  isFloor: z.boolean().describe('Made in a two-minute version of its practice.'),
  remarks: z.array(Remark).max(20).describe('Those in force; more than one where two edits met.'),
}).meta({ id: 'AttemptRow' });
export type AttemptRow = z.infer<typeof AttemptRow>;

export const AttemptList = z
  .object({
    attempts: z.array(AttemptRow).max(200).describe('Newest first.'),
    next: z.string().nullable().describe('Pass as `before` for the ones before these.'),
  })
  .meta({ id: 'AttemptList' });
export type AttemptList = z.infer<typeof AttemptList>;
