import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { valueFault } from '../../engine/measure/measure.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import { RECORDS, type RecordName } from '../archive/contract.ts';
import type { Records } from '../archive/records-contract.ts';
import { readLibrary } from '../library/store.ts';
import { makeRecords } from './make-records.ts';
import { SAMPLE_PRACTICES } from './sample-practices.ts';

const { store, person } = await freshApp({ library: true });
const { spaceId } = await person();
const library = await store.inSpace(spaceId, (trx) => readLibrary(trx, spaceId, 500));
const NOW = new Date('2026-11-21T16:05:43.210Z');
const idOf = (name: string) => idOfName(HOUSE_SPACE_ID, name);
const records = makeRecords(NOW, idOf, library);
const DAY_MILLISECONDS = 86_400_000;
const daysAgo = (moment: string) => (NOW.getTime() - Date.parse(moment)) / DAY_MILLISECONDS;

/** Every moment in a record, whatever it is called. */
const momentsIn = (record: object): readonly string[] =>
  Object.values(record).filter(
    (value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value),
  );

const all = Object.entries(records as Record<RecordName, readonly object[]>);

describe('the sample', () => {
  it('is made of what a contract takes, under ids of its own', () => {
    for (const [name, of] of all)
      for (const record of of) {
        const parsed = RECORDS[name as RecordName].safeParse(record);
        expect(parsed.error, `${name} ${JSON.stringify(record)}`).toBeUndefined();
      }
    const ids = all.flatMap(([name, of]) =>
      name === 'micromasteries' ? [] : of.flatMap((record) => ('id' in record ? [record.id] : [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is six months that end now: nothing before them, nothing ahead, and somebody practised in the last days', () => {
    const ages = all.flatMap(([, of]) => of.flatMap((record) => momentsIn(record).map(daysAgo)));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThanOrEqual(26 * 7);
    const newest = Math.min(...records.attempts.map(({ startedAt }) => daysAgo(startedAt)));
    expect(newest).toBeLessThan(4);
  });

  it('has practices of different measures, each with values that it can have, and one of one’s own', () => {
    expect(records.practices).toHaveLength(SAMPLE_PRACTICES.length);
    const kinds = new Map(records.payoffs.map(({ id, kind }) => [id, kind]));
    expect(new Set(kinds.values())).toEqual(
      new Set(['count', 'rating', 'rate', 'duration', 'proportion', 'pass']),
    );
    for (const { payoffId, value } of records.attempts) {
      const kind = kinds.get(payoffId);
      expect(kind === undefined || value === null ? 'unknown' : valueFault(kind, value)).toBeNull();
    }
    const own = records.micromasteries.filter(({ isOwn }) => isOwn);
    expect(own.map(({ version }) => version)).toEqual([1, 2]);
    expect(records.practices.filter(({ micromasteryId }) => micromasteryId === own[0]?.id)).toHaveLength(1);
  });

  it('has all that a person leaves behind: needs, notes, conditions, lines, aims, support, plans, a showing', () => {
    const counted: readonly RecordName[] = [
      'needs',
      'need-matches',
      'need-revisions',
      'remarks',
      'session-ends',
      'aims',
      'aim-results',
      'support-slots',
      'support-checks',
      'if-then-plans',
      'if-then-uses',
      'placings',
      'wishes',
      'payoff-choices',
      'followings',
      'pauses',
      'settings',
      'showings',
      'plan-answers',
    ];
    for (const name of counted) expect(records[name].length, name).toBeGreaterThan(0);
    expect(records.remarks.filter(({ text }) => text !== null).length).toBeGreaterThan(20);
    expect(records['session-ends'].filter(({ line }) => line !== null).length).toBeGreaterThan(20);
    const varied = records.attempts.filter(({ conditions }) => Object.keys(conditions).length > 0);
    expect(varied.length).toBe(records.attempts.length);
  });

  it('is silent at no hour, since nobody knows when it is looked at', () => {
    expect(records.settings.map(({ name }) => name)).toEqual(['usualMinutes']);
  });

  it('has a gap of more than two weeks, over all practices, and goes on after it', () => {
    const days = records.attempts.map(({ startedAt }) => daysAgo(startedAt)).toSorted((a, b) => a - b);
    const gaps = days.slice(1).map((day, index) => ({ after: day, days: day - (days[index] ?? day) }));
    const longest = gaps.toSorted((a, b) => b.days - a.days)[0];
    expect(longest?.days).toBeGreaterThan(14);
    expect(longest?.days).toBeLessThan(28);
    expect(longest?.after).toBeGreaterThan(60);
  });

  it('shows practice that helped: the last third is better than the first, in whichever direction is better', () => {
    for (const { id: practiceId } of records.practices) {
      const payoff = records.payoffs.find((one) => one.practiceId === practiceId);
      const values = records.attempts
        .filter((attempt) => attempt.practiceId === practiceId)
        .map(({ value }) => value ?? 0);
      const third = Math.floor(values.length / 3);
      const mean = (some: readonly number[]) => some.reduce((sum, value) => sum + value, 0) / some.length;
      const gain = mean(values.slice(-third)) - mean(values.slice(0, third));
      expect(payoff?.direction === 'down' ? -gain : gain, payoff?.unit).toBeGreaterThan(0);
    }
  });

  it('is the same each time, and lies as much later as it is made later', () => {
    expect(makeRecords(NOW, idOf, library)).toEqual(records);
    const later = makeRecords(new Date(NOW.getTime() + 5 * DAY_MILLISECONDS), idOf, library);
    const values = (of: Records) => of.attempts.map(({ value }) => value);
    expect(values(later)).toEqual(values(records));
    expect(daysAgo(later.practices[0]?.startedAt ?? '')).toBeCloseTo(
      daysAgo(records.practices[0]?.startedAt ?? '') - 5,
      6,
    );
  });

  it('leaves out what the library does not have', () => {
    const without = makeRecords(NOW, idOf, []);
    expect(without.practices).toHaveLength(1);
    expect(without['need-matches']).toEqual([]);
  });
});
