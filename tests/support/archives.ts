import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import { ArchiveManifest, ArchiveReport } from '../../src/features/archive/contract.ts';
import { MicromasteryDesign } from '../../src/features/library/contract.ts';
import { countWords, saveDesign } from '../../src/features/library/store.ts';
import { Problem } from '../../src/platform/contract.ts';
import { csvUpload, RACES_MAPPING, typingRaces, WORDS_A_MINUTE } from './csv-upload.ts';
import { fillServer } from './fill-server.ts';
import type { TestApp, TestPerson } from './fresh-app.ts';
import { accepted, JUGGLING_ID } from './practice-facts.ts';

export async function exportOf(who: TestPerson): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await accepted(who.request('/api/export'));
  expect(answer.headers.get('content-type')).toBe('application/zip');
  return new Uint8Array(await answer.arrayBuffer());
}

const post = (who: TestPerson, body: Uint8Array<ArrayBuffer>) =>
  who.request('/api/imports', { method: 'POST', body, headers: { 'content-type': 'application/zip' } });

export async function importInto(who: TestPerson, bytes: Uint8Array<ArrayBuffer>): Promise<ArchiveReport> {
  return ArchiveReport.parse(await (await accepted(post(who, bytes))).json());
}

export async function refused(who: TestPerson, bytes: Uint8Array<ArrayBuffer>) {
  const answer = await post(who, bytes);
  return Problem.parse(await answer.json());
}

/** The exact half of an archive, as text by name. */
export function dataOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.startsWith('data/'))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
}

export function manifestOf(bytes: Uint8Array): ArchiveManifest {
  return ArchiveManifest.parse(JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())));
}

/** The archive with one of its files changed, as somebody with an editor would. */
export function withFile(
  bytes: Uint8Array,
  name: string,
  change: (text: string) => string,
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) });
}

export const rowsOf = (app: TestApp, who: TestPerson) =>
  app.store.inSpace(who.spaceId, async (trx) => {
    const tables = [
      'need',
      'practice',
      'payoff',
      'practice_session',
      'attempt',
      'remark',
      'micromastery_version',
    ] as const;
    const counts: number[] = [];
    for (const table of tables) {
      const rows = await trx
        .selectFrom(table)
        .select('space_id')
        .where('space_id', '=', who.spaceId)
        .execute();
      counts.push(rows.length);
    }
    return counts;
  });
/** As `rowsOf` tells it. */
export const NO_ROWS = [0, 0, 0, 0, 0, 0, 0];

export const OWN_DESIGN = MicromasteryDesign.parse({
  slug: 'left-hand',
  title: 'Left hand only, à la 木',
  verb: 'eat',
  summary: 'Eat a bowl of rice with the left hand.',
  needs: [],
  fields: ['eating'],
  entryTrick: null,
  rubPat: null,
  support: null,
  payoff: null,
  repeat: null,
  twists: [],
  experiments: [],
  links: [],
  safety: null,
  licence: 'not shared',
  version: 1,
  lineage: [],
});

/** A fact of every kind, an own micromastery in two versions, two edits of one remark, and an imported history. */
export async function fillSpace(app: TestApp, who: TestPerson): Promise<void> {
  await fillServer(who);
  const ownId = v7();
  await app.store.inSpace(who.spaceId, async (trx) => {
    await saveDesign(trx, who.spaceId, ownId, OWN_DESIGN);
    await saveDesign(trx, who.spaceId, ownId, { ...OWN_DESIGN, verb: 'dine', version: 4 });
    await countWords(trx, who.spaceId);
  });
  const body = {
    micromasteryId: ownId,
    micromasteryVersion: 1,
    needId: null,
    startedAt: '2026-01-01T00:00:00.123456Z',
  };
  await accepted(who.put(`/api/practices/${v7()}`, body));
  const needId = v7();
  await accepted(
    who.put(`/api/needs/${needId}`, {
      kind: 'next',
      text: 'Something to do while the kettle boils',
      horizon: 'now',
      wantedWithin: 'ten-minutes',
      context: 'the kitchen',
      raisedAt: '2026-03-01T07:00:00+05:30',
    }),
  );
  await accepted(
    who.put(`/api/needs/${needId}/matches/${JUGGLING_ID}`, { matchedAt: '2026-03-01T07:01:00Z' }),
  );
  await accepted(
    who.request(
      `/api/imports/${v7()}`,
      await csvUpload(typingRaces(2_500), {
        mapping: RACES_MAPPING,
        measure: WORDS_A_MINUTE,
        target: { kind: 'new', title: 'Typing races' },
      }),
    ),
  );
}
