import { z } from 'zod';
import { FactId, words } from '../contract.ts';
import { DEFAULT_SETTINGS, Settings } from './settings-contract.ts';

export const Health = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });

export const Me = z
  .object({
    spaceId: z.uuid().describe('Whose queue a device holds: it is never sent under another.'),
    name: z.string(),
    settings: Settings.default(DEFAULT_SETTINGS).describe('Left out by a home of before.'),
    isSample: z.boolean().default(false).describe('A made-up space to look at; nothing in it is anybody’s.'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SignInBody = z.object({ key: z.string().min(1).max(200) }).meta({ id: 'SignInBody' });
export const SignedOut = z.object({ signedOut: z.literal(true) }).meta({ id: 'SignedOut' });

export const EraseBody = z
  .object({ confirm: words(200).describe('Your own name, as GET /api/me shows it.') })
  .meta({ id: 'EraseBody' });

export const Erased = z
  .object({
    erasedAt: z.string(),
    isSignedIn: z
      .boolean()
      .describe(
        'Whether this browser is in a new and empty space now: only at the machine that runs Bottega.',
      ),
  })
  .meta({ id: 'Erased' });
export type Erased = z.infer<typeof Erased>;

export const KEYS_LISTED = 200;

export const OwnKey = z
  .object({
    id: FactId,
    kind: z
      .enum(['local', 'device', 'script'])
      .describe('`local`: a browser of the machine that runs Bottega; `device`: any other browser.'),
    label: z.string().describe('What it was said to be for, or what the browser calls itself.'),
    madeAt: z.string(),
    isThis: z.boolean().describe('The one that asks.'),
  })
  .meta({ id: 'OwnKey' });
export type OwnKey = z.infer<typeof OwnKey>;

export const OwnKeys = z
  .object({ keys: z.array(OwnKey).max(KEYS_LISTED).describe('Those in force, newest first.') })
  .meta({ id: 'OwnKeys' });
export type OwnKeys = z.infer<typeof OwnKeys>;

export const KeyEnded = z.object({ ended: FactId }).meta({ id: 'KeyEnded' });
