import { z } from 'zod';
import { RECORD_NAMES } from './contract.ts';

/** What there is of mine, in numbers that anybody can add up again from the files of an export. */
export const Mine = z
  .object({
    counts: z
      .record(z.enum(RECORD_NAMES), z.int())
      .describe('Of each kind of record, as many as data/ of an export has lines.'),
    attempts: z.int().describe('That stand: without those that were taken back.'),
    minutes: z
      .number()
      .describe(
        'Of all sessions. Each counts from its start to its end, and at most ten minutes beyond its last attempt that stands.',
      ),
    ownMicromasteries: z.int().describe('Written or kept as one’s own, each once, whatever its versions.'),
    recordings: z.object({ files: z.int(), bytes: z.int() }).describe('Whose bytes are at home.'),
  })
  .meta({ id: 'Mine' });
export type Mine = z.infer<typeof Mine>;
