import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areWordsTrue, isClaimTrue, isWorseThanAllBefore } from '../../../tests/support/recheck-claim.ts';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { findingSentence } from './finding-sentence.ts';
import { findSessionPositive } from './session-finding.ts';

const score: Measure = { kind: 'score', unit: 'points', direction: 'up', target: { low: 10, high: null } };

/** One session on a day, an attempt a second. */
function session(day: number, values: readonly number[], conditions: readonly string[] = []) {
  return values.map(
    (value, turn): AttemptFact => ({
      value,
      at: day * MILLISECONDS_PER_DAY + turn * 1000,
      sessionId: `s${day}`,
      dayKey: `d${day}`,
      conditions,
    }),
  );
}

const usual = [...session(1, [5, 6, 4]), ...session(2, [5, 7, 6]), ...session(3, [6, 5, 7, 6])];

describe('findSessionPositive', () => {
  it('is the worked example of docs/science/picture.md', () => {
    expect(findSessionPositive(score, session(4, [6, 8, 5]), usual)).toEqual({
      kind: 'personal-best',
      value: 8,
      previous: 7,
      earlier: 10,
    });
  });

  it('names the first attempt that reached the target', () => {
    const found = findSessionPositive(score, session(4, [6, 10, 12]), usual);
    expect(found).toEqual({ kind: 'target-reached', value: 10 });
  });

  it('names the day that completes the payoff, and the days before it', () => {
    const held = [...usual, ...session(4, [11, 12]), ...session(5, [10, 12])];
    expect(findSessionPositive(score, session(6, [10, 11]), held)).toMatchObject({
      kind: 'target-held',
      daysHeld: 3,
      completes: true,
    });
    const once = [...usual, ...session(4, [11, 12])];
    expect(findSessionPositive(score, session(5, [10, 11]), once)).toMatchObject({
      daysHeld: 2,
      completes: false,
    });
    // One attempt is a session like any other: the learner set no number of them.
    expect(findSessionPositive(score, session(5, [11]), once)).toMatchObject({ daysHeld: 2, n: 1 });
    const met = [...held, ...session(6, [11])];
    expect(findSessionPositive(score, session(7, [10, 11]), met)).toMatchObject({
      kind: 'target-held',
      daysHeld: 4,
    });
  });

  it('counts showings towards the target, and compares with none of them', () => {
    const shown = session(3.5, [15, 14]);
    expect(findSessionPositive(score, session(4, [10, 11]), usual, shown)).toMatchObject({
      kind: 'personal-best',
      earlier: usual.length,
    });
    const held = [...session(4.5, [11]), ...shown];
    const completing = findSessionPositive(score, session(6, [10, 11]), usual, held);
    expect(completing).toMatchObject({ kind: 'target-held', completes: true, daysHeld: 3 });
  });

  it('finds the best of seven days where the record is older', () => {
    const old = [...session(1, [9, 5, 6, 7]), ...session(30, [5, 6, 6])];
    expect(findSessionPositive(score, session(33, [7, 4]), old)).toEqual({
      kind: 'best-of-week',
      value: 7,
      previous: 6,
      others: 3,
    });
    const alone = [...session(1, [9, 5, 6, 7]), ...session(20, [5, 6, 6])];
    expect(findSessionPositive(score, session(33, [7, 4]), alone).kind).toBe('learned');
  });

  it('calls a tie no best, nor a difference that would read the same', () => {
    expect(findSessionPositive(score, session(4, [7, 6, 5]), usual).kind).toBe('learned');
    const rating: Measure = { ...score, kind: 'rating', target: { low: null, high: null } };
    expect(findSessionPositive(rating, session(4, [7.02, 6]), usual).kind).toBe('learned');
  });

  it('needs three attempts before there is a best to beat', () => {
    expect(findSessionPositive(score, session(2, [9]), session(1, [5, 6])).kind).toBe('learned');
    expect(findSessionPositive(score, session(2, [9]), session(1, [5, 6, 5])).kind).toBe('personal-best');
  });

  it('calls a session steadier only beyond chance, and at no lower level', () => {
    const wild = [1, 2, 3].flatMap((day) => session(day, [1, 9, 5, 2, 8, 5]));
    expect(findSessionPositive(score, session(4, [6, 6.2, 6.1, 5.9, 6]), wild)).toMatchObject({
      kind: 'steadier',
      n: 5,
      nBefore: 18,
      sessionsBefore: 3,
    });
    expect(findSessionPositive(score, session(4, [4, 4.2, 4.1, 3.9, 4]), wild).kind).toBe('learned');
    expect(findSessionPositive(score, session(4, [6, 6.2, 6.1, 5.9]), wild).kind).toBe('learned');
    const calm = [1, 2, 3].flatMap((day) => session(day, [6, 7, 5.5, 6.4, 6, 7]));
    expect(findSessionPositive(score, session(4, [6, 6.9, 5.6, 6.4, 6.2]), calm).kind).toBe('learned');
  });

  it('notices the first with a condition, a return and early variety', () => {
    const standing = session(4, [5, 6], ['standing']);
    expect(findSessionPositive(score, standing, usual)).toEqual({
      kind: 'first-with-condition',
      condition: 'standing',
      n: 2,
      low: 5,
      high: 6,
      best: 6,
      held: null,
    });
    expect(findSessionPositive(score, session(40, [6, 6]), usual)).toMatchObject({
      kind: 'back-after-gap',
      n: 2,
    });
    expect(findSessionPositive(score, session(40, [4, 4.5]), usual).kind).toBe('learned');
    const first = [...session(1, [3], ['standing']), ...session(1, [4], ['sitting'])];
    expect(findSessionPositive(score, first, [])).toEqual({
      kind: 'early-variety',
      ways: ['standing', 'sitting'],
      attempts: 2,
    });
    const both = session(1, [3, 4], ['posture: standing', 'hand: left']);
    expect(findSessionPositive(score, both, [])).toMatchObject({ kind: 'learned' });
  });

  it('says what was learned when there is nothing good to say', () => {
    const learned = (today: readonly AttemptFact[], before: readonly AttemptFact[]) => {
      const found = findSessionPositive(score, today, before);
      return found.kind === 'learned' ? found.learned : found.kind;
    };
    expect(learned([], usual)).toEqual({ what: 'no-attempts' });
    expect(learned(session(1, [5, 3, 4]), [])).toEqual({
      what: 'starting-range',
      n: 3,
      low: 3,
      high: 5,
      held: null,
    });
    expect(learned(session(2, [5]), session(1, [5, 6, 4]))).toEqual({
      what: 'towards-a-trend',
      n: 4,
      more: 4,
    });
    expect(learned(session(4, [1, 2]), usual)).toMatchObject({ what: 'against-usual', place: 'worse' });
    expect(learned(session(4, [5, 6]), usual)).toMatchObject({ what: 'against-usual', place: 'inside' });
    const known = [...usual, ...session(3, [6], ['a']), ...session(3, [6], ['b'])];
    const two = [...session(4, [6, 5], ['a']), ...session(4, [4, 3], ['b'])];
    expect(learned(two, known)).toMatchObject({
      what: 'harder-condition',
      harder: { condition: 'b', median: 3.5, n: 2 },
      easier: { condition: 'a', median: 5.5, n: 2 },
    });
  });

  describe('of a range to stay within', () => {
    const beats: Measure = {
      kind: 'rate',
      unit: 'beats',
      direction: 'within',
      target: { low: 40, high: 50 },
    };
    const slow = [...session(1, [36, 37, 36, 37]), ...session(2, [36, 37, 36, 37, 36])];
    const sentence = (measure: Measure, today: readonly AttemptFact[], before: readonly AttemptFact[]) =>
      findingSentence(measure, findSessionPositive(measure, today, before));

    it('speaks of values where it says where takes usually land', () => {
      expect(sentence(beats, session(3, [53, 53, 54]), slow)).toBe(
        'On the other side of the range: 53, against 36 to 37 beats a minute before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
      );
      expect(sentence(beats, session(40, [53, 53, 54]), slow)).not.toContain('still there');
      expect(sentence(beats, session(40, [36, 36, 37]), slow)).toContain('still there');
      expect(sentence(beats, session(3, [38, 30, 39]), [...slow, ...session(2, [50])])).toContain(
        'Better than usual',
      );
      expect(sentence(beats, session(3, [36, 37, 36]), slow)).toContain('Where takes usually land');
    });

    it('is as far from 30% as from 80%, whatever arithmetic makes of it', () => {
      const share: Measure = { ...beats, kind: 'proportion', target: { low: 0.5, high: 0.6 } };
      const before = [...session(1, [0.8, 0.8]), ...session(2, [0.8, 0.8])];
      expect(sentence(share, session(3, [0.3]), before)).not.toMatch(/best/i);
    });

    it('invents nothing good while it has no ends', () => {
      const open: Measure = { ...beats, target: { low: null, high: null } };
      const usually = [...session(1, [43, 47, 45, 44]), ...session(2, [46, 43, 47, 45])];
      expect(sentence(open, session(40, [5, 6, 5]), usually)).toBe(
        'Outside the usual: 5, against 43.8 to 46.3 beats a minute before. The middle of 3 takes, set against the middle half of the 8 before. One session says little.',
      );
      expect(sentence(open, session(40, [45, 44, 46]), usually)).toContain('it is still there');
      expect(sentence(open, session(3, [5, 6, 5], ['blind']), usually)).toBe(
        'First takes with “blind”: 3 of them, from 5 to 6 beats a minute.',
      );
      expect(sentence(open, session(3, [5]), session(1, [43, 47, 45]))).toBe(
        'This is where you start: 4 takes, from 5 to 47 beats a minute.',
      );
      const wild = [1, 2, 3].flatMap((day) => session(day, [1, 9, 5, 2, 8, 5]));
      expect(sentence(open, session(4, [6, 6.2, 6.1, 5.9, 6]), wild)).not.toContain('Steadier');
    });

    it('calls none the best of two that are equally good', () => {
      expect(sentence(beats, session(3, [38, 52], ['blind']), slow)).toBe(
        'Best so far: 38 beats a minute. Before it, the best of 9 takes was 37 beats a minute.',
      );
      const alike = session(3, [38, 38.000001], ['blind']);
      expect(findSessionPositive(beats, alike, [...slow, ...session(2, [39])])).toMatchObject({
        kind: 'first-with-condition',
        best: null,
      });
      const near = [...slow, ...session(2, [39])];
      expect(sentence(beats, session(3, [38, 52, 30], ['blind']), near)).toBe(
        'First takes with “blind”: 3 of them, from 30 to 52 beats a minute.',
      );
    });
  });

  describe('of passes', () => {
    const pass: Measure = { kind: 'pass', unit: 'held', direction: 'up', target: { low: 1, high: null } };
    const sentence = (today: readonly AttemptFact[], before: readonly AttemptFact[], measure = pass) =>
      findingSentence(measure, findSessionPositive(measure, today, before));
    const half = [...session(1, [1, 0, 1, 0]), ...session(2, [0, 1, 0, 0, 1])];

    it('counts those that held', () => {
      expect(sentence(session(1, [0, 0]), [])).toBe('This is where you start: 0 of 2 takes held.');
      expect(sentence(session(3, [1, 1, 0]), half)).toBe(
        'The target held: 2 of 3 takes held. That is day 1 of 3.',
      );
      expect(sentence(session(3, [0, 0, 1]), half)).toBe(
        '1 of 3 takes held, against 4 of 9 before. One session says little.',
      );
      expect(sentence(session(3, [0, 1], ['blind']), half)).toBe('First takes with “blind”: 1 of 2 held.');
      const known = [...half, ...session(2, [0], ['a']), ...session(2, [0], ['b'])];
      expect(sentence([...session(3, [0, 0, 1], ['a']), ...session(3, [0, 0], ['b'])], known)).toContain(
        'Today “b” was harder than “a”: 0 of 2 takes held, against 1 of 3 takes held.',
      );
    });

    it('are still there after a gap only where as many held as before', () => {
      expect(sentence(session(40, [0, 0, 0]), half)).not.toContain('still there');
      expect(sentence(session(40, [1, 0]), half)).toBe(
        '37 days between takes, and it is still there: 1 of 2 takes held. Before, 4 of 9 takes held.',
      );
    });
  });

  describe('for any data', () => {
    // To a millionth: of two values closer than any measure tells apart, engine and recheck round each in its own way.
    const fine = fc.integer({ min: 0, max: 12_000_000 }).map((millionths) => millionths / 1e6);
    const value = fc.oneof(fc.integer({ min: 0, max: 12 }), fine);
    const attempt = fc.record({ value, conditions: fc.constantFrom([], ['a'], ['b'], ['c'], ['a', 'c']) });
    const day = fc.record({
      gap: fc.constantFrom(0, 1, 1, 2, 20),
      attempts: fc.array(attempt, { maxLength: 8 }),
    });
    const measures = fc
      .tuple(
        fc.constantFrom('score', 'rating', 'pass'),
        fc.constantFrom('up', 'down', 'within'),
        fc.constantFrom(null, 4),
        fc.constantFrom(null, 8),
      )
      .map(([kind, direction, low, high]): Measure => ({ kind, unit: '', direction, target: { low, high } }));

    const eachSession = (
      check: (measure: Measure, today: readonly AttemptFact[], before: readonly AttemptFact[]) => void,
    ) =>
      fc.assert(
        fc.property(measures, fc.array(day, { minLength: 1, maxLength: 8 }), (measure, days) => {
          let date = 0;
          const sessions = days.map(({ gap, attempts }, number) => {
            date += gap;
            return attempts.map(
              (one, turn): AttemptFact => ({
                value: measure.kind === 'pass' ? Math.round(one.value) % 2 : one.value,
                at: date * MILLISECONDS_PER_DAY + number * 60_000 + turn,
                sessionId: `s${number}`,
                dayKey: `d${date}`,
                ...(one.conditions.length === 0 ? {} : { conditions: one.conditions }),
              }),
            );
          });
          check(measure, sessions.at(-1) ?? [], sessions.slice(0, -1).flat());
        }),
        { numRuns: 1_000 },
      );

    it('claims nothing that the raw data do not bear out', () => {
      eachSession((measure, today, before) => {
        const finding = findSessionPositive(measure, today, before);
        expect(isClaimTrue(measure, finding, today, before)).toBe(true);
      });
    });

    it('says no word that the raw data do not bear out', () => {
      eachSession((measure, today, before) => {
        const sentence = findingSentence(measure, findSessionPositive(measure, today, before));
        expect([sentence, areWordsTrue(measure, sentence, today, before)]).toEqual([sentence, true]);
      });
    });

    it('has nothing positive to say of a session worse than all before', () => {
      const shift = { up: -100, down: 100, within: 100 } as const;
      eachSession((measure, today, before) => {
        if (measure.kind === 'pass' || before.length === 0) return;
        const worse = today.map((one) => ({ ...one, value: one.value + shift[measure.direction] }));
        if (!isWorseThanAllBefore(measure, worse, before)) return;
        expect(findSessionPositive(measure, worse, before).kind).toBe('learned');
      });
    });

    it('finds the same of a mirrored measure', () => {
      eachSession((measure, today, before) => {
        if (measure.kind !== 'score' || measure.direction === 'within') return;
        const { low, high } = measure.target;
        const flip = (attempts: readonly AttemptFact[]) =>
          attempts.map((one) => ({ ...one, value: -one.value }));
        const mirrored: Measure = {
          ...measure,
          direction: measure.direction === 'up' ? 'down' : 'up',
          target: { low: high === null ? null : -high, high: low === null ? null : -low },
        };
        const found = findSessionPositive(measure, today, before);
        expect(findSessionPositive(mirrored, flip(today), flip(before)).kind).toBe(found.kind);
      });
    });
  });
});
