import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBottega } from '../../../tests/support/run-bottega.ts';
import { random } from '../../engine/random.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-analysis-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

async function answerOf(args: readonly string[], input?: string) {
  const { exitCode, out, err } = await runBottega(args, {
    env: {},
    ...(input === undefined ? {} : { input }),
  });
  const lines = out.toString().trimEnd().split('\n');
  return { exitCode, err, lines, read: () => lines.map((line) => JSON.parse(line)) };
}

/** Attempts of `learners` people who get better, in the order in which they were made. */
function attempts(learners: number, each: number): string[] {
  const chance = random(3);
  const rows = ['who,words'];
  for (let n = 0; n < each; n += 1) {
    for (let learner = 0; learner < learners; learner += 1) {
      const level = 60 + learner + 15 * (1 - Math.exp(-n / 20));
      rows.push(`p${learner},${(level * Math.exp(0.08 * chance.normal())).toFixed(2)}`);
    }
  }
  return rows;
}

const columns = ['--by', 'who', '--value', 'words', '--kind', 'rate'];

describe('bottega forecast', () => {
  it('answers each group and origin with the windows asked for, each interval inside the next', async () => {
    const file = await fileOf('rates.csv', attempts(2, 60));
    const aims = ['--origins', '3,50', '--windows', '1:1,1:10', '--target', '80', '--within', '100'];
    const { exitCode, read } = await answerOf(['forecast', file, ...columns, ...aims]);
    expect(exitCode).toBe(0);
    const results = read();
    expect(results.map(({ by, origin }) => `${by} ${origin}`)).toEqual(['p0 3', 'p0 50', 'p1 3', 'p1 50']);
    expect(results[0]).toEqual({ by: 'p0', origin: 3, kind: 'too-few-attempts', have: 3, need: 5 });
    const { windows, target } = results[1];
    expect(windows.map(({ window }: { window: string }) => window)).toEqual(['1:1', '1:10']);
    for (const one of windows) {
      const inOrder = [
        one.lower95,
        one.lower80,
        one.lower50,
        one.mean,
        one.upper50,
        one.upper80,
        one.upper95,
      ];
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }
    expect(target).toMatchObject({ value: 80, within: 100 });
    expect(target.probability).toBeGreaterThan(0);
    expect(target.probability).toBeLessThan(1);
  });

  it('reads standard input, and takes all rows for the past', async () => {
    const { read } = await answerOf(['forecast', '-', ...columns], attempts(1, 30).join('\n'));
    expect(read()).toMatchObject([{ by: 'p0', origin: 30 }]);
  });

  it('forecasts from the first attempt on with what others have shown, as wide as it should be', async () => {
    const prior = join(folder, 'prior.json');
    const others = await fileOf('others.csv', attempts(40, 30));
    expect((await answerOf(['prior', 'learn', others, ...columns, '--out', prior])).exitCode).toBe(0);
    expect(JSON.parse(await readFile(prior, 'utf8'))).toMatchObject({ bottega: 'prior', kind: 'rate' });
    const first = await answerOf(['forecast', '-', ...columns, '--prior', prior], 'who,words\nnew,70\n');
    expect(first.read()).toMatchObject([{ by: 'new', origin: 1 }]);
    const other = await answerOf(
      ['forecast', '-', '--by', 'who', '--value', 'words', '--kind', 'score', '--prior', prior],
      'who,words\nnew,70\n',
    );
    expect(other).toMatchObject({ exitCode: 1, err: expect.stringContaining('say --kind rate') });
  });

  it.each([
    ['table', /^by +origin +kind +have +need$/],
    ['csv', /^by,origin,kind,have,need$/],
    ['json', /^\[$/],
  ])('writes %s', async (format, first) => {
    const { lines } = await answerOf(['forecast', '-', ...columns, '--format', format], 'who,words\na,1\n');
    expect(lines[0]).toMatch(first);
  });
});

describe('a file that cannot be used', () => {
  it('is refused by the lines of its bad rows, and nothing is worked out', async () => {
    const rows = 'who,words\na,60\na,sixty\n,61\na,-4\n';
    const { exitCode, err, lines } = await answerOf(['forecast', '-', ...columns], rows);
    expect(exitCode).toBe(1);
    expect(lines).toEqual(['']);
    expect(err).toContain('Line 3: “sixty” is no rate');
    expect(err).toContain('Line 4: the column “who” is empty.');
    expect(err).toContain('Line 5: “-4” is no rate');
    expect(err).toContain('Nothing was worked out.');
  });

  it.each([
    ['', 'Standard input is empty'],
    ['who,speed\na,1\n', 'There is no column “words”. The file has: who, speed.'],
    ['who,words\na,1,2\n', 'more or fewer cells'],
    ['who,words\na,"1\n', 'a quotation mark is not closed'],
  ])('as %j is answered with what is wrong', async (text, words) => {
    const { exitCode, err } = await answerOf(['forecast', '-', ...columns], text);
    expect(err).toContain(words);
    expect(exitCode).toBe(1);
  });

  it.each([
    [['--origins', '0'], '--origins are counts'],
    [['--windows', '5:1'], '--windows are attempts ahead'],
    [['--target', 'fast'], '--target is a number'],
    [['--within', '10'], '--within needs a --target'],
    [['--better', 'sideways'], '--better is higher, lower or a range'],
    [['--format', 'xml'], '--format is one of'],
    [['--better', 'within:1..2', '--target', '1'], 'a range is its own target'],
  ])('an option that cannot be used is named: %j', async (options, words) => {
    const { exitCode, err } = await answerOf(['forecast', '-', ...columns, ...options], 'who,words\na,1\n');
    expect(err).toContain(words);
    expect(exitCode).toBe(2);
  });
});

describe('bottega trial', () => {
  const asked = [
    '--by',
    'who',
    '--value',
    'words',
    '--condition',
    'seat',
    '--probability',
    'p',
    '--kind',
    'rate',
  ];

  function trial(rows: number, effect: number): string {
    const chance = random(9);
    const lines = ['who,words,seat,p'];
    for (let n = 0; n < rows; n += 1) {
      const seat = chance.uniform() < 0.5 ? 'up' : 'down';
      const value = 60 * Math.exp(0.08 * chance.normal()) * (seat === 'up' ? 1 + effect : 1);
      lines.push(`a,${value.toFixed(3)},${seat},0.5`);
    }
    return lines.join('\n');
  }

  it('says at the end what a level does against the first by name, on a scale that is named', async () => {
    const { read } = await answerOf(['trial', '-', ...asked], trial(150, 0.15));
    const [finding, ...more] = read();
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      by: 'a',
      n: 150,
      level: 'up',
      against: 'down',
      verdict: 'better',
      scale: 'log',
    });
    expect(finding.lower).toBeLessThan(Math.log(1.15));
    expect(finding.upper).toBeGreaterThan(Math.log(1.15));
  });

  it('says it after every row where that is asked for, and what makes no difference', async () => {
    const { read } = await answerOf(['trial', '-', ...asked, '--every', '--smallest', '0.08'], trial(200, 0));
    const verdicts = read().map(({ verdict }) => verdict);
    expect(verdicts).toHaveLength(200);
    expect(verdicts[0]).toBe('not-enough');
    expect(verdicts.at(-1)).toBe('no-difference');
  });

  it('refuses a probability that is none', async () => {
    const { err } = await answerOf(['trial', '-', ...asked], 'who,words,seat,p\na,1,up,1\n');
    expect(err).toContain('Line 2: a probability lies between 0 and 1, and “1” does not.');
  });
});
