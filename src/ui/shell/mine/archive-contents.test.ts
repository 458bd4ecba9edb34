import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RECORD_NAMES } from '../../../features/archive/contract.ts';
import { ARCHIVE_VERSION } from '../../../features/archive/format-contract.ts';
import { addedWords, contentsWords, readContents } from './archive-contents.ts';

const MANIFEST = {
  format: 'bottega-archive',
  version: ARCHIVE_VERSION,
  bottega: '0.1.0',
  exportedAt: '2026-05-12T18:00:00.000Z',
  counts: { needs: 0, practices: 1, attempts: 1234, settings: 1 },
  media: { held: [{}, {}], leftOut: [{}] },
};
const zip = (manifest: unknown, level: 0 | 9 = 9) =>
  new Blob([
    zipSync(
      { 'README.md': strToU8('to read'), 'manifest.json': strToU8(JSON.stringify(manifest)) },
      { level },
    ),
  ]);
const faultOf = async (file: Blob) => {
  const found = await readContents(file);
  return 'fault' in found ? found.fault : null;
};

describe('what a chosen archive holds', () => {
  it.each([0, 9] as const)('is read from its manifest, packed at level %i', async (level) => {
    const found = await readContents(zip(MANIFEST, level));
    expect(found).toEqual({
      contents: { exportedAt: MANIFEST.exportedAt, counts: MANIFEST.counts, media: 2, leftOut: 1 },
    });
    if (!('contents' in found)) throw new Error('not reached');
    expect(contentsWords(found.contents)).toEqual([
      '1 practice',
      '1,234 takes',
      '2 recordings and files',
      '1 smaller entry, such as a plan or a setting',
    ]);
  });

  it('is found where no recordings were known yet', async () => {
    const { media: _, ...before } = MANIFEST;
    expect(await readContents(zip({ ...before, version: 1 }))).toMatchObject({
      contents: { media: 0, leftOut: 0 },
    });
  });

  it('is refused in a sentence where the file is none of ours, or newer', async () => {
    const none = 'This is not an archive of Bottega: it has no manifest that says so.';
    expect(await faultOf(new Blob([]))).toBe(none);
    expect(await faultOf(new Blob(['began,value\n2026-05-01,3\n']))).toBe(none);
    expect(await faultOf(new Blob([zipSync({ 'a.txt': strToU8('a') })]))).toBe(none);
    expect(await faultOf(zip('bottega-archive'))).toBe(none);
    expect(await faultOf(zip({ ...MANIFEST, format: 'other' }))).toBe(none);
    expect(await faultOf(zip({ ...MANIFEST, version: ARCHIVE_VERSION + 1 }))).toContain(
      'written by a newer Bottega',
    );
    expect(await faultOf(zip({ ...MANIFEST, counts: 3 }))).toBe('The manifest of this archive is damaged.');
    const cut = zip(MANIFEST);
    expect(await faultOf(cut.slice(0, cut.size - 30))).toBe(none);
  });
});

describe('what of it is new', () => {
  const report = (added: number, known: number) => {
    const none = { inArchive: 0, added: 0, known: 0 };
    return {
      exportedAt: MANIFEST.exportedAt,
      counts: {
        ...(Object.fromEntries(RECORD_NAMES.map((name) => [name, none])) as Record<
          (typeof RECORD_NAMES)[number],
          typeof none
        >),
        attempts: { inArchive: added + known, added, known },
      },
      media: { ...none, leftOut: 0 },
      keptAsOwn: [],
    };
  };

  it('is counted, and the second time it is nothing', () => {
    expect(addedWords(report(1, 0))).toBe('1 entry is new here.');
    expect(addedWords(report(3, 2))).toBe(
      '3 entries are new here, and 2 were here already, or in the library.',
    );
    expect(addedWords(report(0, 5))).toBe(
      'All of it was here already, the same in every part: nothing was changed.',
    );
  });
});
