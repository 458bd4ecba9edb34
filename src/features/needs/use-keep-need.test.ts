import { describe, expect, it } from 'vitest';
import type { FindDraft } from './use-find-draft.ts';
import { isKept, needWrites } from './use-keep-need.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const DRAFT: FindDraft = {
  gap: 'my knots slip',
  next: '',
  within: 'this-week',
  nextHorizon: 'next-rung',
  context: '',
  kept: {},
};
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

  it('keeps another wording, another time or another place as another need', () => {
    const { kept } = needWrites(DRAFT, null, NOW);
    const changes = [{ gap: 'my knots jam' }, { within: 'this-year' }, { context: 'on the boat' }] as const;
    for (const change of changes) {
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

  it('keeps where it comes up, and null where nothing was said of it', () => {
    const contextOf = (context: string) => needWrites({ ...DRAFT, context }, null, NOW).writes[0]?.body;
    expect(contextOf('  on the boat, in wind ')).toMatchObject({ context: 'on the boat, in wind' });
    expect(contextOf('  ')).toMatchObject({ context: null });
    const { kept } = needWrites(DRAFT, null, NOW);
    expect(isKept({ ...DRAFT, kept, context: ' ' })).toBe(true);
  });

  it('keeps what may come one day as a possible future, and a gap as now all the same', () => {
    const perhaps = { ...DRAFT, next: 'sail to Chioggia', nextHorizon: 'possible-future' } as const;
    const { writes, kept } = needWrites(perhaps, null, NOW);
    expect(writes.map((write) => write.body)).toMatchObject([
      { kind: 'gap', horizon: 'now' },
      { kind: 'next', horizon: 'possible-future' },
    ]);
    const surer = needWrites({ ...perhaps, kept, nextHorizon: 'next-rung' }, null, NOW);
    expect(surer.writes.map((write) => write.body)).toMatchObject([{ kind: 'next', horizon: 'next-rung' }]);
  });
});
