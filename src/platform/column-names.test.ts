import { expect, it } from 'vitest';
import { inCamelCase, inSnakeCase } from './column-names.ts';

it.each([
  ['id', 'id'],
  ['space_id', 'spaceId'],
  ['micromastery_space_id', 'micromasterySpaceId'],
])('%s is %s, and back', (column, name) => {
  expect(inCamelCase(column)).toBe(name);
  expect(inSnakeCase(name)).toBe(column);
});
