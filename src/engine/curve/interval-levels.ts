/** Two-sided quantiles of the standard normal for 50, 80 and 95%. */
const NORMAL = [0.6744897501960817, 1.2815515655446004, 1.959963984540054] as const;

export const LEVELS = [0.5, 0.8, 0.95] as const;

/**
 * Half-width of a central interval of Student's t, in its scale: Cornish-Fisher expansion, Abramowitz &
 * Stegun 26.7.5. `level`: place in LEVELS. Good to one per cent from four degrees of freedom on.
 */
export function studentWidth(level: number, freedom: number): number {
  const x = NORMAL[level] ?? NaN;
  const x3 = x * x * x;
  const x5 = x3 * x * x;
  return x + (x3 + x) / (4 * freedom) + (5 * x5 + 16 * x3 + 3 * x) / (96 * freedom * freedom);
}
