import { expect, it } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';

const bottega = await commandPlace(await commandFolder(), 'data');

it('bottega demo makes a sample beside one’s own records, and takes it away again', async () => {
  const made = await bottega('demo');
  expect(made).toMatchObject({ exitCode: 0, err: '' });
  expect(made.out).toMatch(/^The sample is ready\. Open Bottega and choose “Look at a sample”/);
  const backedUp = JSON.parse((await bottega('backup', 'with.gz', '--json')).out);
  expect(backedUp.rows['bottega_session.sample']).toBe(1);
  expect(backedUp.rows['bottega.attempt']).toBeGreaterThan(500);

  // The command line stays in one's own space.
  expect((await bottega('export', 'own.zip', '--json')).out).toContain('"attempts":0');
  const removed = await bottega('demo', '--remove', '--json');
  expect(JSON.parse(removed.out)).toMatchObject({ isSample: false, isThere: false });
  const after = JSON.parse((await bottega('backup', 'without.gz', '--json')).out);
  expect(after.rows).toMatchObject({ 'bottega_session.sample': 0, 'bottega.attempt': 0 });
  expect((await bottega('demo', '--remove')).out).toContain('The sample is gone');
});
