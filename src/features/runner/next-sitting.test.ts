import { expect, it } from 'vitest';
import { newId } from '../../ui/offline/device.ts';
import { nextSitting } from './next-sitting.ts';

const [one, other] = [newId(), newId()];

it('leads from each practice of a plan to the next', () => {
  expect(nextSitting(`${one}.2f,${other}.10`)).toEqual({
    practiceId: one,
    address: `/practices/${one}/run?minutes=2&floor=1&then=${other}.10`,
  });
  expect(nextSitting(`${other}.10`)).toEqual({
    practiceId: other,
    address: `/practices/${other}/run?minutes=10`,
  });
});

it.each([null, '', 'x', `${one}`, `${one}.`, `${one}.99999`, `../me.2`])('leads nowhere from %j', (then) => {
  expect(nextSitting(then)).toBeNull();
});
