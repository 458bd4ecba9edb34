import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { countsOf } from '../../../tests/support/csv-import.ts';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';

const { person, store } = await freshApp();
const nadia = await person();

const cell = fc.oneof(
  fc.constantFrom(
    '2025-01-01',
    '01/02/2025 10:00',
    '1:03',
    '18:05',
    '6:05 pm +02:00',
    '68%',
    '7,5',
    '"',
    '""',
    '=1+1',
    '__proto__',
    '\ufeff',
    '1e999',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.double().map(String),
);
const rows = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
  .chain((cells) =>
    fc.constantFrom(',', ';', '\t').map((delimiter) => cells.map((row) => row.join(delimiter)).join('\n')),
  );
const clock = fc.constantFrom('18:05', '6:05 pm', '25:00', '');
/** Near enough to a table of attempts that some are taken. */
const table = fc
  .array(
    fc.tuple(
      fc.constantFrom('2025-01-01', '2025-01-02', '2025-02-03', '2025-02-03 10:00', '1:03'),
      fc.oneof({ weight: 4, arbitrary: fc.nat(1_000) }, fc.integer()).map(String),
      cell,
      clock,
    ),
    { maxLength: 8 },
  )
  .map((cells) => cells.map((row) => row.join(',')).join('\n'));
const file = fc.oneof(
  table.map((text) => new Uint8Array(Buffer.from(text))),
  rows.map((text) => new Uint8Array(Buffer.from(text))),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
);
const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    'Column 1',
    'Column 2',
    'UTC',
    'x'.repeat(500),
    -1,
    [],
    {},
  ),
  fc.jsonValue(),
);
const fitting = fc.record({
  mapping: fc.record({
    valueColumn: fc.constant('Column 2'),
    timeColumn: fc.constant('Column 1'),
    timeOfDayColumn: fc.constantFrom(null, null, 'Column 4'),
    conditionColumns: fc.constant(['Column 3']),
  }),
  target: fc.record({
    kind: fc.constant('new'),
    title: fc.oneof(fc.constant('Mine'), fc.string({ unit: 'grapheme' })),
  }),
  measure: fc.constant({ kind: 'count', unit: 'things', direction: 'up' }),
  takeGoodRows: fc.boolean(),
});
const plan = fc.oneof(
  fitting,
  fc.record(
    {
      mapping: fc.record(
        {
          valueColumn: odd,
          timeColumn: odd,
          timeOfDayColumn: odd,
          timeZone: odd,
          noteColumn: odd,
          conditionColumns: fc.array(odd, { maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      target: fc.oneof(fc.record({ kind: fc.constant('new'), title: odd }), odd),
      measure: fc.oneof(fc.constant({ kind: 'count', unit: 'things', direction: 'up' }), odd),
      takeGoodRows: fc.oneof(fc.boolean(), odd),
    },
    { requiredKeys: [] },
  ),
  odd,
);

it('whatever is sent, a preview and an import answer with what they document, and a refusal stores nothing', async () => {
  await fc.assert(
    fc.asyncProperty(file, plan, fc.boolean(), async (bytes, wanted, isPreview) => {
      const before = await countsOf(store, nadia);
      const path = `/api/imports/${v7()}${isPreview ? '/preview' : ''}`;
      const answer = await nadia.request(path, await csvUpload(bytes, wanted));
      expect([200, 404, 422]).toContain(answer.status);
      if (answer.status !== 200 || isPreview) expect(await countsOf(store, nadia)).toEqual(before);
    }),
    { numRuns: 300, examples: [[new Uint8Array(Buffer.from('a,b\n1,2')), null, true]] },
  );
  expect((await countsOf(store, nadia)).attempts).toBeGreaterThan(0);
}, 60_000);
