import { z } from 'zod';
import { TRICK_ORDERS } from '../../engine/agenda/wish.ts';
import { FactId, LocalDay, Moment, words } from '../../platform/contract.ts';
import { MicromasteryId } from '../library/contract.ts';

/** What a learner decides about a practice of theirs: what, how, when and to what level. The newest of each is in force. */

export const FollowingBody = z
  .object({
    practiceId: FactId,
    micromasteryId: MicromasteryId,
    micromasteryVersion: z.int().min(1).max(10_000),
    followedAt: Moment,
  })
  .meta({ id: 'FollowingBody' });
export type FollowingBody = z.infer<typeof FollowingBody>;

export const WishBody = z
  .object({
    practiceId: FactId,
    sittingsAWeek: z.int().min(0).max(70).nullable().describe('Null: as the design says.'),
    cue: words(160).nullable().describe('When: “after coffee”.'),
    trickOrder: z.enum(TRICK_ORDERS),
    wantedBy: LocalDay.nullable().default(null).describe('The last day by which the payoff should be met.'),
    variedShare: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(null)
      .describe('The share of sittings that should vary something. Null: nothing is wished.'),
    setAt: Moment,
  })
  .meta({ id: 'WishBody' });
export type WishBody = z.infer<typeof WishBody>;
export const Wish = WishBody.omit({ practiceId: true, setAt: true }).meta({ id: 'Wish' });
export type Wish = z.infer<typeof Wish>;

export const PayoffChoiceBody = z
  .object({
    practiceId: FactId,
    payoffId: FactId.describe('The payoff that held.'),
    choice: z.enum(['perfect', 'bigger', 'both', 'keep-alive']),
    biggerMicromasteryId: MicromasteryId.nullable().describe('What it goes on to, where it does.'),
    chosenAt: Moment,
  })
  .meta({ id: 'PayoffChoiceBody' });
export type PayoffChoiceBody = z.infer<typeof PayoffChoiceBody>;

/** The one thing to change in a session. */
export const AimBody = z
  .object({ sessionId: FactId, text: words(160), setAt: Moment })
  .meta({ id: 'AimBody' });
export type AimBody = z.infer<typeof AimBody>;

export const AimResultBody = z
  .object({
    outcome: z.enum(['better', 'same', 'worse', 'not-tried']).describe('As the learner saw it.'),
    note: words(500).nullable(),
    toldAt: Moment,
  })
  .meta({ id: 'AimResultBody' });
export type AimResultBody = z.infer<typeof AimResultBody>;

export const PayoffChoice = PayoffChoiceBody.extend({ id: FactId }).meta({ id: 'PayoffChoice' });
export type PayoffChoice = z.infer<typeof PayoffChoice>;

export const LastAim = AimBody.extend({
  id: FactId,
  result: AimResultBody.omit({ toldAt: true }).nullable().describe('Null: nothing was said of it.'),
}).meta({ id: 'LastAim' });
export type LastAim = z.infer<typeof LastAim>;
