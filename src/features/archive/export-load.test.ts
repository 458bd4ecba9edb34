import { expect, it } from 'vitest';
import { fillSpace } from '../../../tests/support/archives.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';

const home = await freshApp({ library: true });
const nadia = await home.person();
await fillSpace(home, nadia);
/** More than all the connections that the server keeps. */
const MANY = 20;

it('whoever asks for the head of an export only leaves nothing open', async () => {
  for (let asked = 0; asked < MANY; asked += 1) {
    const head = await nadia.request('/api/export', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe('application/zip');
    expect(await head.text()).toBe('');
  }
  expect((await nadia.request('/api/bench')).status).toBe(200);
});

it('readers who take their time leave connections for everybody else, and each gets their archive', async () => {
  const underWay = Array.from({ length: MANY }, () => nadia.request('/api/export'));
  const first = await Promise.race(underWay);
  expect(first.status).toBe(200);
  expect((await nadia.request('/api/bench')).status).toBe(200);
  // One goes away without reading, the others read at last.
  const sizes = await Promise.all(
    underWay.map(async (asked) => {
      const answer = await asked;
      if (answer !== first) return (await answer.arrayBuffer()).byteLength;
      await answer.body?.cancel();
      return 0;
    }),
  );
  expect(sizes.filter((size) => size > 10_000)).toHaveLength(MANY - 1);
});
