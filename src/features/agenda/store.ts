import { sql } from 'kysely';
import { PLANNED_UNITS } from '../../engine/experiment/terms.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import type { Agenda, Pause, Placing, PlanAnswer } from './contract.ts';

export const recordPlacing = recordAsNamed('practice_placing');
export const recordPlanAnswer = recordAsNamed('plan_answer');
export const recordPause = recordAsNamed('pause');
export const recordPauseEnd = recordAsNamed('pause_end', 'pause_id');

const ANSWER_DAYS = 28;
const PAUSE_DAYS = 91;

/** A clock that was ahead sets something into the time to come; it is in force from when home heard of it. */
export async function readAgenda(trx: SpaceTransaction, spaceId: string, now: Date): Promise<Agenda> {
  return {
    placings: await readPlacings(trx, spaceId),
    answers: await readAnswers(trx, spaceId, now),
    pauses: await readPauses(trx, spaceId, now),
    experiments: await readRunningExperiments(trx, spaceId),
  };
}

type PlacingRow = { id: string; practice_id: string; place: Placing['place']; placed_at: Date };

async function readPlacings(trx: SpaceTransaction, spaceId: string): Promise<Placing[]> {
  const { rows } = await sql<PlacingRow>`
    select distinct on (practice_id) id, practice_id, place, placed_at
    from practice_placing where space_id = ${spaceId}
    order by practice_id, least(placed_at, recorded_at) desc, id desc limit 500`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    practiceId: row.practice_id,
    place: row.place,
    placedAt: row.placed_at.toISOString(),
  }));
}

type AnswerRow = {
  id: string;
  practice_id: string;
  answer: PlanAnswer['answer'];
  chosen_practice_id: string | null;
  minutes: number;
  local_day: string;
  answered_at: Date;
};

async function readAnswers(trx: SpaceTransaction, spaceId: string, now: Date): Promise<PlanAnswer[]> {
  const { rows } = await sql<AnswerRow>`
    select id, practice_id, answer, chosen_practice_id, minutes, local_day, answered_at
    from plan_answer
    where space_id = ${spaceId} and answered_at >= ${now}::timestamptz - make_interval(days => ${ANSWER_DAYS})
    order by answered_at desc, id desc limit 200`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    practiceId: row.practice_id,
    answer: row.answer,
    chosenPracticeId: row.chosen_practice_id,
    minutes: row.minutes,
    localDay: row.local_day,
    answeredAt: row.answered_at.toISOString(),
  }));
}

type PauseRow = {
  id: string;
  from_day: string;
  until_day: string | null;
  note: string | null;
  set_at: Date;
  last_day: string | null;
};

async function readPauses(trx: SpaceTransaction, spaceId: string, now: Date): Promise<Pause[]> {
  const { rows } = await sql<PauseRow>`
    select p.id, p.from_day, p.until_day, p.note, p.set_at, e.last_day
    from pause p left join pause_end e on (e.space_id, e.pause_id) = (p.space_id, p.id)
    where p.space_id = ${spaceId}
      and coalesce(e.last_day, p.until_day, 'infinity') >= ${now}::timestamptz::date - ${PAUSE_DAYS}::integer
    order by p.from_day desc, p.id desc limit 100`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    fromDay: row.from_day,
    untilDay: row.until_day,
    note: row.note,
    setAt: row.set_at.toISOString(),
    lastDay: row.last_day,
  }));
}

type RunningRow = { practice_id: string; variable: string; unit: 'attempt' | 'session'; drawn: number };

/** Of each practice the newest that is not ended. */
async function readRunningExperiments(
  trx: SpaceTransaction,
  spaceId: string,
): Promise<NonNullable<Agenda['experiments']>> {
  const { rows } = await sql<RunningRow>`
    select distinct on (e.practice_id) e.practice_id, e.variable, e.unit,
           coalesce((select max(d.place) + 1 from experiment_draw d
                     where (d.space_id, d.experiment_id) = (e.space_id, e.id)), 0) as drawn
    from experiment e
    where e.space_id = ${spaceId}
      and not exists (select from experiment_end n where (n.space_id, n.experiment_id) = (e.space_id, e.id))
    order by e.practice_id, e.started_at desc, e.id desc limit 200`.execute(trx);
  return rows.map(({ practice_id, variable, unit, drawn }) => ({
    practiceId: practice_id,
    variable,
    unit,
    wanted: Math.max(0, PLANNED_UNITS[unit] - drawn),
  }));
}
