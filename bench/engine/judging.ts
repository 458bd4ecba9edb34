/**
 * Scales from comparisons, agreement of raters and calibration on simulated judges: how often intervals hold, and how the printed
 * reliability stands to the true one. `--cases`: sets of each kind. Run: `node bench/engine/judging.ts` (half a minute).
 */
import { calibrationOf } from '../../src/engine/judging/calibration.ts';
import type { Comparison } from '../../src/engine/judging/comparison.ts';
import { judgedScale } from '../../src/engine/judging/judged-scale.ts';
import { agreementOf } from '../../src/engine/judging/krippendorff.ts';
import { random } from '../../src/engine/random.ts';
import { type Bar, barTable, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { maximumLikelihood, percentileRange, plainJackknife, type Range } from './judging-baselines.ts';
import { meanOf } from './paired-bootstrap.ts';
import { atLeastBar, atMostBar, type Flags, pairedText, shareText } from './share-bars.ts';

const { seed, cases } = readBenchArguments({ seed: 3, cases: 60 });
const HELD = 0.95;
const WRONG = 0.05;
/** One end of an interval of 95%. */
const ONE_END = 0.025;
const SOURCE = 'judging.md';
const bars: Bar[] = [];

const holds = ({ lower, upper }: Range, truth: number) => Number(lower <= truth && truth <= upper);

const SCALES = [
  { pieces: 10, each: 10, spread: 1 },
  { pieces: 20, each: 10, spread: 1 },
  { pieces: 20, each: 10, spread: 2 },
  { pieces: 30, each: 20, spread: 1 },
  { pieces: 20, each: 40, spread: 2 },
  { pieces: 8, each: 30, spread: 3 },
];

type Judged = { readonly truth: ReadonlyMap<string, number>; readonly comparisons: readonly Comparison[] };

function simulateJudging({ pieces, each, spread }: (typeof SCALES)[number], at: number): Judged {
  const chance = random(at);
  const drawn = Array.from({ length: pieces }, () => spread * chance.normal());
  const mean = meanOf(drawn);
  const truth = new Map(drawn.map((ability, place) => [`${place}`, ability - mean]));
  const comparisons = Array.from({ length: Math.round((pieces * each) / 2) }, () => {
    const first = chance.below(pieces);
    const second = (first + 1 + chance.below(pieces - 1)) % pieces;
    const isFirst = chance.uniform() < 1 / (1 + Math.exp((drawn[second] ?? 0) - (drawn[first] ?? 0)));
    return isFirst ? { winner: `${first}`, loser: `${second}` } : { winner: `${second}`, loser: `${first}` };
  });
  return { truth, comparisons };
}

function squaredCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [meanOf(pairs.map(([a]) => a)), meanOf(pairs.map(([, b]) => b))];
  let [product, first, second] = [0, 0, 0];
  for (const [a, b] of pairs) {
    product += (a - x) * (b - y);
    first += (a - x) ** 2;
    second += (b - y) ** 2;
  }
  return product ** 2 / (first * second);
}

type ScaleTally = { held: number[]; reliability: number[]; square: number[] };

type ScaleFlags = Readonly<Record<'told' | 'toldUnder' | 'squareHeld' | 'tooHigh', number[]>>;

function reportScales(): void {
  const rows = SCALES.flatMap((setting) => {
    const name = `${setting.pieces} pieces, ${setting.each} comparisons each, spread ${setting.spread}`;
    const [own, plain]: [ScaleTally, ScaleTally] = [
      { held: [], reliability: [], square: [] },
      { held: [], reliability: [], square: [] },
    ];
    const flags: ScaleFlags = { told: [], toldUnder: [], squareHeld: [], tooHigh: [] };
    for (let at = 0; at < cases; at += 1) {
      const { truth, comparisons } = simulateJudging(setting, 100_003 * seed + at);
      const likely = maximumLikelihood(comparisons);
      const pairsOf = (of: ReadonlyMap<string, { readonly ability: number }>) =>
        [...of].map(([item, { ability }]) => [ability, truth.get(item) ?? 0] as const);
      plain.square.push(squaredCorrelation(pairsOf(likely.abilities)));
      plain.reliability.push(likely.reliability);
      plain.held.push(
        meanOf([...likely.abilities].map(([item, range]) => holds(range, truth.get(item) ?? 0))),
      );
      const scale = judgedScale(comparisons);
      if (scale.kind !== 'scale' && scale.kind !== 'not-reliable-enough') continue;
      own.reliability.push(scale.reliability.value);
      // Abilities are withheld under 0.8; their order is nearly that of any other estimate from the same comparisons.
      const square = plain.square.at(-1) ?? 0;
      flags.told.push(Number(scale.kind === 'scale'));
      flags.toldUnder.push(Number(scale.kind === 'scale' && scale.reliability.value < 0.8));
      flags.squareHeld.push(holds(scale.reliability, square));
      flags.tooHigh.push(Number(scale.reliability.lower > square));
      if (scale.kind !== 'scale') continue;
      own.square.push(
        squaredCorrelation(scale.items.map(({ item, ability }) => [ability, truth.get(item) ?? 0])),
      );
      own.held.push(meanOf(scale.items.map((item) => holds(item, truth.get(item.item) ?? 0))));
    }
    bars.push(atMostBar(`An order told under 0.8, ${name}`, 0, flags.toldUnder, 'ENGINE 7'));
    bars.push(
      atMostBar(
        `Reliability told too high, its lower end above the true r², ${name}`,
        ONE_END,
        flags.tooHigh,
        SOURCE,
      ),
    );
    if (own.held.length >= cases / 4)
      bars.push(atLeastBar(`Intervals of abilities hold, ${name}`, HELD, own.held, SOURCE));
    const text = (of: readonly number[]) => (of.length === 0 ? '-' : meanOf(of).toFixed(3));
    return [
      [
        name,
        OURS,
        shareText(flags.told),
        shareText(own.held),
        text(own.reliability),
        text(own.square),
        shareText(flags.squareHeld),
      ],
      [
        name,
        'maximum likelihood',
        '-',
        shareText(plain.held),
        text(plain.reliability),
        text(plain.square),
        '-',
      ],
    ];
  });
  console.log(`## Scales from comparisons: ${cases} sets of each kind, pairs by lots\n`);
  console.log('Held and r² of ours are of the sets in which the order was told at all.\n');
  const header = [
    'set',
    'method',
    'order told',
    'abilities held',
    'mean reliability',
    'mean true r²',
    'r² held',
  ];
  console.log(markdownTable(header, rows));
}

const RATERS = [2, 3, 5];
const ALPHAS = [0.5, 0.8, 0.95];
const ITEMS = [6, 12, 20, 40];
const NAMES = 3;

function ratedItems(items: number, raters: number, alpha: number, isNominal: boolean, at: number) {
  const chance = random(at);
  return Array.from({ length: items }, () => {
    const truth = isNominal ? chance.below(NAMES) : chance.normal();
    return Array.from({ length: raters }, () => {
      if (!isNominal) return truth + Math.sqrt((1 - alpha) / alpha) * chance.normal();
      // Two raters who each know it with the root of alpha and else guess agree by alpha.
      return chance.uniform() < Math.sqrt(alpha) ? truth : chance.below(NAMES);
    });
  });
}

function ourRange(items: readonly (readonly number[])[], isNominal: boolean): Range | null {
  const ratings = items.flatMap((values, item) =>
    values.map((value, rater) => ({ item: `${item}`, rater: `${rater}`, value })),
  );
  const found = agreementOf(ratings, isNominal ? 'nominal' : 'interval');
  return found.kind === 'agreement' ? found : null;
}

function reportAgreement(): void {
  const rows: string[][] = [];
  for (const isNominal of [false, true]) {
    for (const items of ITEMS) {
      const kind = `${items} items, ${isNominal ? 'three names' : 'numbers'}`;
      const all: number[] = [];
      for (const raters of RATERS) {
        for (const alpha of ALPHAS) {
          const [own, percentile, jackknife, widths]: [number[], number[], number[], number[]] = [
            [],
            [],
            [],
            [],
          ];
          for (let at = 0; at < cases; at += 1) {
            const rated = ratedItems(
              items,
              raters,
              alpha,
              isNominal,
              200_003 * seed + 31 * raters + 101 * items + Math.round(1000 * alpha) + 7919 * at,
            );
            const range = ourRange(rated, isNominal);
            if (range === null) continue;
            own.push(holds(range, alpha));
            widths.push(range.upper - range.lower);
            percentile.push(holds(percentileRange(rated, isNominal, at), alpha));
            jackknife.push(holds(plainJackknife(rated, isNominal), alpha));
          }
          all.push(...own);
          rows.push([
            `${kind}, ${raters} raters, alpha ${alpha}`,
            shareText(own),
            ...[percentile, jackknife].map((of) => `${shareText(of)}; ${pairedText(own, of, seed)}`),
            meanOf(widths).toFixed(2),
          ]);
        }
      }
      bars.push(atLeastBar(`Interval of alpha holds it, ${kind}, over raters and alphas`, HELD, all, SOURCE));
    }
  }
  console.log(`## Agreement: ${cases} sets of each kind, intervals of 95%\n`);
  const header = [
    'ratings',
    OURS,
    'items drawn anew, plain; ours less it',
    'jackknife; ours less it',
    'our mean width',
  ];
  console.log(markdownTable(header, rows));
}

const SELF = [
  { n: 12, bias: 0 },
  { n: 40, bias: 0 },
  { n: 40, bias: 0.2 },
  { n: 150, bias: 0.1 },
];

type SelfFlags = Readonly<Record<'bias' | 'wald' | 'slope' | 'brier' | 'wrong', number[]>>;

function reportCalibration(): void {
  const rows = SELF.map(({ n, bias }) => {
    const flags: SelfFlags = { bias: [], wald: [], slope: [], brier: [], wrong: [] };
    for (let at = 0; at < 5 * cases; at += 1) {
      const chance = random(300_007 * seed + at);
      const sure = Array.from({ length: n }, () => 0.3 + 0.6 * chance.uniform());
      const ratings = sure.map((confidence) => ({
        confidence,
        cameOff: chance.uniform() < confidence - bias,
      }));
      const found = calibrationOf(ratings);
      if (found.kind !== 'calibration') continue;
      flags.bias.push(holds(found.bias, bias));
      const share = found.shareCameOff;
      const reach = 1.96 * Math.sqrt((share * (1 - share)) / n);
      flags.wald.push(holds({ lower: found.bias.value - reach, upper: found.bias.value + reach }, bias));
      if (found.slope !== null) flags.slope.push(holds(found.slope, 1));
      // Of these confidences: mean of bias² + p(1 - p).
      const brier = meanOf(sure.map((one) => bias ** 2 + (one - bias) * (1 - one + bias)));
      flags.brier.push(holds(found.brier, brier));
      const isWrong =
        bias === 0
          ? found.verdict === 'over-confident' || found.verdict === 'under-confident'
          : found.verdict === 'under-confident' || (bias >= 0.1 && found.verdict === 'well-calibrated');
      flags.wrong.push(Number(isWrong));
    }
    const name = `${n} ratings, ${bias} too sure`;
    const told: readonly (readonly [string, Flags])[] = [
      ['bias', flags.bias],
      ['slope', flags.slope],
      ['Brier score', flags.brier],
    ];
    for (const [of, held] of told)
      bars.push(atLeastBar(`Interval of the ${of} of self-rating holds it, ${name}`, HELD, held, SOURCE));
    bars.push(atMostBar(`Wrong verdict on self-rating, ${name}`, WRONG, flags.wrong, SOURCE));
    return [
      name,
      shareText(flags.bias),
      `${shareText(flags.wald)}; ${pairedText(flags.bias, flags.wald, seed)}`,
      shareText(flags.slope),
      shareText(flags.brier),
      shareText(flags.wrong),
    ];
  });
  console.log(`## Self-rating: ${5 * cases} people of each kind, intervals of 95%\n`);
  const header = [
    'people',
    'bias held',
    "bias, Wald's interval; ours less it",
    'slope held',
    'Brier held',
    'wrong verdict',
  ];
  console.log(markdownTable(header, rows));
}

reportScales();
reportAgreement();
reportCalibration();
console.log(barTable(bars));
