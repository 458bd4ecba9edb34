import type { Fact, Stamp } from './columns.ts';

/** What is on record of experiments, challenges and parts that fight, as queries see it. */
export type ExperimentTables = {
  experiment: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    payoff_id: Fact<string>;
    question: Fact<string>;
    variable: Fact<string>;
    levels: Fact<string[]>;
    unit: Fact<string>;
    draw: Fact<unknown>;
    washout: Fact<number>;
    smallest: Fact<number>;
    reference: Fact<number>;
    predicted_level: Fact<string | null>;
    confidence: Fact<number>;
    seed: Fact<string>;
    commitment: Fact<string>;
    started_at: Fact<Date>;
    recorded_at: Stamp;
  };
  experiment_draw: {
    space_id: Fact<string>;
    id: Fact<string>;
    experiment_id: Fact<string>;
    place: Fact<number>;
    level: Fact<string>;
    probabilities: Fact<number[]>;
    session_id: Fact<string>;
    attempt_id: Fact<string | null>;
    is_kept: Fact<boolean>;
    drawn_at: Fact<Date>;
    recorded_at: Stamp;
  };
  experiment_end: {
    space_id: Fact<string>;
    experiment_id: Fact<string>;
    outcome: Fact<string>;
    adopted_level: Fact<string | null>;
    note: Fact<string | null>;
    ended_at: Fact<Date>;
    recorded_at: Stamp;
  };
  pairing: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    timing: Fact<'at-once' | 'in-turn'>;
    a: Fact<unknown>;
    b: Fact<unknown>;
    cost_limit: Fact<number>;
    leads: Fact<boolean>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  twist_draw: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    session_id: Fact<string>;
    attempt_id: Fact<string | null>;
    place: Fact<number>;
    round: Fact<number>;
    card: Fact<string>;
    offered: Fact<unknown>;
    drawn_at: Fact<Date>;
    recorded_at: Stamp;
  };
  self_rating: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    session_id: Fact<string>;
    before_attempt_id: Fact<string | null>;
    after_attempt_id: Fact<string | null>;
    sure: Fact<number | null>;
    absorbed: Fact<number | null>;
    hard: Fact<number | null>;
    rated_at: Fact<Date>;
    recorded_at: Stamp;
  };
  twist_card: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    name: Fact<string>;
    instruction: Fact<string | null>;
    is_aside: Fact<boolean>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  difficulty: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    variable: Fact<string>;
    levels: Fact<string[]>;
    start_level: Fact<string>;
    target: Fact<number>;
    is_locked: Fact<boolean>;
    is_followed: Fact<boolean>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
};
