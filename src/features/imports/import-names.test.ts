import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { exportOf, importInto } from '../../../tests/support/archives.ts';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted } from '../../../tests/support/practice-facts.ts';

const { person } = await freshApp({ library: true });
const CSV = 'value,time\n1,2026-01-01 10:00\n2,2026-01-01 10:01\n';

it.each([
  'two  blanks.csv',
  'a\u2028line.csv',
  '../../etc/cron.d/x.csv',
  'C:\\Users\\Nadia\\x.csv',
  '=HYPERLINK("x").csv',
  '\u202egnp.csv',
  `${'🤹'.repeat(200)}.csv`,
  '---\ntitle: x\n---.csv',
  ' .csv',
])('a practice begun with the file %j can be exported and taken in again where it is', async (name) => {
  const nadia = await person();
  const upload = await csvUpload(
    CSV,
    {
      mapping: { valueColumn: 'value', timeColumn: 'time' },
      measure: { kind: 'count', unit: 'catches', direction: 'up' },
      target: { kind: 'new', title: 'My own' },
    },
    name,
  );
  await accepted(nadia.request(`/api/imports/${v7()}`, upload));
  const { counts } = await importInto(nadia, await exportOf(nadia));
  expect(Object.values(counts).every(({ added }) => added === 0)).toBe(true);
});
