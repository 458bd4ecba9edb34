import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { commandFolder } from '../../../tests/support/command-place.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';
import { newId } from '../ids.ts';

const { app, connection } = await freshApp();
const folder = await commandFolder();
const bottega = async (...args: readonly string[]) => {
  const env = { BOTTEGA_DATA: folder, DATABASE_URL: addressOf(connection) };
  const { exitCode, out, err } = await runBottega(['key', ...args], { env });
  return { exitCode, out: out.toString(), err };
};
const Made = z.object({ key: z.string(), spaceId: z.string(), label: z.string() });
const Listed = z.array(
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(['local', 'device', 'script']),
    label: z.string(),
    spaceId: z.uuid(),
    madeAt: z.iso.datetime(),
    person: z.string(),
  }),
);
const statusOf = async (key: string) =>
  (await app.request('/api/me', { headers: { authorization: `Bearer ${key}` } })).status;

/** As long as a server that runs may go on taking a key that another process ended. */
const NOTICED_MILLISECONDS = 5_000;

/** Lets time pass for whatever counts it in this process. */
function clockInHand(): (milliseconds: number) => void {
  const now = performance.now.bind(performance);
  let passed = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  onTestFinished(() => spy.mockRestore());
  return (milliseconds) => {
    passed += milliseconds;
  };
}

describe('bottega key', () => {
  it('makes keys, lists them without showing them, and ends them in a server that runs', async () => {
    const pass = clockInHand();
    const hostile = 'Backup of \u001b]0;owned\u0007Nadia';
    const made = Made.parse(JSON.parse((await bottega('--for', 'Nadia', '--label', hostile, '--json')).out));
    const other = (await bottega()).out.trim();
    expect(await statusOf(made.key)).toBe(200);

    const listed = await bottega('list', '--json');
    expect(listed.out).not.toContain(made.key);
    const keys = Listed.parse(JSON.parse(listed.out));
    const nadias = keys.find(({ spaceId }) => spaceId === made.spaceId);
    expect(nadias).toMatchObject({ kind: 'script', label: hostile, person: 'Nadia' });
    expect(keys.map(({ label }) => label).sort()).toEqual(
      ['A key', hostile, 'Command line of this machine'].sort(),
    );
    const shown = await bottega('list');
    expect(shown.out).toContain(
      `${nadias?.id}  key      ${nadias?.madeAt.slice(0, 10)}  Nadia  Backup of Nadia\n`,
    );
    expect(shown.out).not.toContain(made.key);

    const ended = await bottega('end', nadias?.id ?? '');
    expect(ended).toEqual({
      exitCode: 0,
      out: 'Ended “Backup of Nadia”. A Bottega that is running refuses it within five seconds.\n',
      err: '',
    });
    pass(NOTICED_MILLISECONDS + 1);
    expect(await statusOf(made.key)).toBe(401);
    expect(await statusOf(other)).toBe(200);
    expect(Listed.parse(JSON.parse((await bottega('list', '--json')).out))).toHaveLength(2);

    const again = await bottega('end', nadias?.id ?? '');
    expect(again).toMatchObject({ exitCode: 1, out: '' });
    expect(again.err).toContain('nothing was changed');
  });

  it.each([
    ['that is not known', [newId()], 1, 'No key with this id is in force'],
    ['by the key itself', ['btg_x'], 2, 'by its id'],
    ['without an id', [], 2, "missing required argument 'id'"],
  ])('does not end one %s', async (_, args, exitCode, sentence) => {
    const answer = await bottega('end', ...args);
    expect(answer).toMatchObject({ exitCode, out: '' });
    expect(answer.err).toContain(sentence);
  });
});
