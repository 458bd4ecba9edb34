import { z } from 'zod';
import { FactId } from '../../platform/contract.ts';
import { MicromasteryId, SuggestedPayoff } from '../library/contract.ts';
import { Payoff } from './contract.ts';

export const NamedPractice = z
  .object({
    id: FactId,
    title: z.string(),
    slug: z.string(),
    payoff: Payoff.nullable(),
    isTrickRead: z.boolean().describe('Whether the entry trick had been read at any attempt so far.'),
    openSession: z
      .object({ id: FactId, attempts: z.int().describe('The largest sequence in it.') })
      .nullable()
      .describe('A session that nobody ended and that had an attempt in the last half hour.'),
  })
  .meta({ id: 'NamedPractice' });
export type NamedPractice = z.infer<typeof NamedPractice>;

export const NamedMicromastery = z
  .object({
    id: MicromasteryId,
    title: z.string(),
    slug: z.string(),
    version: z.int(),
    payoff: SuggestedPayoff.nullable(),
  })
  .meta({ id: 'NamedMicromastery' });
export type NamedMicromastery = z.infer<typeof NamedMicromastery>;

/** What a name may mean: only the best matches, so more than one of a kind means that it does not decide. */
export const Named = z
  .object({
    practices: z.array(NamedPractice).max(20),
    micromasteries: z
      .array(NamedMicromastery)
      .max(20)
      .describe('Of the library, where no practice has such a name.'),
  })
  .meta({ id: 'Named' });
export type Named = z.infer<typeof Named>;
