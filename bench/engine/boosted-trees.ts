/**
 * Gradient boosting for absolute loss (Friedman 2001, "Greedy function approximation", LAD TreeBoost): trees fitted to the
 * signs of what is left, leaves the median of what is left, every variable cut into 64 quantile bins.
 */
export type TreeOptions = {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly least: number;
};

type Node =
  | { readonly kind: 'leaf'; readonly value: number }
  | {
      readonly kind: 'split';
      readonly term: number;
      readonly bin: number;
      readonly low: Node;
      readonly high: Node;
    };

type Fit = {
  readonly binned: readonly (readonly number[])[];
  readonly left: Float64Array;
  readonly options: TreeOptions;
};

const BINS = 64;
const LEAST_GAIN = 1e-9;

export function boostTrees(
  rows: readonly (readonly number[])[],
  actual: readonly number[],
  options: TreeOptions,
): (row: readonly number[]) => number {
  const terms = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: terms }, (_, term) => quantiles(rows.map((row) => row[term] ?? 0)));
  const binsOf = (row: readonly number[]) => row.map((value, term) => binOf(cuts[term] ?? [], value));
  const binned = rows.map(binsOf);
  const start = medianOf(actual);
  const left = Float64Array.from(actual, (value) => value - start);
  const everyone = [...actual.keys()];
  const trees: Node[] = [];
  for (let tree = 0; tree < options.trees; tree += 1) {
    const root = grow({ binned, left, options }, everyone, options.depth);
    trees.push(root);
    for (const [i, bins] of binned.entries()) left[i] = (left[i] ?? 0) - fall(root, bins);
  }
  return (row) => {
    const bins = binsOf(row);
    return trees.reduce((sum, root) => sum + fall(root, bins), start);
  };
}

function quantiles(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from(
    { length: BINS - 1 },
    (_, cut) => sorted[Math.floor(((cut + 1) / BINS) * sorted.length)] ?? 0,
  );
}

function binOf(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function fall(root: Node, bins: readonly number[]): number {
  let node = root;
  while (node.kind === 'split') node = (bins[node.term] ?? 0) <= node.bin ? node.low : node.high;
  return node.value;
}

function grow(fit: Fit, members: readonly number[], depth: number): Node {
  const { binned, left, options } = fit;
  const split = depth === 0 || members.length < 2 * options.least ? null : bestSplit(fit, members);
  if (split === null) {
    return { kind: 'leaf', value: options.rate * medianOf(members.map((i) => left[i] ?? 0)) };
  }
  const { term, bin } = split;
  const isLow = (i: number) => (binned[i]?.[term] ?? 0) <= bin;
  return {
    kind: 'split',
    term,
    bin,
    low: grow(fit, members.filter(isLow), depth - 1),
    high: grow(
      fit,
      members.filter((i) => !isLow(i)),
      depth - 1,
    ),
  };
}

function bestSplit(
  { binned, left, options }: Fit,
  members: readonly number[],
): { readonly term: number; readonly bin: number } | null {
  const terms = binned[0]?.length ?? 0;
  let best: { readonly term: number; readonly bin: number } | null = null;
  let most = LEAST_GAIN;
  for (let term = 0; term < terms; term += 1) {
    const [signs, counts] = [new Float64Array(BINS), new Float64Array(BINS)];
    let total = 0;
    for (const i of members) {
      const bin = binned[i]?.[term] ?? 0;
      const sign = Math.sign(left[i] ?? 0);
      signs[bin] = (signs[bin] ?? 0) + sign;
      counts[bin] = (counts[bin] ?? 0) + 1;
      total += sign;
    }
    let [sum, count] = [0, 0];
    for (let bin = 0; bin < BINS; bin += 1) {
      sum += signs[bin] ?? 0;
      count += counts[bin] ?? 0;
      const rest = members.length - count;
      if (count < options.least || rest < options.least) continue;
      const gain = sum ** 2 / count + (total - sum) ** 2 / rest - total ** 2 / members.length;
      if (gain <= most) continue;
      most = gain;
      best = { term, bin };
    }
  }
  return best;
}
