import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { registerLibraryCommands } from './commands.ts';

const LIBRARY = join(import.meta.dirname, '../../../library');
const BOWLINE = join(LIBRARY, 'bowline.md');
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

const SHOWN = (formats: string) =>
  THIN.replace('slug: thin', 'slug: shown').replace('version: 1', `version: 1\nformats:\n  ${formats}`);

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
    expect(output).toContain('3 suggestions');
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
    expect(output).toMatch(/^standard input: 3 suggestions/);
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

  it('finds every picture of the starter library beside it, and each of them named', async () => {
    const files = (await readdir(LIBRARY)).filter((name) => name.endsWith('.md'));
    const { code, output } = await run(['--json', ...files.map((name) => join(LIBRARY, name))]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toHaveLength(files.length);
    const texts = await Promise.all(files.map((name) => readFile(join(LIBRARY, name), 'utf8')));
    const pictures = await readdir(join(LIBRARY, 'media'));
    expect(pictures.length).toBeGreaterThan(20);
    expect(pictures.filter((name) => !texts.some((text) => text.includes(`media: ${name}\n`)))).toEqual([]);
    for (const name of pictures)
      expect((await stat(join(LIBRARY, 'media', name))).size, name).toBeLessThan(6_000);
  });

  describe('of a picture or a recording that a file names', () => {
    beforeAll(async () => {
      const png = mediaBytes('image/png').bytes;
      await mkdir(inFolder('media'));
      await writeFile(inFolder('media/right.svg'), '<svg><path d="M0 0h9"/></svg>');
      await writeFile(inFolder('media/right.png'), png);
      await writeFile(inFolder('media/right.mp3'), mediaBytes('audio/mpeg').bytes);
      await writeFile(inFolder('media/right.webm'), mediaBytes('video/webm').bytes);
      await writeFile(inFolder('media/wrong.jpg'), png);
      await writeFile(inFolder('media/wrong.svg'), '<svg><script>alert(1)</script></svg>');
      await writeFile(inFolder('media/latin.svg'), Buffer.from([0x3c, 0x73, 0x76, 0x67, 0x20, 0xe9]));
      await writeFile(inFolder('media/large.png'), mediaBytes('image/png', 70_000).bytes);
    });

    const check = async (formats: string) => {
      await writeFile(inFolder('shown.md'), SHOWN(formats));
      const { output, code } = await run([inFolder('shown.md')]);
      return { said: output.replace(/\s+/g, ' '), code };
    };
    const picture = (name: string) => `pictures: [{ media: ${name}, caption: Blow }]`;
    const spoken = (place: 'audio' | 'video', name: string) =>
      `${place}: { media: ${name}, transcript: A note }`;

    it.each([
      picture('right.svg'),
      picture('right.png'),
      spoken('audio', 'right.mp3'),
      spoken('audio', 'right.webm'),
      spoken('video', 'right.webm'),
    ])('%s is there', async (formats) => expect((await check(formats)).code).toBe(0));

    it.each([
      [picture('away.svg'), '“away.svg” is not there: put it into the folder “media”'],
      [picture('wrong.jpg'), '“wrong.jpg” is not what the end of its name says'],
      [picture('wrong.svg'), '“wrong.svg” holds a script'],
      [picture('latin.svg'), '“latin.svg” is no drawing: it is not text in UTF-8'],
      [picture('large.png'), '“large.png” has 69 kB, and a picture may have 64: make it smaller'],
      [picture('right.mp3'), '“right.mp3” cannot be shown as a picture'],
      [spoken('audio', 'right.png'), 'cannot be shown as a recording to listen to'],
      [spoken('video', 'right.mp3'), 'ends in .webm, .mp4'],
      [picture(`sha256-${'ab'.repeat(32)}`), 'was uploaded at one home'],
    ])('%s is refused, with its line', async (formats, said) => {
      const answer = await check(formats);
      expect(answer.code).toBe(1);
      expect(answer.said).toContain(said);
      expect(answer.said).toContain(`${inFolder('shown.md')}:9:`);
    });
  });

  it('is a wrong call without a file', async () => {
    await expect(run([])).rejects.toMatchObject({ code: 'commander.missingArgument' });
  });
});
