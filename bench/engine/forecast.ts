/**
 * The forecast against every baseline, on the same cases. `--cases`: simulated learners of each family;
 * `--seed`: the first of as many splits of the game's players in two halves as are asked below, and of the learners.
 * Run: `node bench/engine/forecast.ts --data DIR` (about two minutes).
 */
import {
  type Bar,
  barAgainstBest,
  barTable,
  comparisonTable,
  interval,
  markdownTable,
  OURS,
} from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { coverageText, coverageVerdict, sharesHeld } from './coverage.ts';
import { gameCells } from './forecast-game.ts';
import { COVERED, judgeSeries, pooledCoverage, type SeriesRecord, seriesCells } from './forecast-series.ts';
import { meanOf, ratioOverPersons } from './paired-bootstrap.ts';
import { readGame } from './practice-data.ts';
import { realSeries } from './real-series.ts';
import { simulatedSeries } from './simulated-families.ts';

const { data, seed, cases } = readBenchArguments({ seed: 1, cases: 16 });
const SPLITS = 3;
const FIRST_LEARNER = 5000;
const PER_CENT = 100;
const bars: Bar[] = [];

const players = readGame(data);
for (let split = seed; split < seed + SPLITS; split += 1) {
  const cells = gameCells(players, split);
  console.log(`## Game, split ${split}\n`);
  console.log(
    'Mean absolute error in points; after it, ours over theirs with its 95% interval over players.\n',
  );
  console.log(comparisonTable(cells, 1, 0, split));
  const coverage = cells.map(({ name, coverage: held }) => [
    name,
    coverageText(held),
    ...held.counts.slice(4).map((count) => (count / (held.counts[0] ?? 1)).toFixed(3)),
  ]);
  console.log(markdownTable(['plays', 'held by 50 / 80 / 95%', 'below 80%', 'above 80%'], coverage));
  for (const cell of cells) {
    bars.push(barAgainstBest(cell, `Forecast, game, split ${split}`, 1, 0, split));
    if (split > seed) continue;
    bars.push({
      bar: `80% interval, game, ${cell.name}`,
      asked: '0.75 to 0.85',
      have: sharesHeld(cell.coverage)[1].toFixed(3),
      verdict: coverageVerdict(cell.coverage),
    });
  }
}

const real = realSeries(data).map(judgeSeries);
const simulated = simulatedSeries(cases, FIRST_LEARNER + seed - 1).map(judgeSeries);
report('typing, all 26 series of two people', real, true);
report('simulated learners of all families', simulated, true);
const families = Map.groupBy([...real, ...simulated], (record) => record.family);
for (const [family, records] of families) report(family, records, false);
reportWorse();
console.log(barTable(bars));

/** What the means over everybody hide. */
function reportWorse(): void {
  const rows = [...families].flatMap(([family, records]) =>
    seriesCells(records).flatMap((cell) => {
      const [best] = [...cell.losses]
        .filter(([name]) => name !== OURS)
        .sort(([, a], [, b]) => meanOf(a) - meanOf(b));
      const [name, theirs] = best ?? ['', []];
      const ratio = ratioOverPersons(cell.losses.get(OURS) ?? [], theirs, seed);
      return ratio.value <= 1 ? [] : [{ ratio, row: [family, cell.name, name, interval(ratio)] }];
    }),
  );
  const worst = rows.sort((a, b) => b.ratio.value - a.ratio.value).map(({ row }) => row);
  console.log('## Where some baseline does better, worst first\n');
  console.log('Each against the best of ten for that family alone, which nobody knows beforehand.\n');
  console.log(markdownTable(['family', 'attempts', 'best baseline', 'ours over it'], worst));
}

function report(name: string, records: readonly SeriesRecord[], isBar: boolean): void {
  const cells = seriesCells(records);
  console.log(`## Forecast, ${name}: ${records.length} series\n`);
  if (isBar)
    console.log(
      'Mean absolute error on the line, per cent; ours over theirs with its 95% interval over series.\n',
    );
  console.log(comparisonTable(cells, PER_CENT, 2, seed));
  if (isBar) {
    console.log('Means of values as they are told, error of their logarithm, per cent.\n');
    console.log(
      comparisonTable(
        seriesCells(records, ({ told }) => told),
        PER_CENT,
        2,
        seed,
      ),
    );
  }
  const known = COVERED.map((covered) => ({ ...covered, held: pooledCoverage(records, covered.name) }));
  const rows = known
    .filter(({ held }) => (held.counts[0] ?? 0) > 0)
    .map(({ name: window, held }) => [window, String(held.counts[0]), coverageText(held)]);
  console.log(markdownTable(['attempts', 'cases', 'held by 50 / 80 / 95%'], rows));
  if (!isBar) return;
  for (const cell of cells) bars.push(barAgainstBest(cell, `Forecast, ${name}`, PER_CENT, 2, seed));
  for (const { name: window, held, window: asked } of known) {
    if (asked.from !== asked.to) continue;
    bars.push({
      bar: `80% interval, ${name}, ${window}`,
      asked: '0.75 to 0.85',
      have: sharesHeld(held)[1].toFixed(3),
      verdict: coverageVerdict(held),
    });
  }
}
