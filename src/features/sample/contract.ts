import { z } from 'zod';

export const SampleAnswer = z
  .object({
    spaceId: z.uuid().describe('In which this browser, or this key, acts from now on.'),
    isSample: z.boolean().describe('Whether that is the sample.'),
  })
  .meta({ id: 'SampleAnswer' });
export type SampleAnswer = z.infer<typeof SampleAnswer>;
