import { describe, expect, it } from 'vitest';
import { type Reason, reasonWords } from '../../engine/agenda/agenda.ts';
import { toldReason } from './told-reason.ts';

const DUE: Reason = {
  kind: 'due',
  // Two days by the calendar, and sixty-two hours.
  sinceDays: 62 / 24,
  pausedDays: 0,
  rhythm: { from: 'design', sittingsAWeek: 3, isStretched: false },
};
const KNOWN = { today: '2026-05-12', lastDay: '2026-05-10', pauses: [] };

describe('toldReason', () => {
  it('counts days by the calendar, as the page of the practice does', () => {
    expect(reasonWords(DUE)).toContain('About three days since the last session');
    expect(reasonWords(toldReason(DUE, KNOWN))).toContain('About two days since the last session');
  });

  it('counts paused days too of what slips meanwhile', () => {
    const pauses = [{ fromDay: '2026-05-11', untilDay: '2026-05-11' }];
    const slipping: Reason = { kind: 'look-again', sinceDays: 62 / 24, isSlipping: true };
    expect(toldReason(slipping, { ...KNOWN, pauses })).toEqual({ ...slipping, sinceDays: 2 });
  });

  it('leaves paused days out, and every other reason as it is', () => {
    const pauses = [{ fromDay: '2026-05-11', untilDay: '2026-05-11' }];
    expect(toldReason(DUE, { ...KNOWN, pauses })).toMatchObject({ sinceDays: 1, pausedDays: 1 });
    expect(toldReason(DUE, { ...KNOWN, lastDay: null })).toBe(DUE);
    expect(toldReason({ kind: 'go-on' }, KNOWN)).toEqual({ kind: 'go-on' });
  });
});
