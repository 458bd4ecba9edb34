import { sql } from 'kysely';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { AttemptLine, PracticeSummary } from './page-contract.ts';
import { type Snapshot, throughCursor } from './store.ts';

type SummaryRow = {
  id: string;
  design: MicromasteryDesign;
  started_day: string;
  need_text: string | null;
  payoffs: PracticeSummary['payoffs'];
  attempts: number;
  sessions: PracticeSummary['sessions'];
  sessions_total: number;
  condition_names: string[];
};

/** A day of which only the moment is known: it may be another one where the learner was. */
const utcDay = (moment: string) =>
  sql`to_char(${sql.ref(moment)} at time zone 'UTC', 'YYYY-MM-DD') || ' UTC'`;

/**
 * Of the practices begun last, so many of them, one at a time; medians are of the values that stand, and only under the
 * payoff in force.
 */
export async function* readSummaries(
  { trx }: Snapshot,
  spaceId: string,
  most: number,
): AsyncGenerator<PracticeSummary> {
  const { rows: practices } = await sql<{ id: string }>`
    select id from practice where space_id = ${spaceId}
    order by started_at desc, id desc limit ${most}`.execute(trx);
  for (const { id } of practices) {
    const { rows } = await sql<SummaryRow>`
      with standing as (
        select a.*, p.kind, p.unit from attempt a
        join payoff p on (p.space_id, p.id) = (a.space_id, a.payoff_id)
        where a.space_id = ${spaceId} and a.practice_id = ${id}
          and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))),
      in_force as (
        select kind, unit from payoff where space_id = ${spaceId} and practice_id = ${id} and part is null
        order by least(set_at, recorded_at) desc, id desc limit 1),
      newest as materialized (
        select s.id, s.started_at from practice_session s
        where s.space_id = ${spaceId} and s.practice_id = ${id}
        order by s.started_at desc, s.id desc limit 100),
      -- Of the hundred that are told only: of rows that came just now PostgreSQL knows no number, and would try each of
      -- years of sessions with each.
      by_session as materialized (
        select session_id, min(local_day) as day, count(*) as attempts,
               percentile_cont(0.5) within group (order by value)
                 filter (where (kind, unit) = (select kind, unit from in_force)) as median
        from standing where session_id in (select id from newest) group by session_id)
      select p.id, v.design, ${utcDay('p.started_at')} as started_day, coalesce(nr.text, n.text) as need_text,
        coalesce((select jsonb_agg(jsonb_build_object('statement', f.statement, 'kind', f.kind, 'unit', f.unit,
            'direction', f.direction, 'target', jsonb_build_object('low', f.target_low, 'high', f.target_high),
            'howMeasured', f.how_measured, 'setDay', ${utcDay('f.set_at')})
            order by least(f.set_at, f.recorded_at) desc, f.id desc)
          from payoff f where f.space_id = ${spaceId} and f.practice_id = p.id and f.part is null), '[]') as payoffs,
        (select count(*) from standing) as attempts,
        coalesce((select jsonb_agg(s order by s.at desc, s.id desc) from (
          select s.id, s.started_at as at, coalesce(a.day::text, ${utcDay('s.started_at')}) as day,
                 coalesce(a.attempts, 0) as attempts, e.line, a.median
          from newest s
          left join by_session a on a.session_id = s.id
          left join session_end e on (e.space_id, e.session_id) = (p.space_id, s.id)) s), '[]') as sessions,
        (select count(*) from practice_session s where s.space_id = ${spaceId} and s.practice_id = p.id) as sessions_total,
        array(select distinct name from attempt a, jsonb_object_keys(a.conditions) name
              where a.space_id = ${spaceId} and a.practice_id = p.id order by name) as condition_names
      from followed_practice p
      join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
        = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
      left join need n on (n.space_id, n.id) = (p.space_id, p.need_id)
      left join lateral (
        select r.text from need_revision r where r.space_id = n.space_id and r.need_id = n.id
        order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) nr on true
      where p.space_id = ${spaceId} and p.id = ${id}`.execute(trx);
    const row = rows[0];
    if (row !== undefined) yield summaryOf(row);
  }
}

function summaryOf(row: SummaryRow): PracticeSummary {
  return {
    id: row.id,
    design: row.design,
    startedDay: row.started_day,
    needText: row.need_text,
    payoffs: row.payoffs,
    attempts: row.attempts,
    sessions: row.sessions,
    sessionsTotal: row.sessions_total,
    conditionNames: row.condition_names,
  };
}

export function readAttemptLines(
  { trx }: Snapshot,
  spaceId: string,
  practiceId: string,
): AsyncGenerator<AttemptLine[]> {
  return throughCursor<AttemptLine>(
    trx,
    sql`
    select to_char(a.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
           a.local_day as "localDay", a.session_id as "sessionId", a.sequence, a.value, p.kind, p.unit,
           a.duration_seconds as "durationSeconds", a.source, a.conditions,
           exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id)) as "isRetracted",
           k.feel, k.note, k.tags
    from attempt a
    join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
    join payoff p on (p.space_id, p.id) = (a.space_id, a.payoff_id)
    left join lateral (
      select string_agg(k.feel::text, ' / ' order by k.written_at) as feel,
             string_agg(k.text, ' / ' order by k.written_at) as note,
             string_agg(nullif(array_to_string(k.tags, ', '), ''), ' / ' order by k.written_at) as tags
      from remark k
      where k.space_id = a.space_id and k.attempt_id = a.id
        and k.id not in (select later.replaces_id from remark later where later.space_id = a.space_id
                         and later.attempt_id = a.id and later.replaces_id is not null)) k on true
    where a.space_id = ${spaceId} and a.practice_id = ${practiceId}
    order by case when a.source = 'runner' then s.started_at else a.started_at end, a.session_id, a.sequence, a.id`,
  );
}

/** The newest version of each micromastery of one’s own. */
export async function* readOwnDesigns(
  { trx }: Snapshot,
  spaceId: string,
): AsyncGenerator<MicromasteryDesign[]> {
  const query = sql`
    select v.design from micromastery m
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (m.space_id, m.id, m.version)
    where m.space_id = ${spaceId} order by m.slug`;
  for await (const rows of throughCursor<{ design: MicromasteryDesign }>(trx, query)) {
    yield rows.map(({ design }) => design);
  }
}
