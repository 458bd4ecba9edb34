import { Refusal } from './problems.ts';

/**
 * Who sees what: the one place that decides it, from the table in PRODUCT.md. The database enforces the same (row-level
 * security); this module only ever narrows what the database lets through.
 */
export type Actor = { readonly spaceId: string; readonly keyId: string };

/** How the one who asks stands to the one whose fact it is. */
export const RELATIONS = ['self', 'grantee', 'manager', 'lead', 'public'] as const;
export type Relation = (typeof RELATIONS)[number];

export const FACTS = ['need', 'practice', 'attempt', 'payoff', 'note', 'feel'] as const;
export type FactKind = (typeof FACTS)[number];

/** `all` values, those that were `granted` and while they are, only `aggregates` of five or more people, or `never`. */
export type Sight = 'all' | 'granted' | 'aggregates' | 'never';

const PRIVATE: Readonly<Record<Relation, Sight>> = {
  self: 'all',
  grantee: 'granted',
  manager: 'never',
  lead: 'aggregates',
  public: 'never',
};

/** Needs, practices, attempts, payoffs, notes and feel are one row of the table: never a manager's, not even by grant. */
export const WHO_SEES_WHAT: Readonly<Record<FactKind, Readonly<Record<Relation, Sight>>>> = {
  need: PRIVATE,
  practice: PRIVATE,
  attempt: PRIVATE,
  payoff: PRIVATE,
  note: PRIVATE,
  feel: PRIVATE,
};

export function mayRead(kind: FactKind, relation: Relation, isGranted: boolean): boolean {
  const sight = WHO_SEES_WHAT[kind][relation];
  return sight === 'all' || (sight === 'granted' && isGranted);
}

/** Only oneself writes one's own facts, at work too. */
export function mayWrite(relation: Relation): boolean {
  return relation === 'self';
}

/** First line of a handler that reads or writes facts of `spaceId`; answers the space to act in, or refuses. */
export function ownSpace(actor: Actor | undefined): string {
  if (actor === undefined) throw new Refusal('sign-in-needed');
  return actor.spaceId;
}
