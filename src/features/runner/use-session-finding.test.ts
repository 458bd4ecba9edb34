import { describe, expect, it } from 'vitest';
import { attemptBody } from '../../../tests/support/practice-facts.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import type { AttemptHistory } from '../practice/picture-contract.ts';
import { attemptsBefore, findingOf, sessionWords, splitHeadline } from './use-session-finding.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const practiceId = 'practice';
const measure: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };
type Listed = AttemptHistory['attempts'][number];
const fact = (id: string, value: number, daysAgo: number, more: Partial<Listed> = {}): Listed => ({
  id,
  number: 1,
  value,
  at: NOW - daysAgo * DAY,
  sessionId: `s-${daysAgo}`,
  dayKey: new Date(NOW - daysAgo * DAY).toISOString().slice(0, 10),
  conditions: [],
  ...more,
});
const history = (more: Partial<AttemptHistory> = {}): AttemptHistory => {
  const attempts = [12, 14, 13, 15, 12].map((value, index) => fact(`h${index}`, value, 9 - index));
  return {
    practiceId,
    total: attempts.length,
    others: [],
    standing: attempts.length,
    attempts: attempts.map((one, index) => ({ ...one, number: index + 1 })),
    earlierBest: null,
    earlierReached: null,
    earlierConditions: [],
    ...more,
  };
};
const session = { practiceId, sessionId: 's-0' };
const ours = new Set(['payoff']);
const write = (path: string, body: unknown, place = 1): PendingWrite => ({
  path,
  body,
  place,
  spaceId: 'mine',
  state: 'kept',
  problem: null,
});
const knownBefore = (from: AttemptHistory | undefined, pending: readonly PendingWrite[] = []) => {
  const found = attemptsBefore(from, session, ours, pending);
  if (found === null) throw new Error('not known');
  return found;
};

describe('attempts before this session', () => {
  it('are not known where home’s word is missing, unless the practice was begun here', () => {
    expect(attemptsBefore(undefined, session, ours, [])).toBeNull();
    const begun = write(`/api/practices/${practiceId}`, {});
    expect(attemptsBefore(undefined, session, ours, [begun])?.listed).toEqual([]);
  });

  it('are of the same work, and showings beside whole runs count towards the target alone', () => {
    const attempt = (id: string, sessionId: string) =>
      write(`/api/attempts/${id}`, attemptBody({ practiceId, sessionId, payoffId: 'payoff' }));
    const begun = (id: string, work: string) =>
      write(`/api/sessions/${id}`, { practiceId, work, part: null });
    const pending = [
      begun('p', 'part'),
      attempt('a', 'p'),
      begun('shown', 'showing'),
      attempt('b', 'shown'),
      attempt('c', 'of-before'),
    ];
    const ids = (facts: readonly { id?: string }[]) => facts.map(({ id }) => id);
    const whole = knownBefore(history({ attempts: [], total: 0 }), pending);
    expect([ids(whole.listed), ids(whole.counting.listed)]).toEqual([['c'], ['b']]);
    const part = { ...session, work: 'part' as const, part: null };
    const ofPart = attemptsBefore(history({ attempts: [], total: 0 }), part, ours, pending);
    expect([ids(ofPart?.listed ?? []), ofPart?.counting.listed]).toEqual([['a'], []]);
  });

  it('do not claim a first where what counts with them is not all listed', () => {
    const before = {
      listed: [],
      unlisted: 0,
      counting: { listed: [], unlisted: 3 },
    };
    expect(findingOf(measure, [fact('t', 31, 0)], before).kind).not.toBe('target-reached');
    const all = { ...before, counting: { listed: [], unlisted: 0 } };
    expect(findingOf(measure, [fact('t', 31, 0)], all).kind).toBe('target-reached');
  });

  it('leave out this session’s own, and what was taken back without home knowing', () => {
    const own = fact('own', 40, 0);
    const retraction = write('/api/retractions/r', { attemptId: 'h3', retractedAt: '' });
    const known = history({ total: 6, attempts: [...history().attempts, own] });
    expect(knownBefore(known, [retraction]).listed.map((one) => one.value)).toEqual([12, 14, 13, 12]);
  });

  it('include those of earlier sessions that home has not heard of, of the same measure only', () => {
    const unsent = (id: string, payoffId: string, value: number) =>
      write(`/api/attempts/${id}`, attemptBody({ practiceId, sessionId: 'yesterday', payoffId }, { value }));
    const listed = knownBefore(history(), [unsent('a', 'payoff', 20), unsent('b', 'other', 99)]).listed;
    expect(listed.at(-1)?.value).toBe(20);
    expect(listed).toHaveLength(6);
  });
});

describe('what is claimed against years that are not listed', () => {
  const today = [fact('t1', 20, 0, { sessionId: 's-0' })];

  it('counts them: the best of 3,000, not of the 5 that are here', () => {
    const years = history({ total: 3_000, earlierBest: fact('old', 18, 400) });
    expect(findingOf(measure, today, knownBefore(years))).toMatchObject({
      kind: 'personal-best',
      previous: 18,
      earlier: 3_000,
    });
  });

  it('is no best where the unlisted best is better', () => {
    const years = history({ total: 3_000, earlierBest: fact('old', 28, 400) });
    expect(findingOf(measure, today, knownBefore(years)).kind).not.toBe('personal-best');
  });

  it('is no first reaching, and no day of three, where the target was reached before', () => {
    const reached = fact('old', 31, 400);
    const years = history({ total: 3_000, earlierBest: reached, earlierReached: reached });
    const good = [fact('t1', 31, 0, { sessionId: 's-0' })];
    expect(['target-reached', 'target-held']).not.toContain(
      findingOf(measure, good, knownBefore(years)).kind,
    );
    expect(findingOf(measure, good, knownBefore(history())).kind).toBe('target-reached');
  });

  it('is no first time with what was varied before', () => {
    const standing = [fact('t1', 13, 0, { sessionId: 's-0', conditions: ['posture: standing'] })];
    const best = fact('old', 25, 400);
    const years = history({ total: 3_000, earlierBest: best, earlierConditions: ['posture: standing'] });
    expect(findingOf(measure, standing, knownBefore(years)).kind).not.toBe('first-with-condition');
    expect(findingOf(measure, standing, knownBefore(history())).kind).toBe('first-with-condition');
  });
});

describe('the words', () => {
  it('compare nothing where earlier takes are out of reach', () => {
    const words = sessionWords(measure, [fact('a', 12, 0), fact('b', 31, 0)], null);
    expect(words).toEqual({
      headline: 'Compared with nothing yet: 2 takes, from 12 to 31 catches.',
      more: 'Your earlier takes are not on this device.',
      saysMiddle: false,
      usual: null,
    });
  });

  it('say plainly that there were no takes', () => {
    expect(
      sessionWords(measure, [], { listed: [], unlisted: 0, counting: { listed: [], unlisted: 0 } }).headline,
    ).toBe('No takes this time, and nothing is lost.');
  });

  it('say whether the middle of the session is told, so that it is told once', () => {
    const of = (...values: readonly number[]) =>
      sessionWords(
        measure,
        values.map((value, index) => fact(`t${index}`, value, 0)),
        knownBefore(
          history({ attempts: [...history().attempts, fact('h5', 14, 3), fact('h6', 12, 2)], total: 7 }),
        ),
      );
    expect(of(13, 12, 14)).toMatchObject({
      headline: 'Where takes usually land: 13, within the 12 to 14 catches before.',
      saysMiddle: true,
    });
    expect(of(13, 12, 20)).toMatchObject({ headline: 'Best so far: 20 catches.', saysMiddle: false });
  });

  it('know where takes usually land from four on', () => {
    expect(sessionWords(measure, [fact('t', 13, 0)], knownBefore(history())).usual).toEqual({
      low: 12,
      high: 14,
      n: 5,
      held: null,
    });
    const three = history({ total: 3, attempts: history().attempts.slice(0, 3) });
    expect(sessionWords(measure, [fact('t', 13, 0)], knownBefore(three)).usual).toBeNull();
  });

  it('are parted after the first sentence, and not at a decimal point', () => {
    expect(splitHeadline('Best so far: 6.8. Before it, 6.1.')).toEqual({
      headline: 'Best so far: 6.8.',
      more: 'Before it, 6.1.',
    });
    expect(splitHeadline('Take 4 reached it: 0:42.')).toEqual({
      headline: 'Take 4 reached it: 0:42.',
      more: null,
    });
  });
});
