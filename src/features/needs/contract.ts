import { z } from 'zod';
import { FactId, Moment, words } from '../../platform/contract.ts';
import { MicromasteryId } from '../library/contract.ts';

/** Why the learner is here: a gap now, or the next rung, or the next thing they were asked to do. */
export const NeedBody = z
  .object({
    kind: z.enum(['gap', 'next']),
    text: words(500),
    horizon: z.enum(['now', 'next-rung', 'possible-future']),
    wantedWithin: z.enum(['ten-minutes', 'this-week', 'this-year']),
    context: words(500).nullable(),
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
  micromasteryIds: z.array(MicromasteryId).max(50),
}).meta({ id: 'Need' });
export type Need = z.infer<typeof Need>;

export const NeedList = z
  .object({ needs: z.array(Need).max(200).describe('Newest first.') })
  .meta({ id: 'NeedList' });
export type NeedList = z.infer<typeof NeedList>;
