import { describe, expect, it } from 'vitest';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { canPass, type Followed, levelNow, withDifficulty } from './follow-difficulty.ts';

const LEVELS = ['80 bpm', '85 bpm', '90 bpm'];
const SET_AT = Date.parse('2026-03-01T08:00:00Z');
const MEASURE = { kind: 'count', target: { low: 10, high: null } } as const;

const set = (more: Partial<Followed['set']> = {}): Followed['set'] => ({
  variable: 'tempo',
  levels: LEVELS,
  startLevel: '85 bpm',
  target: 0.8,
  isLocked: false,
  isFollowed: true,
  setAt: new Date(SET_AT).toISOString(),
  ...more,
});

const takes = (count: number, value: number, level: string, more: Partial<AttemptFact> = {}): AttemptFact[] =>
  Array.from({ length: count }, (_, index) => ({
    value,
    at: SET_AT + (index + 1) * 60_000,
    sessionId: 's',
    dayKey: '2026-03-01',
    conditions: [`tempo: ${level}`],
    ...more,
  }));

const followed = (before: readonly AttemptFact[], more: Partial<Followed['set']> = {}): Followed => ({
  set: set(more),
  measure: MEASURE,
  before,
});

type Sitting = Parameters<typeof withDifficulty>[0];
const SITTING: Sitting = { work: 'whole', isFloor: false, phase: 'running', level: null };

describe('a difficulty that follows', () => {
  it('begins where the learner said, and gives no reason before the first take', () => {
    expect(levelNow(followed([]))).toEqual({ level: '85 bpm', why: null });
  });

  it('is stepped by takes that reach the target, and says which', () => {
    expect(levelNow(followed(takes(5, 12, '85 bpm')))).toEqual({
      level: '90 bpm',
      why: 'All of the last 5 passed at 85 bpm: try 90 bpm.',
    });
    expect(levelNow(followed(takes(4, 3, '85 bpm'))).level).toBe('80 bpm');
  });

  it('counts today after what was before, in one row', () => {
    expect(levelNow(followed(takes(3, 12, '85 bpm')), takes(2, 12, '85 bpm')).level).toBe('90 bpm');
  });

  it('takes nothing from other variables, other levels or takes under a card', () => {
    const others = [
      ...takes(9, 12, '85 bpm', { conditions: ['tempo: 85 bpm', 'twist: eyes shut'] }),
      ...takes(9, 12, '200 bpm'),
      ...takes(9, 12, '85 bpm', { conditions: ['grip: 85 bpm'] }),
    ];
    expect(levelNow(followed(others))).toEqual({ level: '85 bpm', why: null });
  });

  it('keeps the level that the learner begins at, whatever came before it was set', () => {
    const earlier = takes(8, 3, '90 bpm', { at: SET_AT - 60_000 });
    expect(levelNow(followed(earlier))).toEqual({ level: '85 bpm', why: null });
  });

  it('is never stepped where it is locked', () => {
    const { level, why } = levelNow(followed(takes(8, 12, '85 bpm'), { isLocked: true }));
    expect([level, why]).toEqual([
      '85 bpm',
      'All of the last 8 passed at 85 bpm. You keep the level as it is.',
    ]);
  });

  it('rests under an experiment on the same variable, in a part, and where nothing follows', () => {
    const levelOf = (more: Partial<Sitting>, following: Followed | null = followed([])) =>
      withDifficulty({ ...SITTING, ...more }, following, []).difficulty?.level;
    expect(levelOf({})).toBe('85 bpm');
    expect(levelOf({ draws: [{ variable: 'grip' }] })).toBe('85 bpm');
    expect(levelOf({ draws: [{ variable: 'tempo' }] })).toBeUndefined();
    expect(levelOf({ work: 'part' })).toBeUndefined();
    expect(levelOf({ work: 'play' })).toBeUndefined();
    expect(levelOf({}, null)).toBeUndefined();
  });

  it('leaves a sitting as it is where nothing changes, and gives no reason against the learner’s own choice', () => {
    const once = withDifficulty(SITTING, followed(takes(5, 12, '85 bpm')), []);
    expect(withDifficulty(once, followed(takes(5, 12, '85 bpm')), [])).toBe(once);
    const byHand: Sitting = { ...SITTING, level: { variable: 'tempo' } };
    expect(withDifficulty(byHand, followed(takes(5, 12, '85 bpm')), []).difficulty?.why).toBeNull();
  });

  it('needs something that a take can pass', () => {
    expect(canPass(MEASURE)).toBe(true);
    expect(canPass({ kind: 'pass', target: { low: null, high: null } })).toBe(true);
    expect(canPass({ kind: 'count', target: { low: null, high: null } })).toBe(false);
  });
});
