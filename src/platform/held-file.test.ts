import { readdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { holdBody } from './held-file.ts';
import { Refusal } from './problems.ts';

const TOO_LARGE = new Refusal('too-large');
const bodyOf = (...pieces: string[]) => ReadableStream.from(pieces.map((text) => Buffer.from(text)));
const uploads = () => readdirSync('/var/tmp').filter((name) => name.startsWith('bottega-upload-'));

it('a body is kept whole, and any piece of it is read', async () => {
  const file = await holdBody(bodyOf('one ', 'two ', 'three'), 13, TOO_LARGE);
  onTestFinished(() => file.close());
  const text = (start: number, end: number) => Buffer.from(file.read(start, end)).toString();
  expect(file.size).toBe(13);
  expect([text(0, 13), text(4, 7), text(8, 99), text(13, 20), text(5, 2)]).toEqual([
    'one two three',
    'two',
    'three',
    '',
    '',
  ]);
});

it('has no name that would be left behind by a process that is killed', async () => {
  const before = uploads();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        // Another test’s may be there for the moment between its making and the loss of its name.
        await expect.poll(() => uploads().filter((name) => !before.includes(name))).toEqual([]);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const file = await holdBody(body, 13, TOO_LARGE);
  await file.close();
});

it('is nothing where nothing was sent, and refused past what it may have', async () => {
  const file = await holdBody(null, 0, TOO_LARGE);
  expect(file.size).toBe(0);
  await file.close();
  await expect(holdBody(bodyOf('one ', 'two '), 7, TOO_LARGE)).rejects.toBe(TOO_LARGE);
});
