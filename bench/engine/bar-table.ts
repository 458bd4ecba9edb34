import { type Estimate, meanOf, ratioOverPersons } from './paired-bootstrap.ts';

/** What our own losses are listed under. */
export const OURS = 'Bottega';

/** One question put to every method: a loss a person for each, the same persons in the same order, lower is better. */
export type Cell = {
  readonly name: string;
  /** Names of methods to losses; `OURS` among them. */
  readonly losses: ReadonlyMap<string, readonly number[]>;
};

export type Bar = {
  readonly bar: string;
  readonly asked: string;
  readonly have: string;
  /** Begins with "met" or "not met". */
  readonly verdict: string;
};

/** By its header a page knows a table of bars: see all.ts. */
export const BAR_HEADER = '| Bar | Asked | Have | Verdict |';

export function barTable(bars: readonly Bar[]): string {
  const rows = bars.map(({ bar, asked, have, verdict }) => `| ${bar} | ${asked} | ${have} | ${verdict} |`);
  return [BAR_HEADER, '|---|---|---|---|', ...rows, ''].join('\n');
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''].join('\n');
}

export function interval({ value, low, high }: Estimate, digits = 3): string {
  return `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
}

/**
 * A row for every method, a column for every cell: the mean loss times `factor`, and how ours relates to it with the 95%
 * interval of the paired bootstrap over persons.
 */
export function comparisonTable(
  cells: readonly Cell[],
  factor: number,
  digits: number,
  seed: number,
): string {
  const names = [...new Set(cells.flatMap(({ losses }) => [...losses.keys()]))];
  const rows = names.map((name) => [
    name,
    ...cells.map(({ losses }) => {
      const [ours, theirs] = [losses.get(OURS), losses.get(name)];
      if (ours === undefined || theirs === undefined) return '-';
      const mean = (factor * meanOf(theirs)).toFixed(digits);
      return name === OURS ? `**${mean}**` : `${mean}; ${interval(ratioOverPersons(ours, theirs, seed))}`;
    }),
  ]);
  return markdownTable(['method', ...cells.map(({ name }) => name)], rows);
}

/** Against the baseline that turned out best on these very cases. */
export function barAgainstBest(cell: Cell, bar: string, factor: number, digits: number, seed: number): Bar {
  const [best, ...others] = [...cell.losses]
    .filter(([name]) => name !== OURS)
    .sort(([, a], [, b]) => meanOf(a) - meanOf(b));
  const ours = cell.losses.get(OURS);
  if (best === undefined || ours === undefined) throw new Error(`${cell.name} has nothing to compare.`);
  const [name, losses] = best;
  const ratio = ratioOverPersons(ours, losses, seed);
  return {
    bar: `${bar}, ${cell.name}`,
    asked: `at most ${name}, the best of ${others.length + 1}: ${(factor * meanOf(losses)).toFixed(digits)}`,
    have: `${(factor * meanOf(ours)).toFixed(digits)}; ratio ${interval(ratio)} over ${ours.length}`,
    verdict: ratioVerdict(ratio),
  };
}

/** At or below 1 meets; only an interval that leaves 1 out says more than chance. */
export function ratioVerdict({ value, low, high }: Estimate): string {
  const percent = `${(100 * Math.abs(value - 1)).toFixed(1)}%`;
  if (high < 1) return `met, ${percent} better`;
  if (value <= 1) return `met, ${percent} better, which may be chance`;
  return low > 1 ? `not met, ${percent} worse` : `not met by ${percent}, which may be chance`;
}
