import { describe, expect, it } from 'vitest';
import { cardsDrawnOtherwise } from '../../engine/challenge/draw-card.ts';
import { TwistDrawBody } from '../twists/contract.ts';
import { type TwistDeck, withAnotherTwist, withTwist } from './draw-twist.ts';
import * as sitting from './running-session.ts';

const practiceId = '01900000-0000-7000-8000-000000000001';
const ID = '01900000-0000-7000-8000-000000000004';
const at = { epoch: Date.parse('2026-03-02T10:00:00Z'), steady: 0 };
const log = { payoffId: ID, value: 5, isTrickRead: true, deviceId: ID, localDay: () => '2026-03-02' };
const NAMES = ['eyes shut', 'behind the back', 'gloves', 'wet rope'];
const deck = (more: Partial<TwistDeck> = {}): TwistDeck => ({
  names: NAMES,
  drawn: [],
  every: 1,
  isSettled: true,
  ...more,
});
const begun = (more: object = {}) =>
  sitting.beginSession({ practiceId, isFloor: false, minutes: 12, ...more }, at);
const take = (session: sitting.RunningSession, from: TwistDeck) => {
  const step = sitting.logTake(session, log, at);
  return { ...step, session: withTwist(step.session, from) };
};
const drawsOf = (writes: sitting.Step['writes']) =>
  writes
    .filter(({ path }) => path.startsWith('/api/twist-draws/'))
    .map(({ body }) => TwistDrawBody.parse(body));

describe('a twist', () => {
  it('is drawn for every third take where that is wished, and is on record with it', () => {
    let session = withTwist(begun(), deck({ every: 3 }));
    const cards: (string | undefined)[] = [];
    for (let number = 1; number <= 6; number += 1) {
      cards.push(session.twist?.card.card);
      const next = take(session, deck({ every: 3 }));
      const last = next.session.takes.at(-1);
      expect(last?.conditions).toEqual(session.twist == null ? {} : { twist: session.twist.card.card });
      expect(drawsOf(next.writes).map(({ attemptId }) => attemptId)).toEqual(
        session.twist == null ? [] : [last?.attemptId],
      );
      session = next.session;
    }
    expect(cards.map((card) => card !== undefined)).toEqual([false, false, true, false, false, true]);
  });

  it('goes through the deck before any card comes again, on this device before home has heard of any', () => {
    let session = withTwist(begun(), deck());
    const draws: TwistDrawBody[] = [];
    for (let number = 0; number < 8; number += 1) {
      const next = take(session, deck());
      draws.push(...drawsOf(next.writes));
      session = next.session;
    }
    expect(new Set(draws.slice(0, 4).map(({ card }) => card))).toEqual(new Set(NAMES));
    expect(draws.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(cardsDrawnOtherwise(draws, practiceId)).toEqual([]);
  });

  it('is the same on every device that knows of the same draws', () => {
    const first = withTwist(begun(), deck());
    expect(withTwist(begun(), deck()).twist?.card).toEqual(first.twist?.card);
  });

  it('can be drawn anew, and what was declined is on record too', () => {
    const first = withTwist(begun(), deck());
    const second = withAnotherTwist(first, deck());
    expect(second.twist?.card.card).not.toBe(first.twist?.card.card);
    const { writes, session } = take(second, deck());
    expect(drawsOf(writes).map(({ card, attemptId }) => [card, attemptId])).toEqual([
      [first.twist?.card.card, null],
      [second.twist?.card.card, session.takes[0]?.attemptId],
    ]);
  });

  it('comes never where it is switched off, in part work, in two minutes, or before there are takes enough', () => {
    const none = (session: sitting.RunningSession, more: Partial<TwistDeck> = {}) =>
      expect(withTwist(session, deck(more)).twist ?? null).toBeNull();
    none(begun(), { every: 0 });
    none(begun(), { isSettled: false });
    none(begun(), { names: ['eyes shut'] });
    none(begun({ work: 'part', part: 'the loop' }));
    none(begun({ isFloor: true }));
  });

  it('stays the same card while its take is made, also where what is known is read again', () => {
    const session = withTwist(begun(), deck());
    expect(withTwist(session, deck())).toBe(session);
    expect(withTwist(session, deck({ every: 0 })).twist).toBeNull();
  });
});
