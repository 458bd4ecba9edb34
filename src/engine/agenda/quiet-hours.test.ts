import { expect, it } from 'vitest';
import { isQuiet } from './quiet-hours.ts';

it.each([
  [{ from: '21:00', to: '07:00' }, 20 * 60 + 59, false],
  [{ from: '21:00', to: '07:00' }, 21 * 60, true],
  [{ from: '21:00', to: '07:00' }, 0, true],
  [{ from: '21:00', to: '07:00' }, 7 * 60 - 1, true],
  [{ from: '21:00', to: '07:00' }, 7 * 60, false],
  [{ from: '12:30', to: '13:15' }, 12 * 60 + 30, true],
  [{ from: '12:30', to: '13:15' }, 13 * 60 + 15, false],
  [{ from: '09:00', to: '09:00' }, 9 * 60, false],
  [null, 0, false],
])('with %o the minute %i is quiet: %s', (hours, minute, expected) => {
  expect(isQuiet(hours, minute)).toBe(expected);
});
