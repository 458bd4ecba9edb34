import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_KINDS, type Measure } from '../measure/measure.ts';
import { probability } from '../units.ts';
import { drawPicture } from './draw-picture.ts';
import { estimateShare } from './share.ts';
import { trendSentence } from './trend-wording.ts';
import {
  baselineSentence,
  betweenWords,
  firstSuccessSentence,
  gainSentence,
  latestSentence,
  payoffSentence,
  shareSpan,
} from './wording.ts';

const rating: Measure = { kind: 'rating', unit: '', direction: 'up', target: { low: 8, high: null } };
const ties: Measure = {
  kind: 'duration',
  unit: 'seconds',
  direction: 'down',
  target: { low: null, high: 6 },
};
const level = probability(0.95);

/** As many attempts a session, each session on its day. */
function facts(values: readonly number[], perSession: number) {
  return values.map((value, index) => {
    const day = Math.floor(index / perSession);
    return { value, at: index, sessionId: `s${day}`, dayKey: `d${day}` };
  });
}

describe('trendSentence', () => {
  it.each([
    [{ kind: 'too-few-attempts', have: 5, need: 8 }, 'Too soon to say: at least three more takes.'],
    [{ kind: 'too-few-attempts', have: 7, need: 8 }, 'Too soon to say: at least one more take.'],
    [
      { kind: 'too-few-sessions', have: 2, need: 5 },
      'Too soon to say: it takes five sessions to tell, and there are two.',
    ],
    [
      { kind: 'improving', perTenAttempts: 0.8, low: 0.2, high: 1.4, level, n: 60, sessions: 12 },
      'Improving by about 0.8 points every ten takes, over the last 60; nineteen in twenty between 0.2 and 1.4 points.',
    ],
    [
      { kind: 'slipping', perTenAttempts: -0.8, low: -1.4, high: -0.2, level, n: 60, sessions: 12 },
      'Slipping by about 0.8 points every ten takes, over the last 60; nineteen in twenty between 0.2 and 1.4 points.',
    ],
    [
      { kind: 'cannot-tell', perTenAttempts: 0.4, low: -0.2, high: 1, level, n: 60, sessions: 12 },
      'Cannot tell yet over the last 60 takes: ten takes make it at most 0.2 points worse or at most 1 point better (nineteen in twenty).',
    ],
    [
      { kind: 'cannot-tell', perTenAttempts: 0, low: 0, high: 0, level, n: 60, sessions: 12 },
      'No change over the last 60 takes.',
    ],
  ] as const)('%o', (trend, sentence) => {
    expect(trendSentence(rating, trend)).toBe(sentence);
  });

  it('leaves out a side to which it cannot go', () => {
    const trend = {
      kind: 'cannot-tell',
      perTenAttempts: 0.4,
      low: 0,
      high: 1,
      level,
      n: 1600,
      sessions: 12,
    } as const;
    expect(trendSentence(rating, trend)).toBe(
      'Cannot tell yet over the last 1,600 takes: ten takes make it at most 1 point better (nineteen in twenty).',
    );
  });

  it('says no more of a share than a share can change', () => {
    const pass: Measure = { ...rating, kind: 'pass', target: { low: 1, high: null } };
    const wide = {
      kind: 'cannot-tell',
      perTenAttempts: 0.3,
      low: -3.5,
      high: 0.4,
      level,
      n: 8,
      sessions: 8,
    } as const;
    expect(trendSentence(pass, wide)).toBe(
      'Cannot tell yet over the last 8 takes: ten takes make it at most 100 percentage points worse or at most 40 percentage points better (nineteen in twenty).',
    );
  });

  it('makes no side of a difference that reads as none', () => {
    const flat = {
      kind: 'cannot-tell',
      perTenAttempts: 0,
      low: -1e-9,
      high: 0.4,
      level,
      n: 60,
      sessions: 12,
    } as const;
    expect(trendSentence(rating, flat)).toBe(
      'Cannot tell yet over the last 60 takes: ten takes make it at most 0.4 points better (nineteen in twenty).',
    );
    expect(trendSentence(rating, { ...flat, high: 1e-9 })).toBe(
      'Next to no change over the last 60 takes (nineteen in twenty).',
    );
    const sharp = { ...flat, kind: 'improving', perTenAttempts: 0.5, low: 0.5, high: 0.5 } as const;
    expect(trendSentence(rating, sharp)).toBe(
      'Improving by about 0.5 points every ten takes, over the last 60; nineteen in twenty no more and no less.',
    );
  });

  it('names no direction while the interval allows both', () => {
    const sentence = trendSentence(rating, {
      kind: 'cannot-tell',
      perTenAttempts: 3,
      low: -0.1,
      high: 6,
      level,
      n: 9,
      sessions: 9,
    });
    expect(sentence).not.toMatch(/improv|slip|rising|falling/i);
  });
});

describe('gainSentence', () => {
  const gain = {
    kind: 'gain',
    difference: 4,
    low: 2,
    high: 6,
    level: probability(0.8),
    first: 3,
    last: 9,
  } as const;

  it('puts the latest against the first, with four in five', () => {
    expect(gainSentence({ ...rating, kind: 'score', unit: 'points' }, gain)).toBe(
      'Your last 9 are about 4 points above your first 3; four in five between 2 and 6 points.',
    );
    expect(gainSentence(ties, gain)).toBe(
      'Your last 9 are about 4 seconds below your first 3; four in five between 2 and 6 seconds.',
    );
    expect(gainSentence(ties, { ...gain, difference: -4, low: -6, high: -2 })).toContain('4 seconds above');
  });

  it('says that nothing differs, and of what side nothing can be said', () => {
    const none = { ...gain, difference: 0, low: 0, high: 0 };
    expect(gainSentence(ties, none)).toBe('No difference in level between your last 9 and your first 3.');
    expect(gainSentence(ties, { ...none, high: 6 })).toBe(
      'Cannot tell yet: your last 9 against your first 3, four in five between no difference and 6 seconds below.',
    );
    expect(gainSentence(ties, { ...none, difference: -1e-17, low: -1e-17, high: -1e-17 })).toBe(
      'Next to no difference in level between your last 9 and your first 3 (four in five).',
    );
    expect(gainSentence(ties, { ...none, difference: 4, low: 4, high: 4 })).toBe(
      'Your last 9 are about 4 seconds below your first 3; four in five no more and no less.',
    );
    const range: Measure = { ...ties, direction: 'within', target: { low: 4, high: 6 } };
    expect(gainSentence(range, { ...gain, low: -1 })).toBe(
      'Cannot tell yet: your last 9 against your first 3, four in five between 1 second further from the range and 6 seconds closer to the range.',
    );
  });

  it('claims nothing while the interval holds zero', () => {
    expect(gainSentence(ties, { ...gain, low: -1 })).toBe(
      'Cannot tell yet: your last 9 against your first 3, four in five between 1 second above and 6 seconds below.',
    );
  });
});

describe('shareSpan', () => {
  it('is whole per cent without a false narrowness, and nothing where a median would have no interval', () => {
    expect(shareSpan(estimateShare(1, 2, 0.8))).toBeNull();
    expect(shareSpan(estimateShare(2, 3, 0.8))).toBeNull();
    expect(shareSpan(estimateShare(2, 4, 0.8))).toBe('four in five between 14% and 86%');
    expect(shareSpan(estimateShare(9, 9, 0.8))).toBe('four in five between 77% and 100%');
  });
});

describe('levels that are said once', () => {
  it('are left out of each sentence, and its span never is', () => {
    const values = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 40 });
    const kinds = fc.constantFrom(...MEASURE_KINDS);
    fc.assert(
      fc.property(kinds, values, fc.boolean(), (kind, list, areEqual) => {
        const measure: Measure = { ...rating, kind };
        const { gain, trend } = drawPicture(
          measure,
          facts(
            list.map((value) => (areEqual ? 1 : value % 2)),
            2,
          ),
        );
        for (const [inEach, once] of [
          [gainSentence(measure, gain), gainSentence(measure, gain, 'once')],
          [trendSentence(measure, trend), trendSentence(measure, trend, 'once')],
        ] as const) {
          expect(once).not.toMatch(/four in five|nineteen in twenty/);
          expect(once).toBe(
            inEach
              .replace(/ \((four in five|nineteen in twenty)\)/, '')
              .replace(/(four in five|nineteen in twenty) /, ''),
          );
        }
      }),
    );
    expect(shareSpan(estimateShare(2, 4, 0.8), 'once')).toBe('between 14% and 86%');
  });
});

describe('the rest of the page', () => {
  it('shows progress against one’s own start', () => {
    const baseline = {
      kind: 'baseline',
      median: 31,
      low: 22,
      high: 63.4,
      n: 3,
      withTrickRead: null,
    } as const;
    expect(baselineSentence(ties, baseline)).toBe('Started at 0:31; the first 3 ran from 0:22 to 1:03.4.');
    expect(baselineSentence(ties, { kind: 'too-few-attempts', have: 1, need: 3 })).toBe(
      'Two more takes and there is a starting point.',
    );
  });

  it('counts passes at the start, and tells values that read the same from those that are', () => {
    const start = { kind: 'baseline', n: 3, withTrickRead: null } as const;
    const pass: Measure = { ...rating, kind: 'pass', target: { low: 1, high: null } };
    for (const [low, median, high] of [
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ] as const) {
      expect(baselineSentence(pass, { ...start, low, median, high })).toBe(
        `Started with ${low + median + high} of the first 3 held.`,
      );
    }
    expect(baselineSentence(rating, { ...start, low: 6.81, median: 6.82, high: 6.84 })).toBe(
      'Started at 6.8; the first 3 were all about the same.',
    );
    const reached = { index: 3, number: 4, at: 0, value: 1 };
    const met = { sessionsHeld: 0, daysHeld: 0, daysNeeded: 3, metAt: null };
    expect(payoffSentence(pass, { reached, met, target: pass.target })).toBe('First reached on take 4.');
  });

  it('marks whether the way in had been read at the start', () => {
    const baseline = { kind: 'baseline', median: 31, low: 31, high: 31, n: 3, withTrickRead: 3 } as const;
    const start = 'Started at 0:31; the first 3 were all the same.';
    expect(baselineSentence(ties, baseline)).toBe(`${start} The way in had been read.`);
    expect(baselineSentence(ties, { ...baseline, withTrickRead: 0 })).toBe(
      `${start} The way in had not been read yet.`,
    );
    expect(baselineSentence(ties, { ...baseline, withTrickRead: 1 })).toBe(
      `${start} The way in was read between them.`,
    );
  });

  it.each([
    [40, 'less than a minute'],
    [75, 'a minute'],
    [430, '7 minutes'],
    [5300, '88 minutes'],
    [5400, '2 hours'],
    [140_000, '2 days'],
  ])('tells %d seconds to the first success as %s', (secondsAfter, words) => {
    expect(firstSuccessSentence({ secondsAfter })).toBe(
      `The first take that reached its target came ${words} after you took this up.`,
    );
  });

  it('keeps reached, held and met apart', () => {
    const met = { sessionsHeld: 0, daysHeld: 0, daysNeeded: 3, metAt: null };
    const { target } = rating;
    const reached = { index: 14_161, number: 14_163, at: 0, value: 8.2 };
    expect(payoffSentence(rating, { reached: null, met, target })).toBe('The target is not reached yet.');
    expect(payoffSentence(rating, { reached, met, target })).toBe('First reached with 8.2 on take 14,163.');
    expect(payoffSentence(rating, { reached, met: { ...met, daysHeld: 1 }, target })).toBe(
      'The target held on 1 of the 3 days that it takes.',
    );
    expect(payoffSentence(rating, { reached, met: { ...met, daysHeld: 3, metAt: 9 }, target })).toBe(
      'Met: the target held on 3 days.',
    );
    const none = { low: null, high: null };
    expect(payoffSentence(rating, { reached: null, met, target: none })).toBe('No target yet.');
  });

  it('gives the latest level with its interval, or says that it cannot', () => {
    const interval = {
      kind: 'interval',
      low: 6.2,
      high: 7.4,
      level: probability(0.8),
      coverage: probability(0.82),
    } as const;
    const latest = { median: 6.8, n: 9, interval };
    expect(latestSentence(rating, { latest, share: null })).toBe(
      'The middle of the last 9 takes is 6.8; four in five between 6.2 and 7.4.',
    );
    expect(
      latestSentence(rating, { latest: { ...latest, interval: { ...interval, high: 6.2 } }, share: null }),
    ).toBe('The middle of the last 9 takes is 6.8; four in five no more and no less.');
    const few = { kind: 'too-few-attempts', have: 3, need: 4 } as const;
    expect(latestSentence(rating, { latest: { median: 6.8, n: 3, interval: few }, share: null })).toBe(
      'The middle of the last 3 takes is 6.8; too few to say how sure that is.',
    );
    expect(latestSentence(rating, { latest: { median: 6.8, n: 1, interval: few }, share: null })).toBe(
      'One take, 6.8; too few to say how sure that is.',
    );
    const none = { kind: 'too-few-attempts', have: 0, need: 1 } as const;
    expect(latestSentence(rating, { latest: none, share: null })).toBe('No takes yet.');
  });

  it('counts the latest passes', () => {
    const pass: Measure = { ...rating, kind: 'pass', target: { low: 1, high: null } };
    const sentence = (...values: number[]) => latestSentence(pass, drawPicture(pass, facts(values, 1)));
    expect(sentence(1, 0, 1, 0)).toBe('2 of the last 4 takes held; four in five between 14% and 86%.');
    expect(sentence(1, 0)).toBe('1 of the last 2 takes held; too few to say how sure that is.');
    expect(sentence(0)).toBe('One take, not yet; too few to say how sure that is.');
    expect(betweenWords(rating, 6, 7)).toBe('between 6 and 7');
  });
});
