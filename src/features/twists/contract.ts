import { z } from 'zod';
import { MOST_CARDS, MOST_WEIGHT } from '../../engine/challenge/deck.ts';
import { FactId, Moment, words } from '../../platform/contract.ts';

const Place = z.int().min(0).max(999_999);

/** A challenge that was drawn for a take, or declined. Its seed is the id of the practice. */
export const TwistDrawBody = z
  .object({
    practiceId: FactId,
    sessionId: FactId,
    attemptId: FactId.nullable().describe('Of the take that was made under it; null: it was declined.'),
    place: Place.describe('Which draw of the practice it is, from 0.'),
    round: Place.describe('How many times the deck had been through.'),
    card: words(60),
    offered: z
      .array(z.object({ card: words(60), left: z.int().min(1).max(MOST_WEIGHT) }))
      .min(1)
      .max(MOST_CARDS)
      .describe('What it was drawn from: with the seed, all that is needed to draw it again.'),
    drawnAt: Moment,
  })
  .meta({ id: 'TwistDrawBody' });
export type TwistDrawBody = z.infer<typeof TwistDrawBody>;

const LATEST = 200;

export const TwistList = z
  .object({
    draws: z
      .array(TwistDrawBody.extend({ id: FactId }))
      .max(LATEST)
      .describe('The latest, by place: as many as a draw depends on.'),
  })
  .meta({ id: 'TwistList' });
export type TwistList = z.infer<typeof TwistList>;
export const LATEST_TWISTS = LATEST;
