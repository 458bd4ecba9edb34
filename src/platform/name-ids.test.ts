import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idOfName } from './ids.ts';
import { createNamer } from './name-ids.ts';

it('gives the same id as idOfName, for every name and namespace', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
      expect(createNamer(namespace)(name)).toBe(idOfName(namespace, name));
    }),
  );
});
