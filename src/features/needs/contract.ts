import { z } from 'zod';
import { Moment, Touched, words } from '../../platform/contract.ts';
import { MicromasteryId } from '../library/contract.ts';

export const NeedId = z
  .uuid()
  .describe('Made by the device (version 7), so that sending it again changes nothing.');

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

export const NeedMatchBody = z.object({ matchedAt: Moment }).meta({ id: 'NeedMatchBody' });

export const Need = NeedBody.extend({ id: NeedId, micromasteryIds: z.array(MicromasteryId).max(50) }).meta({
  id: 'Need',
});
export type Need = z.infer<typeof Need>;

export const NeedList = z
  .object({ needs: z.array(Need).max(200).describe('Newest first.') })
  .meta({ id: 'NeedList' });
export type NeedList = z.infer<typeof NeedList>;

export const NeedRecorded = z
  .object({ id: z.string(), outcome: z.enum(['stored', 'same']), touched: Touched })
  .meta({ id: 'NeedRecorded' });
