import { describe, expect, it } from 'vitest';
import type { FindDraft } from './use-find-draft.ts';
import { isKept, needWrites } from './use-keep-need.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const DRAFT: FindDraft = { gap: 'my knots slip', next: '', within: 'this-week', kept: {} };
const ONE = '11111111-1111-7111-8111-111111111111';
const TWO = '22222222-2222-7222-8222-222222222222';

describe('needWrites', () => {
  it('keeps a need before the match that refers to it', () => {
    const { writes, kept } = needWrites(DRAFT, ONE, NOW);
    expect(writes.map((write) => write.path)).toEqual([
      `/api/needs/${kept.gap?.id}`,
      `/api/needs/${kept.gap?.id}/matches/${ONE}`,
    ]);
    expect(writes[0]?.body).toMatchObject({ kind: 'gap', horizon: 'now', wantedWithin: 'this-week' });
  });

  it('keeps each wording once, and each match once', () => {
    const first = needWrites(DRAFT, ONE, NOW);
    expect(needWrites({ ...DRAFT, kept: first.kept }, ONE, NOW).writes).toEqual([]);
    const second = needWrites({ ...DRAFT, kept: first.kept }, TWO, NOW);
    expect(second.writes.map((write) => write.path)).toEqual([
      `/api/needs/${first.kept.gap?.id}/matches/${TWO}`,
    ]);
    expect(isKept({ ...DRAFT, kept: first.kept })).toBe(true);
  });

  it('keeps another wording, or another time, as another need', () => {
    const { kept } = needWrites(DRAFT, null, NOW);
    for (const change of [{ gap: 'my knots jam' }, { within: 'this-year' }] as const) {
      const other = needWrites({ ...DRAFT, kept, ...change }, null, NOW);
      expect(other.writes).toHaveLength(1);
      expect(other.kept.gap?.id).not.toBe(kept.gap?.id);
    }
  });

  it('keeps both answers where both are given, and nothing where none is', () => {
    const both = needWrites({ ...DRAFT, next: 'sail to Chioggia' }, null, NOW);
    expect(both.writes.map((write) => write.body)).toMatchObject([
      { kind: 'gap', text: 'my knots slip' },
      { kind: 'next', text: 'sail to Chioggia', horizon: 'next-rung' },
    ]);
    expect(needWrites({ ...DRAFT, gap: '  ' }, ONE, NOW).writes).toEqual([]);
  });
});
