import { logGamma } from './student.ts';

const MOST_STEPS = 1000;
const CLOSE = 1e-15;
const TINY = 1e-300;
const HALVINGS = 120;

/** P(X <= x) for chi-squared with `freedom` degrees of freedom, 1 or more: the regularised incomplete gamma function, DLMF 8.7.1 and 8.9.2. */
export function chiSquareCdf(x: number, freedom: number): number {
  if (x <= 0) return 0;
  const [a, z] = [freedom / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? front * series(a, z) : 1 - front * fraction(a, z);
}

function series(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > CLOSE * sum; n += 1) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function fraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return value;
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/** The x below which a share `p` lies, 0 < p < 1; by halving. */
export function chiSquareQuantile(p: number, freedom: number): number {
  let [low, high] = [0, freedom + 1];
  while (chiSquareCdf(high, freedom) < p) high *= 2;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (chiSquareCdf(middle, freedom) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
