import type { ColumnType, Generated } from 'kysely';
import type { Fact, Stamp } from './columns.ts';
import type { ExperimentTables } from './experiment-tables.ts';

/**
 * The tables as queries see them. tests/schema-parity.test.ts holds this against information_schema after migration.
 */
type Work = 'whole' | 'part' | 'showing';
type Json<T> = ColumnType<T, string, never>;

export type Database = ExperimentTables & {
  space: {
    id: Fact<string>;
    kind: Fact<'house' | 'person' | 'organisation'>;
    name: Fact<string>;
    created_at: Stamp;
  };
  person: { space_id: Fact<string>; id: Fact<string>; name: Fact<string>; created_at: Stamp };
  space_grant: {
    space_id: Fact<string>;
    id: Fact<string>;
    subject: Fact<'practice'>;
    subject_id: Fact<string>;
    audience_space_id: Fact<string>;
    given_at: Fact<Date>;
    ended_at: ColumnType<Date | null, Date | null | undefined, Date>;
  };
  'bottega_session.access_key': {
    key_hash: Fact<Buffer>;
    id: Fact<string>;
    kind: Fact<'local' | 'device' | 'script'>;
    space_id: Fact<string>;
    label: Fact<string>;
    created_at: Stamp;
    ended_at: ColumnType<Date | null, undefined, Date>;
  };
  'bottega_session.erasure': { erased_space_id: Fact<string>; erased_at: Fact<Date> };
  'bottega_session.sample': { space_id: Fact<string>; of_space_id: Fact<string>; made_at: Stamp };
  micromastery: {
    space_id: Fact<string>;
    id: Fact<string>;
    slug: Fact<string>;
    version: number;
    title: string;
    search: string;
    spelling: string;
    updated_at: Generated<Date>;
  };
  micromastery_version: {
    space_id: Fact<string>;
    micromastery_id: Fact<string>;
    version: Fact<number>;
    design: Json<unknown>;
    created_at: Stamp;
  };
  library_word: { space_id: Fact<string>; word: Fact<string>; micromasteries: number };
  need: {
    space_id: Fact<string>;
    id: Fact<string>;
    kind: Fact<'gap' | 'next'>;
    text: Fact<string>;
    horizon: Fact<'now' | 'next-rung' | 'possible-future'>;
    wanted_within: Fact<'ten-minutes' | 'this-week' | 'this-year'>;
    context: Fact<string | null>;
    raised_at: Fact<Date>;
    recorded_at: Stamp;
  };
  need_match: {
    space_id: Fact<string>;
    need_id: Fact<string>;
    micromastery_id: Fact<string>;
    matched_at: Fact<Date>;
  };
  practice: {
    space_id: Fact<string>;
    id: Fact<string>;
    micromastery_space_id: Fact<string>;
    micromastery_id: Fact<string>;
    micromastery_version: Fact<number>;
    need_id: Fact<string | null>;
    started_at: Fact<Date>;
    recorded_at: Stamp;
  };
  payoff: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    statement: Fact<string>;
    kind: Fact<'count' | 'duration' | 'proportion' | 'rate' | 'rating' | 'pass' | 'score'>;
    unit: Fact<string>;
    direction: Fact<'up' | 'down' | 'within'>;
    target_low: Fact<number | null>;
    target_high: Fact<number | null>;
    how_measured: Fact<string | null>;
    anchors: ColumnType<{ at0: string; at5: string; at10: string } | null, string | null, never>;
    part: Fact<'a' | 'b' | null>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  practice_session: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    device_id: Fact<string | null>;
    is_floor: Fact<boolean>;
    work: ColumnType<Work, Work | undefined, never>;
    part: Fact<string | null>;
    started_at: Fact<Date>;
    recorded_at: Stamp;
  };
  session_end: {
    space_id: Fact<string>;
    session_id: Fact<string>;
    ended_at: Fact<Date>;
    line: Fact<string | null>;
    recorded_at: Stamp;
  };
  attempt: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    session_id: Fact<string>;
    payoff_id: Fact<string>;
    sequence: Fact<number>;
    started_at: Fact<Date>;
    local_day: Fact<string>;
    duration_seconds: Fact<number | null>;
    value: Fact<number | null>;
    conditions: Json<Record<string, string>>;
    is_trick_read: Fact<boolean>;
    source: Fact<'runner' | 'command-line' | 'import'>;
    recorded_at: Stamp;
  };
  retraction: {
    space_id: Fact<string>;
    id: Fact<string>;
    attempt_id: Fact<string>;
    retracted_at: Fact<Date>;
    recorded_at: Stamp;
  };
  remark: {
    space_id: Fact<string>;
    id: Fact<string>;
    attempt_id: Fact<string>;
    replaces_id: Fact<string | null>;
    feel: Fact<number | null>;
    text: Fact<string | null>;
    tags: Fact<string[]>;
    written_at: Fact<Date>;
    recorded_at: Stamp;
  };
  import_run: {
    space_id: Fact<string>;
    id: Fact<string>;
    file_name: Fact<string>;
    practice_id: string | null;
    state: 'running' | 'done' | 'failed';
    rows_total: number;
    rows_done: Generated<number>;
    attempts_added: Generated<number>;
    attempts_known: Generated<number>;
    rows_refused: Generated<number>;
    problem: string | null;
    started_at: Fact<Date>;
    updated_at: Generated<Date>;
  };
  need_revision: {
    space_id: Fact<string>;
    id: Fact<string>;
    need_id: Fact<string>;
    state: Fact<'open' | 'answered' | 'let-go'>;
    text: Fact<string>;
    horizon: Fact<'now' | 'next-rung' | 'possible-future'>;
    wanted_within: Fact<'ten-minutes' | 'this-week' | 'this-year'>;
    context: Fact<string | null>;
    revised_at: Fact<Date>;
    recorded_at: Stamp;
  };
  following: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    micromastery_space_id: Fact<string>;
    micromastery_id: Fact<string>;
    micromastery_version: Fact<number>;
    followed_at: Fact<Date>;
    recorded_at: Stamp;
  };
  followed_practice: {
    space_id: Fact<string>;
    id: Fact<string>;
    need_id: Fact<string | null>;
    started_at: Fact<Date>;
    recorded_at: Stamp;
    micromastery_space_id: Fact<string>;
    micromastery_id: Fact<string>;
    micromastery_version: Fact<number>;
  };
  wish: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    sittings_a_week: Fact<number | null>;
    cue: Fact<string | null>;
    trick_order: Fact<'as-designed' | 'trick-first' | 'try-first'>;
    wanted_by: Fact<string | null>;
    varied_share: Fact<number | null>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  practice_placing: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    place: Fact<'focus' | 'keep-alive' | 'parked'>;
    placed_at: Fact<Date>;
    recorded_at: Stamp;
  };
  payoff_choice: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    payoff_id: Fact<string>;
    choice: Fact<'perfect' | 'bigger' | 'both' | 'keep-alive'>;
    bigger_micromastery_id: Fact<string | null>;
    chosen_at: Fact<Date>;
    recorded_at: Stamp;
  };
  plan_answer: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    answer: Fact<'something-else' | 'not-today'>;
    chosen_practice_id: Fact<string | null>;
    minutes: Fact<number>;
    local_day: Fact<string>;
    answered_at: Fact<Date>;
    recorded_at: Stamp;
  };
  pause: {
    space_id: Fact<string>;
    id: Fact<string>;
    from_day: Fact<string>;
    until_day: Fact<string | null>;
    note: Fact<string | null>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  pause_end: {
    space_id: Fact<string>;
    pause_id: Fact<string>;
    last_day: Fact<string>;
    ended_at: Fact<Date>;
    recorded_at: Stamp;
  };
  setting: {
    space_id: Fact<string>;
    id: Fact<string>;
    name: Fact<string>;
    value: Json<unknown>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  aim: {
    space_id: Fact<string>;
    id: Fact<string>;
    session_id: Fact<string>;
    text: Fact<string>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  aim_result: {
    space_id: Fact<string>;
    aim_id: Fact<string>;
    outcome: Fact<'better' | 'same' | 'worse' | 'not-tried'>;
    note: Fact<string | null>;
    told_at: Fact<Date>;
    recorded_at: Stamp;
  };
  support_slot: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    slot: Fact<'kit' | 'tools' | 'people' | 'place' | 'time' | 'mindset'>;
    status: Fact<'in-place' | 'missing' | 'not-needed'>;
    text: Fact<string | null>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  support_check: {
    space_id: Fact<string>;
    id: Fact<string>;
    session_id: Fact<string>;
    in_place: Fact<string[]>;
    missing: Fact<string[]>;
    checked_at: Fact<Date>;
    recorded_at: Stamp;
  };
  if_then_plan: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    replaces_id: Fact<string | null>;
    cue: Fact<string>;
    action: Fact<string>;
    is_dropped: Fact<boolean>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  if_then_use: {
    space_id: Fact<string>;
    id: Fact<string>;
    plan_id: Fact<string>;
    session_id: Fact<string>;
    is_done: Fact<boolean>;
    noted_at: Fact<Date>;
    recorded_at: Stamp;
  };
  at_hand: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    replaces_id: Fact<string | null>;
    label: Fact<string>;
    address: Fact<string | null>;
    media_sha256: Fact<string | null>;
    form: Fact<'card' | 'checklist' | 'phrase' | 'shortcut' | null>;
    text: Fact<string | null>;
    is_dropped: Fact<boolean>;
    set_at: Fact<Date>;
    recorded_at: Stamp;
  };
  showing: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    session_id: Fact<string | null>;
    held_day: Fact<string>;
    audience: Fact<number>;
    occasion: Fact<string | null>;
    quote: Fact<string | null>;
    quoted_from: Fact<string | null>;
    told_at: Fact<Date>;
    recorded_at: Stamp;
  };
  evidence: {
    space_id: Fact<string>;
    id: Fact<string>;
    practice_id: Fact<string>;
    attempt_id: Fact<string | null>;
    session_id: Fact<string | null>;
    kind: Fact<'photo' | 'audio' | 'video' | 'file'>;
    name: Fact<string | null>;
    content_type: Fact<string>;
    bytes: Fact<number>;
    sha256: Fact<string>;
    duration_seconds: Fact<number | null>;
    made_at: Fact<Date>;
    recorded_at: Stamp;
  };
  showing_removal: {
    space_id: Fact<string>;
    showing_id: Fact<string>;
    removed_at: Fact<Date>;
    recorded_at: Stamp;
  };
  evidence_removal: {
    space_id: Fact<string>;
    evidence_id: Fact<string>;
    removed_at: Fact<Date>;
    recorded_at: Stamp;
  };
  media: {
    space_id: Fact<string>;
    sha256: Fact<string>;
    content_type: Fact<string>;
    bytes: Fact<number>;
    stored_at: Stamp;
  };
};
