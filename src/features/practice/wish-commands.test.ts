import { describe, expect, it } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';

const folder = await commandFolder();
const here = await commandPlace(folder, 'wishes');

describe('bottega wish', () => {
  it('sets the day that a payoff is wanted by, and takes it away again', async () => {
    expect(await here('log', 'juggling', '31', '--start')).toMatchObject({ exitCode: 0 });
    const first = await here('wish', 'juggling', '--by', '2099-06-14');
    expect(first).toMatchObject({ exitCode: 0, out: '“Thirty catches” is wanted by 2099-06-14.\n' });
    const again = JSON.parse((await here('wish', 'JUGLING', '--by', '2099-07-01', '--json')).out);
    expect(again).toMatchObject({ wantedBy: '2099-07-01', sittingsAWeek: null, trickOrder: 'as-designed' });
    expect(await here('wish', 'juggling', '--by', 'none')).toMatchObject({
      exitCode: 0,
      out: '“Thirty catches” is wanted by no day.\n',
    });
  });

  it.each([
    ['a day that is none', ['wish', 'juggling', '--by', '2099-02-30'], /--by is “2099-02-30”; write a day/],
    ['a word', ['wish', 'juggling', '--by', 'soon'], /--by is “soon”; write a day/],
    ['a day that has passed', ['wish', 'juggling', '--by', '2026-01-01'], /this day has passed/],
    ['no day', ['wish', 'juggling'], /required option '--by <day>'/],
    ['no name', ['wish', ' ', '--by', '2099-06-14'], /Say which practice/],
    [
      'what is not on the bench',
      ['wish', 'bowline', '--by', '2099-06-14'],
      /Nothing on your bench is called “bowline”/,
    ],
  ])('refuses %s with exit code 2', async (_, args, sentence) => {
    const answer = await here(...args);
    expect(answer).toMatchObject({ exitCode: 2, out: '' });
    expect(answer.err).toMatch(sentence);
  });

  it('stands in the help, with what it cannot do without', async () => {
    expect((await here('wish', '--help')).out).toMatch(/--by <day>.*[\s\S]*\(required\)/);
    expect((await here('--help')).out).toMatch(/wish .*by which day/);
  });
});
