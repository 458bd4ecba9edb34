import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import { createNamer } from '../../platform/name-ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { ImportPlace, ImportTarget } from '../imports/contract.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { Payoff } from './contract.ts';
import { hasPractice, readPayoffs, recordPayoff, recordPractice } from './store.ts';

/** An attempt from elsewhere, in the order of time; `startedAt` in milliseconds since 1970. */
export type ImportedAttempt = {
  readonly startedAt: number;
  readonly localDay: string;
  readonly value: number;
  readonly conditions: Readonly<Record<string, string>>;
  readonly note: string | null;
};

export type Placed = {
  readonly attempt: ImportedAttempt;
  readonly id: string;
  readonly sessionId: string;
  readonly sessionStartedAt: number;
  readonly sequence: number;
  readonly isKnown: boolean;
};

/** What of the attempts is here already: their ids in their order, and where each known one lies. */
export type KnownAttempts = {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, { readonly sessionId: string; readonly sequence: number }>;
};

/**
 * A longer pause begins a new session. Half an hour is what web analytics have cut visits by for decades: long enough for
 * a pause between rounds, shorter than the way to another occupation and back.
 */
const SESSION_GAP_MILLISECONDS = 30 * 60_000;
/** The contract's largest sequence: a session that never pauses is cut there. */
const SESSION_ATTEMPTS = 100_000;
/** Rows a statement: large enough that round trips do not count, small enough to show progress several times a second. */
const ROWS_A_STATEMENT = 2_000;

/**
 * The attempt's id, from what it is: its practice, moment and value, and which one it is among those alike. So a row has
 * the same id in every file that holds its whole moment. Alike rows that a cut tears apart are each the first of their
 * file, and the second of them is told as known: nothing says that it is another attempt.
 */
function createIdGiver(practiceId: string): (attempt: ImportedAttempt) => string {
  const alike = new Map<string, number>();
  const nameId = createNamer(practiceId);
  return ({ startedAt, value }) => {
    const key = `${new Date(startedAt).toISOString()}|${value}`;
    const occurrence = (alike.get(key) ?? 0) + 1;
    alike.set(key, occurrence);
    return nameId(`${key}|${occurrence}`);
  };
}

/**
 * Null where the practice has no attempt at all, so that none can be known. An attempt that was retracted is here too.
 */
async function readKnown(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  attempts: readonly ImportedAttempt[],
): Promise<KnownAttempts | null> {
  const any = await trx
    .selectFrom('attempt')
    .select('id')
    .where('space_id', '=', spaceId)
    .where('practice_id', '=', practiceId)
    .limit(1)
    .executeTakeFirst();
  if (any === undefined) return null;
  const ids = attempts.map(createIdGiver(practiceId));
  const places = new Map<string, { sessionId: string; sequence: number }>();
  for (const some of chunked(ids)) {
    const { rows } = await sql<{ id: string; session_id: string; sequence: number }>`
      select id, session_id, sequence from attempt
      where space_id = ${spaceId} and id = any(${arrayOf(some, (id) => id)}::uuid[])`.execute(trx);
    for (const row of rows) places.set(row.id, { sessionId: row.session_id, sequence: row.sequence });
  }
  return { ids, places };
}

/**
 * Attempts in sessions by their pauses. Where some attempts of a session are here already, the others join the session of
 * the nearest known one before them, or of the first known one. What is new may lie before what is known: the sequence only
 * tells attempts of the same moment apart, and the moments order the rest (`placeOfAttempt`).
 */
export function* placeAttempts(
  practiceId: string,
  attempts: readonly ImportedAttempt[],
  known: KnownAttempts | null,
): Generator<Placed> {
  const nameId = createNamer(practiceId);
  const giveId = createIdGiver(practiceId);
  for (let first = 0; first < attempts.length; ) {
    const end = endOfSession(attempts, first);
    const sessionStartedAt = attempts[first]?.startedAt ?? 0;
    let sessionId =
      keptSession(known, first, end) ?? nameId(`session|${new Date(sessionStartedAt).toISOString()}`);
    let sequence = 0;
    for (let at = first; at < end; at++) {
      const attempt = attempts[at];
      if (attempt === undefined) break;
      const id = known?.ids[at] ?? giveId(attempt);
      const place = known?.places.get(id);
      sessionId = place?.sessionId ?? sessionId;
      sequence = place?.sequence ?? Math.min(sequence + 1, SESSION_ATTEMPTS);
      yield { attempt, id, sessionId, sessionStartedAt, sequence, isKnown: place !== undefined };
    }
    first = end;
  }
}

function keptSession(known: KnownAttempts | null, first: number, end: number): string | undefined {
  for (let at = first; known !== null && at < end; at++) {
    const place = known.places.get(known.ids[at] ?? '');
    if (place !== undefined) return place.sessionId;
  }
  return undefined;
}

function endOfSession(attempts: readonly ImportedAttempt[], first: number): number {
  let end = first + 1;
  while (end < attempts.length && end - first < SESSION_ATTEMPTS) {
    const pause = (attempts[end]?.startedAt ?? 0) - (attempts[end - 1]?.startedAt ?? 0);
    if (pause > SESSION_GAP_MILLISECONDS) break;
    end += 1;
  }
  return end;
}

/** What an import would find: how many attempts are here already, and in how many sessions all of them lie. */
export async function countPlaces(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  attempts: readonly ImportedAttempt[],
): Promise<{ known: number; sessions: number }> {
  const found = await readKnown(trx, spaceId, practiceId, attempts);
  const sessions = new Set<string>();
  for (const placed of placeAttempts(practiceId, attempts, found)) sessions.add(placed.sessionId);
  return { known: found?.places.size ?? 0, sessions: sessions.size };
}

/**
 * Adds what is not here yet, all in the caller's transaction; `tell` hears how many rows are done. While PostgreSQL takes
 * some rows, the next ones are made ready.
 */
export async function addAttempts(
  trx: SpaceTransaction,
  spaceId: string,
  ids: { practiceId: string; payoffId: string },
  attempts: readonly ImportedAttempt[],
  tell: (rowsDone: number) => Promise<void>,
): Promise<{ added: number; known: number }> {
  const known = await readKnown(trx, spaceId, ids.practiceId, attempts);
  const begun = new Set<string>();
  let done = known?.places.size ?? 0;
  let underWay: Promise<unknown> = Promise.resolve();
  for (const some of chunked(onlyNew(placeAttempts(ids.practiceId, attempts, known)))) {
    const sessions = insertSessions(spaceId, ids.practiceId, firstOfSessions(some, begun));
    const insertion = insertAttempts(spaceId, ids, some);
    await underWay;
    const take = async () => {
      await sessions.execute(trx);
      await insertion.execute(trx);
      await addNotes(trx, spaceId, some);
    };
    underWay = Promise.all([take(), tell(done)]);
    // It is awaited a turn later; until then nobody would hear of its failure.
    underWay.catch(() => {});
    done += some.length;
  }
  await underWay;
  return { added: done - (known?.places.size ?? 0), known: known?.places.size ?? 0 };
}

function* onlyNew(placed: Iterable<Placed>): Generator<Placed> {
  for (const attempt of placed) if (!attempt.isKnown) yield attempt;
}

/** Of each session that was not begun yet, one of its attempts. */
function firstOfSessions(placed: readonly Placed[], begun: Set<string>): Placed[] {
  return placed.filter(({ sessionId }) => {
    const isNew = !begun.has(sessionId);
    begun.add(sessionId);
    return isNew;
  });
}

function insertAttempts(
  spaceId: string,
  { practiceId, payoffId }: { practiceId: string; payoffId: string },
  rows: readonly Placed[],
) {
  return sql`
    insert into attempt (space_id, id, practice_id, session_id, payoff_id, sequence, started_at, local_day,
                         value, conditions, is_trick_read, source)
    select ${spaceId}, id, ${practiceId}, session_id, ${payoffId}, sequence, started_at, local_day,
           value, conditions, false, 'import'
    from unnest(${arrayOf(rows, (row) => row.id)}::uuid[], ${arrayOf(rows, (row) => row.sessionId)}::uuid[],
                ${arrayOf(rows, (row) => row.sequence)}::integer[],
                ${arrayOf(rows, (row) => new Date(row.attempt.startedAt).toISOString())}::timestamptz[],
                ${arrayOf(rows, (row) => row.attempt.localDay)}::date[],
                ${arrayOf(rows, (row) => row.attempt.value)}::double precision[],
                ${arrayOf(rows, (row) => quoted(JSON.stringify(row.attempt.conditions)))}::jsonb[])
      as taken (id, session_id, sequence, started_at, local_day, value, conditions)`;
}

function insertSessions(spaceId: string, practiceId: string, rows: readonly Placed[]) {
  return sql`
    insert into practice_session (space_id, id, practice_id, is_floor, started_at)
    select ${spaceId}, id, ${practiceId}, false, started_at
    from unnest(${arrayOf(rows, (row) => row.sessionId)}::uuid[],
                ${arrayOf(rows, (row) => new Date(row.sessionStartedAt).toISOString())}::timestamptz[])
      as begun (id, started_at)
    on conflict (space_id, id) do nothing`;
}

async function addNotes(trx: SpaceTransaction, spaceId: string, fresh: readonly Placed[]): Promise<void> {
  const noted = fresh.filter(({ attempt }) => attempt.note !== null);
  if (noted.length === 0) return;
  await sql`
    insert into remark (space_id, id, attempt_id, text, tags, written_at)
    select ${spaceId}, id, attempt_id, text, '{}', written_at
    from unnest(${arrayOf(noted, (row) => idOfName(row.id, 'note'))}::uuid[],
                ${arrayOf(noted, (row) => row.id)}::uuid[],
                ${noted.map((row) => row.attempt.note)}::text[],
                ${arrayOf(noted, (row) => new Date(row.attempt.startedAt).toISOString())}::timestamptz[])
      as written (id, attempt_id, text, written_at)
    on conflict (space_id, id) do nothing`.execute(trx);
}

/** An array in PostgreSQL's own notation, of values that need no quoting or have it: pg would look at each one for that. */
function arrayOf<Row>(rows: readonly Row[], column: (row: Row) => string | number): string {
  return `{${rows.map(column).join(',')}}`;
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function* chunked<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < ROWS_A_STATEMENT) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/**
 * A new practice has the same id each time it is asked for, so that sending a file again finds the one that the first
 * time made.
 */
export async function findImportPlace(
  trx: SpaceTransaction,
  spaceId: string,
  place: ImportTarget,
): Promise<ImportPlace> {
  if (place.kind === 'practice') {
    const { practiceId } = place;
    if (!(await hasPractice(trx, spaceId, practiceId))) throw new Refusal('practice-not-found');
    const [payoff] = await readPayoffs(trx, spaceId, practiceId);
    return {
      practiceId,
      isOnBench: true,
      payoff: payoff ?? null,
      micromastery: null,
      micromasteryId: null,
      slug: '',
    };
  }
  const slug = place.kind === 'new' ? slugOf(place.title) : '';
  const wanted =
    place.kind === 'new'
      ? sql`m.space_id = ${spaceId} and m.slug = ${slug}`
      : sql`m.id = ${place.micromasteryId}`;
  const { rows } = await sql<{ id: string; version: number; design: MicromasteryDesign }>`
    select m.id, m.version, v.design from micromastery m
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (m.space_id, m.id, m.version)
    where m.space_id in (${spaceId}, ${HOUSE_SPACE_ID}) and ${wanted}`.execute(trx);
  const micromastery = rows[0] ?? null;
  if (micromastery === null && place.kind === 'micromastery') throw new Refusal('micromastery-not-found');
  const micromasteryId = micromastery?.id ?? idOfName(spaceId, slug);
  const practiceId = idOfName(spaceId, `imported|${micromasteryId}`);
  const isOnBench = await hasPractice(trx, spaceId, practiceId);
  const [payoff] = isOnBench ? await readPayoffs(trx, spaceId, practiceId) : [];
  return { practiceId, isOnBench, payoff: payoff ?? null, micromastery, micromasteryId, slug };
}

/** Letters and digits of the title; a title in another script is told apart by a number made of it. */
function slugOf(title: string): string {
  const latin = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const isWhole = /^[\p{ASCII}\p{M}]*$/u.test(title.normalize('NFKD'));
  return latin !== '' && isWhole ? latin : `${latin || 'own'}-${idOfName(HOUSE_SPACE_ID, title).slice(0, 8)}`;
}

/** Takes the micromastery up if that was not done, and gives the practice a payoff if it has none; answers its id. */
export async function openImportPractice(
  trx: SpaceTransaction,
  spaceId: string,
  practice: {
    id: string;
    isOnBench: boolean;
    micromasteryId: string;
    micromasteryVersion: number;
    startedAt: string;
  },
  payoff: Payoff | Omit<Payoff, 'id'>,
): Promise<string> {
  if (!practice.isOnBench) {
    await recordPractice(trx, spaceId, practice.id, {
      micromasteryId: practice.micromasteryId,
      micromasteryVersion: practice.micromasteryVersion,
      needId: null,
      startedAt: practice.startedAt,
    });
  }
  if ('id' in payoff) return payoff.id;
  const payoffId = idOfName(practice.id, 'imported payoff');
  await recordPayoff(trx, spaceId, payoffId, payoff);
  return payoffId;
}
