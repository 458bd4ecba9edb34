/**
 * What beginning did: how often an effect is claimed where there is none, how often the interval holds the true one, and how often
 * it is found, with a draw and without; against plainer ways on the same simulated panels. `--cases`: panels of each kind.
 * Run: `node bench/engine/impact.ts` (half a minute).
 */
import { impactOf } from '../../src/engine/impact/impact.ts';
import { NEVER, type PanelRow } from '../../src/engine/impact/panel.ts';
import { segmentedRegression } from '../../src/engine/impact/segmented-regression.ts';
import { random } from '../../src/engine/random.ts';
import { type Bar, barTable, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import {
  beforeAndAfter,
  type ImpactMethod,
  isClaim,
  type PanelSetting,
  type SimulatedPanel,
  simulatePanel,
  type ToldEffect,
  twoWayFixedEffects,
} from './impact-panels.ts';
import { plainSegments } from './plain-segments.ts';
import { atLeastBar, atMostBar, type Flags, pairedText, shareText } from './share-bars.ts';

const { seed, cases } = readBenchArguments({ seed: 1, cases: 240 });
const MOST_FALSE = 0.05;
const LEAST_HELD = 0.95;
const SOURCE = 'impact.md';

const TWELVE = [4, 6, 8].map((start) => ({ start, units: 4 }));
const TWENTY_FOUR = [3, 5, 7, NEVER].map((start) => ({ start, units: 6 }));
const two = (begun: number, waiting: number) => [
  { start: 5, units: begun },
  { start: NEVER, units: waiting },
];
const DRAWN: readonly PanelSetting[] = [
  ...[0, 1].map((effect) => ({ sides: TWELVE, periods: 12, effect, effectSd: 0 })),
  ...[0, 1].map((effect) => ({ sides: TWENTY_FOUR, periods: 10, effect, effectSd: 0 })),
  { sides: two(15, 15), periods: 10, effect: 1, effectSd: 2 },
  { sides: two(6, 24), periods: 10, effect: 1, effectSd: 2 },
  { sides: two(24, 6), periods: 10, effect: 1, effectSd: 2 },
].map((setting) => ({ ...setting, name: nameOf(setting) }));
const FORTY = [12, NEVER].map((start) => ({ start, units: 20 }));
const SERIES: readonly PanelSetting[] = [
  ...[0, 1].map((effect) => ({ sides: FORTY, periods: 24, effect, effectSd: 0 })),
  ...[0, 1].map((effect) => ({ sides: FORTY, periods: 24, effect, effectSd: 0, ownRise: 0.05 })),
  { sides: [10, 14, NEVER].map((start) => ({ start, units: 8 })), periods: 24, effect: 0, effectSd: 0 },
].map((setting) => ({ ...setting, name: nameOf(setting) }));

function nameOf({ sides, periods, effect, effectSd, ownRise }: Omit<PanelSetting, 'name'>): string {
  const told = sides.map(({ start, units }) => `${units} ${start === NEVER ? 'never' : `at ${start + 1}`}`);
  const more = [
    ...(effectSd === 0 ? [] : [`sd ${effectSd} between units`]),
    ...(ownRise === undefined ? [] : [`those who begin rise by ${ownRise} a period anyway`]),
  ];
  return [`${told.join(', ')} of ${periods}, effect ${effect}`, ...more].join(', ');
}

const ours =
  (isDrawn: boolean): ImpactMethod =>
  ({ values, starts }) => {
    const rows: readonly PanelRow[] = values.flatMap((of, unit) =>
      Array.from(of, (value, period) => {
        const start = starts[unit] ?? NEVER;
        return { unit: `${unit}`, period, value, start: start === NEVER ? null : start };
      }),
    );
    const found = impactOf(rows, { kind: 'score', better: 'up', isDrawn, smallest: null });
    if (found.kind !== 'impact') throw new Error(`A figure, and not ${found.kind}.`);
    const { estimate, lower, upper } = found;
    return { estimate, lower: lower ?? Number.NEGATIVE_INFINITY, upper: upper ?? Number.POSITIVE_INFINITY };
  };

type Told = { readonly claimed: Flags; readonly held: Flags; readonly bias: number };

function judge(panels: readonly SimulatedPanel[], method: ImpactMethod): Told {
  const told = panels.map((panel) => ({ ...method(panel), truth: panel.truth }));
  const holds = ({ lower, upper, truth }: ToldEffect & { readonly truth: number }) =>
    Number(lower <= truth && truth <= upper);
  return {
    claimed: told.map((one) => Number(isClaim(one))),
    held: told.map(holds),
    bias: told.reduce((sum, { estimate, truth }) => sum + estimate - truth, 0) / told.length,
  };
}

const bars: Bar[] = [];

function report(title: string, settings: readonly PanelSetting[], isDrawn: boolean): void {
  const methods: Readonly<Record<string, ImpactMethod>> = {
    [OURS]: ours(isDrawn),
    'before and after': beforeAndAfter,
    'two-way fixed effects': twoWayFixedEffects,
  };
  const rows = settings.flatMap((setting, place) => {
    const panels = Array.from({ length: cases }, (_, at) =>
      simulatePanel(setting, 1_000_003 * seed + 10_007 * place + at),
    );
    const all = new Map(Object.entries(methods).map(([name, method]) => [name, judge(panels, method)]));
    const own = all.get(OURS);
    if (own !== undefined) {
      if (setting.effect === 0)
        bars.push(atMostBar(`False claims, ${title}, ${setting.name}`, MOST_FALSE, own.claimed, SOURCE));
      bars.push(
        atLeastBar(`Interval holds the effect, ${title}, ${setting.name}`, LEAST_HELD, own.held, SOURCE),
      );
    }
    return [...all].map(([name, { claimed, held, bias }]) => [
      setting.name,
      name,
      shareText(claimed),
      name === OURS ? '' : pairedText(own?.claimed ?? [], claimed, seed),
      shareText(held),
      bias.toFixed(2),
    ]);
  });
  console.log(`## ${title}: ${cases} panels of each kind\n`);
  console.log(
    markdownTable(['units, periods', 'method', 'claimed an effect', 'ours less it', 'held it', 'bias'], rows),
  );
}

const LIKENESSES = [0, 0.3, 0.6, 0.8];
const LENGTHS = [
  { before: 12, after: 6 },
  { before: 24, after: 12 },
];
/** What impact.md promises of series as alike as that. */
const leastOf = (likeness: number) => (likeness > 0.6 ? 0.9 : LEAST_HELD);

function seriesOf(likeness: number, length: number, before: number, at: number): readonly number[] {
  const chance = random(at);
  let noise = chance.normal() / Math.sqrt(1 - likeness ** 2);
  return Array.from({ length }, (_, t) => {
    noise = likeness * noise + chance.normal();
    return 0.05 * t + noise + (t >= before ? 1 : 0);
  });
}

function reportSeries(): void {
  const rows = LENGTHS.flatMap(({ before, after }) =>
    LIKENESSES.flatMap((likeness) => {
      const all = Array.from({ length: 2 * cases }, (_, at) =>
        seriesOf(likeness, before + after, before, 7919 * seed + at),
      );
      const held = ({ lower, upper }: Pick<ToldEffect, 'lower' | 'upper'>) =>
        Number(lower <= 1 && 1 <= upper);
      const own = all.map((series) => held(segmentedRegression(series, before, LEAST_HELD)));
      const plain = all.map((series) => held(plainSegments(series, before)));
      const name = `${before} before, ${after} after, likeness ${likeness}`;
      bars.push(atLeastBar(`Interval of a step holds it, ${name}`, leastOf(likeness), own, SOURCE));
      return [
        [name, OURS, shareText(own), ''],
        [name, 'plain segmented regression', shareText(plain), pairedText(own, plain, seed)],
      ];
    }),
  );
  console.log(`## One series with a step of 1: ${2 * cases} of each kind\n`);
  console.log(markdownTable(['series', 'method', 'held it', 'ours less it'], rows));
}

report('Starts that were drawn', DRAWN, true);
report('Without a draw', SERIES, false);
reportSeries();
console.log(barTable(bars));
