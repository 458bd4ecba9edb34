import { inCamelCase, inSnakeCase } from '../column-names.ts';

/** The append-only tables, and the columns beside space_id by which a fact is known again. */
export const FACT_KEYS = {
  need: ['id'],
  need_match: ['need_id', 'micromastery_id'],
  practice: ['id'],
  payoff: ['id'],
  practice_session: ['id'],
  session_end: ['session_id'],
  attempt: ['id'],
  retraction: ['id'],
  remark: ['id'],
  need_revision: ['id'],
  following: ['id'],
  wish: ['id'],
  practice_placing: ['id'],
  payoff_choice: ['id'],
  plan_answer: ['id'],
  pause: ['id'],
  pause_end: ['pause_id'],
  setting: ['id'],
  aim: ['id'],
  aim_result: ['aim_id'],
  support_slot: ['id'],
  support_check: ['id'],
  if_then_plan: ['id'],
  if_then_use: ['id'],
  at_hand: ['id'],
  showing: ['id'],
  evidence: ['id'],
  evidence_removal: ['evidence_id'],
  showing_removal: ['showing_id'],
  experiment: ['id'],
  experiment_draw: ['id'],
  experiment_end: ['experiment_id'],
  pairing: ['id'],
  twist_draw: ['id'],
  self_rating: ['id'],
  twist_card: ['id'],
  difficulty: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FactTable = keyof typeof FACT_KEYS;

/** Columns as PostgreSQL names them; moments as ISO text, since the row travels as JSON. */
export type FactRow = Readonly<Record<string, unknown>>;

/** A fact in the words of the contract: names in camel case, a target as one thing. */
export type NamedFact = Readonly<Record<string, unknown>>;

/** Say where a row lies, and not what it is. */
export const OWN_TO_THE_SERVER = ['space_id', 'recorded_at', 'micromastery_space_id'];

export function inContractNames(row: FactRow): NamedFact {
  const named: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === 'target_low') named.target = { low: value, high: row.target_high };
    else if (column !== 'target_high' && !OWN_TO_THE_SERVER.includes(column))
      named[inCamelCase(column)] = value;
  }
  return named;
}

export function inColumnNames(fact: NamedFact, spaceId: string): FactRow {
  const row: Record<string, unknown> = { space_id: spaceId };
  for (const [name, value] of Object.entries(fact)) {
    if (
      name === 'target' &&
      typeof value === 'object' &&
      value !== null &&
      'low' in value &&
      'high' in value
    ) {
      row.target_low = value.low;
      row.target_high = value.high;
    } else row[inSnakeCase(name)] = value;
  }
  return row;
}
