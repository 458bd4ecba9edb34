import { random } from '../random.ts';
import { allArrangements, countArrangements, drawnArrangements, MOST_EXACT } from './redraw.ts';
import { type Contrast, contrastOf, type Staggered } from './staggered.ts';

export type RandomisationTest = {
  readonly estimate: number;
  /** Null: no effect on that side is ruled out. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of no effect on any unit in any period. */
  readonly p: number;
  /** How many arrangements of the starts were held against the one that was drawn, itself among them. */
  readonly arrangements: number;
  readonly isExact: boolean;
};

const MOST_DRAWS = 1_999;
const FEWEST_DRAWS = 199;
/** Units times cells that all draws together go through. */
const MOST_WORK = 200_000_000;

export type TestOptions = {
  readonly level: number;
  readonly seed: number;
  /** Whether the estimate is held against its own standard error; else it is taken as it is. */
  readonly isStudentised: boolean;
};

/**
 * Fisher's test over the draw: under "the effect is τ everywhere" the values without it are known, so that the estimate and its
 * standard error can be worked out for every way in which the starts could have fallen. p(τ) is the share of arrangements that lie as
 * far out as the one that was drawn; the interval is every τ with p(τ) above 1 - level, between the outermost ones. Null where there
 * is no comparison at all.
 *
 *     arrangement k, with value a_k, share b_k and squared error V_k(τ):    (a_k - b_k τ)² / V_k(τ),    V = 1 as it is
 *
 * Fisher 1935, The Design of Experiments; Rosenbaum 2002, Observational Studies, chapter 2. Held against its own error, the test
 * keeps near its level for the mean of effects that differ from unit to unit, also where one side is much the smaller (Chung & Romano
 * 2013, Annals of Statistics 41; Wu & Ding 2021, Journal of the American Statistical Association 116; both from memory).
 */
export function randomisationTest(
  staggered: Staggered,
  starts: ArrayLike<number>,
  { level, seed, isStudentised }: TestOptions,
): RandomisationTest | null {
  const contrast = (order: ArrayLike<number>) => {
    const found = contrastOf(staggered, order, isStudentised);
    return found === null || isStudentised ? found : { ...found, spread: AS_IT_IS };
  };
  const drawn = contrast(starts);
  if (drawn === null) return null;
  const ways = countArrangements(starts);
  const isExact = ways <= MOST_EXACT;
  const work = Math.max(1, staggered.cells.length * staggered.units);
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_WORK / work)));
  const orders = isExact ? allArrangements(starts) : drawnArrangements(starts, draws, random(seed));
  const others: Contrast[] = [];
  // An arrangement without any comparison rules nothing out.
  for (const order of orders) others.push(contrast(order) ?? drawn);
  const arrangements = others.length;
  const table = tableOf(others);
  const most = (1 - level) * arrangements + 1e-9;
  const isOpen = (effect: number) => countAsFarOut(drawn, table, effect, most) > most;
  const reach = others.reduce((far, { value }) => Math.max(far, Math.abs(value - drawn.value)), 0) / 16;
  return {
    estimate: drawn.value,
    lower: endOf(isOpen, drawn.value, -reach),
    upper: endOf(isOpen, drawn.value, reach),
    p: countAsFarOut(drawn, table, 0, arrangements) / arrangements,
    arrangements,
    isExact,
  };
}

/** A squared error of 1, whatever the effect. */
const AS_IT_IS = [1, 0, 0] as const;

/** What arithmetic alone parts. */
const ROUNDING = 1e-9;

const COLUMNS = 5;

/** Value, share and the three parts of the spread, arrangement by arrangement: thousands are gone through for every effect. */
function tableOf(others: readonly Contrast[]): Float64Array {
  const table = new Float64Array(COLUMNS * others.length);
  for (const [place, { value, share, spread }] of others.entries())
    table.set([value, share, ...spread], COLUMNS * place);
  return table;
}

/** How many arrangements lie as far out once the effect is taken out; beyond `enough` it does not count on. */
function countAsFarOut(drawn: Contrast, table: Float64Array, effect: number, enough: number): number {
  const own = squaredError(...drawn.spread, effect);
  const lead = (drawn.value - drawn.share * effect) ** 2 * (1 - ROUNDING);
  const size = ROUNDING * Math.max(Math.abs(drawn.value), Math.abs(effect));
  let count = 0;
  for (let at = 0; at < table.length && count <= enough; at += COLUMNS) {
    const error = squaredError(table[at + 2] ?? 0, table[at + 3] ?? 0, table[at + 4] ?? 0, effect);
    const away = Math.abs((table[at] ?? 0) - (table[at + 1] ?? 0) * effect) + size;
    // Multiplied out, so that a side without any scatter is no division by nought.
    if (away * away * own >= lead * error) count += 1;
  }
  return count;
}

function squaredError(square: number, product: number, shareSquare: number, effect: number): number {
  return Math.max(0, square - 2 * effect * product + effect * effect * shareSquare);
}

const DOUBLINGS = 20;
const STEPS = 32;
const HALVINGS = 36;

/** The outermost effect from `from` on that is not ruled out, in steps of the sign of `step`; null: none is. */
function endOf(isOpen: (effect: number) => boolean, from: number, step: number): number | null {
  if (step === 0) return from;
  let open = -1;
  for (let doubling = 0; doubling <= DOUBLINGS; doubling += 1) {
    if (isOpen(from + step * 2 ** doubling)) open = doubling;
  }
  if (open === DOUBLINGS) return null;
  const base = open < 0 ? 0 : step * 2 ** open;
  const width = (step * 2 ** (open + 1) - base) / STEPS;
  let place = STEPS - 1;
  while (place > 0 && !isOpen(from + base + width * place)) place -= 1;
  let [inside, outside] = [base + width * place, base + width * (place + 1)];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (inside + outside) / 2;
    if (isOpen(from + middle)) inside = middle;
    else outside = middle;
  }
  return from + inside;
}
