import { describe, expect, it } from 'vitest';
import { ShowingBody } from '../evidence/contract.ts';
import { AimBody, AimResultBody } from '../practice/choice-contract.ts';
import {
  AttemptBody,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from '../practice/contract.ts';
import * as sitting from './running-session.ts';
import { audienceFault } from './session-showing.ts';

const practiceId = '01900000-0000-7000-8000-000000000001';
const payoffId = '01900000-0000-7000-8000-000000000002';
const deviceId = '01900000-0000-7000-8000-000000000003';
const EPOCH = Date.parse('2026-03-02T10:00:00Z');
/** So many seconds after the sitting began, on both clocks. */
const at = (seconds: number): sitting.Moment => ({
  epoch: EPOCH + seconds * 1000,
  steady: 5_000 + seconds * 1000,
});
const log = (value: number | null) => ({
  payoffId,
  value,
  isTrickRead: true,
  deviceId,
  localDay: () => '2026-03-02',
});
const begun = () =>
  sitting.startClock(sitting.beginSession({ practiceId, isFloor: false, minutes: 12 }, at(0)), at(0));
const bodyOf = (step: sitting.Step, index: number) => step.writes[index]?.body;

describe('logging a take', () => {
  it('records the session with its first take, and only then', () => {
    const first = sitting.logTake(begun(), log(6), at(40));
    expect(first.writes.map((write) => write.path.split('/')[2])).toEqual(['sessions', 'attempts']);
    expect(SessionBody.parse(bodyOf(first, 0))).toMatchObject({ practiceId, deviceId, isFloor: false });
    expect(AttemptBody.parse(bodyOf(first, 1))).toMatchObject({
      sequence: 1,
      value: 6,
      durationSeconds: 40,
      startedAt: '2026-03-02T10:00:00.000Z',
      localDay: '2026-03-02',
      conditions: {},
    });
    const second = sitting.logTake(sitting.startClock(first.session, at(40)), log(7), at(100));
    expect(second.writes).toHaveLength(1);
    expect(AttemptBody.parse(bodyOf(second, 0))).toMatchObject({ sequence: 2, durationSeconds: 60 });
  });

  it('does not count the time that the clock stood still', () => {
    const paused = sitting.stopClock(begun(), at(10));
    const step = sitting.logTake(sitting.startClock(paused, at(500)), log(6), at(505));
    expect(AttemptBody.parse(bodyOf(step, 1)).durationSeconds).toBe(15);
  });

  it('gives no length to a take whose clock was cut off', () => {
    const kept = sitting.frozen(begun(), at(30));
    expect(kept.current).toMatchObject({ elapsedMilliseconds: 30_000, runningSince: null, isCutOff: true });
    const again = sitting.startClock(kept, { epoch: EPOCH + 9_000_000, steady: 100 });
    const step = sitting.logTake(again, log(6), { epoch: EPOCH + 9_010_000, steady: 10_100 });
    expect(AttemptBody.parse(bodyOf(step, 1)).durationSeconds).toBeNull();
  });

  it('writes down what was varied, for this take and those after it', () => {
    const standing = { ...begun(), level: { variable: 'posture', level: 'standing' } };
    const first = sitting.logTake(standing, log(6), at(40));
    const second = sitting.logTake(first.session, log(7), at(80));
    for (const body of [bodyOf(first, 1), bodyOf(second, 0)]) {
      expect(AttemptBody.parse(body).conditions).toEqual({ posture: 'standing' });
    }
  });

  it('takes the note of this take along', () => {
    const noted = sitting.changeTake(begun(), { note: { text: ' shaky ', tags: ['tired'], feel: 4 } });
    const step = sitting.logTake(noted, log(6), at(40));
    const attemptId = step.session.takes[0]?.attemptId;
    expect(RemarkBody.parse(bodyOf(step, 2))).toMatchObject({
      attemptId,
      text: 'shaky',
      tags: ['tired'],
      feel: 4,
    });
    expect(step.session.current.note).toEqual(sitting.EMPTY_NOTE);
  });
});

describe('after a take', () => {
  const two = () => {
    const first = sitting.logTake(begun(), log(6), at(40));
    return sitting.logTake(first.session, log(7), at(80)).session;
  };

  it('takes it back by a fact of its own, once, and does not use its number again', () => {
    const session = two();
    const attemptId = session.takes[1]?.attemptId ?? '';
    const step = sitting.retractTake(session, attemptId, at(85));
    expect(RetractionBody.parse(bodyOf(step, 0)).attemptId).toBe(attemptId);
    expect(sitting.standingTakes(step.session).map((take) => take.value)).toEqual([6]);
    expect(sitting.retractTake(step.session, attemptId, at(86)).writes).toEqual([]);
    const next = sitting.logTake(step.session, log(8), at(120));
    expect(next.session.takes.at(-1)?.sequence).toBe(3);
    // On the screen it is the second of two.
    expect(sitting.nextNumber(step.session)).toBe(2);
  });

  it('goes on with the count of a take that is undone at once, and not over what was counted since', () => {
    const counted = sitting.changeTake(sitting.startClock(begun(), at(0)), { hits: 6 });
    const logged = sitting.logTake(counted, log(6), at(30)).session;
    const attemptId = logged.takes[0]?.attemptId ?? '';
    const undone = sitting.undoTake(logged, attemptId, 'count', at(33));
    expect(undone.writes).toHaveLength(1);
    expect(undone.session.current).toMatchObject({
      hits: 6,
      elapsedMilliseconds: 30_000,
      runningSince: null,
    });
    expect(undone.session.current.startedAt).toBe(counted.current.startedAt);

    const since = sitting.changeTake(logged, { hits: 2 });
    expect(sitting.undoTake(since, attemptId, 'count', at(33)).session.current.hits).toBe(2);
    const stopwatch = sitting.undoTake(logged, attemptId, 'duration', at(33));
    expect(stopwatch.session.current.elapsedMilliseconds).toBe(0);
  });

  it('replaces its note by a new one, and records nothing where nothing changed', () => {
    const session = two();
    const attemptId = session.takes[0]?.attemptId ?? '';
    const note = { text: 'shaky', tags: [], feel: null };
    const first = sitting.remarkOn(session, attemptId, note, at(90));
    const second = sitting.remarkOn(first.session, attemptId, { ...note, text: 'steady' }, at(95));
    const firstId = first.session.takes[0]?.remarkId;
    expect(RemarkBody.parse(bodyOf(second, 0))).toMatchObject({ replacesId: firstId, text: 'steady' });
    expect(sitting.remarkOn(second.session, attemptId, { ...note, text: 'steady' }, at(99)).writes).toEqual(
      [],
    );
  });
});

describe('the end', () => {
  it('is nothing where no take was made', () => {
    expect(sitting.endWrites(sitting.finishSession(begun(), at(60).epoch))).toEqual([]);
  });

  it('carries the line for next time', () => {
    const { session } = sitting.logTake(begun(), log(6), at(40));
    const [write] = sitting.endWrites({
      ...sitting.finishSession(session, at(60).epoch),
      line: '  Look up.  ',
    });
    expect(SessionEndBody.parse(write?.body)).toEqual({
      endedAt: '2026-03-02T10:01:00.000Z',
      line: 'Look up.',
    });
  });

  it('falls back to the end of the last take where nobody ended it', () => {
    const { session } = sitting.logTake(begun(), log(6), at(40));
    const [write] = sitting.endWrites(session);
    expect(SessionEndBody.parse(write?.body).endedAt).toBe('2026-03-02T10:00:40.000Z');
  });
});

it('asks before it leaves only what would be lost', () => {
  expect(sitting.isBegun(begun(), 'rating')).toBe(false);
  expect(sitting.isBegun(begun(), 'duration')).toBe(true);
  expect(sitting.isBegun(sitting.changeTake(begun(), { hits: 1 }), 'count')).toBe(true);
  expect(sitting.isBegun(sitting.changeTake(begun(), { typed: '' }), 'score')).toBe(false);
});

describe('what kind of session it is', () => {
  it('is of the whole unless it is chosen, and goes home with the session', () => {
    const part = sitting.chooseWork(begun(), { work: 'part', part: 'left hand' });
    const kinds = [begun(), part, sitting.chooseWork(part, { work: 'showing', part: 'left hand' })].map(
      (session) => SessionBody.parse(bodyOf(sitting.logTake(session, log(6), at(40)), 0)),
    );
    expect(kinds.map(({ work, part }) => [work, part])).toEqual([
      ['whole', null],
      ['part', 'left hand'],
      ['showing', null],
    ]);
  });

  it('puts how it was set into the conditions of every take', () => {
    const set = { work: 'part', part: 'both together', held: { emphasis: '80/20' } } as const;
    const first = sitting.logTake(sitting.chooseWork(begun(), set), log(6), at(40));
    const second = sitting.logTake(first.session, log(7), at(80));
    expect([bodyOf(first, 1), bodyOf(second, 0)].map((body) => AttemptBody.parse(body).conditions)).toEqual([
      { emphasis: '80/20' },
      { emphasis: '80/20' },
    ]);
    const again = sitting.chooseWork(sitting.chooseWork(begun(), set), { work: 'whole', part: null });
    expect(again).toMatchObject({ held: {}, measures: [] });
  });

  it('stands once a take is logged', () => {
    const { session } = sitting.logTake(begun(), log(6), at(40));
    expect(sitting.chooseWork(session, { work: 'part', part: 'left hand' })).toBe(session);
  });
});

describe('the one thing to change', () => {
  const aimed = () => sitting.setAim(begun(), 'lift less', at(5));
  const pathsOf = (writes: readonly { path: string }[]) => writes.map(({ path }) => path.split('/')[2]);

  it('goes home after its session, with the first take and not again', () => {
    expect(aimed().writes).toEqual([]);
    const first = sitting.logTake(aimed().session, log(6), at(40));
    expect(pathsOf(first.writes)).toEqual(['sessions', 'aims', 'attempts']);
    const { sessionId } = first.session;
    expect(AimBody.parse(bodyOf(first, 1))).toMatchObject({ sessionId, text: 'lift less' });
    expect(pathsOf(sitting.logTake(first.session, log(7), at(80)).writes)).toEqual(['attempts']);
  });

  it('goes home at once where the session is there', () => {
    const { session } = sitting.logTake(begun(), log(6), at(40));
    expect(pathsOf(sitting.setAim(session, 'lift less', at(50)).writes)).toEqual(['aims']);
  });

  it('tells what came of it with the end, and nothing where nothing was said', () => {
    const { session } = sitting.logTake(aimed().session, log(6), at(40));
    const over = sitting.finishSession(session, EPOCH + 60_000);
    expect(pathsOf(sitting.endWrites(over))).toEqual(['sessions']);
    const result = { outcome: 'worse', note: '  ', toldAt: EPOCH + 70_000 } as const;
    const [told] = sitting.endWrites({ ...over, aim: over.aim && { ...over.aim, result } });
    expect(told?.path).toBe(`/api/aims/${over.aim?.aimId}/result`);
    expect(AimResultBody.parse(told?.body)).toMatchObject({ outcome: 'worse', note: null });
  });
});

describe('a showing', () => {
  const shown = {
    showingId: payoffId,
    audience: '12',
    occasion: ' Kitchen party ',
    quote: '',
    quotedFrom: 'Ruth',
    toldAt: EPOCH,
  };
  const over = (work: 'whole' | 'showing') => {
    const { session } = sitting.logTake(sitting.chooseWork(begun(), { work, part: null }), log(6), at(40));
    return { ...sitting.finishSession(session, EPOCH + 60_000), shown };
  };
  const showingsOf = (session: sitting.RunningSession) =>
    sitting.endWrites(session).filter(({ path }) => path.startsWith('/api/showings/'));

  it('is told of with the end, a name only with what was said', () => {
    const session = over('showing');
    const [write] = showingsOf(session);
    expect(ShowingBody.parse(write?.body)).toMatchObject({
      sessionId: session.sessionId,
      heldDay: '2026-03-02',
      audience: 12,
      occasion: 'Kitchen party',
      quote: null,
      quotedFrom: null,
    });
  });

  it('is none before nobody, nor where it was no showing', () => {
    expect(showingsOf(over('whole'))).toEqual([]);
    for (const audience of ['', '0', '2.5', 'many', '1e9'])
      expect(showingsOf({ ...over('showing'), shown: { ...shown, audience } })).toEqual([]);
    expect(['', '12', 'many'].map((typed) => audienceFault(typed) === null)).toEqual([true, true, false]);
  });
});
