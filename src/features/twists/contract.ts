import { z } from 'zod';
import { MOST_CARDS, MOST_WEIGHT } from '../../engine/challenge/deck.ts';
import { difficultyFault, MOST_DIFFICULTY_LEVELS } from '../../engine/challenge/difficulty.ts';
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

/** A challenge of the learner's own, or what they do with one of the author's. The newest of a name is in force. */
export const TwistCardBody = z
  .object({
    practiceId: FactId,
    name: words(60),
    instruction: words(200).nullable().describe('Null: the author’s card of this name.'),
    isAside: z.boolean().describe('It is not drawn.'),
    setAt: Moment,
  })
  .meta({ id: 'TwistCardBody' });
export type TwistCardBody = z.infer<typeof TwistCardBody>;

/** A variable whose levels follow how it goes. The newest of a practice is in force. */
export const DifficultyBody = z
  .object({
    practiceId: FactId,
    variable: words(60),
    levels: z
      .array(words(60))
      .min(2)
      .max(MOST_DIFFICULTY_LEVELS)
      .describe('From the easiest to the hardest.'),
    startLevel: words(60),
    target: z.number().describe('The share of takes that should pass.'),
    isLocked: z.boolean().describe('The level is kept, and what would be done is still told.'),
    isFollowed: z.boolean().describe('False: it no longer follows.'),
    setAt: Moment,
  })
  .superRefine(({ levels, startLevel, target }, context) => {
    const message = difficultyFault({ levels, start: levels.indexOf(startLevel), target });
    if (message !== null) context.addIssue({ code: 'custom', path: ['levels'], message });
  })
  .meta({
    id: 'DifficultyBody',
    examples: [
      {
        practiceId: '018f2b1e-0000-7000-8000-000000000001',
        variable: 'tempo',
        levels: ['80 bpm', '85 bpm', '90 bpm'],
        startLevel: '80 bpm',
        target: 0.8,
        isLocked: false,
        isFollowed: true,
        setAt: '2026-03-01T07:00:00.000Z',
      },
    ],
  });
export type DifficultyBody = z.infer<typeof DifficultyBody>;

const LATEST = 200;

export const TwistList = z
  .object({
    draws: z
      .array(TwistDrawBody.extend({ id: FactId }))
      .max(LATEST)
      .describe('The latest, by place: as many as a draw depends on.'),
    cards: z
      .array(TwistCardBody.extend({ id: FactId }))
      .max(LATEST)
      .optional()
      .describe('The newest of each name, by name. Left out by a home of before.'),
    difficulty: DifficultyBody.safeExtend({ id: FactId })
      .nullable()
      .optional()
      .describe('In force; null: none was ever set. Left out by a home of before.'),
  })
  .meta({ id: 'TwistList' });
export type TwistList = z.infer<typeof TwistList>;
export const LATEST_TWISTS = LATEST;
