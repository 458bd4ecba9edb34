import { expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';

const impact = (lines: readonly string[], ...args: readonly string[]) =>
  runAnalysis(
    'impact',
    lines,
    '--unit',
    'team',
    '--period',
    'month',
    '--value',
    'sales',
    '--start',
    'began',
    ...args,
  );

/** docs/science/impact.md: five teams begin in March, five never; by the first letters of their months. */
function ten(months: readonly string[], began: string): readonly string[] {
  const gains = [
    [3, 4, 5, 4, 4],
    [0, 1, 2, 1, 1],
  ];
  const rows = gains.flatMap((of, group) =>
    of.flatMap((gain, place) =>
      [10 + place, 12 + place, 11 + place + gain].map(
        (sales, at) => `${group}-${place},${months[at]},${sales},${group === 0 ? began : ''},8`,
      ),
    ),
  );
  return ['team,month,sales,began,people', ...rows];
}

const MONTHS = ['2026-01', '2026-02', '2026-03'];

it('is the worked example, with months, with weeks and with numbers', async () => {
  for (const [months, began] of [
    [MONTHS, '2026-03'],
    [['2026-W08', '2026-W09', '2026-W10'], '2026-W10'],
    [['9', '10', '11'], '10.5'],
  ] as const) {
    const { results } = await impact(ten(months, began), '--drawn', '--people', 'people');
    expect(results).toMatchObject([
      {
        kind: 'impact',
        estimate: expect.closeTo(3, 9),
        p: 2 / 252,
        verdict: 'better',
        peopleBegun: 40,
        scale: 'identity',
      },
    ]);
  }
});

/** The same ten teams with two measures beside: one that does not change, and one that changes as sales do. */
function withOthers(): readonly string[] {
  const [heading, ...rows] = ten(MONTHS, '2026-03');
  const beside = rows.map((row, place) => {
    const [team = '', month, sales] = row.split(',');
    const still = team === '1-0' && month === '2026-01' ? '' : `${place % 4}`;
    return `${row},${still},${sales}`;
  });
  return [`${heading},weather,calls`, ...beside];
}

it('holds measures beside it that should not change, each read as what it is', async () => {
  const asked = ['--drawn', '--placebo', 'weather:count', '--placebo', 'calls'];
  const [found] = (await impact(withOthers(), ...asked)).results;
  expect(found.placeboMeasures).toMatchObject([{ name: 'weather' }, { name: 'calls', p: 2 / 252 }]);
  expect(found.placeboMeasures[0].p).toBeGreaterThan(0.05);
  expect(found.caveats).toEqual(['placebo-measure-differs']);
  const [alone] = (await impact(withOthers(), '--drawn', '--placebo', 'weather:count')).results;
  expect(alone.caveats).toEqual([]);
});

it('says where a placebo was measured too seldom to be judged', async () => {
  const rows = withOthers().map((line, place) => (place === 0 ? line : line.replace(/,\d*,\d+$/, ',,1')));
  const [found] = (await impact(rows, '--drawn', '--placebo', 'weather')).results;
  expect(found).toMatchObject({ placeboMeasures: [], caveats: ['placebo-measure-not-judged'] });
});

it('turns round what is better, and knows what is too small to matter', async () => {
  const [worse] = (await impact(ten(MONTHS, '2026-03'), '--drawn', '--better', 'lower')).results;
  expect(worse).toMatchObject({ estimate: expect.closeTo(-3, 9), verdict: 'worse' });
  const [small] = (await impact(ten(MONTHS, '2026-03'), '--drawn', '--smallest', '5')).results;
  expect(small).toMatchObject({ verdict: 'no-difference' });
});

it('says what is missing without a draw, and of fewer than five people', async () => {
  expect((await impact(ten(MONTHS, '2026-03'))).results).toEqual([
    { kind: 'too-few-periods', before: 2, after: 1, needBefore: 6, needAfter: 3 },
  ]);
  const few = ten(MONTHS, '2026-03').filter((line) => !line.startsWith('0-0'));
  expect((await impact(few, '--drawn')).results).toEqual([{ kind: 'too-few-people', have: 4, need: 5 }]);
});

it.each([
  [['a,2026-1,3,,1'], [], 1, 'Line 2: “2026-1” is no period'],
  [['a,2026-01,much,,1'], [], 1, 'Line 2: “much” is no score'],
  [['a,2026-01,3,,0'], ['--people', 'people'], 1, 'Line 2: “0” is no number of people.'],
  [['a,2026-01,3,,1', 'a,2026-02,3,2026-02,1'], [], 1, 'Lines 2 and 3 give a two starts.'],
  [['a,2026-01,3,,1', 'a,2026-W09,3,,1'], [], 1, 'Periods and starts are written in 2 ways.'],
  [['a,2026-01,3,,1'], ['--smallest', '-1'], 2, '--smallest is a number above 0'],
  [['a,2026-01,3,,x'], ['--placebo', 'people'], 1, 'Line 2: in the column “people”, “x” is no score'],
  [['a,2026-01,3,,1'], ['--placebo', 'people', '--placebo', 'people:count'], 2, 'names each measure once'],
  [['a,2026-01,3,,1'], ['--placebo', 'rain'], 1, 'rain'],
  [['a,2026-01,3,,1'], ['--seed', 'x'], 2, '--seed is a whole number'],
])('refuses %j with %j', async (rows, args, code, words) => {
  const { results, err, exitCode } = await impact(['team,month,sales,began,people', ...rows], ...args);
  expect([results, exitCode]).toEqual([[], code]);
  expect(err).toContain(words);
});
