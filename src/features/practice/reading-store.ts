import { sql } from 'kysely';
import { NO_WISH } from '../../engine/agenda/wish.ts';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { SLOTS } from '../../engine/support/slots.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { Wish } from './choice-contract.ts';
import { readLastAim, readPayoffChoice } from './choice-store.ts';
import type { AttemptRow, Bench, PracticeCard, PracticePage, PracticeTotal } from './contract.ts';
import { payoffInForceFrom, payoffOf, placeOfAttempt, readPayoffs } from './store.ts';
import { readVariety } from './variety-store.ts';

/** A design without the element falls back to this, so that a first success lies inside one sitting. */
const DEFAULT_ATTEMPT_MINUTES = 2;
const PRACTICES_ON_A_BENCH = 200;
const SESSIONS_DRAWN = 500;
const WEEK_SECONDS = 7 * 86_400;
/** A session that is ended days later was not practised for days: what lies further behind its last attempt is not counted. */
const PAUSE_MINUTES = 10;

type CardRow = {
  id: string;
  micromastery_id: string;
  design: MicromasteryDesign;
  started_at: Date;
  need_text: string | null;
  payoff: Parameters<typeof payoffOf>[0] | null;
  attempts: number;
  retracted: number;
  last_attempt_at: Date | null;
  last_line: string | null;
  micromastery_version: number;
  newest_version: number;
  is_own: boolean;
  need_within: PracticeCard['needWithin'];
  need_raised_at: Date | null;
  sittings_a_week: number | null;
  cue: string | null;
  trick_order: Wish['trickOrder'] | null;
  wanted_by: string | null;
  varied_share: number | null;
  start_takes: number;
};

export type ReadCard = {
  readonly card: PracticeCard;
  readonly design: MicromasteryDesign;
  /** How far its facts have come: what is derived from the attempts of the card is stale once this changes. */
  readonly mark: string;
};

export async function readCards(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string | null,
): Promise<ReadCard[]> {
  const { rows } = await sql<CardRow>`
    select p.id, p.micromastery_id, v.design, p.started_at, coalesce(nr.text, n.text) as need_text, to_jsonb(f) as payoff,
           coalesce(a.attempts, 0) - coalesce(a.retracted, 0) as attempts, coalesce(a.retracted, 0) as retracted, a.last_attempt_at, l.line as last_line,
           p.micromastery_version, m.version as newest_version, p.micromastery_space_id = p.space_id as is_own,
           case when coalesce(nr.state, 'open') = 'open' then coalesce(nr.wanted_within, n.wanted_within) end as need_within,
           n.raised_at as need_raised_at, w.sittings_a_week, w.cue, w.trick_order, w.wanted_by, w.varied_share, st.start_takes
    from followed_practice p
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    join micromastery m on (m.space_id, m.id) = (p.micromastery_space_id, p.micromastery_id)
    left join need n on (n.space_id, n.id) = (p.space_id, p.need_id)
    left join lateral (
      select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
      order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) nr on true
    left join lateral (
      select * from wish w where w.space_id = p.space_id and w.practice_id = p.id
      order by least(w.set_at, w.recorded_at) desc, w.id desc limit 1) w on true
    left join lateral (
      select * from payoff f where f.space_id = p.space_id and f.practice_id = p.id
      order by ${payoffInForceFrom} desc, f.id desc limit 1) f on true
    left join lateral (
      select count(*) as attempts, count(r.id) as retracted, max(a.started_at) filter (where r.id is null) as last_attempt_at
      from attempt a left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = p.space_id and a.practice_id = p.id) a on true
    left join lateral (
      select count(*) as start_takes from (
        select from attempt a
        join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (f.kind, f.unit)
        join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work = 'whole'
        where a.space_id = p.space_id and a.practice_id = p.id and a.value is not null
          and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
        limit ${BASELINE_ATTEMPTS}) first) st on true
    left join lateral (
      select e.line from session_end e
      join practice_session s on (s.space_id, s.id) = (e.space_id, e.session_id)
      where s.space_id = p.space_id and s.practice_id = p.id
      order by e.ended_at desc limit 1) l on true
    where p.space_id = ${spaceId} and (${practiceId}::uuid is null or p.id = ${practiceId})
    order by a.last_attempt_at desc nulls last, p.started_at desc, p.id
    limit ${PRACTICES_ON_A_BENCH}`.execute(trx);
  return rows.map((row) => ({ card: cardOf(row), design: row.design, mark: markOf(row) }));
}

/** Attempts and retractions are only ever added. */
function markOf({ attempts, retracted, payoff }: CardRow): string {
  return `${attempts}/${retracted}/${payoff?.id ?? ''}`;
}

function cardOf(row: CardRow): PracticeCard {
  return {
    id: row.id,
    micromasteryId: row.micromastery_id,
    title: row.design.title,
    field: row.design.fields[0] ?? '',
    startedAt: row.started_at.toISOString(),
    needText: row.need_text,
    // Through JSON, so its moment arrives as text.
    payoff: row.payoff === null ? null : payoffOf({ ...row.payoff, set_at: new Date(row.payoff.set_at) }),
    attemptMinutes: row.design.repeat?.attemptMinutes ?? DEFAULT_ATTEMPT_MINUTES,
    floor: row.design.repeat?.floor ?? null,
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    lastLine: row.last_line,
    micromasteryVersion: row.micromastery_version,
    newestVersion: row.newest_version,
    isOwn: row.is_own,
    needWithin: row.need_within,
    needRaisedAt: row.need_raised_at?.toISOString() ?? null,
    designSittingsAWeek: row.design.repeat?.perWeek ?? null,
    startTakes: row.start_takes,
    variables: row.design.experiments.map(({ name }) => name),
    wish:
      row.trick_order === null
        ? NO_WISH
        : {
            sittingsAWeek: row.sittings_a_week,
            cue: row.cue,
            trickOrder: row.trick_order,
            wantedBy: row.wanted_by,
            variedShare: row.varied_share,
          },
  };
}

type MinutesRow = {
  practice_id: string;
  started_at: Date;
  minutes: number;
  attempts: number;
  all_minutes: number;
  all_sessions: number;
  all_weeks: number;
};

/**
 * What was put in between two moments: each session for drawing, and the sums of all. A session goes from its start to its
 * end, or to the end of its last attempt where nobody ended it. Attempts of a file may lie before the start, where an
 * earlier file began in the middle of the session.
 *
 * One under another, not joined: what was taken in a moment ago has no statistics yet, and a join of some thousand
 * sessions with their attempts would be planned for a handful.
 */
export async function readSessionMinutes(
  trx: SpaceTransaction,
  spaceId: string,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<Pick<Bench, 'sessions'> & { readonly total: PracticeTotal }> {
  const { rows } = await sql<MinutesRow>`
    with timed as materialized (
      select session_id, (array_agg(practice_id) filter (where practice_id is not null))[1] as practice_id,
             max(session_at) as started_at, max(ended_at) as ended_at, count(attempt_at) as attempts,
             least(max(session_at), min(attempt_at) filter (where is_imported)) as begun_at,
             coalesce(max(attempt_end_at), max(session_at)) as last_at
      from (
        select s.id, s.practice_id, s.started_at, null::timestamptz, null::timestamptz, null::timestamptz, false
        from practice_session s
        where s.space_id = ${spaceId} and s.started_at >= ${since}
          and s.started_at <= ${now}::timestamptz + interval '1 day'
        union all
        select e.session_id, null, null, e.ended_at, null, null, false from session_end e where e.space_id = ${spaceId}
        union all
        select a.session_id, null, null, null, a.started_at,
               a.started_at + make_interval(secs => coalesce(a.duration_seconds, 0)), a.source = 'import'
        from attempt a
        where a.space_id = ${spaceId} and a.started_at >= ${since}::timestamptz - interval '1 day'
          and a.id <> all (array(select r.attempt_id from retraction r where r.space_id = ${spaceId}))
      ) as fact (session_id, practice_id, session_at, ended_at, attempt_at, attempt_end_at, is_imported)
      group by session_id having max(session_at) is not null),
    counted as materialized (
      select session_id, practice_id, started_at, attempts, greatest(extract(epoch from
        least(coalesce(ended_at, last_at), last_at + make_interval(mins => ${PAUSE_MINUTES})) - begun_at) / 60, 0)::float8
          as minutes
      from timed),
    total as (
      select sum(minutes) as all_minutes, count(*) as all_sessions,
             count(distinct floor(greatest(extract(epoch from ${now}::timestamptz - started_at), 0) / ${WEEK_SECONDS}))
               as all_weeks
      from counted)
    select drawn.practice_id, drawn.started_at, drawn.minutes, drawn.attempts, total.*
    from (select * from counted order by started_at desc, session_id desc limit ${SESSIONS_DRAWN}) drawn cross join total
    order by drawn.started_at, drawn.session_id`.execute(trx);
  const [any] = rows;
  return {
    sessions: rows.map((row) => ({
      practiceId: row.practice_id,
      startedAt: row.started_at.toISOString(),
      minutes: row.minutes,
      attempts: row.attempts,
    })),
    total: {
      minutes: any?.all_minutes ?? 0,
      sessions: any?.all_sessions ?? 0,
      weeks: any?.all_weeks ?? 0,
    },
  };
}

export async function readPracticePage(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  withStanding: (found: ReadCard) => Promise<PracticeCard>,
): Promise<PracticePage | undefined> {
  const [found] = await readCards(trx, spaceId, practiceId);
  if (found === undefined) return undefined;
  return {
    card: await withStanding(found),
    micromastery: { ...found.design, id: found.card.micromasteryId, isOwn: found.card.isOwn },
    payoffs: await readPayoffs(trx, spaceId, practiceId),
    lastAim: await readLastAim(trx, spaceId, practiceId),
    payoffChoice: await readPayoffChoice(trx, spaceId, practiceId),
    supportShare: await readSupportShare(trx, spaceId, practiceId),
    variety: await readVariety(trx, spaceId, practiceId),
  };
}

async function readSupportShare(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<number> {
  const { rows } = await sql<{ ready: number }>`
    select count(*) filter (where status <> 'missing') as ready
    from (select distinct on (slot) status from support_slot
          where space_id = ${spaceId} and practice_id = ${practiceId}
          order by slot, least(set_at, recorded_at) desc, id desc) newest`.execute(trx);
  return (rows[0]?.ready ?? 0) / SLOTS.length;
}

type AttemptListRow = {
  id: string;
  practice_id: string;
  session_id: string;
  payoff_id: string;
  sequence: number;
  started_at: Date;
  local_day: string;
  duration_seconds: number | null;
  value: number | null;
  conditions: Record<string, string>;
  is_trick_read: boolean;
  is_floor: boolean;
  source: AttemptRow['source'];
  remarks: AttemptRow['remarks'];
};

/**
 * Attempts that stand, newest first, each with the remarks that no later remark replaces. `before` is the id of the attempt
 * that the page before ended with: a position that loses nothing of a moment finer than milliseconds.
 */
export async function readAttempts(
  trx: SpaceTransaction,
  spaceId: string,
  filter:
    | { practiceId: string; before: string | null; limit: number }
    | { attemptId: string; isStanding?: true },
): Promise<{ attempts: AttemptRow[]; next: string | null }> {
  const isOne = 'attemptId' in filter;
  const before = isOne ? null : filter.before;
  const where = isOne
    ? sql`a.id = ${filter.attemptId} and (${filter.isStanding !== true} or r.id is null)`
    : sql`a.practice_id = ${filter.practiceId} and r.id is null`;
  const limit = isOne ? 1 : filter.limit;
  // The page first: what was said of an attempt is looked up for those that are on it, not for years of them.
  const { rows } = await sql<AttemptListRow>`
    with page as materialized (
      select a.*, s.is_floor, ${placeOfAttempt} as place
      from attempt a
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
      left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = ${spaceId} and ${where}
        and (${before === null} or (${placeOfAttempt}, a.session_id, a.sequence, a.id) < (
          select ${placeOfAttempt}, a.session_id, a.sequence, a.id
          from attempt a
          join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
          where a.space_id = ${spaceId} and a.id = ${before}::uuid))
      order by ${placeOfAttempt} desc, a.session_id desc, a.sequence desc, a.id desc
      limit ${limit + 1})
    select a.*, coalesce(m.remarks, '[]') as remarks
    from page a
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'id', k.id, 'attemptId', k.attempt_id, 'replacesId', k.replaces_id, 'feel', k.feel, 'text', k.text,
        'tags', k.tags, 'writtenAt', to_char(k.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by k.written_at) as remarks
      from (select * from remark k where k.space_id = a.space_id and k.attempt_id = a.id
            and k.id not in (select later.replaces_id from remark later where later.space_id = a.space_id
                             and later.attempt_id = a.id and later.replaces_id is not null)
            order by k.written_at desc limit 20) k) m on true
    order by a.place desc, a.session_id desc, a.sequence desc, a.id desc`.execute(trx);
  const page = rows.slice(0, limit);
  return { attempts: page.map(attemptOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function attemptOf(row: AttemptListRow): AttemptRow {
  return {
    id: row.id,
    practiceId: row.practice_id,
    sessionId: row.session_id,
    payoffId: row.payoff_id,
    sequence: row.sequence,
    startedAt: row.started_at.toISOString(),
    localDay: row.local_day,
    durationSeconds: row.duration_seconds,
    value: row.value,
    conditions: row.conditions,
    isTrickRead: row.is_trick_read,
    isFloor: row.is_floor,
    source: row.source,
    remarks: row.remarks,
  };
}
