import { sql } from 'kysely';
import { MOST_UNITS } from '../../engine/experiment/terms.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Payoff } from '../practice/contract.ts';
import type { ExperimentBody, ExperimentFacts, RecordedDraw } from './contract.ts';

export const recordExperiment = recordAsNamed('experiment');
export const recordExperimentDraw = recordAsNamed('experiment_draw');
export const recordExperimentEnd = recordAsNamed('experiment_end', 'experiment_id');

type PayoffRow = Pick<Payoff, 'kind' | 'unit' | 'direction'> & {
  target_low: number | null;
  target_high: number | null;
};

/** The measure that an experiment on this practice is about. */
export async function readMeasure(
  trx: SpaceTransaction,
  spaceId: string,
  { practiceId, payoffId }: Pick<ExperimentBody, 'practiceId' | 'payoffId'>,
): Promise<ExperimentFacts['measure']> {
  const { rows } = await sql<PayoffRow>`
    select kind, unit, direction, target_low, target_high from payoff
    where space_id = ${spaceId} and practice_id = ${practiceId} and id = ${payoffId}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('payoff-not-found');
  return measureOf(row);
}

const measureOf = ({ kind, unit, direction, target_low, target_high }: PayoffRow) => ({
  kind,
  unit,
  direction,
  target: { low: target_low, high: target_high },
});

export type AgreedDraw = Pick<ExperimentBody, 'levels' | 'unit' | 'draw'>;

/** What a draw has to keep to. */
export async function readAgreedDraw(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<AgreedDraw> {
  const { rows } = await sql<AgreedDraw>`
    select levels, unit, draw from experiment where space_id = ${spaceId} and id = ${id}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('experiment-not-found');
  return row;
}

export async function practiceOfExperiment(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<string> {
  const row = await trx
    .selectFrom('experiment')
    .select('practice_id')
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('experiment-not-found');
  return row.practice_id;
}

/** Of which experiments: all of a practice, one alone, or all of the space; newest first. */
export type ExperimentsAsked =
  | { readonly of: 'practice'; readonly id: string }
  | { readonly of: 'experiment'; readonly id: string }
  | { readonly of: 'space' };

const MOST_EXPERIMENTS = { practice: 100, experiment: 1, space: 200 } as const;

type ExperimentRow = PayoffRow &
  Pick<ExperimentFacts, 'id' | 'question' | 'variable' | 'levels' | 'draw' | 'washout'> &
  Pick<ExperimentFacts, 'smallest' | 'reference' | 'confidence' | 'seed' | 'commitment'> & {
    practice_id: string;
    payoff_id: string;
    measured: ExperimentFacts['unit'];
    predicted_level: string | null;
    started_at: Date;
    practice_title: string;
    end: ExperimentFacts['end'];
  };

export type FoundExperiment = { readonly facts: ExperimentFacts; readonly practiceTitle: string };

export async function readExperiments(
  trx: SpaceTransaction,
  spaceId: string,
  asked: ExperimentsAsked,
): Promise<FoundExperiment[]> {
  const isAsked =
    asked.of === 'space'
      ? sql`true`
      : asked.of === 'practice'
        ? sql`e.practice_id = ${asked.id}`
        : sql`e.id = ${asked.id}`;
  const { rows } = await sql<ExperimentRow>`
    select e.id, e.practice_id, e.payoff_id, e.question, e.variable, e.levels, e.unit as measured, e.draw, e.washout,
           e.smallest, e.reference, e.predicted_level, e.confidence, e.seed, e.commitment, e.started_at,
           m.kind, m.unit, m.direction, m.target_low, m.target_high,
           v.design ->> 'title' as practice_title,
           case when d.experiment_id is null then null else jsonb_build_object('outcome', d.outcome,
             'adoptedLevel', d.adopted_level, 'note', d.note, 'endedAt', d.ended_at) end as "end"
    from experiment e
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    join followed_practice p on (p.space_id, p.id) = (e.space_id, e.practice_id)
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    left join experiment_end d on (d.space_id, d.experiment_id) = (e.space_id, e.id)
    where e.space_id = ${spaceId} and ${isAsked}
    order by e.started_at desc, e.id desc limit ${MOST_EXPERIMENTS[asked.of]}`.execute(trx);
  const draws = await readDraws(
    trx,
    spaceId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    practiceTitle: row.practice_title,
    facts: { ...factsOf(row), draws: draws.get(row.id) ?? [] },
  }));
}

function factsOf(row: ExperimentRow): Omit<ExperimentFacts, 'draws'> {
  const { id, question, variable, levels, draw, washout, smallest, reference, confidence, seed } = row;
  return {
    ...{ id, question, variable, levels, draw, washout, smallest, reference, confidence, seed },
    practiceId: row.practice_id,
    payoffId: row.payoff_id,
    unit: row.measured,
    predictedLevel: row.predicted_level,
    commitment: row.commitment,
    startedAt: row.started_at.toISOString(),
    measure: measureOf(row),
    end: row.end && { ...row.end, endedAt: new Date(row.end.endedAt).toISOString() },
  };
}

type DrawRow = {
  experiment_id: string;
  id: string;
  place: number;
  level: string;
  probabilities: number[];
  session_id: string;
  attempt_id: string | null;
  is_kept: boolean;
  drawn_at: Date;
  takes: RecordedDraw['takes'] | null;
};

/** Takes a session may have under one draw; more than anybody makes. */
const TAKES_OF_A_DRAW = 1_000;

async function readDraws(
  trx: SpaceTransaction,
  spaceId: string,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedDraw[]>> {
  if (experimentIds.length === 0) return new Map();
  const { rows } = await sql<DrawRow>`
    select d.experiment_id, d.id, d.place, d.level, d.probabilities, d.session_id, d.attempt_id, d.is_kept,
           d.drawn_at, t.takes
    from unnest(${[...experimentIds]}::uuid[]) as asked (id)
    join experiment e on (e.space_id, e.id) = (${spaceId}, asked.id)
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    cross join lateral (
      select * from experiment_draw d where d.space_id = e.space_id and d.experiment_id = e.id
      order by d.place, d.recorded_at, d.id limit ${2 * MOST_UNITS}) d
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', a.value, 'isTakenBack', a.is_taken_back,
                                          'isComparable', a.is_comparable) order by a.started_at, a.sequence, a.id) as takes
      from (select a.id, a.value, a.started_at, a.sequence,
                   exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id)) as is_taken_back,
                   (f.kind, f.unit, f.direction) = (m.kind, m.unit, m.direction) as is_comparable
            from (select * from attempt a where (a.space_id, a.id) = (e.space_id, d.attempt_id)
                  union all
                  select * from attempt a where d.attempt_id is null
                    and (a.space_id, a.practice_id, a.session_id) = (e.space_id, e.practice_id, d.session_id)) a
            join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
            where a.practice_id = e.practice_id
            order by a.started_at, a.sequence, a.id limit ${TAKES_OF_A_DRAW}) a) t on true
    order by d.experiment_id, d.place, d.recorded_at, d.id`.execute(trx);
  const draws = new Map<string, RecordedDraw[]>();
  for (const row of rows) {
    const own = draws.get(row.experiment_id) ?? [];
    own.push({
      id: row.id,
      place: row.place,
      level: row.level,
      probabilities: row.probabilities,
      sessionId: row.session_id,
      attemptId: row.attempt_id,
      isKept: row.is_kept,
      drawnAt: row.drawn_at.toISOString(),
      takes: row.takes ?? [],
    });
    draws.set(row.experiment_id, own);
  }
  return draws;
}
