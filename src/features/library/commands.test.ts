import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerLibraryCommands } from './commands.ts';

const BOWLINE = join(import.meta.dirname, '../../../library/bowline.md');
let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bottega-library-'));
  await writeFile(inFolder('thin.md'), THIN);
  await writeFile(inFolder('broken.md'), THIN.replace('version: 1', 'version: \u001b[31mone'));
  await writeFile(inFolder('latin.md'), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]));
  await writeFile(inFolder('huge.md'), 'é'.repeat(200_000));
});
afterAll(() => rm(folder, { recursive: true }));

const THIN = `---
slug: thin
title: Whistle a tune
verb: whistle
fields: music
licence: CC BY 4.0
version: 1
---

You will be able to whistle a tune.
`;

async function run(args: readonly string[], typed = '') {
  let output = '';
  let code = 0;
  const program = new Command('bottega').exitOverride().configureOutput({ writeErr: () => {} });
  registerLibraryCommands(program, {
    input: (async function* () {
      yield Buffer.from(typed);
    })(),
    write: (text) => {
      output += text;
    },
    setExitCode: (value) => {
      code = value;
    },
  });
  await program.parseAsync(['library', 'check', ...args], { from: 'user' });
  return { output, code };
}

describe('bottega library check', () => {
  it('says that there is nothing to add, with code 0', async () => {
    expect(await run([BOWLINE], '')).toEqual({ output: expect.stringContaining('nothing to add'), code: 0 });
  });

  it('gives advice with its reason and an example, in 80 columns, with code 0', async () => {
    const { output, code } = await run([inFolder('thin.md')]);
    expect(code).toBe(0);
    expect(output).toContain('8 suggestions');
    expect(output).toMatch(
      / {2}payoff \(missing\)\n {4}why: Without a payoff .*\n(?: {9}.*\n)* {4}better: .*whistle/,
    );
    for (const line of output.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('names file and line of what cannot be read, with code 1, and lets nothing steer the terminal', async () => {
    const { output, code } = await run([inFolder('broken.md'), BOWLINE]);
    expect(code).toBe(1);
    expect(output.replace(/\s+/g, ' ')).toContain(
      `${inFolder('broken.md')}:7: “version” is “one”, and a number`,
    );
    expect(output).not.toContain('\u001b');
    expect(output).toContain('bowline.md: nothing to add');
  });

  it('prints one array for programs', async () => {
    const { output, code } = await run(['--json', BOWLINE, inFolder('broken.md'), inFolder('thin.md')]);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject([
      { kind: 'design', slug: 'bowline', findings: [] },
      { kind: 'faults', faults: [{ line: 7, pointer: '/version' }] },
      {
        kind: 'design',
        findings: expect.arrayContaining([expect.objectContaining({ code: 'payoff-missing' })]),
      },
    ]);
  });

  it('reads standard input, whose slug has no file name to agree with', async () => {
    const { output, code } = await run(['-'], THIN);
    expect(output).toMatch(/^standard input: 8 suggestions/);
    expect(code).toBe(0);
  });

  it.each([
    ['nowhere.md', 'no such file'],
    ['.', 'a folder'],
    ['latin.md', 'not text in UTF-8'],
    ['huge.md', 'larger than 64 kB'],
  ])('says in a sentence why it cannot read %s', async (name, said) => {
    const { output, code } = await run([inFolder(name)]);
    expect(output.replace(/\s+/g, ' ')).toContain(said);
    expect(code).toBe(1);
  });

  it('is a wrong call without a file', async () => {
    await expect(run([])).rejects.toMatchObject({ code: 'commander.missingArgument' });
  });
});
