import { z } from 'zod';
import { DEFAULT_SETTINGS, Settings } from './settings-contract.ts';

export const Health = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });

export const Me = z
  .object({
    spaceId: z.uuid().describe('Whose queue a device holds: it is never sent under another.'),
    name: z.string(),
    settings: Settings.default(DEFAULT_SETTINGS).describe('Left out by a home of before.'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SignInBody = z.object({ key: z.string().min(1).max(200) }).meta({ id: 'SignInBody' });
export const SignedOut = z.object({ signedOut: z.literal(true) }).meta({ id: 'SignedOut' });
