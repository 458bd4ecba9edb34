import type { Random } from '../../src/engine/random.ts';

/** A row of one person: what was said of it, and whether it came true. */
export type SaidRow = { readonly person: number; readonly said: number; readonly cameTrue: boolean };

/** Places of the rows in the order of what was said, in groups of the same. */
type Order = readonly (readonly number[])[];

function orderOf(rows: readonly SaidRow[]): Order {
  const places = rows.map((_, place) => place).sort((a, b) => (rows[a]?.said ?? 0) - (rows[b]?.said ?? 0));
  const groups: number[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    const [last, said] = [rows[group?.[0] ?? -1]?.said, rows[place]?.said];
    if (group !== undefined && last === said) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** Probability that of two rows the one that came true was given more; halves for equals. `weights`: by person. */
function areaIn(order: Order, rows: readonly SaidRow[], weights: ArrayLike<number>): number {
  let [below, pairs, came] = [0, 0, 0];
  for (const group of order) {
    let [yes, no] = [0, 0];
    for (const place of group) {
      const row = rows[place];
      const weight = weights[row?.person ?? -1] ?? 0;
      if (row?.cameTrue === true) yes += weight;
      else no += weight;
    }
    pairs += yes * (below + no / 2);
    below += no;
    came += yes;
  }
  return pairs / (came * below);
}

export type PairedAreas = { readonly areas: readonly number[]; readonly low: number; readonly high: number };

/**
 * The area of each method over the same rows, and of the first less the last the 95% interval: persons are drawn anew, each with all
 * of their rows.
 */
export function pairedAreas(
  methods: readonly (readonly SaidRow[])[],
  persons: number,
  draws: number,
  chance: Random,
): PairedAreas {
  const orders = methods.map(orderOf);
  const areasWith = (weights: ArrayLike<number>) =>
    methods.map((rows, place) => areaIn(orders[place] ?? [], rows, weights));
  const differences = Array.from({ length: draws }, () => {
    const weights = new Float64Array(persons);
    for (let draw = 0; draw < persons; draw += 1) {
      const person = chance.below(persons);
      weights[person] = (weights[person] ?? 0) + 1;
    }
    const areas = areasWith(weights);
    return (areas[0] ?? 0) - (areas.at(-1) ?? 0);
  }).sort((a, b) => a - b);
  return {
    areas: areasWith(new Float64Array(persons).fill(1)),
    low: differences[Math.floor(0.025 * draws)] ?? 0,
    high: differences[Math.ceil(0.975 * draws) - 1] ?? 0,
  };
}
