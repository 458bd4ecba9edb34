import { describe, expect, it } from 'vitest';
import type { Reason, Rhythm } from './agenda.ts';
import { reasonWords } from './agenda.ts';

const wished: Rhythm = { from: 'learner', sittingsAWeek: 3, isStretched: false };
const due = { kind: 'due', sinceDays: 4.2, pausedDays: 0, rhythm: wished } as const;

const SAID: readonly (readonly [Reason, string])[] = [
  [
    { kind: 'comeback', minutes: 2, days: 23, pausedDays: 0 },
    'One take of two minutes first, after 23 days away.',
  ],
  [
    { kind: 'comeback', minutes: 1, days: 30, pausedDays: 10 },
    'One take of one minute first, after 20 days away, the pause not counted.',
  ],
  [{ kind: 'comeback', minutes: 9, days: 300, pausedDays: 0 }, 'One take first, after a good while away.'],
  [{ kind: 'chosen-instead', insteadOf: 'Ask, then wait' }, 'You chose this over “Ask, then wait”.'],
  [{ kind: 'nothing-else-fits' }, 'All that fits these minutes was passed over today, and so was this.'],
  [
    { kind: 'floor-fits', attemptMinutes: 15 },
    'One take is about 15 minutes, longer than there is room for, and its two-minute version fits.',
  ],
  [{ kind: 'need', within: 'ten-minutes' }, 'Less than a day ago you needed this within ten minutes.'],
  [{ kind: 'need', within: 'this-week' }, 'Less than a week ago you needed this within a week.'],
  [{ kind: 'not-tried-yet' }, 'Not tried yet, and the first takes only look at where you start.'],
  [due, 'About four days since the last session; you wished for it three times a week.'],
  [
    { ...due, sinceDays: 1.2, rhythm: { ...wished, sittingsAWeek: 14 } },
    'About a day since the last session; you wished for it 14 times a week.',
  ],
  [
    { ...due, sinceDays: 0.6, rhythm: { ...wished, sittingsAWeek: 1 } },
    'Less than a day since the last session; you wished for it once a week.',
  ],
  [
    { ...due, sinceDays: 99, rhythm: { ...wished, sittingsAWeek: 0 } },
    'A good while since the last session; you wished for no fixed rhythm.',
  ],
  [
    { ...due, pausedDays: 3, rhythm: { from: 'design', sittingsAWeek: 2, isStretched: false } },
    'About four days since the last session, the pause not counted; its design says twice a week.',
  ],
  [
    { ...due, sinceDays: 10, rhythm: { from: 'assumed', sittingsAWeek: 3, isStretched: true } },
    'About ten days since the last session; without a rhythm it counts as three times a week, and kept alive a quarter as often.',
  ],
  [{ kind: 'your-line', line: 'Throw higher.' }, 'Your line from last time: “Throw higher.”'],
  [{ kind: 'your-line', line: '  throw\nhigher ' }, 'Your line from last time: “throw higher”.'],
  [{ kind: 'in-focus', vary: null }, 'This is what you have in focus.'],
  [{ kind: 'in-focus', vary: 'grip' }, 'This is what you have in focus, and “grip” is one thing to vary.'],
  [{ kind: 'next-round' }, 'This is what comes round next.'],
  [{ kind: 'go-on' }, 'Go on with it if you like, or stop here.'],
  [{ kind: 'look-back' }, 'What changed, in your own words, to read first next time.'],
  [
    { kind: 'take-too-long', attemptMinutes: 10.04, workMinutes: 10, hasFloor: false },
    'One take is about 10.1 minutes, longer than the ten minutes there are for takes, and it has no two-minute version.',
  ],
  [
    { kind: 'take-too-long', attemptMinutes: 5, workMinutes: 1, hasFloor: true },
    'Its two-minute version is longer than the one minute there is for takes.',
  ],
  [{ kind: 'passed-today' }, 'You passed this over today.'],
  [{ kind: 'no-room', minutes: 12 }, 'Due as well, and there was no room left in twelve minutes.'],
  [{ kind: 'can-wait' }, 'This can wait for another day.'],
  [{ kind: 'deadline', inDays: 0, heldDays: null }, 'You want this by today.'],
  [
    { kind: 'deadline', inDays: 1, heldDays: 0 },
    'You want this by tomorrow, and its target has held on no day of the three that it takes.',
  ],
  [
    { kind: 'deadline', inDays: 9, heldDays: 1 },
    'You want this in nine days, and its target has held on one day of the three that it takes.',
  ],
  [
    { kind: 'look-again', sinceDays: 33, isSlipping: true },
    'About 33 days since the last session; its target was met, and the chance that a first take still meets it is likely under 80%.',
  ],
  [
    { kind: 'look-again', sinceDays: 91.2, isSlipping: false },
    'A good while since the last session; its target was met and is likely to hold, and this looks whether it does.',
  ],
  [
    { kind: 'experiment', experiment: { name: 'grip', unit: 'attempt', wanted: 14 } },
    'Your experiment “grip” wants 14 more takes.',
  ],
  [
    { kind: 'experiment', experiment: { name: 'grip', unit: 'session', wanted: 1 } },
    'Your experiment “grip” wants one more session.',
  ],
  [
    { kind: 'vary-each-take', vary: 'grip' },
    'Change “grip” from take to take: it may carry over better later, and scores look worse meanwhile.',
  ],
  [
    { kind: 'mixed', withTitle: 'Ask, then wait' },
    'In turn with “Ask, then wait”: it may carry over better later, and scores look worse meanwhile.',
  ],
  [
    { kind: 'week-spent' },
    'Due this week as well, and what is left of its minutes goes to what has waited longer.',
  ],
  [
    { kind: 'too-long-for-week', attemptMinutes: 30, leftMinutes: 12 },
    'One take is about 30 minutes, and this week has twelve minutes left.',
  ],
  [
    { kind: 'too-long-for-week', attemptMinutes: 2.5, leftMinutes: 0 },
    'One take is about 2.5 minutes, and this week has none left.',
  ],
];

describe('reasonWords', () => {
  it.each(SAID)('%o', (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
  });

  it('cuts a long line at a word, and never within a letter', () => {
    const line = `${'abcde '.repeat(30)}end`;
    expect(reasonWords({ kind: 'your-line', line })).toMatch(
      /^Your line from last time: “(abcde ){19,20}…”$/,
    );
    const letters = reasonWords({ kind: 'your-line', line: '𝄞'.repeat(300) });
    expect(letters).toBe(`Your line from last time: “${'𝄞'.repeat(120)} …”`);
  });

  it('shames nobody, promises nothing and ranks nothing', () => {
    const banned =
      /streak|overdue|behind|missed|lost|lazy|fail|should|must|will |best|better|faster|only you|others|!/i;
    // What is said of mixing says both sides of it.
    for (const [, words] of SAID) expect(words.replace('carry over better later', '')).not.toMatch(banned);
  });
});
