import { z } from 'zod';
import { WORKS } from '../../engine/session/work.ts';
import { FactId, LocalDay, Moment, words } from '../../platform/contract.ts';

const PairPart = z.object({
  name: words(80),
  soloDrill: words(300).describe('How it is practised alone.'),
  payoffId: FactId.nullable().describe(
    'The payoff of this practice, marked as of this part, that it is measured by. Null: by that of the whole.',
  ),
});

const EXAMPLE = {
  practiceId: '01890a5d-ac96-774b-bcce-b302099a8057',
  timing: 'at-once',
  a: { name: 'even throws', soloDrill: 'Two balls, one exchange.', payoffId: null },
  b: { name: 'calm catching', soloDrill: 'One ball, hand to hand.', payoffId: null },
  costLimit: 0.1,
  leads: false,
  setAt: '2026-03-01T08:00:00Z',
} as const;

/** The two parts of a practice that fight, as the learner calls, drills and measures them. The newest holds. */
export const PairingBody = z
  .object({
    practiceId: FactId,
    timing: z.enum(['at-once', 'in-turn']),
    a: PairPart,
    b: PairPart,
    costLimit: z
      .number()
      .min(0.01)
      .max(0.5)
      .describe('A share. With both costs below it the two are combined.'),
    leads: z.boolean().describe('Whether a session that asks for nothing else begins with what comes next.'),
    setAt: Moment,
  })
  .meta({ id: 'PairingBody', examples: [EXAMPLE] });
export type PairingBody = z.infer<typeof PairingBody>;

const PairTakeRow = z.object({
  id: FactId,
  sessionId: FactId,
  startedAt: z.string(),
  localDay: LocalDay,
  value: z.number(),
  payoffId: FactId,
  work: z.enum(WORKS),
  part: z.string().nullable(),
});
export type PairTakeRow = z.infer<typeof PairTakeRow>;

export const MOST_PAIRINGS = 50;
export const MOST_PAIR_TAKES = 1_500;

export const Pair = z
  .object({
    pairings: z
      .array(PairingBody.extend({ id: FactId }))
      .max(MOST_PAIRINGS)
      .describe('Newest first; the first holds. None: as the design has it.'),
    takes: z
      .array(PairTakeRow)
      .max(MOST_PAIR_TAKES)
      .describe('The newest scored takes that stand, oldest first, without two-minute versions.'),
  })
  .meta({ id: 'Pair' });
export type Pair = z.infer<typeof Pair>;
export type Pairing = Pair['pairings'][number];
