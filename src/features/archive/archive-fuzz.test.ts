import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportOf, fillSpace, NO_ROWS, rowsOf } from '../../../tests/support/archives.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';

const home = await freshApp({ library: true });
const nadia = await home.person();
await fillSpace(home, nadia);
const archive = await exportOf(nadia);
const whole = await rowsOf(home, nadia);
const ruth = await home.person('Ruth');

/** Most of an archive's bytes are attempts; its directory, at the end, deserves as much attention. */
const place = fc.oneof(
  fc.integer({ min: 0, max: archive.length - 1 }),
  fc.integer({ min: archive.length - 1_500, max: archive.length - 1 }),
  fc.integer({ min: 0, max: 600 }),
);

it('an archive with any byte changed or any piece missing is refused, and nothing is taken', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), fc.nat(40), async (at, by, missing) => {
      const changed = archive.slice();
      changed[at] = (changed[at] ?? 0) ^ by;
      const body =
        missing < 20
          ? changed
          : new Uint8Array([...archive.subarray(0, at), ...archive.subarray(at + missing - 19)]);
      const headers = { 'content-type': 'application/zip' };
      const answer = await ruth.request('/api/imports', { method: 'POST', body, headers });
      // A byte that says nothing of the data (a date, a page to read) may be changed unseen.
      expect([200, 409, 422]).toContain(answer.status);
      expect([NO_ROWS, whole]).toContainEqual(await rowsOf(home, ruth));
    }),
    { numRuns: 150 },
  );
});
