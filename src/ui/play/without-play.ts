/** Under which a take says which drawn card it was made with. */
export const TWIST = 'twist';

type Conditions = Readonly<Record<string, string>>;

/** What a take was made under, as it is shown: who does not play sees no card of it. It stays on record. */
export function shownConditions(conditions: Conditions, plays: boolean): Conditions {
  return plays
    ? conditions
    : Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== TWIST));
}
