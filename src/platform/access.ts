import { Refusal } from './problems.ts';

/** Who asks, once they are recognised: they act in their own space, and in no other. */
export type Actor = { readonly spaceId: string; readonly keyId: string };

/**
 * How the one who asks stands to the one whose fact it is. `grantee`: was granted the practice that it belongs to, and
 * still is. `other`: anybody else who is signed in. Nobody is none of these, and reads nothing.
 */
export const RELATIONS = ['self', 'grantee', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

const OWN: readonly Relation[] = ['self'];
const SHARED: readonly Relation[] = ['self', 'grantee'];

/**
 * Who may read each kind of fact, by its table; in words for people: who-sees-contract.ts. The policies of row-level security enforce it (migrations), and a test
 * holds them against this table, cell by cell; the API is narrower still, and serves everybody their own space only. Why
 * somebody practises and what they say of it (needs, notes, feel, tags) is never shared. Only oneself writes.
 */
export const MAY_READ = {
  need: OWN,
  need_match: OWN,
  practice: SHARED,
  payoff: SHARED,
  practice_session: SHARED,
  session_end: OWN,
  attempt: SHARED,
  retraction: OWN,
  remark: OWN,
  need_revision: OWN,
  following: OWN,
  wish: OWN,
  practice_placing: OWN,
  payoff_choice: OWN,
  plan_answer: OWN,
  pause: OWN,
  pause_end: OWN,
  setting: OWN,
  aim: OWN,
  aim_result: OWN,
  support_slot: OWN,
  support_check: OWN,
  if_then_plan: OWN,
  if_then_use: OWN,
  at_hand: OWN,
  showing: OWN,
  evidence: OWN,
  evidence_removal: OWN,
  showing_removal: OWN,
  experiment: OWN,
  experiment_draw: OWN,
  experiment_end: OWN,
  pairing: OWN,
  twist_draw: OWN,
  self_rating: OWN,
  twist_card: OWN,
  difficulty: OWN,
  micromastery_version: OWN,
} as const satisfies Readonly<Record<string, readonly Relation[]>>;

/** First line of a handler that reads or writes facts; answers the space to act in, or refuses. */
export function ownSpace(actor: Actor | undefined): string {
  if (actor === undefined) throw new Refusal('sign-in-needed');
  return actor.spaceId;
}
