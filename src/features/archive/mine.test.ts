import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { dataOf, exportOf, fillSpace, manifestOf } from '../../../tests/support/archives.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import type { SessionBody, SessionEndBody } from '../practice/contract.ts';
import { type ArchivedRecord, openArchive } from './archive-file.ts';
import { RECORD_NAMES, type RecordName } from './contract.ts';
import { Mine } from './mine-contract.ts';
import { sourceOf } from './read-zip-file.ts';

const home = await freshApp({ library: true });
const { person } = home;
const mineOf = (who: TestPerson) => who.read(Mine, '/api/mine');

/** A moment in whole microseconds, as PostgreSQL keeps them and the archive writes them. */
function microseconds(moment: string): number {
  const fraction = /\.(\d+)/.exec(moment)?.[1] ?? '';
  return Date.parse(moment.replace(/\.\d+/, '')) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

const TEN_MINUTES = 600_000_000;

/** As the contract says it in words, from nothing but the lines of an export. */
function minutesOf(
  sessions: readonly (SessionBody & { id: string })[],
  ends: readonly (SessionEndBody & { sessionId: string })[],
  attempts: readonly ArchivedRecord<'attempts'>[],
): number {
  let total = 0;
  for (const { id, startedAt } of sessions) {
    const start = microseconds(startedAt);
    const own = attempts.filter(({ sessionId }) => sessionId === id);
    const begun = Math.min(
      start,
      ...own.filter(({ source }) => source === 'import').map((attempt) => microseconds(attempt.startedAt)),
    );
    const finished = own.map(
      (attempt) => microseconds(attempt.startedAt) + Math.round((attempt.durationSeconds ?? 0) * 1_000_000),
    );
    const last = finished.length === 0 ? start : Math.max(...finished);
    const end = ends.find(({ sessionId }) => sessionId === id);
    const ended = end === undefined ? last : Math.min(microseconds(end.endedAt), last + TEN_MINUTES);
    if (ended > begun) total += ended - begun;
  }
  return total / 60_000_000;
}

function recordsIn(bytes: Uint8Array<ArrayBuffer>) {
  const archive = openArchive(sourceOf(bytes));
  return <Name extends RecordName>(name: Name): ArchivedRecord<Name>[] => [...archive.records(name)].flat();
}

describe('what is mine, in numbers', () => {
  it('is what the files of the export add up to, exactly', async () => {
    const nadia = await person();
    await fillSpace(home, nadia);
    const ids = await startPractice(nadia);
    const late = { startedAt: '2026-03-01T08:20:00.123Z', durationSeconds: 61.7 };
    await accepted(nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, late)));
    const mine = await mineOf(nadia);
    const bytes = await exportOf(nadia);
    const records = recordsIn(bytes);
    expect(mine.counts).toEqual(manifestOf(bytes).counts);
    for (const name of RECORD_NAMES) {
      const lines = (dataOf(bytes)[`data/${name}.jsonl`] ?? '').split('\n').filter((line) => line !== '');
      expect(mine.counts[name], name).toBe(lines.length);
    }
    const takenBack = new Set(records('retractions').map(({ attemptId }) => attemptId));
    const standing = records('attempts').filter(({ id }) => !takenBack.has(id));
    expect(takenBack.size).toBeGreaterThan(0);
    expect(mine.attempts).toBe(standing.length);
    expect(mine.minutes).toBeGreaterThan(100);
    expect(mine.minutes).toBeCloseTo(minutesOf(records('sessions'), records('session-ends'), standing), 6);
    const own = records('micromasteries').filter(({ isOwn }) => isOwn);
    expect(mine.ownMicromasteries).toBe(new Set(own.map(({ id }) => id)).size);
  });

  it('counts nothing of anybody else, and nothing at the beginning', async () => {
    const nadia = await person();
    await fillSpace(home, await person('Ruth'));
    const { counts, ...rest } = await mineOf(nadia);
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    expect(rest).toEqual({
      attempts: 0,
      minutes: 0,
      ownMicromasteries: 0,
      recordings: { files: 0, bytes: 0 },
    });
  });
});
