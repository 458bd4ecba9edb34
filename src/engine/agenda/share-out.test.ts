import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaPractice } from './agenda.ts';
import { lookBackMinutes, minutesToHold, takesIn, versionFor } from './fit.ts';
import { shareOut } from './share-out.ts';
import { byUrgency, type Candidate, momentOf, weigh } from './urgency.ts';

const NOW = Date.UTC(2026, 4, 12, 18);

/** Due after a day; practised so many days ago. */
function candidate(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): Candidate {
  const practice = agendaPractice(id, {
    place: 'keep-alive',
    hasFloor: false,
    lastPractisedAt: NOW - daysAgo * MILLISECONDS_PER_DAY,
    sittingsAWeek: 7,
    ...more,
  });
  return weigh(practice, momentOf({ now: NOW, today: '2026-05-12', pauses: [] }));
}

const shares = (order: readonly Candidate[], minutes: number, most: number) =>
  shareOut(order, minutes, most).map(
    (share) => `${share.candidate.practice.id} ${share.minutes}${share.isFloor ? ' floor' : ''}`,
  );

const focus = candidate('focus', 0.5, { place: 'focus' });
const first = candidate('first', 9);
const second = candidate('second', 8);

describe('shareOut', () => {
  it('gives what is in focus most, due or not, and each that is due a little', () => {
    expect(shares([first, second, focus], 22, 3)).toEqual(['first 4', 'second 4', 'focus 14']);
    expect(shares([first, second, focus], 237, 3)).toEqual(['first 47', 'second 47', 'focus 143']);
    expect(shares([first, second, focus], 10, 2)).toEqual(['first 4', 'focus 6']);
    expect(shares([first, second, focus], 4, 1)).toEqual(['first 4']);
  });

  it('leaves out what is not due, unless it is the first', () => {
    const early = candidate('early', 0.5);
    expect(shares([focus, early], 22, 3)).toEqual(['focus 22']);
    expect(shares([early], 22, 3)).toEqual(['early 22']);
    expect(shares([early, focus], 22, 3)).toEqual(['early 4', 'focus 18']);
  });

  it('gives a longer take the room it needs, and where there is none its two-minute version', () => {
    const long = candidate('long', 9, { attemptMinutes: 8.5 });
    expect(shares([long, focus], 22, 3)).toEqual(['long 9', 'focus 13']);
    const tooLong = candidate('long', 9, { attemptMinutes: 12, hasFloor: true });
    expect(shares([tooLong, focus], 22, 3)).toEqual(['long 2 floor', 'focus 20']);
  });

  it('gives the first all of it where it leaves what is in focus no room', () => {
    const long = candidate('long', 9, { attemptMinutes: 12 });
    expect(shares([long, focus], 22, 3)).toEqual(['long 22']);
    expect(shares([long, focus, second], 22, 3)).toEqual(['long 18', 'second 4']);
  });

  it('keeps the minutes that one take of the main one needs', () => {
    const main = candidate('focus', 0.5, { place: 'focus', attemptMinutes: 19 });
    expect(shares([first, main], 22, 3)).toEqual(['first 3', 'focus 19']);
    const whole = candidate('focus', 0.5, { place: 'focus', attemptMinutes: 22 });
    expect(shares([first, whole], 22, 3)).toEqual(['first 22']);
  });

  it('does not fill a sitting with two-minute versions where something else has whole takes', () => {
    const short = candidate('short', 9, { place: 'focus', attemptMinutes: 60, hasFloor: true });
    expect(shares([short, second], 22, 3)).toEqual(['short 2 floor', 'second 20']);
    expect(shares([short], 22, 3)).toEqual(['short 22 floor']);
  });
});

describe('byUrgency', () => {
  it('puts what is due first, then focus, then what is kept alive', () => {
    const early = candidate('early', 0.9);
    const ids = [early, focus, second, first].sort(byUrgency).map(({ practice }) => practice.id);
    expect(ids).toEqual(['first', 'second', 'focus', 'early']);
  });

  it('breaks ties by focus, then by what was taken up earlier, then by the id', () => {
    const tied = [
      candidate('c', 9),
      candidate('b', 9),
      candidate('d', 9, { startedAt: -1 }),
      candidate('e', 9, { place: 'focus' }),
    ];
    expect(tied.sort(byUrgency).map(({ practice }) => practice.id)).toEqual(['e', 'd', 'b', 'c']);
  });
});

describe('what fits', () => {
  it('keeps one, two or three minutes for the look back, and none under five', () => {
    expect([1, 4, 5, 11, 12, 24, 25, 240].map(lookBackMinutes)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect([1, 4, 5, 10, 11, 22, 23].map(minutesToHold)).toEqual([1, 4, 6, 11, 13, 24, 26]);
  });

  it('takes whole takes first, and the two-minute version where there is one', () => {
    expect(versionFor({ attemptMinutes: 5, hasFloor: true }, 5)).toBe('take');
    expect(versionFor({ attemptMinutes: 5.01, hasFloor: true }, 5)).toBe('floor');
    expect(versionFor({ attemptMinutes: 5.01, hasFloor: false }, 5)).toBeNull();
    expect(versionFor({ attemptMinutes: 5, hasFloor: true }, 1)).toBeNull();
  });

  it('counts takes as a person would, tenths of minutes too', () => {
    expect(takesIn(33, { attemptMinutes: 1.1, hasFloor: false }, false)).toBe(30);
    expect(takesIn(5, { attemptMinutes: 9, hasFloor: true }, true)).toBe(2);
  });
});
