import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { lockMedia } from '../../platform/media/store.ts';
import type { Evidence, EvidenceBody, EvidenceList, Showing } from './contract.ts';

const record = recordAsNamed('evidence');

/** Not between the look whether anything shows its bytes and their going. */
export async function recordEvidence(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: EvidenceBody,
): Promise<'stored' | 'same'> {
  await lockMedia(trx, spaceId, body.sha256);
  return record(trx, spaceId, id, body);
}

export const recordEvidenceRemoval = recordAsNamed('evidence_removal', 'evidence_id');
export const recordShowing = recordAsNamed('showing');
export const recordShowingRemoval = recordAsNamed('showing_removal', 'showing_id');

type EvidenceRow = {
  id: string;
  attempt_id: string | null;
  session_id: string | null;
  kind: Evidence['kind'];
  name: string | null;
  content_type: Evidence['contentType'];
  bytes: number;
  sha256: string;
  duration_seconds: number | null;
  made_at: Date;
  is_here: boolean;
};

type ShowingRow = {
  id: string;
  session_id: string | null;
  held_day: string;
  audience: number;
  occasion: string | null;
  quote: string | null;
  quoted_from: string | null;
  told_at: Date;
};

const LISTED = 200;

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** Where a list goes on: behind the recording, or the showing, that the page before ended with; null: not behind any. */
export type EvidencePlace = { readonly before: string | null; readonly showingsBefore: string | null };

/** The newest of both lists; behind a place, only those of the list that it is a place in. */
export async function readEvidence(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  { before, showingsBefore }: EvidencePlace,
): Promise<EvidenceList> {
  const isStart = before === null && showingsBefore === null;
  const evidence =
    isStart || before !== null ? await pageOfEvidence(trx, spaceId, practiceId, before) : NO_PAGE;
  const showings =
    isStart || showingsBefore !== null
      ? await pageOfShowings(trx, spaceId, practiceId, showingsBefore)
      : NO_PAGE;
  return {
    practiceId,
    evidence: evidence.rows.map((row) => evidenceOf(row, practiceId)),
    showings: showings.rows.map((row) => showingOf(row, practiceId)),
    next: evidence.next,
    nextShowing: showings.next,
  };
}
const NO_PAGE = { rows: [], next: null };

/** What was removed meanwhile keeps its place: it is still known when it was made. */
async function pageOfEvidence(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  before: string | null,
): Promise<Page<EvidenceRow>> {
  const { rows } = await sql<EvidenceRow>`
    select e.*, m.sha256 is not null as is_here
    from evidence e
    left join media m on (m.space_id, m.sha256) = (e.space_id, e.sha256)
    where e.space_id = ${spaceId} and e.practice_id = ${practiceId}
      and not exists (select from evidence_removal r where (r.space_id, r.evidence_id) = (e.space_id, e.id))
      and (${before === null} or (e.made_at, e.id) < (
        select made_at, id from evidence where space_id = ${spaceId} and id = ${before}::uuid))
    order by e.made_at desc, e.id desc limit ${LISTED + 1}`.execute(trx);
  return pageOf(rows);
}

async function pageOfShowings(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  before: string | null,
): Promise<Page<ShowingRow>> {
  const { rows } = await sql<ShowingRow>`
    select * from showing s where s.space_id = ${spaceId} and s.practice_id = ${practiceId}
      and not exists (select from showing_removal r where (r.space_id, r.showing_id) = (s.space_id, s.id))
      and (${before === null} or (s.held_day, s.id) < (
        select held_day, id from showing where space_id = ${spaceId} and id = ${before}::uuid))
    order by s.held_day desc, s.id desc limit ${LISTED + 1}`.execute(trx);
  return pageOf(rows);
}

function pageOf<Row extends { readonly id: string }>(rows: readonly Row[]): Page<Row> {
  const page = rows.slice(0, LISTED);
  return { rows: page, next: rows.length > LISTED ? (page.at(-1)?.id ?? null) : null };
}

/** Whether it is a place in a list of this practice. */
export async function hasPlace(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  { table, id }: { readonly table: 'evidence' | 'showing'; readonly id: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(table)}
    where space_id = ${spaceId} and practice_id = ${practiceId} and id = ${id}`.execute(trx);
  return rows.length > 0;
}

export async function readSha256(
  trx: SpaceTransaction,
  spaceId: string,
  evidenceId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from evidence where space_id = ${spaceId} and id = ${evidenceId}`.execute(trx);
  return rows[0]?.sha256;
}

function evidenceOf(row: EvidenceRow, practiceId: string): Evidence {
  return {
    id: row.id,
    practiceId,
    attemptId: row.attempt_id,
    sessionId: row.session_id,
    kind: row.kind,
    name: row.name,
    contentType: row.content_type,
    bytes: row.bytes,
    sha256: row.sha256,
    durationSeconds: row.duration_seconds,
    madeAt: row.made_at.toISOString(),
    isHere: row.is_here,
  };
}

function showingOf(row: ShowingRow, practiceId: string): Showing {
  return {
    id: row.id,
    practiceId,
    sessionId: row.session_id,
    heldDay: row.held_day,
    audience: row.audience,
    occasion: row.occasion,
    quote: row.quote,
    quotedFrom: row.quoted_from,
    toldAt: row.told_at.toISOString(),
  };
}
