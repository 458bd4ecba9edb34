import { describe, expect, it } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';

const here = await commandPlace(await commandFolder(), 'here');

describe('bottega log', () => {
  it('asks before it takes up a micromastery, and then logs under a part of its name, misspelt too', async () => {
    const unasked = await here('log', 'juggling', '31');
    expect(unasked).toMatchObject({ exitCode: 2, out: '' });
    expect(unasked.err).toMatch(/not on your bench.*“Thirty catches”[\s\S]*--start/);
    expect(await here('log', 'juggling', '31', '--start')).toMatchObject({
      exitCode: 0,
      out: 'Took up “Thirty catches”. Logged 31 catches for “Thirty catches”.\n',
    });
    const full = await here(
      'log',
      'JUGLING',
      '12',
      '--note',
      'even',
      '--tag',
      'sofa',
      '--feel',
      '7',
      '--condition',
      'balls=heavy',
      '--json',
    );
    expect(JSON.parse(full.out)).toMatchObject({
      sequence: 2,
      value: 12,
      conditions: { balls: 'heavy' },
      source: 'command-line',
    });
  });

  it('says one of a thing as one', async () => {
    const answer = await here('log', 'thirty catches', '1', '--start');
    expect(answer).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('Logged 1 catch for “Thirty catches”.'),
    });
  });

  it.each([
    ['a value that the measure cannot take', ['log', 'thirty catches', '7.5'], /not a whole number/],
    ['a name of nothing', ['log', 'zzzzqqq', '7'], /Nothing is called “zzzzqqq”/],
    [
      'a name that could be several',
      ['log', 'one', '7'],
      /could be any of \d+ micromasteries[\s\S]*one-chart/,
    ],
    ['a time that is none', ['log', 'juggling', '7', '--at', '25:00'], /--at is “25:00”/],
    ['a time to come', ['log', 'juggling', '7', '--at', '2999-01-01'], /lies in the future/],
    ['a feel beyond ten', ['log', 'juggling', '7', '--feel', '11'], /0 to 10/],
    ['half a condition', ['log', 'juggling', '7', '--condition', 'heavy'], /--condition takes/],
    ['no value', ['log', 'juggling'], /missing required argument/],
  ])('refuses %s with exit code 2', async (_, args, sentence) => {
    const answer = await here(...args);
    expect(answer).toMatchObject({ exitCode: 2, out: '' });
    expect(answer.err).toMatch(sentence);
  });
});
