import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { targetFault } from '../../engine/measure/target-fault.ts';
import { fieldsOf, type PayoffFields, readPayoff, withKind } from './use-payoff-fields.ts';

const FIELDS: PayoffFields = {
  statement: 'The room looks up.',
  kind: 'rating',
  unit: 'listener score',
  direction: 'up',
  low: '8',
  high: '',
  howMeasured: '',
  at0: '',
  at5: '',
  at10: '',
};

const faultsOf = (part: Partial<PayoffFields>) => {
  const reading = readPayoff({ ...FIELDS, ...part });
  return reading.kind === 'faults' ? reading.faults : {};
};

describe('readPayoff', () => {
  it('reads a target in the direction that it has', () => {
    const targetOf = (part: Partial<PayoffFields>) => {
      const reading = readPayoff({ ...FIELDS, ...part });
      return reading.kind === 'payoff' ? reading.payoff.target : reading.faults;
    };
    expect(targetOf({})).toEqual({ low: 8, high: null });
    expect(targetOf({ direction: 'down', high: '3,5' })).toEqual({ low: null, high: 3.5 });
    expect(targetOf({ direction: 'within', low: '3', high: '5' })).toEqual({ low: 3, high: 5 });
    expect(targetOf({ kind: 'duration', direction: 'down', high: '1:03' })).toEqual({ low: null, high: 63 });
    expect(targetOf({ kind: 'proportion', low: '80%' })).toEqual({ low: 0.8, high: null });
    expect(targetOf({ kind: 'pass', low: '' })).toEqual({ low: 1, high: null });
    expect(targetOf({ low: ' ' })).toEqual({ low: null, high: null });
  });

  it('says what to do about what cannot be read, and where', () => {
    expect(faultsOf({ statement: ' ' })).toHaveProperty('statement');
    expect(faultsOf({ unit: '' })).toHaveProperty('unit');
    expect(faultsOf({ low: 'better' }).low).toBe('Give it a number, such as 8.');
    expect(faultsOf({ low: '11' }).low).toBe('This is above 10, the most it can be.');
    expect(faultsOf({ direction: 'within', low: '3' })).toHaveProperty('high');
    expect(faultsOf({ direction: 'within', low: '5', high: '3' })).toHaveProperty('high');
    expect(faultsOf({ at0: 'nobody looks', at10: 'all do' })).toEqual({
      at5: 'Say what this one is like too, or leave all three empty.',
    });
  });

  it('takes anchors for a rating only, and all three or none', () => {
    const anchored = { at0: 'nobody', at5: 'half', at10: 'all' };
    const reading = readPayoff({ ...FIELDS, ...anchored });
    expect(reading.kind === 'payoff' && reading.payoff.anchors).toEqual(anchored);
    const counted = readPayoff({ ...FIELDS, ...anchored, kind: 'count' });
    expect(counted.kind === 'payoff' && counted.payoff.anchors).toBeNull();
  });

  it('reads no target that the server would refuse', () => {
    const typed = fc.constantFrom('', '0', '1', '2,5', '7', '11', '-3', '80%', '1:03', '1e300', '99999', 'x');
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURE_KINDS),
        fc.constantFrom(...DIRECTIONS),
        typed,
        typed,
        (kind, direction, low, high) => {
          const reading = readPayoff({ ...FIELDS, kind, direction, low, high });
          if (reading.kind === 'payoff') expect(targetFault(reading.payoff)).toBeNull();
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('says of a pass that it is better held, whatever it was before', () => {
    const reading = readPayoff({ ...FIELDS, kind: 'pass', direction: 'down' });
    expect(reading).toMatchObject({ payoff: { direction: 'up', target: { low: 1, high: null } } });
  });

  it('reads back every target that it wrote', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURE_KINDS),
        fc.constantFrom(...DIRECTIONS),
        fc.integer({ min: 0, max: 10 }),
        (kind, direction, whole) => {
          const value = kind === 'proportion' ? whole / 10 : kind === 'duration' ? whole * 1234 : whole;
          const bound = kind === 'pass' ? 1 : value;
          const target = {
            low: direction === 'down' && kind !== 'pass' ? null : bound,
            high: direction === 'up' || kind === 'pass' ? null : bound,
          };
          const payoff = {
            statement: 'I can.',
            kind,
            unit: 'x',
            direction,
            target,
            howMeasured: null,
            anchors: null,
          };
          const reading = readPayoff(fieldsOf(payoff));
          expect(reading.kind === 'payoff' && reading.payoff.target).toEqual(target);
        },
      ),
    );
  });
});

describe('withKind', () => {
  const FIRST: PayoffFields = { ...FIELDS, howMeasured: 'Ask three who listened.' };

  it('brings the usual unit along, and drops the old target', () => {
    expect(withKind(FIRST, 'duration', FIRST)).toMatchObject({ unit: 'seconds', low: '', howMeasured: '' });
    expect(withKind({ ...FIRST, direction: 'down' }, 'pass', FIRST)).toMatchObject({
      unit: 'held',
      direction: 'up',
    });
  });

  it('keeps what is in the learner’s words', () => {
    const own = { ...FIRST, unit: 'faces', howMeasured: 'Count them.' };
    expect(withKind(own, 'count', FIRST)).toMatchObject({
      unit: 'faces',
      howMeasured: 'Count them.',
      low: '',
    });
  });

  it('offers again what was offered first, on the way back', () => {
    expect(withKind(withKind(FIRST, 'duration', FIRST), FIRST.kind, FIRST)).toEqual(FIRST);
  });
});
