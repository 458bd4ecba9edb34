import { describe, expect, it } from 'vitest';
import { NO_WISH } from '../../engine/agenda/wish.ts';
import type { PracticeCard } from '../practice/contract.ts';
import { agendaPractices, minutesSince, mondayBefore } from './agenda-practice.ts';

const CARD: PracticeCard = {
  id: '11111111-1111-7111-8111-111111111111',
  micromasteryId: '22222222-2222-7222-8222-222222222222',
  title: 'The thirty-catch cascade',
  field: 'juggling',
  startedAt: '2026-02-01T08:00:00.000Z',
  needText: null,
  payoff: null,
  attemptMinutes: 2,
  floor: null,
  attempts: 3,
  lastAttemptAt: '2026-05-01T08:00:00.000Z',
  lastLine: null,
  micromasteryVersion: 1,
  newestVersion: 1,
  isOwn: false,
  needWithin: null,
  needRaisedAt: null,
  designSittingsAWeek: 3,
  wish: { ...NO_WISH, wantedBy: '2026-06-14' },
  startTakes: 3,
  variables: [],
  standing: { heldDays: 3, holdsForDays: 33 },
};

const given = (card: PracticeCard) =>
  agendaPractices({ practices: [card], sessions: [] }, new Map(), Date.parse('2026-05-12T18:00:00Z'))[0];

describe('a practice as the agenda takes it', () => {
  it('brings along its field, the day that it is wanted by, and where it stands', () => {
    expect(given(CARD)).toMatchObject({
      field: 'juggling',
      wantedBy: '2026-06-14',
      heldDays: 3,
      holdsForDays: 33,
    });
  });

  it('knows nothing of where it stands from a home of before', () => {
    const { standing: _, ...before } = CARD;
    expect(given({ ...before, wish: NO_WISH })).toMatchObject({ wantedBy: null });
    expect(given({ ...before, wish: NO_WISH })).not.toHaveProperty('heldDays');
  });
});

describe('the usual session of a practice', () => {
  const session = (minutes: number, practiceId = CARD.id) => ({
    practiceId,
    startedAt: '2026-03-01T08:00:00Z',
    minutes,
    attempts: 1,
  });
  const usual = (...sessions: ReturnType<typeof session>[]) =>
    agendaPractices({ practices: [CARD], sessions }, new Map(), Date.parse('2026-05-12T18:00:00Z'))[0]
      ?.usualSessionMinutes;

  it('is the middle one of its own, and of fewer than three nobody knows', () => {
    expect(usual(session(70), session(5), session(60), session(200, 'other'))).toBe(60);
    expect(usual(session(70), session(5), session(60), session(90))).toBe(60);
    expect(usual(session(70), session(60), session(200, 'other'))).toBeNull();
  });
});

describe('minutes of the week', () => {
  it('begin with Monday at midnight, where the learner is', () => {
    const monday = new Date(2026, 4, 11);
    expect(mondayBefore(new Date(2026, 4, 12, 18, 30))).toEqual(monday);
    expect(mondayBefore(new Date(2026, 4, 17, 23, 59))).toEqual(monday);
    expect(mondayBefore(new Date(2026, 4, 11))).toEqual(monday);
    const session = (startedAt: Date, minutes: number) => ({
      practiceId: CARD.id,
      startedAt: startedAt.toISOString(),
      minutes,
      attempts: 1,
    });
    const sessions = [
      session(new Date(2026, 4, 10, 23, 59), 40),
      session(new Date(2026, 4, 11, 0, 0), 12.5),
      session(new Date(2026, 4, 12, 9), 4),
    ];
    expect(minutesSince(monday, sessions)).toBe(16.5);
  });
});
