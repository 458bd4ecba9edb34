import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import {
  exportOf,
  importInto,
  manifestOf,
  NO_ROWS,
  refused,
  rowsOf,
} from '../../../tests/support/archives.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';

const home = await freshApp({ library: true });
const nadia = await home.person();
const attemptId = v7();
await accepted(nadia.put(`/api/attempts/${attemptId}`, attemptBody(await startPractice(nadia))));
const archive = await exportOf(nadia);

type Edit = { readonly id: string; readonly replacesId: string | null };

/** The archive with these remarks on its one attempt, in this order. */
function withRemarks(edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  const manifest = manifestOf(archive);
  const lines = edits.map((edit) =>
    JSON.stringify({ ...edit, attemptId, feel: 5, text: null, tags: [], writtenAt: '2026-03-01T09:00:00Z' }),
  );
  return zipSync({
    ...unzipSync(archive),
    'manifest.json': strToU8(
      JSON.stringify({ ...manifest, counts: { ...manifest.counts, remarks: edits.length } }),
    ),
    'data/remarks.jsonl': strToU8(`${lines.join('\n')}\n`),
  });
}

const CHAIN = 20_000;
const ids = Array.from({ length: CHAIN }, () => v7());
const chain: Edit[] = ids.map((id, at) => ({ id, replacesId: ids[at - 1] ?? null }));

it('edits of edits come in whatever order they stand in, and soon', async () => {
  const elsewhere = await freshApp({ library: true });
  const ruth = await elsewhere.person();
  const report = await importInto(ruth, withRemarks(chain.toReversed()));
  expect(report.counts.remarks).toEqual({ inArchive: CHAIN, added: CHAIN, known: 0 });
  const again = strFromU8(unzipSync(await exportOf(ruth))['data/remarks.jsonl'] ?? new Uint8Array());
  expect(again.trimEnd().split('\n')).toHaveLength(CHAIN);
});

it('many edits of one remark come as well', async () => {
  const elsewhere = await freshApp({ library: true });
  const ruth = await elsewhere.person();
  const [first] = chain;
  const edits = ids.slice(1).map((id) => ({ id, replacesId: first?.id ?? null }));
  const report = await importInto(ruth, withRemarks([...edits, { id: first?.id ?? '', replacesId: null }]));
  expect(report.counts.remarks.added).toBe(CHAIN);
});

it.each([
  ['of a remark that is not there', [{ id: v7(), replacesId: v7() }]],
  [
    'that go round in a circle',
    [
      { id: ids[0] ?? '', replacesId: ids[1] ?? null },
      { id: ids[1] ?? '', replacesId: ids[0] ?? null },
    ],
  ],
])('edits %s are refused with everything else', async (_, edits) => {
  const elsewhere = await freshApp({ library: true });
  const ruth = await elsewhere.person();
  expect(await refused(ruth, withRemarks(edits))).toMatchObject({ status: 422, code: 'file-unreadable' });
  expect(await rowsOf(elsewhere, ruth)).toEqual(NO_ROWS);
});

it.each([
  [
    'a hundred thousand of them before what they replace',
    Array.from({ length: 100_001 }, () => ({ id: v7(), replacesId: ids[0] ?? null })),
    /^More than 100000 records of data\/remarks stand before those that they replace\. Put each after/,
  ],
  [
    'one of them twice',
    [ids[1], ids[1]].map((id) => ({ id: id ?? '', replacesId: ids[0] ?? null })),
    /^The archive contradicts itself: .* stands in data\/remarks twice\.$/,
  ],
])('edits are refused with everything else where they have %s', async (_, edits, detail) => {
  const elsewhere = await freshApp({ library: true });
  const ruth = await elsewhere.person();
  expect(await refused(ruth, withRemarks(edits))).toMatchObject({
    code: 'file-unreadable',
    detail: expect.stringMatching(detail),
  });
  expect(await rowsOf(elsewhere, ruth)).toEqual(NO_ROWS);
});
