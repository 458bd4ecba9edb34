import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawPage } from '../../engine/outlook/draw-page.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { random } from '../../engine/random.ts';
import type { Payload } from './picture-words.ts';
import { levelsNote } from './picture-words.ts';
import { notYetSentence, toldOf } from './told-words.ts';

const CATCHES: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 90, high: null } };
const DAY = 86_400_000;

/** Six takes a day. */
const facts = (values: readonly number[]): AttemptFact[] =>
  values.map((value, index) => {
    const day = Math.floor(index / 6);
    return {
      value,
      at: Date.UTC(2026, 2, 1) + day * DAY + index,
      sessionId: `s${day}`,
      dayKey: `d${day}`,
      number: index + 1,
    };
  });
const pageOf = (values: readonly number[], measure = CATCHES): Payload => drawPage(measure, facts(values));
const told = (values: readonly number[], measure = CATCHES) => toldOf(measure, pageOf(values, measure), null);

const around = (level: (index: number) => number, count: number): number[] => {
  const chance = random(3);
  return Array.from({ length: count }, (_, index) => Math.max(0, Math.round(level(index) + chance.normal())));
};

describe('what the takes say in words', () => {
  it('says first what a person wants to know, in at most five sentences, and keeps the rest for whoever asks', () => {
    const { first, more } = told(around((index) => 20 + index / 4, 120));
    expect(first).toHaveLength(5);
    expect(first[0]).toBe('The target is not reached yet.');
    expect(first[1]).toMatch(
      /^Gaining since about take \d+, .+: over 50 takes about .+, between .+ better\.$/,
    );
    expect(first[2]).toMatch(
      /^The next ten takes, if practice goes on as it has: about .+, between .+ and .+ catches\.$/,
    );
    expect(first[3]).toMatch(/^25 takes in a row that come to 90 catches on the whole: /);
    expect(more.join(' ')).toMatch(/Started at \d+ catches/);
    expect(more.at(-1)).toMatch(/^What comes next is reckoned from 120 takes, the last on /);
  });

  it('says in one sentence, the last, what cannot be told yet', () => {
    const three = told([4, 9, 7]);
    expect(three.first.at(-1)).toBe(
      'Too early to say what comes next, or whether this is a plateau: five more takes first.',
    );
    expect(three.first.filter((sentence) => sentence.startsWith('Too early'))).toHaveLength(1);
    const flat = around(() => 40, 30);
    expect(told(flat).first.at(-1)).toMatch(
      /^Too early to say whether this is a plateau or a slow gain \(over 50 takes anything between .+ worse and .+ better\)\.$/,
    );
  });

  it('names each of what is not told with what it waits for', () => {
    const picture = pageOf([4, 9, 7]);
    const course = { kind: 'too-few-attempts', have: 3, need: 4 } as const;
    expect(notYetSentence(CATCHES, { ...picture, course })).toBe(
      'Too early to say what comes next (five more takes first), or whether this is a plateau (one more take first).',
    );
    const { course: _, ...ofBefore } = picture;
    const trend = { kind: 'too-few-sessions', have: 1, need: 3 } as const;
    expect(notYetSentence(CATCHES, { ...ofBefore, trend })).toBe(
      'Too early to say what comes next (five more takes first), or which way it goes (it takes three sessions to tell).',
    );
    expect(notYetSentence(CATCHES, pageOf(around((index) => 20 + index / 4, 120)))).toBeNull();
  });

  it('says of no span what it holds: that is said once, for all of them', () => {
    for (const count of [1, 4, 12, 60, 200]) {
      const picture = pageOf(around((index) => 20 + index / 8, count));
      const { first, more } = toldOf(CATCHES, picture, null);
      expect([...first, ...more].join(' ')).not.toMatch(/four in five|nineteen in twenty/);
    }
    expect(levelsNote(pageOf([4]))).toBeNull();
    expect(levelsNote(pageOf([4, 5, 6, 7]))).toBe('Four in five spans hold what is true.');
    expect(levelsNote(pageOf(around((index) => 20 + index / 8, 60)))).toBe(
      'Four in five spans hold what is true; of a trend, a plateau, or with and without, nineteen in twenty.',
    );
  });

  it('tells passes without a best and without a spread', () => {
    const pass: Measure = { kind: 'pass', unit: '', direction: 'up', target: { low: 1, high: null } };
    const all = toldOf(
      pass,
      pageOf(
        around(() => 40, 40).map((value) => value % 2),
        pass,
      ),
      { secondsAfter: 40 },
    );
    const words = [...all.first, ...all.more].join(' ');
    expect(words).not.toMatch(/Best|Half of/);
    expect(words).toContain('came less than a minute after you took this up.');
  });
});
