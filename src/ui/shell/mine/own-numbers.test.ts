import { describe, expect, it } from 'vitest';
import { RECORD_NAMES } from '../../../features/archive/contract.ts';
import { Mine } from '../../../features/archive/mine-contract.ts';
import { hoursWords, ownNumbers } from './own-numbers.ts';

const none = Object.fromEntries(RECORD_NAMES.map((name) => [name, 0]));
const mine = (more: object, counts: object = {}) =>
  Mine.parse({
    counts: { ...none, ...counts },
    attempts: 0,
    minutes: 0,
    ownMicromasteries: 0,
    recordings: { files: 0, bytes: 0 },
    ...more,
  });

describe('what there is, in words', () => {
  it('names each kind that there is any of, one and several alike', () => {
    expect(ownNumbers(mine({}))).toEqual([]);
    expect(
      ownNumbers(
        mine({ attempts: 1_906, ownMicromasteries: 1 }, { practices: 6, sessions: 1, remarks: 567 }),
      ),
    ).toEqual(['1 micromastery of your own', '6 practices', '1 session', '1,906 takes', '567 notes']);
  });

  it('names the takes that were taken back apart: the archive has them too', () => {
    expect(ownNumbers(mine({ attempts: 16_000 }, { attempts: 16_001, sessions: 2 }))).toEqual([
      '2 sessions',
      '16,000 takes',
      '1 take taken back',
    ]);
    expect(ownNumbers(mine({}, { attempts: 2 }))).toEqual(['2 takes taken back']);
    expect(ownNumbers(mine({ attempts: 3 }, { attempts: 3 }))).toEqual(['3 takes']);
  });

  it.each([
    [0, '0 minutes'],
    [1, 'One minute'],
    [119.4, '119 minutes'],
    [120, '2 hours'],
    [725.6, '12 hours and 6 minutes'],
    [61_200, '1,020 hours'],
  ])('%d minutes are “%s”', (minutes, words) => {
    expect(hoursWords(minutes)).toBe(words);
  });
});
