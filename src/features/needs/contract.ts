import { z } from 'zod';
import { FactId, Moment, words } from '../../platform/contract.ts';
import { MicromasteryId } from '../library/contract.ts';
import { HORIZONS, KINDS, NEED_LETTERS, WITHINS } from './caught-contract.ts';

/** Why the learner is here: a gap now, or the next rung, or the next thing they were asked to do. */
export const NeedBody = z
  .object({
    kind: z.enum(KINDS),
    text: words(NEED_LETTERS),
    horizon: z.enum(HORIZONS),
    wantedWithin: z.enum(WITHINS),
    context: words(NEED_LETTERS).nullable(),
    raisedAt: Moment,
  })
  .meta({ id: 'NeedBody' });
export type NeedBody = z.infer<typeof NeedBody>;

/** A need said anew, answered, or let go of; whole, so that the newest says everything. */
export const NeedRevisionBody = NeedBody.omit({ kind: true, raisedAt: true })
  .extend({
    needId: FactId,
    state: z.enum(['open', 'answered', 'let-go']),
    revisedAt: Moment,
  })
  .meta({ id: 'NeedRevisionBody' });
export type NeedRevisionBody = z.infer<typeof NeedRevisionBody>;

export const NeedMatchBody = z.object({ matchedAt: Moment }).meta({ id: 'NeedMatchBody' });

/** As it stands now: with the words of its newest revision. */
export const Need = NeedBody.extend({
  id: FactId,
  state: NeedRevisionBody.shape.state.default('open'),
  revisedAt: z.string().nullable().default(null).describe('When it was last said anew; null: never.'),
  micromasteryIds: z.array(MicromasteryId).max(50),
}).meta({ id: 'Need' });
export type Need = z.infer<typeof Need>;

export const NeedList = z
  .object({
    needs: z
      .array(Need)
      .max(200)
      .describe('Open ones first, those that were let go of last; of each the newest first.'),
    next: FactId.nullable().default(null).describe('Pass as `before` for the ones after these.'),
  })
  .meta({ id: 'NeedList' });
export type NeedList = z.infer<typeof NeedList>;
